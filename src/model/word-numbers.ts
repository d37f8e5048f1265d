/** Words by numbers, which are told of words in a text by where they stand: none is cut out of it. A table of open addresses. */
import { codeUnitAt } from '../code-unit.ts';

export interface WordNumbers {
  /** The word of each number. */
  readonly words: string[];
  readonly hashes: number[];
  /** A number, plus one, where its hash or the next free place is; 0 for none. */
  slots: Int32Array;
}

export const noWords = (): WordNumbers => ({ words: [], hashes: [], slots: new Int32Array(FEWEST_SLOTS) });
const FEWEST_SLOTS = 1024;
/** Of so many places one is taken: most words of a text have no number, and meet none. */
const MOST_TAKEN = 4;

/** The hash of no letters, and of some and one more. */
export const NO_HASH = 0x811c9dc5 | 0;
export const hashWith = (hash: number, code: number): number => Math.imul(hash ^ code, 16777619);

function hashOf(word: string): number {
  let hash = NO_HASH;
  for (let at = 0; at < word.length; at += 1) hash = hashWith(hash, codeUnitAt(word, at));
  return hash;
}

/** The number of a word, which it is given if it has none. */
export function numberOf(numbers: WordNumbers, word: string): number {
  const hash = hashOf(word);
  const known = numberAt(numbers, word, 0, word.length, hash);
  if (known !== -1) return known;
  const { words, hashes } = numbers;
  words.push(word);
  hashes.push(hash);
  if (words.length * MOST_TAKEN <= numbers.slots.length) take(numbers.slots, hash, words.length);
  else {
    numbers.slots = new Int32Array(numbers.slots.length * 2);
    for (const [number, own] of hashes.entries()) take(numbers.slots, own, number + 1);
  }
  return words.length - 1;
}

/** The number of the word from `start` to before `end`, or −1. */
export function numberAt(
  { words, hashes, slots }: WordNumbers,
  text: string,
  start: number,
  end: number,
  hash: number,
): number {
  const mask = slots.length - 1;
  for (let slot = placeOf(hash, mask); slots[slot] !== 0; slot = (slot + 1) & mask) {
    const number = (slots[slot] as number) - 1;
    if (hashes[number] === hash && isAt(text, words[number] as string, start, end)) return number;
  }
  return -1;
}

function isAt(text: string, word: string, start: number, end: number): boolean {
  const { length } = word;
  if (length !== end - start) return false;
  let at = 0;
  while (at < length && codeUnitAt(text, start + at) === codeUnitAt(word, at)) at += 1;
  return at === length;
}

function take(slots: Int32Array, hash: number, is: number): void {
  const mask = slots.length - 1;
  let slot = placeOf(hash, mask);
  while (slots[slot] !== 0) slot = (slot + 1) & mask;
  slots[slot] = is;
}

const placeOf = (hash: number, mask: number): number => (hash ^ (hash >>> 15)) & mask;
