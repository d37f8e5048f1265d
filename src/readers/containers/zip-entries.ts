/** The entries of a zip by its directory (yauzl), each opened on demand and checked while it is read. */
import { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { ConvertError } from '../../errors.ts';
import type { Slice } from './random-access.ts';
import { LOCAL_SIZE, readLocal } from './zip-local.ts';
import { zipName } from './zip-name.ts';

export interface ZipEntry {
  readonly name: string;
  /** Where its local header stands. */
  readonly offset: number;
  readonly size: number;
  /** Why it cannot be read. */
  readonly refusal?: ConvertError;
  /** What the directory says of it is not what stands at its place. */
  readonly isAstray?: boolean;
  /** Throws a ConvertError `corrupt` or `truncated` after the last sound piece. */
  open(): AsyncGenerator<Buffer>;
}

/** A directory of more entries would not fit into memory. */
const ENTRY_LIMIT = 2_000_000;

/** All entries in the order of the directory, and what stopped its reading where it is broken. */
export async function zipEntries(slice: Slice, size: number): Promise<{ entries: ZipEntry[]; fault?: ConvertError }> {
  const yauzl = (await import('yauzl')).default;
  class Slices extends yauzl.RandomAccessReader {
    override _readStreamForRange(start: number, end: number): Readable {
      return Readable.from(ranges(slice, start, end));
    }
  }
  let file: ZipFile;
  try {
    file = await new Promise<ZipFile>((resolve, reject) => {
      const options = { lazyEntries: true, decodeStrings: false, autoClose: false, validateEntrySizes: true };
      yauzl.fromRandomAccessReader(new Slices(), size, options, (error, opened) =>
        error ? reject(error) : resolve(opened),
      );
    });
  } catch (error) {
    return { entries: [], fault: damage(error) };
  }
  const found: Entry[] = [];
  const fault = await new Promise<ConvertError | undefined>((resolve) => {
    file.on('entry', (entry: Entry) => {
      found.push(entry);
      if (found.length >= ENTRY_LIMIT) resolve(new ConvertError('too-large', `more than ${ENTRY_LIMIT} entries`));
      else file.readEntry();
    });
    file.on('end', () => resolve(undefined));
    file.on('error', (error) => resolve(damage(error)));
    file.readEntry();
  });
  const astray = new Set<Entry>();
  for (const entry of found) if (!(await agrees(entry, slice, size, fault !== undefined))) astray.add(entry);
  const overlapping = overlaps(found.filter((entry) => !astray.has(entry)));
  const entries = found.map((entry) => toEntry(file, entry, overlapping.has(entry), astray.has(entry)));
  return fault === undefined ? { entries } : { entries, fault };
}

async function* ranges(slice: Slice, start: number, end: number): AsyncGenerator<Uint8Array> {
  const step = 256 * 2 ** 10;
  for (let at = start; at < end; at += step) yield await slice(at, Math.min(at + step, end));
}

/**
 * Whether a local header stands where the directory says, with the same checksum and sizes as far as it has them; the same
 * name where the directory is known to be damaged, for some tools write two.
 */
async function agrees(entry: Entry, slice: Slice, size: number, isBroken: boolean): Promise<boolean> {
  const start = entry.relativeOffsetOfLocalHeader;
  if (start + LOCAL_SIZE > size) return false;
  const local = readLocal(Buffer.from(await slice(start, start + LOCAL_SIZE)));
  if (local === undefined || local.method !== entry.compressionMethod) return false;
  if (isBroken) {
    const name = await slice(start + LOCAL_SIZE, Math.min(start + LOCAL_SIZE + local.nameSize, size));
    if (!(entry.fileName as unknown as Buffer).equals(name)) return false;
  }
  if (local.hasDescriptor) return true;
  return local.crc === entry.crc32 >>> 0 && (local.isZip64 || local.compressed === entry.compressedSize);
}

function toEntry(file: ZipFile, entry: Entry, isOverlapping: boolean, isAstray: boolean): ZipEntry {
  const raw = entry.fileName as unknown as Buffer;
  const refusal = isOverlapping
    ? new ConvertError('corrupt', 'corrupt: its bytes overlap those of another entry')
    : refuse(entry.generalPurposeBitFlag, entry.compressionMethod);
  return {
    name: zipName(raw, entry.generalPurposeBitFlag, entry.extraFields),
    offset: entry.relativeOffsetOfLocalHeader,
    size: entry.uncompressedSize,
    open: () => contentOf(file, entry),
    isAstray,
    ...(refusal === undefined ? {} : { refusal }),
  };
}

export function refuse(flags: number, method: number): ConvertError | undefined {
  if ((flags & 1) !== 0) return new ConvertError('encrypted', 'encrypted: unpack it with its password first');
  if (method === 0 || method === 8) return undefined;
  return new ConvertError('unsupported', `compression method ${method} is not supported; unpack it with 7z first`);
}

async function* contentOf(file: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  let crc = 0;
  try {
    const stream = await new Promise<Readable>((resolve, reject) =>
      file.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened))),
    );
    for await (const piece of stream as AsyncIterable<Buffer>) {
      crc = crc32(piece, crc);
      yield piece;
    }
  } catch (error) {
    throw damage(error);
  }
  if (crc !== entry.crc32 >>> 0) throw new ConvertError('corrupt', 'corrupt: its checksum is wrong');
}

function damage(error: unknown): ConvertError {
  if (error instanceof ConvertError) return error;
  const why = (error as Error).message.replace(/:.*/s, '');
  if (/unexpected end|beyond|exceed/i.test(why) && !/entr/i.test(why))
    return new ConvertError('truncated', `cut short: ${why}`);
  return new ConvertError('corrupt', `corrupt: ${why}`);
}

/** Entries that share bytes: a few hundred kilobytes can so claim to be petabytes. */
function overlaps(entries: readonly Entry[]): Set<Entry> {
  const sorted = [...entries].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  const found = new Set<Entry>();
  let end = 0;
  let last: Entry | undefined;
  for (const entry of sorted) {
    const start = entry.relativeOffsetOfLocalHeader;
    if (last !== undefined && start < end) found.add(entry).add(last);
    if (last === undefined || start + entry.compressedSize + 30 > end) {
      end = start + 30 + entry.compressedSize;
      last = entry;
    }
  }
  return found;
}
