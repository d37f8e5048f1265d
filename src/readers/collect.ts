/** A stream whole, up to a limit. */
import { ConvertError } from '../errors.ts';

/** All bytes of a stream, or a ConvertError `too-large` as soon as it passes the limit. */
export async function collect(stream: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of stream) {
    size += piece.length;
    if (size > maxBytes) {
      throw new ConvertError('too-large', `larger than ${maxBytes} bytes; raise --max-bytes to read it`);
    }
    pieces.push(piece);
  }
  return Buffer.concat(pieces, size);
}
