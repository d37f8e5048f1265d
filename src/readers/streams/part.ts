/** A piece of a compressed file that stands alone: a gzip member, a zstd frame, or what is wrong between two. */
import type { ConvertError } from '../../errors.ts';

export interface Part {
  /** Where it begins in the compressed file. */
  readonly offset: number;
  /** Its content, if small. */
  readonly bytes?: Buffer;
  /** Its content, if large: to be read to the end before the next part. Throws after the last sound piece. */
  readonly pieces?: AsyncGenerator<Buffer>;
  /** What the reading of `pieces` found wrong. */
  readonly state?: { fault: ConvertError | undefined };
  /** What is wrong with it; without content, it is nothing but damage. */
  readonly fault?: ConvertError;
  /** So many zero bytes, which tapes and preallocated files have. */
  readonly padding?: number;
}
