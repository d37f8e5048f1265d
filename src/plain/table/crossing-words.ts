/** Words that a place would cut: known ones that begin where a run of letters begins, or end where it ends. */
import { GRAM, gradesOf, hashGram, type WordModel } from '../../model/words.ts';
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
  const size = classes.length;
  const starts = new Int32Array(size);
  const ends = new Int32Array(size);
  const [fromStart, fromStartOwn, fromEnd, fromEndOwn] = [0, 1, 2, 3].map(() => new Uint8Array(size)) as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ];
  for (let start = 0; start < size; start += 1) {
    if (!isWordClass(classes[start] as number)) continue;
    let end = start + 1;
    while (end < size && isWordClass(classes[end] as number)) end += 1;
    const most = Math.min(LONGEST, end - start - 1);
    const longest = [0, 0, 0, 0];
    for (let length = SHORTEST; length <= most; length += 1) {
      for (const side of [0, 2] as const) {
        const from = side === 0 ? start : end - length;
        const hash = hashGram(GRAM.word, codes, from, from + length);
        if (words !== undefined && gradesOf(words, hash) >= 0) longest[side] = length;
        if (slotOf(grams, hash) >= 0) longest[side + 1] = length;
      }
    }
    starts.fill(start, start, end);
    ends.fill(end, start, end);
    fromStart.fill(longest[0] as number, start, end);
    fromStartOwn.fill(longest[1] as number, start, end);
    fromEnd.fill(longest[2] as number, start, end);
    fromEndOwn.fill(longest[3] as number, start, end);
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
