/** Finds each line of a text in the blocks it was printed from, and names what the line is. */

import { CLASSES, type LineClass } from '../../src/plain/line-model/line-class.ts';
import type { Line } from '../../src/plain/lines/line.ts';
import type { Example, Item, TruthBlock, TruthList } from './truth.ts';

export interface Label {
  readonly is: number;
  /** 0 where a reader could not tell. */
  readonly weight: number;
}

interface Unit {
  readonly key: string;
  readonly is: LineClass;
  readonly weight: number;
  /** Each of its lines is one of its own: rows of a table. */
  readonly each?: boolean;
}

const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad\u061c\u2060]/g;
const keyOf = (text: string): string =>
  text
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '');

/** Nearer than this a unit follows the one before it; farther, only a long one is trusted. */
const NEAR = 80;
const FAR = 6000;
/** Letters of a number or marker that may stand before the unit on its line. */
const MARKER = 5;

export function labelLines(lines: readonly Line[], example: Example): Label[] {
  const keys = lines.map(({ raw }) => keyOf(raw));
  const stream = keys.join('');
  const starts: number[] = [];
  let length = 0;
  for (const key of keys) {
    starts.push(length);
    length += key.length;
  }
  const labels: Label[] = lines.map(() => ({ is: 0, weight: 0 }));
  let pointer = 0;
  let line = 0;
  for (const unit of unitsOf(example)) {
    if (unit.key === '') continue;
    const found = stream.indexOf(unit.key, pointer);
    const gap = found - pointer;
    if (found === -1 || (gap > NEAR && (unit.key.length < 20 || gap > FAR))) continue;
    pointer = found + unit.key.length;
    while (line < lines.length && (starts[line] as number) + (keys[line] as string).length <= found) line += 1;
    for (let at = line; at < lines.length && (starts[at] as number) < pointer; at += 1) {
      const start = starts[at] as number;
      if ((keys[at] as string) === '') continue;
      const begins = found >= start && found - start <= MARKER;
      if (!begins && found > start) continue; // the line began with another block
      const is = begins || unit.each ? unit.is : unit.is === 'cut' ? 'cut' : 'continue';
      labels[at] = { is: CLASSES.indexOf(is), weight: unit.weight };
    }
  }
  return labels;
}

function* unitsOf({ blocks, absent }: Example): Generator<Unit> {
  let isFirstHeading = true;
  for (const [at, block] of blocks.entries()) {
    if (absent.has(String(at))) continue;
    const weight =
      block.weight ?? (block.soft || block.callout === 'label' ? 0 : block.optional ? 0.2 : block.callout ? 0.7 : 1);
    if (block.type === 'heading') {
      const is = block.boilerplate ? 'cut' : isFirstHeading && block.level === 1 ? 'title' : 'heading';
      if (!block.boilerplate) isFirstHeading = false;
      yield { key: keyOf(block.text), is, weight };
    } else if (block.type === 'list') {
      for (const [n, { item, isMore }] of itemsOf(block).entries()) {
        if (absent.has(`${at}.${n}`)) continue;
        yield {
          key: keyOf(item),
          is: block.boilerplate ? 'cut' : isMore ? 'start' : 'item',
          weight: isMore ? 0.5 * weight : weight,
        };
      }
    } else if (block.type === 'table') {
      for (const row of [block.header ?? [], ...block.rows]) {
        yield { key: keyOf(row.join('')), is: block.boilerplate ? 'cut' : 'row', weight, each: true };
      }
    } else {
      const is = block.boilerplate ? 'cut' : 'start';
      yield { key: keyOf(block.text), is, weight: block.type === 'code' ? 0.5 * weight : weight };
    }
  }
}

function* walk(list: TruthList): Generator<{ item: string; isMore: boolean }> {
  for (const entry of list.items) {
    const item: Item = typeof entry === 'string' ? { text: entry } : entry;
    yield { item: item.text, isMore: false };
    for (const more of item.more ?? []) yield { item: more, isMore: true };
    for (const child of item.children ?? []) yield* walk(child);
  }
}

const itemsOf = (list: TruthList): { item: string; isMore: boolean }[] => [...walk(list)];

export type { TruthBlock };
