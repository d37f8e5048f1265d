/** Words that a place would cut: known ones that begin where a run of letters begins, or end where it ends. */
import { GRAM, gradesOf, hashGram, type WordModel } from '../../../model/words.ts';
import { isWordClass } from './characters.ts';
import { type Habits, slotOf } from './habits.ts';
import type { Row } from './row.ts';

export const CROSSING_FEATURES = ['crossedStart', 'crossedStartOwn', 'crossedEnd', 'crossedEndOwn'] as const;

const SHORTEST = 2;
const LONGEST = 16;

/** Lengths of the longest such words, by the index of each run's letters: of the language and of the document. */
export interface CrossingWords {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly fromStart: Uint8Array;
  readonly fromStartOwn: Uint8Array;
  readonly fromEnd: Uint8Array;
  readonly fromEndOwn: Uint8Array;
}

export function crossingWords({ codes, classes }: Row, words: WordModel | undefined, { grams }: Habits): CrossingWords {
  const isOfLanguage = (hash: number): boolean => words !== undefined && gradesOf(words, hash) >= 0;
  const isOwn = (hash: number): boolean => slotOf(grams, hash) >= 0;
  const size = classes.length;
  const starts = new Int32Array(size);
  const ends = new Int32Array(size);
  const fromStart = new Uint8Array(size);
  const fromStartOwn = new Uint8Array(size);
  const fromEnd = new Uint8Array(size);
  const fromEndOwn = new Uint8Array(size);
  for (let start = 0; start < size; start += 1) {
    if (!isWordClass(classes[start] as number)) continue;
    let end = start + 1;
    while (end < size && isWordClass(classes[end] as number)) end += 1;
    const most = Math.min(LONGEST, end - start - 1);
    for (let length = SHORTEST; length <= most; length += 1) {
      const head = hashGram(GRAM.word, codes, start, start + length);
      const tail = hashGram(GRAM.word, codes, end - length, end);
      if (isOfLanguage(head)) fromStart.fill(length, start, end);
      if (isOwn(head)) fromStartOwn.fill(length, start, end);
      if (isOfLanguage(tail)) fromEnd.fill(length, start, end);
      if (isOwn(tail)) fromEndOwn.fill(length, start, end);
    }
    starts.fill(start, start, end);
    ends.fill(end, start, end);
    start = end;
  }
  return { starts, ends, fromStart, fromStartOwn, fromEnd, fromEndOwn };
}

/** `CROSSING_FEATURES` of a place inside a run of letters, into `out` from `to` on. */
export function putCrossing(
  found: CrossingWords,
  { classes }: Row,
  place: number,
  out: Float32Array,
  to: number,
): void {
  if (!isWordClass(classes[place - 1] as number) || !isWordClass(classes[place] as number)) return;
  const offset = place - (found.starts[place] as number);
  const rest = (found.ends[place] as number) - place;
  const crossed = (longest: Uint8Array, taken: number): number => {
    const length = longest[place] as number;
    return length > taken ? length : 0;
  };
  out[to] = crossed(found.fromStart, offset);
  out[to + 1] = crossed(found.fromStartOwn, offset);
  out[to + 2] = crossed(found.fromEnd, rest);
  out[to + 3] = crossed(found.fromEndOwn, rest);
}
