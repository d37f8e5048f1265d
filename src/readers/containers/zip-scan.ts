/** The entries of a zip whose directory is lost or wrong, by their local headers in a row. */
import { crc32 } from 'node:zlib';
import { ConvertError } from '../../errors.ts';
import { ByteReader } from '../streams/byte-reader.ts';
import { inflatePieces } from '../streams/inflate.ts';
import type { Slice } from './random-access.ts';
import { refuse, type ZipEntry } from './zip-entries.ts';
import { LOCAL_MAGIC, LOCAL_SIZE, type Local, readLocal } from './zip-local.ts';
import { extraFieldsIn, zipName } from './zip-name.ts';

const STEP = 2 ** 20;
const ZIP64 = 1;
const LIMIT = 2_000_000;

/**
 * Reads all there is once, to find where each entry ends; what is wrong with its content shows when it is opened.
 * @param unpacked told of the bytes that this unpacks; throws at the limit
 */
export async function scanEntries(slice: Slice, size: number, unpacked: (bytes: number) => void): Promise<ZipEntry[]> {
  const from = (offset: number): ByteReader => new ByteReader(inSteps(slice, offset, size));
  const entries: ZipEntry[] = [];
  for (let at = await nextHeader(from(0), 0); at !== undefined && entries.length < LIMIT; ) {
    const found = await readEntry(slice, size, at, from, unpacked);
    if (found !== undefined) entries.push(found.entry);
    const next: number = found?.end ?? at + LOCAL_MAGIC.length;
    at = await nextHeader(from(next), next);
  }
  return entries;
}

async function* inSteps(slice: Slice, start: number, size: number): AsyncGenerator<Uint8Array> {
  for (let at = start; at < size; at += STEP) yield await slice(at, Math.min(at + STEP, size));
}

/** Where the next of some marks stands, counted from where the reader began. */
async function nextMark(reader: ByteReader, marks: readonly Buffer[]): Promise<number | undefined> {
  for (;;) {
    const bytes = await reader.peek(64 * 2 ** 10);
    const places = marks.map((mark) => bytes.indexOf(mark)).filter((at) => at >= 0);
    const at = places.length === 0 ? -1 : Math.min(...places);
    reader.consume(at >= 0 ? at : Math.max(bytes.length - (reader.hasEnded ? 0 : LOCAL_MAGIC.length - 1), 0));
    if (at >= 0) return reader.offset;
    if (reader.hasEnded) return undefined;
  }
}

async function nextHeader(reader: ByteReader, offset: number): Promise<number | undefined> {
  const at = await nextMark(reader, [LOCAL_MAGIC]);
  return at === undefined ? undefined : offset + at;
}

/** The entry whose header stands at an offset, and where the next one is looked for. */
async function readEntry(
  slice: Slice,
  size: number,
  offset: number,
  from: (offset: number) => ByteReader,
  unpacked: (bytes: number) => void,
): Promise<{ entry: ZipEntry; end: number } | undefined> {
  const local = readLocal(Buffer.from(await slice(offset, Math.min(offset + LOCAL_SIZE, size))));
  if (local === undefined) return undefined;
  const names = Buffer.from(await slice(offset + LOCAL_SIZE, Math.min(offset + local.size, size)));
  if (names.subarray(0, local.nameSize).some((byte) => byte < 32)) return undefined;
  const extra = extraFieldsIn(names.subarray(local.nameSize));
  const name = zipName(names.subarray(0, local.nameSize), local.flags, extra);
  const start = offset + local.size;
  const refusal = refuse(local.flags, local.method);
  if (refusal !== undefined)
    return { entry: { name, offset, size: 0, refusal, open: nothing }, end: offset + LOCAL_SIZE };
  const sizes = extra.find(({ id, data }) => local.isZip64 && id === ZIP64 && data.length >= 16)?.data;
  let packed = sizes === undefined ? local.compressed : Number(sizes.readBigUInt64LE(8));
  const content = (reader: ByteReader) =>
    checked(local.method === 8 ? inflatePieces(reader) : stored(reader, packed), local);
  if (local.method === 0 && local.hasDescriptor) packed = await untilMark(from(start), 0);
  let measured = await measure(content, from(start), unpacked);
  if (!measured.isSound && local.method === 0) {
    // What was inserted has moved its end; what is in it may be read as far as it is sound.
    packed = await untilMark(from(start + Math.min(packed, size)), Math.min(packed, size));
    measured = { ...measured, length: packed };
  }
  // In what is damaged, the next header may stand anywhere.
  const end = measured.isSound ? start + measured.end : offset + LOCAL_SIZE;
  return { entry: { name, offset, size: measured.length, open: () => content(from(start)) }, end };
}

async function* nothing(): AsyncGenerator<Buffer> {}

/** What follows an entry: its descriptor, the next header, the directory, its end. */
const MARKS = ['PK\x07\x08', 'PK\x03\x04', 'PK\x01\x02', 'PK\x05\x06'].map((mark) => Buffer.from(mark, 'latin1'));

/** Bytes up to the next mark, or to the end of the file, where `before` of them are passed already. */
const untilMark = async (reader: ByteReader, before: number): Promise<number> =>
  before + ((await nextMark(reader, MARKS)) ?? reader.offset);

async function measure(
  content: (reader: ByteReader) => AsyncGenerator<Buffer>,
  reader: ByteReader,
  unpacked: (bytes: number) => void,
): Promise<{ length: number; end: number; isSound: boolean }> {
  let length = 0;
  try {
    for await (const piece of content(reader)) {
      unpacked(piece.length);
      length += piece.length;
    }
    return { length, end: reader.offset, isSound: true };
  } catch (error) {
    if (!(error instanceof ConvertError) || error.reason === 'too-large') throw error;
    return { length, end: 0, isSound: false };
  }
}

async function* stored(reader: ByteReader, size: number): AsyncGenerator<Buffer> {
  for (let left = size; left > 0; ) {
    const piece = (await reader.peek(1)).subarray(0, left);
    if (piece.length === 0) throw new ConvertError('truncated', 'cut short: the archive ends within it');
    reader.consume(piece.length);
    left -= piece.length;
    yield piece;
  }
}

async function* checked(content: AsyncGenerator<Buffer>, { hasDescriptor, crc }: Local): AsyncGenerator<Buffer> {
  let sum = 0;
  for await (const piece of content) {
    sum = crc32(piece, sum);
    yield piece;
  }
  if (!hasDescriptor && sum !== crc) throw new ConvertError('corrupt', 'corrupt: its checksum is wrong');
}
