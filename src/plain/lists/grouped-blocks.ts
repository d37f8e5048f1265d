/**
 * Blocks of headings and items without markers, in texts whose paragraphs are a line each between blank ones: what shows
 * the items is that they begin with small letters below a capital one, or are sentences below what is none.
 *
 *   What to bring
 *   shoes and gloves
 *   something warm to drink
 *   Go in slowly              ← heads what follows below the blank line
 *
 *   Use the stairs and never jump.
 */

import { isSentence } from '../forms/sentence.ts';
import { endsQuestion, endsSentence, type Line } from '../lines/line.ts';
import { isPiece, startsSmall } from './bare-items.ts';

/** Of a heading. */
const LONGEST = 60;
/** Longer sentences are paragraphs. */
const STEP = 160;
const FEWEST = 2;
/** So many of the blocks are a line each. */
const SINGLE = 0.7;

/** A block, told apart. */
export interface Groups {
  readonly heads: readonly number[];
  /** What they head. */
  readonly items: readonly number[];
}

/** Whether most paragraphs are a line each, so that a block of several lines is neither verse nor a wrapped paragraph. */
export function haveSingleLines(lines: readonly Line[]): boolean {
  const blocks = lines.filter(({ blankBefore }) => blankBefore).length;
  const single = lines.filter(({ blankBefore, blankAfter }) => blankBefore && blankAfter).length;
  return blocks > FEWEST && single >= blocks * SINGLE;
}

/** What heads and what is headed from `start` to `end`, a block below a sentence or a table and over a line that says more. */
export function groupsOf(
  lines: readonly Line[],
  start: number,
  end: number,
  isBelowTable: boolean,
): Groups | undefined {
  const above = lines[start - 1];
  if (above === undefined || !(isBelowTable || isSentence(above))) return undefined;
  return smallItems(lines, start, end) ?? steps(lines, start, end);
}

/** One heading or several, each over its items, and maybe another one over the paragraph below. */
function smallItems(lines: readonly Line[], start: number, end: number): Groups | undefined {
  const heads: number[] = [];
  const items: number[] = [];
  for (let at = start; at < end; ) {
    const line = lines[at] as Line;
    if (!/^\p{Lu}/u.test(line.raw) || !mayHeadGroup(line)) return undefined;
    let stop = at + 1;
    while (stop < end && startsSmall(lines[stop] as Line) && isPiece((lines[stop] as Line).raw)) stop += 1;
    const size = stop - at - 1;
    // Over the paragraph below the block may stand two.
    const isLast = size === 0 && stop >= end - 1 && headsBelow(lines[end - 1] as Line, lines[end]);
    if (size < FEWEST && !isLast) return undefined;
    heads.push(at);
    for (let item = at + 1; item < stop; item += 1) items.push(item);
    at = stop;
  }
  return items.length === 0 ? undefined : { heads, items };
}

/** Sentences to the end of the block, the line that heads them, and maybe above it a heading over items of its own. */
function steps(lines: readonly Line[], start: number, end: number): Groups | undefined {
  let from = end;
  while (from > start && isStep(lines[from - 1] as Line)) from -= 1;
  const head = from - 1;
  if (end - from < FEWEST || head < start || !mayHeadGroup(lines[head] as Line)) return undefined;
  const items = Array.from({ length: end - from }, (_, n) => from + n);
  if (head === start) return { heads: [head], items };
  const others = Array.from({ length: Math.max(0, head - start - 1) }, (_, n) => start + 1 + n);
  const areItems = others.length >= FEWEST && others.every((at) => isPiece((lines[at] as Line).raw));
  return areItems && mayHeadGroup(lines[start] as Line)
    ? { heads: [start, head], items: [...others, ...items] }
    : { heads: [head], items };
}

const isStep = (line: Line): boolean => line.raw.length <= STEP && isSentence(line) && !endsQuestion(line.raw);

const headsBelow = ({ raw }: Line, next: Line | undefined): boolean =>
  next !== undefined && next.raw.length > raw.length && endsSentence(next.raw);

/** Whether a line may be a heading right over other lines: short, and no sentence but a question. */
export const mayHeadGroup = ({ raw, isQuoted }: Line): boolean =>
  !isQuoted && raw.length <= LONGEST && (endsQuestion(raw) || !/[\p{Nd}:：,،，、;.。!]/u.test(raw));
