/** What is larger than may be read, and what to do about it. */
import { ConvertError } from '../errors.ts';
import { STRING_LIMIT } from './streams/next-line.ts';

export interface SizeLimits {
  /** Largest page, in bytes, decoded. */
  readonly maxBytes: number;
  /** Bytes of the longest text that the engine can hold; by default V8's. */
  readonly longestText?: number;
}

/** The limits with the smaller of the two as the one for pages: what is longer could be read, and never decoded. */
export const withinText = <Limits extends SizeLimits>(limits: Limits): Limits => ({
  ...limits,
  maxBytes: Math.min(limits.maxBytes, limits.longestText ?? STRING_LIMIT),
});

export function tooLarge({ maxBytes, longestText = STRING_LIMIT }: SizeLimits, what = ''): ConvertError {
  const next = maxBytes < longestText ? 'raise --max-bytes to read it' : 'no text can be longer: split it first';
  return new ConvertError('too-large', `larger than ${maxBytes} bytes${what}; ${next}`);
}
