/** JSON Lines: a page a line. A line that is no row fails alone; one that is too long is passed over unread. */
import { isUtf8 } from 'node:buffer';
import type { Resource } from '../../resource.ts';
import { failed, type Skip, skip } from '../skip.ts';
import { ByteReader } from '../streams/byte-reader.ts';
import { nextLine, STRING_LIMIT, withoutMark } from '../streams/next-line.ts';
import type { Container, ReadSettings } from './container.ts';
import { fieldIn, fieldsOf, readRow } from './rows.ts';

const NAME = /\.(?:jsonl|ndjson|jsonlines)(?:\.[a-z0-9]+)?$/i;

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
  isDamaged: (head, id, isCut) => NAME.test(id) && (isCut || /^[ \t]*\{"/m.test(head.toString('utf8'))),
  unpack: ({ id, open }, settings) => readLines(id, open(), settings),
};

/**
 * Rows as they come: a line is given out as soon as it is read.
 * @param answersBlank blank lines are told too, so that each line has its answer
 */
export async function* readLines(
  id: string,
  source: AsyncIterable<Uint8Array>,
  settings: ReadSettings,
  answersBlank = false,
): AsyncGenerator<Resource | Skip> {
  const reader = new ByteReader(source);
  const limit = Math.min(2 * settings.maxBytes, STRING_LIMIT);
  let isTail = false;
  for (let number = 1; ; ) {
    const offset = reader.offset;
    const line = await nextLine(reader, limit);
    const isCut = reader.fault !== undefined && reader.hasEnded && reader.buffered.length === 0;
    const row =
      line === undefined ? undefined : rowIn(line, { id: `${id}#${number}`, offset, isTail, isCut }, settings);
    if (row !== undefined) yield row;
    else if (answersBlank && line !== undefined && !isCut)
      yield skip('skipped', 'empty', 'an empty line', { id: `${id}#${number}`, offset });
    if (line !== undefined) {
      number += 1;
      isTail = false;
    }
    if (line !== undefined && !isCut) continue;
    if (reader.fault !== undefined) {
      const at = { id: `${id}#${reader.offset}`, offset: reader.offset };
      yield failed(reader.fault, at);
    }
    if (!(await reader.resume())) break;
    isTail = true;
  }
  await reader.close();
}

interface Place {
  readonly id: string;
  readonly offset: number;
  /** It may be the end of a line whose beginning is lost. */
  readonly isTail: boolean;
  /** It may be the beginning of a line whose end is lost. */
  readonly isCut: boolean;
}

/** What a line holds; nothing where it is blank, or a part of one that is damaged. */
function rowIn(
  line: Buffer | 'too-long',
  { id, offset, isTail, isCut }: Place,
  settings: ReadSettings,
): Resource | Skip | undefined {
  const place = { id, offset };
  if (line === 'too-long') {
    return skip('failed', 'too-large', 'a line that is too long to hold; raise --max-bytes to read it', place);
  }
  const isPart = isTail || isCut;
  if (!isUtf8(line)) {
    return isPart ? undefined : skip('failed', 'invalid-row', 'invalid row: it is not UTF-8', place);
  }
  const text = (offset === 0 ? withoutMark(line) : line).toString('utf8').trim();
  if (text === '') return undefined;
  const row = parse(text);
  if (isPart && (typeof row !== 'object' || row === null)) return undefined;
  return row === undefined
    ? skip('failed', 'invalid-row', 'invalid row: it is not JSON', place)
    : readRow(row, id, offset, settings);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
