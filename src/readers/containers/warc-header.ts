/** Header blocks of WARC records, of the HTTP answers in them and of MIME parts: fields up to an empty line. */
import type { ByteReader } from '../streams/byte-reader.ts';

export interface Head {
  /** The first line: `WARC/1.0`, `HTTP/1.1 200 OK`; in MIME it is a field like any other. */
  readonly first: string;
  /** Fields by lower-case name; of a repeated one, the first. */
  readonly fields: ReadonlyMap<string, string>;
  /** Bytes of the block, the empty line with them. */
  readonly size: number;
}

const HEAD_LIMIT = 2 ** 20;

/** The block at the start of `bytes`, or undefined where no empty line ends it. Lines may end in LF alone. */
export function parseHead(bytes: Buffer): Head | undefined {
  const size = headSize(bytes);
  return size === undefined ? undefined : readHead(bytes, size);
}

/** As far as the block goes: for blocks that are cut, or have no body behind them. */
export const parseCutHead = (bytes: Buffer): Head => readHead(bytes, Math.min(bytes.length, HEAD_LIMIT));

/** The block that begins where the reader stands, and is not taken. */
export async function peekHead(reader: ByteReader): Promise<Head | undefined> {
  for (let bytes = await reader.peek(1); ; bytes = await reader.peek(2 * bytes.length)) {
    const head = parseHead(bytes);
    if (head !== undefined || reader.hasEnded || bytes.length > HEAD_LIMIT) return head;
  }
}

function headSize(bytes: Buffer): number | undefined {
  const limit = Math.min(bytes.length, HEAD_LIMIT);
  for (let at = 0; at < limit; ) {
    const end = bytes.indexOf(10, at);
    if (end < 0 || end >= limit) return undefined;
    if (end === at || (end === at + 1 && bytes[at] === 13)) return end + 1;
    at = end + 1;
  }
  return undefined;
}

function readHead(bytes: Buffer, size: number): Head {
  // A field that goes on in the next line begins that line with white space (RFC 9112, 5.2).
  const lines = bytes
    .toString('utf8', 0, size)
    .replace(/\r?\n[ \t]+/g, ' ')
    .split('\n');
  const fields = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon <= 0) continue;
    const name = line.slice(0, colon).trim().toLowerCase();
    if (!fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
  }
  return { first: (lines[0] ?? '').trim(), fields, size };
}
