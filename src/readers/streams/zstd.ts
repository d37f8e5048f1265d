/**
 * The frames of a zstd file one by one (RFC 8878). Small frames are decoded whole by the reference library in WASM,
 * which checks their sums and takes dictionaries; large ones block by block, with the sum checked beside.
 */
import { ConvertError } from '../../errors.ts';
import type { ByteReader } from './byte-reader.ts';
import type { Part } from './part.ts';

const MAGIC = Buffer.from([0x28, 0xb5, 0x2f, 0xfd]);
/** The skippable frame that carries a dictionary in a `.warc.zst` (IIPC warc-zstd, 1.0). */
const DICTIONARY_FRAME = 0x184d2a5d;
/** A frame is decoded whole up to so many bytes, compressed and not. */
const WHOLE_IN = 4 * 2 ** 20;
const WHOLE_OUT = 16 * 2 ** 20;
/** The window is held in memory; the command-line tool refuses larger ones too, unless told otherwise. */
const WINDOW_LIMIT = 128 * 2 ** 20;
const DICTIONARY_LIMIT = 32 * 2 ** 20;

export const isZstd = (head: Buffer): boolean => head.subarray(0, 4).equals(MAGIC) || isSkippable(head);

const isSkippable = (head: Buffer): boolean => head.length >= 8 && head.readUInt32LE(0) >>> 4 === 0x184d2a5;

/** What a frame's header says of it. */
interface Frame {
  readonly headerSize: number;
  readonly contentSize?: number;
  readonly windowSize: number;
  readonly dictionary: number;
  readonly hasChecksum: boolean;
}

export function readFrameHeader(head: Buffer): Frame | undefined {
  if (!head.subarray(0, 4).equals(MAGIC) || head.length < 6) return undefined;
  const flags = head[4] as number;
  const isSingle = (flags & 0x20) !== 0;
  const idSize = [0, 1, 2, 4][flags & 3] as number;
  const sizeSize = [isSingle ? 1 : 0, 2, 4, 8][flags >> 6] as number;
  const headerSize = 5 + (isSingle ? 0 : 1) + idSize + sizeSize;
  if ((flags & 8) !== 0 || head.length < headerSize) return undefined;
  let at = 5;
  let windowSize = 0;
  if (!isSingle) {
    const base = 2 ** (10 + ((head[at] as number) >> 3));
    windowSize = base + (base / 8) * ((head[at] as number) & 7);
    at += 1;
  }
  const dictionary = idSize === 0 ? 0 : head.readUIntLE(at, idSize);
  at += idSize;
  const contentSize =
    sizeSize === 0
      ? undefined
      : sizeSize === 8
        ? Number(head.readBigUInt64LE(at))
        : head.readUIntLE(at, sizeSize) + (sizeSize === 2 ? 256 : 0);
  return {
    headerSize,
    windowSize: isSingle ? (contentSize ?? 0) : windowSize,
    dictionary,
    hasChecksum: (flags & 4) !== 0,
    ...(contentSize === undefined ? {} : { contentSize }),
  };
}

