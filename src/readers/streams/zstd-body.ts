/** A stored HTTP body in zstd. */
import { ConvertError } from '../../errors.ts';
import { ByteReader } from './byte-reader.ts';
import { zstdFrames } from './zstd-frames.ts';

/**
 * Decodes one or more whole frames, as far as they are sound; what stopped it where they are not. Throws a ConvertError
 * `too-large` where they are larger than the limit.
 */
export async function zstdBody(bytes: Buffer, limit: number): Promise<{ bytes: Buffer; fault?: ConvertError }> {
  const pieces: Buffer[] = [];
  let length = 0;
  const add = (piece: Buffer): void => {
    length += piece.length;
    if (length > limit) throw new ConvertError('too-large', `its zstd body expands to more than ${limit} bytes`);
    pieces.push(piece);
  };
  try {
    for await (const part of zstdFrames(new ByteReader(once(bytes)))) {
      if (part.bytes !== undefined) add(part.bytes);
      if (part.pieces !== undefined) for await (const piece of part.pieces) add(piece);
      if (part.fault !== undefined) throw part.fault;
    }
  } catch (error) {
    if (!(error instanceof ConvertError) || error.reason === 'too-large') throw error;
    return { bytes: Buffer.concat(pieces, length), fault: error };
  }
  return { bytes: Buffer.concat(pieces, length) };
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}
