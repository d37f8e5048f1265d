/** Lines of bytes, for rows that are read as they come. */
import type { ByteReader } from './byte-reader.ts';

/** No string of V8 is longer. */
export const STRING_LIMIT = 2 ** 29 - 24;

/** The next line without its end; one that is longer than the limit is passed over unheld; undefined at the end. */
export async function nextLine(reader: ByteReader, limit: number): Promise<Buffer | 'too-long' | undefined> {
  const pieces: Buffer[] = [];
  for (let length = 0; ; ) {
    const bytes = await reader.peek(1);
    if (bytes.length === 0) {
      if (length > limit) return 'too-long';
      return length === 0 ? undefined : Buffer.concat(pieces, length);
    }
    const end = bytes.indexOf(10);
    const piece = bytes.subarray(0, end < 0 ? undefined : end);
    reader.consume(piece.length + (end < 0 ? 0 : 1));
    length += piece.length;
    if (length > limit) pieces.length = 0;
    else pieces.push(piece);
    if (end < 0) continue;
    if (length > limit) return 'too-long';
    return pieces.length === 1 ? piece : Buffer.concat(pieces, length);
  }
}

/** A mark of the byte order, as some programs put before UTF-8. */
export const withoutMark = (line: Buffer): Buffer =>
  line[0] === 0xef && line[1] === 0xbb && line[2] === 0xbf ? line.subarray(3) : line;
