/** A stored HTTP body in zstd. */
import { ConvertError } from '../../errors.ts';
import { ByteReader } from './byte-reader.ts';
import { zstdFrames } from './zstd-frames.ts';

/** Decodes one or more whole frames, as a stored HTTP body has them; undefined where they are larger than the limit. */
export async function zstdBody(bytes: Buffer, limit: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let length = 0;
  const add = (piece: Buffer): void => {
    length += piece.length;
    if (length > limit) throw new ConvertError('too-large', `its zstd body expands to more than ${limit} bytes`);
    pieces.push(piece);
  };
  for await (const part of zstdFrames(new ByteReader(once(bytes)))) {
    if (part.fault !== undefined) throw part.fault;
    if (part.bytes !== undefined) add(part.bytes);
    if (part.pieces !== undefined) for await (const piece of part.pieces) add(piece);
  }
  return Buffer.concat(pieces, length);
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}
