/**
 * MinHash (Broder 1997) over runs of three words: texts that share most of their runs share most of their signature.
 * In scripts that write no spaces each letter counts as a word.
 */
import { codeUnitAt } from '../../code-unit.ts';
import { mix } from '../../sites/text-key.ts';
import { isUnspaced, wordsIn } from '../../words.ts';

/** Minima in a signature: estimates of likeness are within 0.05 of the truth two times in three. */
export const SLOTS = 60;
const RUN = 3;

/** A byte of each minimum, or nothing where the text holds no word. */
export function minHash(text: string): Uint8Array | undefined {
  const words = hashesOfWords(text);
  if (words.length === 0) return undefined;
  const least = new Uint32Array(SLOTS).fill(0xffffffff);
  const runs = Math.max(1, words.length - RUN + 1);
  const seen = new Set<number>();
  for (let at = 0; at < runs; at += 1) {
    let run = 0;
    for (let word = at; word < Math.min(at + RUN, words.length); word += 1) {
      run = mix((Math.imul(run, 31) + (words[word] ?? 0)) | 0);
    }
    if (seen.has(run)) continue;
    seen.add(run);
    for (let slot = 0; slot < SLOTS; slot += 1) {
      const value = mix(run ^ (SEEDS[slot] ?? 0)) >>> 0;
      if (value < (least[slot] ?? 0)) least[slot] = value;
    }
  }
  return Uint8Array.from(least, (value) => value & 0xff);
}

/** The share of the runs of two texts that both have (Jaccard), as their signatures tell it: 0–1. */
export function likeness(one: Uint8Array, other: Uint8Array): number {
  let same = 0;
  for (let slot = 0; slot < SLOTS; slot += 1) if (one[slot] === other[slot]) same += 1;
  // A byte is alike by chance once in 256 times.
  return Math.max(0, (same / SLOTS - 1 / 256) / (1 - 1 / 256));
}

function hashesOfWords(text: string): number[] {
  const hashes: number[] = [];
  for (const word of wordsIn(text.normalize('NFKC').toLowerCase())) {
    if (isUnspaced(word)) for (const letter of word) hashes.push(hashOf(letter));
    else hashes.push(hashOf(word));
  }
  return hashes;
}

/** FNV-1a over UTF-16 units. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0, { length } = word; at < length; at += 1) hash = Math.imul(hash ^ codeUnitAt(word, at), 0x01000193);
  return hash;
}

const SEEDS = Int32Array.from({ length: SLOTS }, (_, slot) => mix(0x9e3779b9 * (slot + 1)));
