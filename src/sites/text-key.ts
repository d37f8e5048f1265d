/** Numbers for texts, to keep and compare in place of them. */
import { codeUnitAt } from '../code-unit.ts';

/** A number for a text: two hashes in the 53 bits that a number holds exactly. */
export function textKey(text: string): number {
  let low = 0x811c9dc5;
  let high = 0x9e3779b9;
  for (let at = 0, { length } = text; at < length; at += 1) {
    const unit = codeUnitAt(text, at);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x85ebca6b);
    high ^= high >>> 15;
  }
  return (mix(high) >>> 11) * 2 ** 32 + (mix(low) >>> 0);
}

/** The finalizer of MurmurHash3: each bit of the input moves half of the output. */
export function mix(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
