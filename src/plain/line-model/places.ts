/** Where a line stands among the blocks of its text, and which lines are of one series with it. */
import type { Line } from '../lines/line.ts';
import type { Columns } from './columns.ts';
import type { Measures } from './measures.ts';

const MOST_LINES = 12;
const FAR = 60;
/** A block is what stands between blank lines; so much of it is weighed. */
const MOST_LENGTH = 4000;

export interface Blocks {
  /** How many lines the block of each line has, and how many of them come before it: at most MOST_LINES. */
  readonly lines: Uint8Array;
  readonly before: Uint8Array;
  /** Characters of the block of each line, and of the blocks before and after: logarithms. */
  readonly length: Float32Array;
  readonly lengthBefore: Float32Array;
  readonly lengthAfter: Float32Array;
}

export function blocksOf(lines: readonly Line[], length: Float32Array, columns: Columns): Blocks {
  const count = lines.length;
  const blocks = {
    lines: columns.bytes(count),
    before: columns.bytes(count),
    length: columns.floats(count),
    lengthBefore: columns.floats(count),
    lengthAfter: columns.floats(count),
  };
  let lastSize = 0;
  let last = 0;
  for (let start = 0; start < count; ) {
    let end = start;
    let size = 0;
    do {
      size += length[end] as number;
      end += 1;
    } while (end < count && !(lines[end] as Line).blankBefore);
    const weight = Math.log2(1 + Math.min(size, MOST_LENGTH));
    for (let at = start; at < end; at += 1) {
      blocks.lines[at] = Math.min(MOST_LINES, end - start);
      blocks.before[at] = Math.min(MOST_LINES, at - start);
      blocks.length[at] = weight;
      blocks.lengthBefore[at] = lastSize;
    }
    blocks.lengthAfter.fill(weight, last, start);
    lastSize = weight;
    last = start;
    start = end;
  }
  return blocks;
}

/** Characters that stand before the number of a series: `Chapter 3`, `§ 4`, `第3章`. */
const PREFIX = 16;
const SHORT = 120;

/**
 * How many lines back, and ahead, the nearest line lies that says the same before another number; FAR where there is none.
 * Items of a list are counted by their markers.
 */
export function seriesOf(
  lines: readonly Line[],
  { numbers }: Measures,
  columns: Columns,
): { before: Uint8Array; after: Uint8Array } {
  const count = lines.length;
  const before = columns.bytes(count).fill(FAR);
  const after = columns.bytes(count).fill(FAR);
  const seen = new Map<string, number>();
  for (let at = 0; at < count; at += 1) {
    const line = lines[at] as Line;
    if (numbers[at] === 0 && line.marker === undefined) continue;
    const key = seriesKey(line);
    if (key === undefined) continue;
    const last = seen.get(key);
    if (last !== undefined) {
      const distance = Math.min(FAR, at - last);
      before[at] = distance;
      after[last] = distance;
    }
    seen.set(key, at);
  }
  return { before, after };
}

const NUMBERED = /^(\P{Nd}{0,16}?)\p{Nd}{1,3}(?!\p{Nd})/u;

function seriesKey({ marker, raw }: Line): string | undefined {
  if (marker !== undefined) return marker.ordered ? marker.kind : undefined;
  if (raw.length > SHORT) return undefined;
  return NUMBERED.exec(raw.slice(0, PREFIX + 4))?.[1];
}

const NEAR = 8;

/** How many of the lines around each begin with the same word, and how many end with the same. */
export function echoesOf({ count, pieces, from }: Measures, columns: Columns): { first: Uint8Array; last: Uint8Array } {
  const first = columns.bytes(count);
  const last = columns.bytes(count);
  for (let at = 0; at < count; at += 1) {
    const start = from[at] as number;
    const end = from[at + 1] as number;
    if (start === end) continue;
    for (let other = Math.max(0, at - NEAR); other < at; other += 1) {
      const otherStart = from[other] as number;
      const otherEnd = from[other + 1] as number;
      if (otherStart === otherEnd) continue;
      if (pieces[start] === pieces[otherStart]) {
        first[at] = (first[at] as number) + 1;
        first[other] = (first[other] as number) + 1;
      }
      if (pieces[end - 1] === pieces[otherEnd - 1]) {
        last[at] = (last[at] as number) + 1;
        last[other] = (last[other] as number) + 1;
      }
    }
  }
  return { first, last };
}
