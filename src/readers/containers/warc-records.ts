/**
 * The records of one part of a WARC (a gzip member, a zstd frame, a whole plain file), with their bounds checked.
 * Where a Content-Length is wrong, the next `WARC/1.` line or the end of the part tells where the record ends.
 */
import { ConvertError } from '../../errors.ts';
import type { ByteReader } from '../streams/byte-reader.ts';
import { type SizeLimits, tooLarge } from '../too-large.ts';
import { type Head, parseCutHead, peekHead } from './warc-header.ts';

export interface WarcRecord {
  /** Where it begins in the part. */
  readonly at: number;
  readonly fields: ReadonlyMap<string, string>;
  /** Its content; undefined where it is not wanted, or where `fault` says why it is not given. */
  readonly block?: Buffer;
  readonly fault?: ConvertError;
  readonly warnings: readonly string[];
}

/** Bytes where a record should be. */
export interface Rubbish {
  readonly at: number;
  readonly length: number;
}

/** Longer records than any disk holds: what the header says is wrong. */
const SANE_LENGTH = 2 ** 40;
/** An HTTP header may stand before the largest body that is allowed. */
const HTTP_HEAD = 2 ** 16;
/** How far the end of a record is searched where its Content-Length is too short. */
const SEARCH = 16 * 2 ** 20;
const VERSION_LINE = Buffer.from('\nWARC/1.');
const HEADER_LINES = /^\nWARC\/1\.\d+\r?\n(?:WARC-|Content-)/;
const VERSION = Buffer.from('WARC/');

/**
 * @param isWanted says of a record's fields whether its content is needed
 * @param isMember the part has an end of its own, which a record in it cannot pass
 */
export async function* readRecords(
  reader: ByteReader,
  isWanted: (fields: ReadonlyMap<string, string>) => boolean,
  limits: SizeLimits,
  isMember: boolean,
): AsyncGenerator<WarcRecord | Rubbish> {
  for (;;) {
    const before = reader.offset;
    await passBlankLines(reader);
    const bytes = await reader.peek(VERSION.length);
    if (bytes.length === 0) return;
    if (!bytes.subarray(0, VERSION.length).equals(VERSION)) {
      await toNextRecord(reader);
      yield { at: before, length: reader.offset - before };
      continue;
    }
    const at = reader.offset;
    const head = await peekHead(reader);
    if (head === undefined) {
      const { fields } = parseCutHead(reader.buffered);
      reader.consume(1);
      await toNextRecord(reader);
      yield { at, fields, fault: reader.fault ?? cut('its header'), warnings: [] };
      continue;
    }
    reader.consume(head.size);
    yield await readBlock(reader, head, at, isWanted(head.fields), limits, isMember);
  }
}

async function readBlock(
  reader: ByteReader,
  { fields }: Head,
  at: number,
  isWanted: boolean,
  limits: SizeLimits,
  isMember: boolean,
): Promise<WarcRecord> {
  const length = Number(fields.get('content-length') ?? Number.NaN);
  if (!Number.isSafeInteger(length) || length < 0 || length > SANE_LENGTH) {
    await toNextRecord(reader);
    return { at, fields, fault: new ConvertError('corrupt', 'corrupt: it has no sound Content-Length'), warnings: [] };
  }
  if (length > limits.maxBytes + HTTP_HEAD) {
    const passed = await reader.skip(length);
    const fault = passed < length && !isMember ? (reader.fault ?? cut('its content')) : tooLarge(limits);
    return isWanted ? { at, fields, fault, warnings: [] } : { at, fields, warnings: [] };
  }
  const block = await reader.take(length);
  if (await isBoundary(reader, block.length === length))
    return { at, fields, warnings: [], ...(isWanted ? { block } : {}) };
  const mended = await mend(reader, block, length, isMember);
  return { at, fields, ...mended, ...(isWanted ? {} : { block: undefined }) } as WarcRecord;
}

/** A whole record is followed by two line ends, by the next record, or by nothing. */
async function isBoundary(reader: ByteReader, isWhole: boolean): Promise<boolean> {
  if (!isWhole) return false;
  const tail = (await reader.peek(VERSION.length + 4)).toString('latin1', 0, VERSION.length + 4);
  return /^(?:\r?\n){0,2}(?:WARC\/|$)/.test(tail) || tail.startsWith('\r\n\r\n');
}

async function mend(
  reader: ByteReader,
  block: Buffer,
  length: number,
  isMember: boolean,
): Promise<Omit<WarcRecord, 'at' | 'fields'>> {
  const inside = findRecord(block);
  if (inside >= 0) {
    reader.unread(block.subarray(inside));
    return { block: block.subarray(0, inside), warnings: [`corrupt: its Content-Length of ${length} is too long`] };
  }
  if (block.length < length) {
    if (!isMember) return { block, fault: reader.fault ?? cut('its content'), warnings: [] };
    return {
      block: withoutLineEnds(block),
      ...(reader.fault === undefined ? {} : { fault: reader.fault }),
      warnings: [`corrupt: its Content-Length of ${length} is too long`],
    };
  }
  const more = await reader.peek(SEARCH);
  const next = findRecord(more);
  if (next < 0 && !reader.hasEnded) {
    await toNextRecord(reader);
    return {
      block,
      fault: new ConvertError('corrupt', `corrupt: its Content-Length of ${length} is wrong`),
      warnings: [],
    };
  }
  const rest = await reader.take(next < 0 ? more.length : next);
  return {
    block: withoutLineEnds(Buffer.concat([block, rest])),
    warnings: [`corrupt: its Content-Length of ${length} is too short`],
  };
}

/** Where the line ends begin that stand before the next record, of which the first two lines are seen; or -1. */
function findRecord(bytes: Buffer): number {
  for (let at = bytes.indexOf(VERSION_LINE); at >= 0; at = bytes.indexOf(VERSION_LINE, at + 1)) {
    if (!HEADER_LINES.test(bytes.toString('latin1', at, at + 32))) continue;
    let start = at;
    while (start > at - 3 && (bytes[start - 1] === 13 || bytes[start - 1] === 10)) start -= 1;
    return start;
  }
  return -1;
}

function withoutLineEnds(block: Buffer): Buffer {
  return block.subarray(0, block.subarray(-4).toString('latin1') === '\r\n\r\n' ? -4 : undefined);
}

async function passBlankLines(reader: ByteReader): Promise<void> {
  for (let bytes = await reader.peek(1); bytes.length > 0; bytes = await reader.peek(1)) {
    let count = 0;
    while (count < bytes.length && (bytes[count] === 13 || bytes[count] === 10)) count += 1;
    reader.consume(count);
    if (count < bytes.length) return;
  }
}

/** To the next line that begins a record, or to the end. */
async function toNextRecord(reader: ByteReader): Promise<void> {
  for (;;) {
    const bytes = await reader.peek(64 * 2 ** 10);
    for (let at = bytes.indexOf('\nWARC/1.'); at >= 0; ) {
      reader.consume(at + 1);
      return;
    }
    reader.consume(reader.hasEnded ? bytes.length : bytes.length - VERSION_LINE.length);
    if (reader.hasEnded) return;
  }
}

const cut = (what: string): ConvertError => new ConvertError('truncated', `cut short: the file ends within ${what}`);