/** Frames in order; after a damaged one the reading goes on at the next place where a frame decodes. */
export async function* zstdFrames(reader: ByteReader): AsyncGenerator<Part> {
  let dictionary: Buffer | undefined;
  for (;;) {
    const start = reader.offset;
    const head = await reader.peek(18);
    if (head.length === 0) {
      if (reader.fault !== undefined) yield { offset: start, fault: reader.fault };
      return;
    }
    if (isSkippable(head)) {
      const length = head.readUInt32LE(4);
      const isDictionary = head.readUInt32LE(0) === DICTIONARY_FRAME && length <= DICTIONARY_LIMIT;
      reader.consume(8);
      if (isDictionary) dictionary = await readDictionary(await reader.take(length));
      else await reader.skip(length);
      continue;
    }
    const frame = readFrameHeader(head);
    if (frame === undefined) {
      const length = await toNextFrame(reader);
      yield { offset: start, fault: corrupt(`${length} bytes between frames are rubbish`) };
      continue;
    }
    const problem = refusal(frame, dictionary);
    const end = await frameEnd(reader, frame);
    if (problem !== undefined) {
      yield { offset: start, fault: problem };
      if (typeof end === 'number') reader.consume(end);
      else await toNextFrame(reader);
    } else if (end === 'large' || (frame.contentSize ?? 0) > WHOLE_OUT) {
      const state = { fault: undefined as ConvertError | undefined };
      yield { offset: start, pieces: framePieces(reader, frame, state), state };
      if (state.fault !== undefined) await toNextFrame(reader);
    } else if (typeof end === 'number') {
      const bytes = await decodeWhole(reader.buffered.subarray(0, end), frame, dictionary);
      if (bytes === undefined) {
        const state = { fault: undefined as ConvertError | undefined };
        yield { offset: start, pieces: framePieces(reader, frame, state), state };
        if (state.fault !== undefined) await toNextFrame(reader);
      } else if (bytes instanceof ConvertError) {
        yield { offset: start, bytes: await beginning(reader.buffered.subarray(0, end)), fault: bytes };
        await toNextFrame(reader);
      } else {
        yield { offset: start, bytes };
        reader.consume(end);
      }
    } else {
      yield { offset: start, bytes: await beginning(reader.buffered), fault: end };
      await toNextFrame(reader);
    }
  }
}

function refusal(frame: Frame, dictionary: Buffer | undefined): ConvertError | undefined {
  if (frame.dictionary !== 0 && dictionary === undefined) {
    return new ConvertError(
      'missing-dictionary',
      `compressed with dictionary ${frame.dictionary}, which is not in the file; unpack it with zstd -D first`,
    );
  }
  if (frame.windowSize <= WINDOW_LIMIT || (frame.contentSize ?? WHOLE_OUT + 1) <= WHOLE_OUT) return undefined;
  return new ConvertError('too-large', `its window of ${frame.windowSize} bytes exceeds the limit of ${WINDOW_LIMIT}`);
}

/** Length of the frame from its block headers, without decoding; `large` where it is longer than is held. */
async function frameEnd(reader: ByteReader, frame: Frame): Promise<number | 'large' | ConvertError> {
  let at = frame.headerSize;
  for (;;) {
    if (at + 3 > WHOLE_IN) return 'large';
    let bytes = reader.buffered;
    if (bytes.length < at + 3) bytes = await reader.peek(Math.max(at + 3, Math.min(2 * at, WHOLE_IN)));
    if (bytes.length < at + 3) return reader.fault ?? cut();
    const block = bytes.readUIntLE(at, 3);
    const type = (block >> 1) & 3;
    if (type === 3) return corrupt('a block of a reserved type');
    at += 3 + (type === 1 ? 1 : block >> 3);
    if ((block & 1) === 0) continue;
    at += frame.hasChecksum ? 4 : 0;
    return (await reader.peek(at)).length < at ? (reader.fault ?? cut()) : at;
  }
}

/** The frame's content, what is wrong with it, or undefined where it is larger than is held. */
async function decodeWhole(
  bytes: Buffer,
  frame: Frame,
  dictionary: Buffer | undefined,
): Promise<Buffer | ConvertError | undefined> {
  const { createDCtx, decompress, decompressUsingDict, freeDCtx } = await library();
  // A frame that does not tell its size is tried with growing buffers.
  for (let size = frame.contentSize ?? 2 ** 20; ; size *= 4) {
    const limit = { defaultHeapSize: Math.min(size, WHOLE_OUT) };
    try {
      if (frame.dictionary === 0 && dictionary === undefined) return asBuffer(decompress(bytes, limit));
      const context = createDCtx();
      try {
        return asBuffer(decompressUsingDict(context, bytes, dictionary ?? Buffer.alloc(0), limit));
      } finally {
        freeDCtx(context);
      }
    } catch {
      if (frame.contentSize !== undefined) return corrupt('a zstd frame does not decode, or its checksum is wrong');
      if (size >= WHOLE_OUT) return frame.dictionary === 0 ? undefined : corrupt('a zstd frame does not decode');
    }
  }
}

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);

