/**
 * How likely a word ends at each place inside a run of letters, if all ways to part the run into words of the language and of the
 * document are weighed against each other.
 */
import { GRAM, gradesOf, hashGram, type WordModel } from '../../model/words.ts';
import { CLASS, isLetterClass } from './characters.ts';
import { type Habits, slotOf } from './habits.ts';
import { isSyllable, LONGEST_PIECE, slotOfPiece } from './pieces.ts';
import type { Row } from './row.ts';

const LONGEST_WORD = 16;
/** Log2 of how many words a language's counts are out of. */
const WORDS_COUNTED = 18;
/** Bits of a word that nobody knows: to begin one, and a letter of it. Syllables are picked from more. */
const UNKNOWN_WORD = 7;
const UNKNOWN_LETTER = 4;
const UNKNOWN_SYLLABLE = 6;
const LONGEST_UNKNOWN = 4;
/** Log-odds in bits are cut off here. */
const MOST = 12;

/** Log-odds that a word ends before each character; 0 where letters do not touch. */
export function wordEnds(row: Row, habits: Habits, words: WordModel | undefined): Float32Array {
  const odds = new Float32Array(row.codes.length + 1);
  for (let start = 0; start < row.classes.length; ) {
    let end = start;
    while (end < row.classes.length && isLetterClass(row.classes[end] as number)) end += 1;
    if (end - start > 1) weigh(row, start, end, habits, words, odds);
    start = Math.max(end, start + 1);
  }
  return odds;
}

/** A sum of powers of two, as its logarithm. */
function add(a: number, b: number): number {
  const [more, less] = a > b ? [a, b] : [b, a];
  return less - more < -30 ? more : more + Math.log2(1 + 2 ** (less - more));
}

function weigh(
  row: Row,
  start: number,
  end: number,
  habits: Habits,
  words: WordModel | undefined,
  odds: Float32Array,
): void {
  const size = end - start;
  const wide = isSyllable(row.codes[start] as number);
  const longest = wide ? LONGEST_PIECE : LONGEST_WORD;
  // The weight of each word: [start × (longest + 1) + length].
  const weights = new Float64Array(size * (longest + 1)).fill(-1e9);
  const ahead = new Float64Array(size + 1).fill(-1e9);
  ahead[0] = 0;
  const mayEnd = (at: number) => at === size || row.classes[start + at] !== CLASS.mark;
  for (let at = 0; at < size; at += 1) {
    if ((ahead[at] as number) <= -1e8) continue;
    for (let length = 1; length <= Math.min(longest, size - at); length += 1) {
      if (!mayEnd(at + length)) continue;
      const weight = weightOf(row, start + at, start + at + length, wide, habits, words);
      weights[at * (longest + 1) + length] = weight;
      ahead[at + length] = add(ahead[at + length] as number, (ahead[at] as number) + weight);
    }
  }
  const behind = new Float64Array(size + 1).fill(-1e9);
  behind[size] = 0;
  for (let at = size - 1; at >= 0; at -= 1)
    for (let length = 1; length <= Math.min(longest, size - at); length += 1) {
      const weight = weights[at * (longest + 1) + length] as number;
      if (weight > -1e8) behind[at] = add(behind[at] as number, weight + (behind[at + length] as number));
    }
  const whole = ahead[size] as number;
  for (let at = 1; at < size; at += 1) {
    // Rounding lifts what is certain over one.
    const share = Math.min(1, 2 ** ((ahead[at] as number) + (behind[at] as number) - whole));
    odds[start + at] = Math.max(-MOST, Math.min(MOST, Math.log2((share + 1e-9) / (1 - share + 1e-9))));
  }
}

/** Log2 of how likely a word is. */
function weightOf(
  { codes }: Row,
  from: number,
  to: number,
  wide: boolean,
  habits: Habits,
  words: WordModel | undefined,
): number {
  const length = to - from;
  let best =
    wide && length > LONGEST_UNKNOWN ? -1e9 : -UNKNOWN_WORD - length * (wide ? UNKNOWN_SYLLABLE : UNKNOWN_LETTER);
  const hash = hashGram(GRAM.word, codes, from, to);
  const grades = length < 2 || words === undefined ? -1 : gradesOf(words, hash);
  if (grades >= 0) best = Math.max(best, (grades >> 4) - WORDS_COUNTED);
  const written = wide ? timesOfPiece(habits, codes, from, to) : timesOfWord(habits, hash, length);
  if (written > 0) best = Math.max(best, Math.log2(written / (habits.characters / 4 + 2000)));
  return best;
}

function timesOfWord({ grams }: Habits, hash: number, length: number): number {
  const slot = length < 2 ? -1 : slotOf(grams, hash);
  return slot < 0 ? 0 : (grams.all[slot] as number);
}

/** Pieces that stand beside different ones on both sides are words. */
function timesOfPiece({ pieces }: Habits, codes: Uint16Array, from: number, to: number): number {
  const slot = to - from < 2 ? -1 : slotOfPiece(pieces, codes, from, to);
  if (slot < 0) return 0;
  return Math.min(pieces.before[slot] as number, pieces.behind[slot] as number) < 2 ? 0 : (pieces.all[slot] as number);
}
