/**
 * How the words of one language begin, end and go on: a hashed table of letter sequences, each with two grades.
 * Packed (training/tables/words.ts writes it): u8 bits of the short part of a gap, u24 count, then count gaps between sorted
 * 24-bit hashes, Rice coded, padded to a byte, then a byte an entry: high half the first grade, low half the second.
 */
import { bytesOf } from './base64.ts';

export interface WordModel {
  /** Open addressing: hash + 1, 0 where free. */
  readonly keys: Int32Array;
  readonly grades: Uint8Array;
}

/** What a letter sequence stands for; the kind is part of its hash. */
export const GRAM = { right: 1, left: 2, across: 3, word: 4, piece: 5 } as const;

/** 24 bits; `from` to `to` of `codes`, what lies outside counts as a blank. */
export function hashGram(kind: number, codes: Uint16Array, from: number, to: number): number {
  let hash = Math.imul(kind * 16 + (to - from), 0x9e3779b1) | 0;
  for (let at = from; at < to; at += 1) {
    const code = at >= 0 && at < codes.length ? (codes[at] as number) : 32;
    hash = Math.imul(hash ^ code, 0x01000193);
    hash ^= hash >>> 15;
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 8;
}

export function readWordModel(base64: string): WordModel {
  const bytes = bytesOf(base64);
  const short = bytes[0] as number;
  const count = ((bytes[1] as number) << 16) | ((bytes[2] as number) << 8) | (bytes[3] as number);
  const hashes = new Int32Array(count);
  let bit = 32;
  const next = (): number => {
    const value = ((bytes[bit >> 3] as number) >> (7 - (bit & 7))) & 1;
    bit += 1;
    return value;
  };
  let last = 0;
  for (let entry = 0; entry < count; entry += 1) {
    let gap = 0;
    while (next() === 1) gap += 1;
    for (let digit = 0; digit < short; digit += 1) gap = gap * 2 + next();
    last += gap;
    hashes[entry] = last;
  }
  const first = (bit + 7) >> 3;
  let size = 1024;
  while (size < count * 2) size *= 2;
  const keys = new Int32Array(size);
  const grades = new Uint8Array(size);
  for (let entry = 0; entry < count; entry += 1) {
    const hash = hashes[entry] as number;
    let slot = hash & (size - 1);
    while (keys[slot] !== 0) slot = (slot + 1) & (size - 1);
    keys[slot] = hash + 1;
    grades[slot] = bytes[first + entry] as number;
  }
  return { keys, grades };
}

/** The byte of grades, -1 for what the model does not know. */
export function gradesOf({ keys, grades }: WordModel, hash: number): number {
  const mask = keys.length - 1;
  for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
    const key = keys[slot] as number;
    if (key === 0) return -1;
    if (key === hash + 1) return grades[slot] as number;
  }
}
