/**
 * The frames of a zstd file one by one (RFC 8878). Small frames are decoded whole by the reference library in WASM,
 * which checks their sums and takes dictionaries; large ones block by block, with the sum checked beside.
 */
import { ConvertError } from '../../errors.ts';
import type { ByteReader } from './byte-reader.ts';
import type { Part } from './part.ts';
import {
  type Frame,
  isSkippable,
  readFrameHeader,
  WHOLE_IN,
  WHOLE_OUT,
  WINDOW_LIMIT,
  ZSTD_MAGIC,
  zstdCut,
  zstdDamage,
} from './zstd-header.ts';
import { beginning, framePieces } from './zstd-pieces.ts';
import { decodeWhole } from './zstd-whole.ts';

/** The skippable frame that carries a dictionary in a `.warc.zst` (IIPC warc-zstd, 1.0). */
const DICTIONARY_FRAME = 0x184d2a5d;
const DICTIONARY_LIMIT = 32 * 2 ** 20;

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
      yield { offset: start, fault: zstdDamage(`${length} bytes between frames are rubbish`) };
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
    if (bytes.length < at + 3) return reader.fault ?? zstdCut();
    const block = bytes.readUIntLE(at, 3);
    const type = (block >> 1) & 3;
    if (type === 3) return zstdDamage('a block of a reserved type');
    at += 3 + (type === 1 ? 1 : block >> 3);
    if ((block & 1) === 0) continue;
    at += frame.hasChecksum ? 4 : 0;
    return (await reader.peek(at)).length < at ? (reader.fault ?? zstdCut()) : at;
  }
}

/** Passes over at least one byte, to the next place where a frame header stands, or to the end. */
async function toNextFrame(reader: ByteReader): Promise<number> {
  const start = reader.offset;
  for (let first = true; ; first = false) {
    const bytes = await reader.peek(64 * 2 ** 10);
    const at = bytes.indexOf(ZSTD_MAGIC, first ? 1 : 0);
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

/** The dictionary frame holds the dictionary as it is, or as a zstd frame. */
async function readDictionary(bytes: Buffer): Promise<Buffer | undefined> {
  const frame = readFrameHeader(bytes);
  if (frame === undefined) return bytes;
  const content = await decodeWhole(bytes, frame, undefined);
  return content instanceof ConvertError ? undefined : content;
}
