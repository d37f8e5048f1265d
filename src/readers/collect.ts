/** A stream whole, up to a limit. */
import { type SizeLimits, tooLarge } from './too-large.ts';

/** All bytes of a stream, or a ConvertError `too-large` as soon as it passes the limit. */
export async function collect(stream: AsyncIterable<Uint8Array>, limits: SizeLimits): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of stream) {
    size += piece.length;
    if (size > limits.maxBytes) throw tooLarge(limits);
    pieces.push(piece);
  }
  return Buffer.concat(pieces, size);
}
