/**
 * Text that a site repeats on its pages: which of a page's texts go. The texts are blocks of a web page or paragraphs of
 * a flat text, in order; what a site repeats comes as keys.
 */
import { countWords } from '../words.ts';
import { textKey } from './text-key.ts';

export interface Unit {
  readonly text: string;
  /** Not cut by others before. */
  readonly keep: boolean;
  readonly isHeading: boolean;
  /** Units of one group go together or stay together: the cells of a table. */
  readonly group?: number;
}

/** A repeated text of fewer words is a label or an answer as well: it goes only between longer ones. */
const LONG = 6;
/** A page that would lose more than this share of its words is itself a copy of others. */
const MOST_LOST = 0.5;

/** Who cut it, in verdicts. */
export const REPEATED = 'site:repeated';

/** 1 for each unit that goes. */
export function cutRepeated(units: readonly Unit[], repeated: ReadonlySet<number>): Uint8Array {
  const isRepeated = markRepeated(units, repeated);
  const cut = new Uint8Array(units.length);
  let lost = 0;
  for (const run of runsOf(units, isRepeated)) {
    for (const at of run) {
      cut[at] = 1;
      lost += wordsOf(units[at]);
    }
  }
  const kept = units.reduce((sum, unit) => sum + (unit.keep ? wordsOf(unit) : 0), 0);
  return lost > kept * MOST_LOST ? new Uint8Array(units.length) : cut;
}

function markRepeated(units: readonly Unit[], repeated: ReadonlySet<number>): Uint8Array {
  const marks = new Uint8Array(units.length);
  const mixed = new Set<number>();
  for (const [at, { text, keep, group }] of units.entries()) {
    if (!keep || text === '') continue;
    if (repeated.has(textKey(text))) marks[at] = 1;
    else if (group !== undefined) mixed.add(group);
  }
  for (const [at, { group }] of units.entries()) if (group !== undefined && mixed.has(group)) marks[at] = 0;
  return marks;
}

/**
 * Neighbours that are all repeated, from a long text to a long text. Beyond these, headings before one go with it, and at
 * the ends of the page short texts, too: elsewhere those may belong to a neighbour that is the page's own.
 */
function* runsOf(units: readonly Unit[], isRepeated: Uint8Array): Generator<number[]> {
  let run: number[] = [];
  let isFirst = true;
  for (const [at, { text, keep }] of units.entries()) {
    if (!keep || text === '') continue;
    if (isRepeated[at] === 1) run.push(at);
    else {
      yield trimmed(units, run, isFirst, false);
      run = [];
      isFirst = false;
    }
  }
  yield trimmed(units, run, isFirst, true);
}

function trimmed(units: readonly Unit[], run: readonly number[], isFirst: boolean, isLast: boolean): number[] {
  const isLong = (at: number): boolean => units[at]?.isHeading === false && wordsOf(units[at]) >= LONG;
  let start = run.findIndex(isLong);
  if (start === -1) return [];
  while (start > 0 && units[run[start - 1] as number]?.isHeading) start -= 1;
  return run.slice(isFirst ? 0 : start, isLast ? run.length : run.findLastIndex(isLong) + 1);
}

const wordsOf = (unit: Unit | undefined): number => (unit === undefined ? 0 : countWords(unit.text));
