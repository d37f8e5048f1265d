/**
 * WARC 1.0 and 1.1 (ISO 28500): plain, gzip (a member a record, or one for all) and zstd (frames, dictionary).
 * Answers, resources and conversions become pages; what is no page is skipped with a reason; after damage the reading
 * goes on at the next sound record.
 */
import { foreignFormat, looksBinary } from '../../decode/signature.ts';
import { ConvertError } from '../../errors.ts';
import type { Resource } from '../../resource.ts';
import { isPageType } from '../media-type.ts';
import { failed, type Skip, skip } from '../skip.ts';
import { ByteReader } from '../streams/byte-reader.ts';
import { gzipHead, gzipMembers, isGzip } from '../streams/gzip.ts';
import type { Part } from '../streams/part.ts';
import { zstdFrames } from '../streams/zstd-frames.ts';
import { isZstd } from '../streams/zstd-header.ts';
import { zstdContent } from '../streams/zstd-pieces.ts';
import { type Container, inMemory, type ReadSettings } from './container.ts';
import { decodeHttpBody } from './http-body.ts';
import { parseCutHead, parseHead } from './warc-header.ts';
import { readRecords, type WarcRecord } from './warc-records.ts';

const NAME = /\.(?:warc|wet|wat|arc)(?:\.[a-z0-9]+)*$/i;
const beginsRecord = (head: Buffer): boolean =>
  head.toString('latin1', 0, 6) === 'WARC/1' || head.toString('latin1', 0, 7) === 'WARC/0.';

/** No record begins here, and yet it is no page or other file under the name of a WARC. */
const looksDamaged = (content: Buffer): boolean =>
  /\nWARC[-/]/.test(content.toString('latin1', 0, 4096)) ||
  (looksBinary(content) && foreignFormat(content) === undefined);

export const warc: Container = {
  name: 'WARC',
  isMany: true,
  async matches(head, { id }) {
    if (beginsRecord(head)) return true;
    const isCompressed = isGzip(head) || isZstd(head);
    const content = isGzip(head) ? gzipHead(head) : await zstdContent(head);
    if (content !== undefined && content.length > 0)
      return beginsRecord(content) || (NAME.test(id) && looksDamaged(content));
    // The content cannot be looked at: damaged, or in need of a dictionary.
    return NAME.test(id) && (isCompressed || head.includes(0) || head.includes('\nWARC/1.'));
  },
  async *unpack(resource, settings, unpacked) {
    const reader = new ByteReader(resource.open());
    const head = await reader.peek(18);
    // What does not begin with a magic number, under a compressed name, is damage before the first member.
    const isZst = isZstd(head) || (/\.zst$/i.test(resource.id) && !beginsRecord(head));
    const isGz = isGzip(head) || (/\.gz$/i.test(resource.id) && !beginsRecord(head));
    const parts = isZst ? zstdFrames(reader) : isGz ? gzipMembers(reader, beginsRecord) : undefined;
    if (parts === undefined) {
      do yield* readPart(resource.id, { offset: 0 }, reader, settings, false);
      while (await reader.resume());
    } else {
      for await (const part of parts) {
        if (part.bytes !== undefined || part.pieces !== undefined) {
          yield* readCompressed(resource.id, part, settings, unpacked);
        } else if (part.fault !== undefined) yield failed(part.fault, placed(resource.id, part.offset));
      }
    }
    await reader.close();
  },
};

const placed = (id: string, offset: number) => ({ id: `${id}#${offset}`, offset });

async function* readCompressed(
  id: string,
  part: Part,
  settings: ReadSettings,
  unpacked: (bytes: number) => void,
): AsyncGenerator<Resource | Skip> {
  const reader = new ByteReader(part.pieces ?? inMemory('', part.bytes ?? Buffer.alloc(0)).open(), unpacked);
  if (part.fault !== undefined && part.bytes?.length === 0) return yield failed(part.fault, placed(id, part.offset));
  yield* readPart(id, part, reader, settings, true);
}

async function* readPart(
  id: string,
  part: Part,
  reader: ByteReader,
  settings: ReadSettings,
  isMember: boolean,
): AsyncGenerator<Resource | Skip> {
  let isReported = false;
  for await (const record of readRecords(reader, isWanted, settings, isMember && part.fault === undefined)) {
    const place = placed(id, part.offset + record.at);
    if (!('fields' in record)) {
      isReported = true;
      yield failed(new ConvertError('corrupt', `corrupt: ${record.length} bytes that are no record`), place);
      continue;
    }
    // Damage in a part that holds one record alone is that record's; its own end is where the part's is.
    const fault = part.fault?.reason === 'corrupt' && isWhole(record) ? undefined : (part.fault ?? record.fault);
    const warnings =
      fault === undefined && part.fault !== undefined ? [...record.warnings, part.fault.message] : record.warnings;
    const entry = await readRecord(record, place, fault, warnings, settings);
    if (entry === undefined) continue;
    isReported ||= fault !== undefined || part.fault !== undefined;
    yield entry;
  }
  const fault = part.fault ?? reader.fault;
  if (fault !== undefined && !isReported) yield failed(fault, placed(id, part.offset));
}

