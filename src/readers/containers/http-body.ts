/** The body of a stored HTTP answer as the browser got it: chunks joined, encodings undone, false claims ignored. */
import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync, type ZlibOptions } from 'node:zlib';
import { ConvertError } from '../../errors.ts';
import { isGzip } from '../streams/gzip.ts';
import { zstdBody } from '../streams/zstd-body.ts';
import { expansionLimit } from './container.ts';

export interface HttpBody {
  readonly bytes: Buffer;
  /** The body ends before its time; `bytes` is what there is of it. */
  readonly fault?: ConvertError;
}

type Decoder = (bytes: Buffer, options: ZlibOptions) => Buffer;

const decodersOf = (coding: string): readonly Decoder[] | undefined => {
  if (coding === 'gzip' || coding === 'x-gzip') return [gunzipSync];
  if (coding === 'deflate') return [inflateSync, inflateRawSync];
  return coding === 'br' ? [brotliDecompressSync] : undefined;
};

/** Throws a ConvertError `too-large` where the body expands beyond measure. */
export async function decodeHttpBody(
  raw: Buffer,
  headers: ReadonlyMap<string, string>,
  maxBytes: number,
): Promise<HttpBody> {
  const isChunked = /\bchunked\b/i.test(headers.get('transfer-encoding') ?? '');
  let body: HttpBody = isChunked ? joinChunks(raw) : { bytes: raw };
  const codings = (headers.get('content-encoding') ?? '').toLowerCase().split(',');
  for (const coding of codings.reverse()) body = await undo(coding.trim(), body, maxBytes);
  // Some crawlers drop the header and keep the body as it came.
  return isGzip(body.bytes) ? undo('gzip', body, maxBytes) : body;
}

async function undo(coding: string, body: HttpBody, maxBytes: number): Promise<HttpBody> {
  const limit = expansionLimit(body.bytes.length, maxBytes);
  if (coding === 'zstd') return isZstdFrame(body.bytes) ? { ...body, ...(await zstdBody(body.bytes, limit)) } : body;
  const decoders = decodersOf(coding);
  if (decoders === undefined || body.bytes.length === 0) return body;
  for (const decode of decoders) {
    const bytes = attempt(decode, body.bytes, limit);
    if (bytes !== undefined) return { ...body, bytes };
  }
  // Cut short, or damaged inside; or never encoded: crawlers store decoded bodies under the old headers.
  for (const decode of decoders) {
    const bytes = attempt(decode, body.bytes, limit, true);
    if (bytes === undefined || bytes.length === 0 || looksPlain(body.bytes, coding)) continue;
    return { bytes, fault: new ConvertError('truncated', `cut short: its ${coding} body ends too early`) };
  }
  if (looksPlain(body.bytes, coding)) return body;
  return { ...body, fault: new ConvertError('corrupt', `corrupt: its ${coding} body does not decode`) };
}

const isZstdFrame = (bytes: Buffer): boolean => bytes.length >= 4 && bytes.readUInt32LE(0) === 0xfd2fb528;

/** Not the magic of gzip, and a head of printable characters. */
function looksPlain(bytes: Buffer, coding: string): boolean {
  if (coding.endsWith('gzip')) return !isGzip(bytes);
  return bytes.subarray(0, 512).every((byte) => byte >= 32 || byte === 9 || byte === 10 || byte === 13 || byte === 12);
}

/** Finish flags that take a stream without its end: Z_SYNC_FLUSH of zlib, BROTLI_OPERATION_FLUSH. */
const PARTIAL_ZLIB = 2;
const PARTIAL_BROTLI = 1;

function attempt(decode: Decoder, bytes: Buffer, limit: number, isPartial = false): Buffer | undefined {
  const partial = decode === brotliDecompressSync ? PARTIAL_BROTLI : PARTIAL_ZLIB;
  try {
    return decode(bytes, { maxOutputLength: limit, ...(isPartial ? { finishFlush: partial } : {}) });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_BUFFER_TOO_LARGE') return undefined;
    throw new ConvertError('too-large', `its body expands to more than ${limit} bytes`);
  }
}

const LINE_LIMIT = 4096;
const LAST_CHUNK_LIMIT = 16;

/** Chunked coding (RFC 9112, 7.1), extensions and trailers aside. What does not begin with a size was never chunked. */
function joinChunks(raw: Buffer): HttpBody {
  const pieces: Buffer[] = [];
  for (let at = 0; ; ) {
    const end = raw.subarray(at, at + LINE_LIMIT).indexOf(10);
    const size = /^[ \t]*([0-9a-f]{1,12})[ \t]*(?:;|\r?$)/i.exec(
      raw.toString('latin1', at, at + Math.max(end, 0)),
    )?.[1];
    if (end < 0 || size === undefined) {
      if (pieces.length === 0) return { bytes: raw };
      // A last chunk that is missing or misspelt takes nothing from the body.
      const rest = raw.subarray(at);
      if (rest.length <= LAST_CHUNK_LIMIT) return { bytes: Buffer.concat(pieces) };
      const fault = new ConvertError('corrupt', 'corrupt: the size of one of its chunks is missing');
      return { bytes: Buffer.concat([...pieces, rest]), fault };
    }
    const length = Number.parseInt(size, 16);
    if (length === 0) return { bytes: Buffer.concat(pieces) };
    const start = at + end + 1;
    pieces.push(raw.subarray(start, start + length));
    if (start + length > raw.length) {
      const fault = new ConvertError('truncated', 'cut short: its last chunk ends too early');
      return { bytes: Buffer.concat(pieces), fault };
    }
    at = start + length;
    if (raw[at] === 13) at += 1;
    if (raw[at] === 10) at += 1;
  }
}
