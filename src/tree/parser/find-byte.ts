/**
 * Searching bytes four words at a time: three times as fast as `indexOf` of a Uint8Array, which looks at each (measured
 * on Node 20). Behind the source stand zeros enough to read past its end.
 */
import type { Parser } from './state.ts';

/** Index of an ASCII character other than NUL from `from` on, or the length of the source. */
export function findByte(p: Parser, byte: number, from: number): number {
  const { words, length } = p;
  const pattern = byte * 0x01010101;
  let before = bytesBefore(from);
  for (let at = from >> 2; at * 4 < length; at += 4) {
    const first = zeros(((words[at] as number) ^ pattern) | before);
    const second = zeros((words[at + 1] as number) ^ pattern);
    const third = zeros((words[at + 2] as number) ^ pattern);
    const fourth = zeros((words[at + 3] as number) ^ pattern);
    before = 0;
    if ((first | second | third | fourth) === 0) continue;
    return at * 4 + lowest(nibble(first) | (nibble(second) << 4) | (nibble(third) << 8) | (nibble(fourth) << 12));
  }
  return length;
}

const FOUR_LESS_THAN = 0x3c3c3c3c;

/** Index of the next `<` from `from` on, or of the next NUL of the page's own, or the length of the source. */
export function findMarkup(p: Parser, from: number): number {
  const { words, length } = p;
  let before = bytesBefore(from);
  for (let at = from >> 2; ; at += 2) {
    const first = (words[at] as number) | before;
    const second = words[at + 1] as number;
    const inFirst = zeros(first ^ FOUR_LESS_THAN) | zeros(first);
    const inSecond = zeros(second ^ FOUR_LESS_THAN) | zeros(second);
    before = 0;
    if ((inFirst | inSecond) === 0) continue;
    return Math.min(at * 4 + lowest(nibble(inFirst) | (nibble(inSecond) << 4)), length);
  }
}

/** Ones in those bytes of a word that stand before `index`: there nothing is found. */
const bytesBefore = (index: number): number => (1 << ((index & 3) << 3)) - 1;

/** Index of the lowest bit. */
const lowest = (bits: number): number => 31 - Math.clz32(bits & -bits);

/** The high bits of a word's four bytes side by side. */
const nibble = (bits: number): number => Math.imul(bits >>> 7, 0x10204080) >>> 28;

/** High bits of a word's bytes: the lowest that is set is that of the first byte which is zero. */
export const zeros = (word: number): number => (word - 0x01010101) & ~word & (0x80808080 | 0);

/** Which byte the lowest bit stands in. */
export const firstByte = (bits: number): number => (32 - Math.clz32(~bits & (bits - 1))) >> 3;
