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

async function nextHeader(reader: ByteReader, offset: number): Promise<number | undefined> {
  for (;;) {
    const bytes = await reader.peek(64 * 2 ** 10);
    const at = bytes.indexOf(LOCAL_MAGIC);
    reader.consume(at >= 0 ? at : Math.max(bytes.length - (reader.hasEnded ? 0 : LOCAL_MAGIC.length - 1), 0));
    if (at >= 0) return offset + reader.offset;
    if (reader.hasEnded) return undefined;
  }
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
  const extra = extraFieldsIn(names.subarray(local.nameSize));
  const name = zipName(names.subarray(0, local.nameSize), local.flags, extra);
  const start = offset + local.size;
  const sizes = extra.find(({ id, data }) => local.isZip64 && id === ZIP64 && data.length >= 16)?.data;
  const compressed = sizes === undefined ? local.compressed : Number(sizes.readBigUInt64LE(8));
  const refusal = refuse(local.flags, local.method) ?? unbounded(local);
  const open = () => checked(local.method === 8 ? inflatePieces(from(start)) : stored(from(start), compressed), local);
  const entry = { name, offset, open, ...(refusal === undefined ? {} : { refusal }) };
  const { length, end, isSound } =
    refusal === undefined
      ? await measure(local, compressed, from(start), unpacked)
      : { length: 0, end: 0, isSound: false };
  // In what is damaged, the next header may stand anywhere.
  return { entry: { ...entry, size: length }, end: isSound ? start + end : start };
}

const unbounded = ({ method, hasDescriptor }: Local): ConvertError | undefined =>
  method === 0 && hasDescriptor
    ? new ConvertError('unsupported', 'stored without its length, which the lost directory had')
    : undefined;

async function measure(
  local: Local,
  compressed: number,
  reader: ByteReader,
  unpacked: (bytes: number) => void,
): Promise<{ length: number; end: number; isSound: boolean }> {
  let length = 0;
  try {
    const content = local.method === 8 ? inflatePieces(reader) : stored(reader, compressed);
    for await (const piece of checked(content, local)) {
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
