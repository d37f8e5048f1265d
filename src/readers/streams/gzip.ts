/** The members of a gzip file one by one, each checked, and after a damaged one on at the next sound one. */
import { constants, crc32, inflateRawSync } from 'node:zlib';
import { ConvertError } from '../../errors.ts';
import type { ByteReader } from './byte-reader.ts';
import { inflatePart, inflatePieces, inflateWhole } from './inflate.ts';
import type { Part } from './part.ts';

export const GZIP_MAGIC = Buffer.from([0x1f, 0x8b, 0x08]);
const HEADER = 10;
const TRAILER = 8;
/** Names and comments in a member's header are short; a longer header is rubbish. */
const HEADER_LIMIT = 64 * 2 ** 10;

export const isGzip = (head: Uint8Array): boolean =>
  head[0] === 0x1f && head[1] === 0x8b && head[2] === 8 && ((head[3] as number) & 0xe0) === 0;

/**
 * Members in order. `begins` says how the content of a member begins where reading may go on after damage.
 * A part in pieces must be read to its end before the next one is asked for.
 */
export async function* gzipMembers(
  reader: ByteReader,
  begins: (head: Buffer) => boolean = () => true,
): AsyncGenerator<Part> {
  for (;;) {
    const start = reader.offset;
    const head = await reader.peek(HEADER + TRAILER);
    if (head.length === 0) {
      if (reader.fault !== undefined) yield { offset: start, fault: reader.fault };
      return;
    }
    const size = isGzip(head) ? await headerSize(reader) : undefined;
    if (size === undefined) {
      yield await gap(reader, start, begins);
      continue;
    }
    const header = await reader.take(size);
    const result = await inflateWhole(reader);
    if (result.kind === 'whole') {
      const trailer = await reader.take(TRAILER);
      const fault = check(trailer, crc32(result.bytes), result.bytes.length);
      yield fault === undefined
        ? { offset: start, bytes: result.bytes }
        : { offset: start, bytes: result.bytes, fault };
      if (fault?.reason === 'corrupt') {
        // The stream may have seemed to end early or late: what was taken for it is searched too.
        reader.unread(Buffer.concat([result.packed, trailer]));
        await toNextMember(reader, begins);
      }
    } else if (result.kind === 'broken') {
      // What comes before the damage may tell which record it was.
      yield { offset: start, bytes: await inflatePart(reader.buffered), fault: result.fault };
      // What made its header longer than ten bytes may be the damage.
      reader.unread(header);
      await toNextMember(reader, begins);
    } else {
      const state = { fault: undefined as ConvertError | undefined };
      yield { offset: start, pieces: checked(reader, state), state };
      if (state.fault !== undefined) await toNextMember(reader, begins);
    }
  }
}

async function* checked(reader: ByteReader, state: { fault: ConvertError | undefined }): AsyncGenerator<Buffer> {
  let crc = 0;
  let length = 0;
  try {
    for await (const piece of inflatePieces(reader)) {
      crc = crc32(piece, crc);
      length += piece.length;
      yield piece;
    }
    state.fault = check(await reader.take(TRAILER), crc, length);
  } catch (error) {
    if (!(error instanceof ConvertError)) throw error;
    state.fault = error;
  }
  if (state.fault !== undefined) throw state.fault;
}

function check(trailer: Buffer, crc: number, length: number): ConvertError | undefined {
  if (trailer.length < TRAILER) return new ConvertError('truncated', 'cut short: the gzip member has no checksum');
  if (trailer.readUInt32LE(0) === crc && trailer.readUInt32LE(4) === length % 2 ** 32) return undefined;
  return new ConvertError('corrupt', 'corrupt: the checksum of the gzip member is wrong');
}

/** Length of the member's header, or undefined where it is not one. */
async function headerSize(reader: ByteReader): Promise<number | undefined> {
  const flags = reader.buffered[3] as number;
  if (flags === 0) return HEADER;
  const head = await reader.peek(HEADER_LIMIT);
  let at = HEADER;
  if (flags & 4) {
    if (head.length < at + 2) return undefined;
    at += 2 + head.readUInt16LE(at);
  }
  for (const flag of [8, 16]) {
    if ((flags & flag) === 0) continue;
    const end = head.indexOf(0, at);
    if (end < 0) return undefined;
    at = end + 1;
  }
  if (flags & 2) at += 2;
  return at < head.length ? at : undefined;
}

/** Bytes that are no member: padding with zeros is nothing, all else is damage. */
async function gap(reader: ByteReader, start: number, begins: (head: Buffer) => boolean): Promise<Part> {
  let isPadding = true;
  const note = (passed: Buffer): void => {
    isPadding &&= passed.every((byte) => byte === 0);
  };
  await toNextMember(reader, begins, note);
  const length = reader.offset - start;
  if (isPadding) return { offset: start, padding: length };
  return { offset: start, fault: new ConvertError('corrupt', `corrupt: ${length} bytes between members are rubbish`) };
}

const WINDOW = 256 * 2 ** 10;

/** Passes over bytes to the next place where a member begins, or to the end. */
async function toNextMember(
  reader: ByteReader,
  begins: (head: Buffer) => boolean,
  passed: (bytes: Buffer) => void = () => undefined,
): Promise<void> {
  for (let first = true; ; first = false) {
    const bytes = await reader.peek(WINDOW);
    // Where reading stands now is known to be no member.
    const at = bytes.indexOf(GZIP_MAGIC, first ? 1 : 0);
    const end = at >= 0 ? at : Math.max(bytes.length - (reader.hasEnded ? 0 : GZIP_MAGIC.length - 1), 0);
    passed(bytes.subarray(0, end));
    reader.consume(end);
    if (at < 0) {
      if (reader.hasEnded) return;
      continue;
    }
    const head = await reader.peek(WINDOW);
    if (isGzip(head) && isMember(head, begins)) return;
    passed(head.subarray(0, 1));
    reader.consume(1);
  }
}

/** Three magic bytes come up by chance in every 16 MB: the content must inflate, and begin as it should. */
function isMember(head: Buffer, begins: (head: Buffer) => boolean): boolean {
  const content = gzipHead(head);
  return content !== undefined && content.length > 0 && begins(content);
}

/** What the beginning of a gzip file holds, or undefined where it is damaged. */
export function gzipHead(head: Buffer): Buffer | undefined {
  let at = HEADER;
  const flags = head[3] ?? 0;
  if (flags & 4) at += 2 + (head.length >= at + 2 ? head.readUInt16LE(at) : 0);
  for (const flag of [8, 16]) if (flags & flag) at = head.indexOf(0, at) + 1 || head.length;
  if (flags & 2) at += 2;
  try {
    return inflateRawSync(head.subarray(at, at + 2048), { finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    return undefined;
  }
}
