/** Bytes by their place, for packings with a directory at their end. */
import { ConvertError } from '../../errors.ts';
import type { Resource } from '../../resource.ts';
import { collect } from '../collect.ts';

export interface RandomAccess {
  readonly size: number;
  readonly slice: Slice;
}

export type Slice = (start: number, end: number) => Promise<Uint8Array>;

/** Directories are read in bits of some 50 bytes that lie side by side. */
const BLOCK = 256 * 2 ** 10;

/** A file is read where it lies; what comes in a stream is held, up to the limit. */
export async function randomAccess({ size, slice, open }: Resource, maxBytes: number): Promise<RandomAccess> {
  if (size !== undefined && slice !== undefined) return { size, slice: inBlocks(slice, size) };
  try {
    const whole = await collect(open(), { maxBytes });
    return { size: whole.length, slice: async (start, end) => whole.subarray(start, end) };
  } catch (error) {
    if (!(error instanceof ConvertError) || error.reason !== 'too-large') throw error;
    throw new ConvertError('too-large', `in a stream, and larger than ${maxBytes} bytes; give it as a file`);
  }
}

/** Keeps the block that was read last. */
function inBlocks(slice: Slice, size: number): Slice {
  let from = 0;
  let block: Uint8Array = new Uint8Array();
  return async (start, end) => {
    if (end - start >= BLOCK) return slice(start, end);
    if (start < from || end > from + block.length) {
      from = Math.max(0, Math.min(start, size - BLOCK));
      block = await slice(from, Math.min(from + BLOCK, size));
    }
    return block.subarray(start - from, end - from);
  };
}
