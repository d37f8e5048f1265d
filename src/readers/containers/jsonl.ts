/** JSON Lines: a page a line. A line that is no row fails alone; one that is too long is passed over unread. */
import { isUtf8 } from 'node:buffer';
import type { Resource } from '../../resource.ts';
import { failed, type Skip, skip } from '../skip.ts';
import { ByteReader } from '../streams/byte-reader.ts';
import type { Container, ReadSettings } from './container.ts';
import { fieldIn, fieldsOf, readRow } from './rows.ts';

const NAME = /\.(?:jsonl|ndjson|jsonlines)(?:\.[a-z0-9]+)?$/i;
/** No string of V8 is longer. */
const STRING_LIMIT = 2 ** 29 - 24;

export const jsonl: Container = {
  name: 'JSON Lines',
  isMany: true,
  matches(head, { id }, settings) {
    const text = head
      .toString('utf8')
      .replace(/^\ufeff/, '')
      .trimStart();
    if (!text.startsWith('{')) return false;
    if (NAME.test(id)) return true;
    const first = parse(text.slice(0, Math.max(text.indexOf('\n'), 0) || undefined));
    if (typeof first !== 'object' || first === null) return false;
    const { html, text: plain } = fieldsOf(settings, (name) => typeof fieldIn(first, name) === 'string');
    return html !== undefined || plain !== undefined;
  },
  unpack: ({ id, open }, settings) => readLines(id, open(), settings),
};

/** Rows as they come: a line is given out as soon as it is read. */
export async function* readLines(
  id: string,
  source: AsyncIterable<Uint8Array>,
  settings: ReadSettings,
): AsyncGenerator<Resource | Skip> {
  const reader = new ByteReader(source);
  const limit = Math.min(2 * settings.maxBytes, STRING_LIMIT);
  for (let number = 1; ; number += 1) {
    const offset = reader.offset;
    const line = await nextLine(reader, limit);
    if (line === undefined) break;
    const place = { id: `${id}#${number}`, offset };
    if (line === 'too-long') {
      yield skip('failed', 'too-large', `a line larger than ${limit} bytes; raise --max-bytes to read it`, place);
      continue;
    }
    const start = number === 1 && line[0] === 0xef && line[1] === 0xbb && line[2] === 0xbf ? 3 : 0;
    if (!isUtf8(line)) {
      yield skip('failed', 'invalid-row', 'invalid row: it is not UTF-8', place);
      continue;
    }
    const text = line.toString('utf8', start).trim();
    if (text === '') continue;
    const row = parse(text);
    if (row !== undefined) yield readRow(row, place.id, offset, settings);
    else if (reader.fault !== undefined && reader.hasEnded) break;
    else yield skip('failed', 'invalid-row', 'invalid row: it is not JSON', place);
  }
  if (reader.fault !== undefined) yield failed(reader.fault, { id: `${id}#${reader.offset}`, offset: reader.offset });
  await reader.close();
}

/** The next line without its end; undefined at the end of the input. */
async function nextLine(reader: ByteReader, limit: number): Promise<Buffer | 'too-long' | undefined> {
  const pieces: Buffer[] = [];
  for (let length = 0; ; ) {
    const bytes = await reader.peek(1);
    if (bytes.length === 0) {
      if (length > limit) return 'too-long';
      return length === 0 ? undefined : Buffer.concat(pieces, length);
    }
    const end = bytes.indexOf(10);
    const piece = bytes.subarray(0, end < 0 ? undefined : end);
    reader.consume(piece.length + (end < 0 ? 0 : 1));
    length += piece.length;
    if (length > limit) pieces.length = 0;
    else pieces.push(piece);
    if (end < 0) continue;
    if (length > limit) return 'too-long';
    return pieces.length === 1 ? piece : Buffer.concat(pieces, length);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