type Library = typeof import('@bokuweb/zstd-wasm');
let loading: Promise<Library> | undefined;

function library(): Promise<Library> {
  loading ??= import('@bokuweb/zstd-wasm').then(async (zstd) => {
    await zstd.init();
    return zstd;
  });
  return loading;
}

/** Decodes one or more whole frames, as a stored HTTP body has them; undefined where they are larger than the limit. */
export async function zstdBody(bytes: Buffer, limit: number): Promise<Buffer> {
  const { ByteReader } = await import('./byte-reader.ts');
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

/** The dictionary frame holds the dictionary as it is, or as a zstd frame. */
async function readDictionary(bytes: Buffer): Promise<Buffer | undefined> {
  if (!bytes.subarray(0, 4).equals(MAGIC)) return bytes;
  return zstdBody(bytes, DICTIONARY_LIMIT).catch(() => undefined);
}

/** A large frame block by block. Ends with a ConvertError `truncated` or `corrupt` after the last sound block. */
async function* framePieces(
  reader: ByteReader,
  frame: Frame,
  state: { fault: ConvertError | undefined },
): AsyncGenerator<Buffer> {
  const { Decompress } = await import('fzstd');
  const sum = frame.hasChecksum ? (await (await import('xxhash-wasm')).default()).create64() : undefined;
  const pieces: Buffer[] = [];
  const decompressor = new Decompress((piece) => {
    if (piece.length > 0) pieces.push(asBuffer(piece));
  });
  try {
    decompressor.push(await reader.take(frame.headerSize));
    for (let isLast = false; !isLast; ) {
      const head = await reader.take(3);
      if (head.length < 3) throw reader.fault ?? cut();
      const block = head.readUIntLE(0, 3);
      isLast = (block & 1) === 1;
      const type = (block >> 1) & 3;
      const size = type === 1 ? 1 : block >> 3;
      if (type === 3 || size > 128 * 2 ** 10) throw corrupt('a block that no encoder writes');
      const body = await reader.take(size);
      if (body.length < size) throw reader.fault ?? cut();
      decompressor.push(Buffer.concat([head, body]), isLast && !frame.hasChecksum);
      for (const piece of pieces.splice(0)) {
        sum?.update(piece);
        yield piece;
      }
    }
    if (sum !== undefined) {
      const stored = await reader.take(4);
      if (stored.length < 4) throw cut();
      if (Number(sum.digest() & 0xffffffffn) !== stored.readUInt32LE(0))
        throw corrupt('the checksum of a zstd frame is wrong');
    }
  } catch (error) {
    state.fault = error instanceof ConvertError ? error : corrupt((error as Error).message);
    throw state.fault;
  }
}

/** The first bytes of a frame that is cut or damaged, as far as they decode. */
async function beginning(bytes: Buffer): Promise<Buffer> {
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

/** Passes over at least one byte, to the next place where a frame header stands, or to the end. */
async function toNextFrame(reader: ByteReader): Promise<number> {
  const start = reader.offset;
  for (let first = true; ; first = false) {
    const bytes = await reader.peek(64 * 2 ** 10);
    const at = bytes.indexOf(MAGIC, first ? 1 : 0);
    if (at >= 0) {
      reader.consume(at);
      if (readFrameHeader(await reader.peek(18)) !== undefined) return reader.offset - start;
      reader.consume(1);
    } else {
      reader.consume(Math.max(bytes.length - (reader.hasEnded ? 0 : 3), 0));
      if (reader.hasEnded) return reader.offset - start;
    }
  }
}

const corrupt = (why: string): ConvertError => new ConvertError('corrupt', `corrupt: ${why}`);
const cut = (): ConvertError => new ConvertError('truncated', 'cut short: the zstd data end too early');