const PAGES = new Set(['response', 'resource', 'conversion']);
/** What a crawler tells beside the answers. */
const ASIDE = new Set(['warcinfo', 'request', 'metadata']);
const isWanted = (fields: ReadonlyMap<string, string>): boolean => PAGES.has(typeOf(fields));
const typeOf = (fields: ReadonlyMap<string, string>): string => (fields.get('warc-type') ?? '').toLowerCase();
const isWhole = ({ block, fault, warnings }: WarcRecord): boolean =>
  block !== undefined && fault === undefined && warnings.length === 0;

/** One record as a page, as a skip, or as nothing: requests, metadata and the like are no answers. */
async function readRecord(
  { fields, block }: WarcRecord,
  place: { id: string; offset: number },
  fault: ConvertError | undefined,
  warnings: readonly string[],
  settings: ReadSettings,
): Promise<Resource | Skip | undefined> {
  const type = typeOf(fields);
  const url = fields.get('warc-target-uri')?.replace(/^<(.*)>$/s, '$1');
  const from = { ...place, ...(url === undefined ? {} : { url }) };
  if (type === 'revisit')
    return skip('skipped', 'revisit', 'a revisit: the page is the same as one stored before', from);
  if (type === 'continuation') return skip('skipped', 'truncated', 'cut short: a further segment of a record', from);
  // Requests and metadata need no row of their own; damage in them does.
  const [warning] = warnings;
  if (!PAGES.has(type) && fault !== undefined) return failed(fault, from);
  if (!PAGES.has(type) && warning !== undefined) return skip('failed', 'corrupt', warning, from);
  if (type === '') return failed(new ConvertError('corrupt', 'corrupt: its header has no WARC-Type'), from);
  if (!PAGES.has(type))
    return ASIDE.has(type) ? undefined : skip('skipped', 'unsupported', `records of type ${type} are not read`, from);
  const isCut = fields.has('warc-truncated') || fields.has('warc-segment-number');
  if (fault !== undefined && (fault.reason !== 'truncated' || settings.truncated === 'skip'))
    return failed(fault, from);
  if (isCut && settings.truncated === 'skip') {
    const why = fields.get('warc-truncated') ?? 'segmented';
    return skip(
      'skipped',
      'truncated',
      `cut short by the crawler (${why}); --truncated convert takes it as it is`,
      from,
    );
  }
  if (block === undefined) return undefined;
  const notes = [
    ...warnings,
    ...(fault === undefined ? [] : [fault.message]),
    ...(isCut ? ['cut short by the crawler'] : []),
  ];
  return readPage(type, fields, block, { ...from, warnings: notes }, settings);
}

type From = { id: string; url?: string; offset: number; warnings: readonly string[] };

async function readPage(
  type: string,
  fields: ReadonlyMap<string, string>,
  block: Buffer,
  { warnings, ...from }: From,
  settings: ReadSettings,
): Promise<Resource | Skip> {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(from.url ?? '')?.[1]?.toLowerCase() ?? '';
  if (/^(?:dns|urn|metadata|whois|filedesc)$/.test(scheme))
    return skip('skipped', 'not-html', `a ${scheme}: record is not a page`, from);
  let contentType = fields.get('content-type');
  let bytes = block;
  const notes = [...warnings];
  if (type === 'response' && block.toString('latin1', 0, 5) === 'HTTP/') {
    const head = parseHead(block) ?? parseCutHead(block);
    const status = Number(/^HTTP\/\S+\s+(\d{3})/.exec(head.first)?.[1] ?? 200);
    if (status >= 300 && status < 400) return skip('skipped', 'redirect', `a redirect: HTTP status ${status}`, from);
    if (status >= 400 || status < 200) return skip('skipped', 'http-error', `HTTP status ${status}`, from);
    contentType = head.fields.get('content-type');
    try {
      const body = await decodeHttpBody(block.subarray(head.size), head.fields, settings.maxBytes);
      bytes = body.bytes;
      if (body.fault !== undefined) {
        const isUsable = body.fault.reason === 'truncated' && bytes.length > 0;
        if (!isUsable || settings.truncated === 'skip') return failed(body.fault, from);
        notes.push(body.fault.message);
      }
    } catch (error) {
      if (error instanceof ConvertError) return failed(error, from);
      throw error;
    }
  }
  if (bytes.length === 0) return skip('skipped', 'empty', 'its body is empty', from);
  if (!isPageType(contentType, bytes)) {
    return skip('skipped', 'not-html', `its media type is ${contentType || 'unknown'}, not that of a page`, from);
  }
  const fetched = fields.get('warc-date');
  return inMemory(from.id, bytes, {
    ...from,
    ...(contentType === undefined ? {} : { contentType }),
    ...(fetched === undefined ? {} : { fetched }),
    ...(type === 'conversion' && /^text\/plain/i.test(contentType ?? '') ? { kind: 'text' as const } : {}),
    ...(notes.length === 0 ? {} : { warnings: notes }),
  });
}
