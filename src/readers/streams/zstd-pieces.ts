/** A large zstd frame block by block, and what the beginning of a damaged one holds; sums are checked beside. */
import { ConvertError } from '../../errors.ts';
import type { ByteReader } from './byte-reader.ts';
import { type Frame, readFrameHeader, WHOLE_OUT, WINDOW_LIMIT, zstdCut, zstdDamage } from './zstd-header.ts';

/** A large frame block by block. Ends with a ConvertError `truncated` or `corrupt` after the last sound block. */
export async function* framePieces(
  reader: ByteReader,
  frame: Frame,
  state: { fault: ConvertError | undefined },
): AsyncGenerator<Buffer> {
  const { Decompress } = await import('fzstd');
  const sum = frame.hasChecksum ? (await (await import('xxhash-wasm')).default()).create64() : undefined;
  const pieces: Buffer[] = [];
  const decompressor = new Decompress((piece) => {
    if (piece.length > 0) pieces.push(Buffer.from(piece.buffer, piece.byteOffset, piece.length));
  });
  try {
    decompressor.push(await reader.take(frame.headerSize));
    for (let isLast = false; !isLast; ) {
      const head = await reader.take(3);
      if (head.length < 3) throw reader.fault ?? zstdCut();
      const block = head.readUIntLE(0, 3);
      isLast = (block & 1) === 1;
      const type = (block >> 1) & 3;
      const size = type === 1 ? 1 : block >> 3;
      if (type === 3 || size > 128 * 2 ** 10) throw zstdDamage('a block that no encoder writes');
      const body = await reader.take(size);
      if (body.length < size) throw reader.fault ?? zstdCut();
      decompressor.push(Buffer.concat([head, body]), isLast && !frame.hasChecksum);
      for (const piece of pieces.splice(0)) {
        sum?.update(piece);
        yield piece;
      }
    }
    if (sum !== undefined) {
      const stored = await reader.take(4);
      if (stored.length < 4) throw zstdCut();
      if (Number(sum.digest() & 0xffffffffn) !== stored.readUInt32LE(0))
        throw zstdDamage('the checksum of a zstd frame is wrong');
    }
  } catch (error) {
    state.fault = error instanceof ConvertError ? error : zstdDamage((error as Error).message);
    throw state.fault;
  }
}

/** The first bytes of a frame that is cut or damaged, as far as they decode. */
export async function beginning(bytes: Buffer): Promise<Buffer> {
  const pieces = zstdHead(bytes, (await import('fzstd')).Decompress);
  return pieces ?? Buffer.alloc(0);
}

/** What the beginning of a zstd file holds, or undefined where it cannot be told. */
export async function zstdContent(head: Buffer): Promise<Buffer | undefined> {
  if (readFrameHeader(head) === undefined) return undefined;
  return zstdHead(head, (await import('fzstd')).Decompress);
}

function zstdHead(bytes: Buffer, Decompress: typeof import('fzstd').Decompress): Buffer | undefined {
  const frame = readFrameHeader(bytes);
  if (frame === undefined || frame.windowSize > WINDOW_LIMIT || frame.dictionary !== 0) return undefined;
  const pieces: Buffer[] = [];
  let length = 0;
  const decompressor = new Decompress((piece) => {
    pieces.push(Buffer.from(piece));
    length += piece.length;
  });
  try {
    for (let at = 0; at < bytes.length && length < WHOLE_OUT; at += 4096)
      decompressor.push(bytes.subarray(at, at + 4096));
  } catch {
    // What came before the damage is all there is.
  }
  return Buffer.concat(pieces);
}
