/** CSV and TSV with a column of pages (RFC 4180). A table without one is a page itself, and no container. */
import type { Resource } from '../../resource.ts';
import { failed, type Skip, skip } from '../skip.ts';
import { ByteReader } from '../streams/byte-reader.ts';
import type { Container, ReadSettings } from './container.ts';
import { fieldsOf, readRow } from './rows.ts';

const NAME = /\.(csv|tsv|tab)(?:\.[a-z0-9]+)?$/i;

export const csv: Container = {
  name: 'CSV',
  isMany: true,
  matches(head, { id, contentType }, settings) {
    if (!NAME.test(id) && !/^text\/(?:csv|tab-separated-values)/i.test(contentType ?? '')) return false;
    const end = head.indexOf(10);
    const names = splitHeader(head.toString('utf8', 0, end < 0 ? undefined : end));
    const { html, text } = fieldsOf(settings, (name) => names.includes(name));
    return names.length > 1 && (html ?? text) !== undefined && names.includes((html ?? text) as string);
  },
  unpack: ({ id, open }, settings) => readTable(id, open(), settings),
};

const separatorOf = (line: string): string =>
  ['\t', ';', ','].reduce((best, mark) => (line.split(mark).length > line.split(best).length ? mark : best), ',');

const splitHeader = (line: string): string[] =>
  line
    .replace(/^\ufeff/, '')
    .trimEnd()
    .split(separatorOf(line))
    .map((name) => name.replace(/^"(.*)"$/, '$1'));

async function* readTable(
  id: string,
  source: AsyncIterable<Uint8Array>,
  settings: ReadSettings,
): AsyncGenerator<Resource | Skip> {
  const reader = new ByteReader(source);
  let names: string[] | undefined;
  let number = 0;
  for await (const cells of readCells(reader, 2 * settings.maxBytes)) {
    if (names === undefined) {
      names = cells === 'too-long' ? [] : cells;
      continue;
    }
    number += 1;
    const place = { id: `${id}#${number}` };
    if (cells === 'too-long')
      yield skip('failed', 'too-large', 'a row that is too large; raise --max-bytes to read it', place);
    else if (cells.length > 1 || cells[0] !== '') {
      const row = Object.fromEntries(names.map((name, at) => [name, cells[at]]));
      yield readRow(row, place.id, number, settings);
    }
  }
  if (reader.fault !== undefined) yield failed(reader.fault, { id });
  await reader.close();
}

/** Rows of cells; a quoted cell may hold separators, line ends and doubled quotes. */
async function* readCells(reader: ByteReader, limit: number): AsyncGenerator<string[] | 'too-long'> {
  const decoder = new TextDecoder('utf-8');
  let separator: string | undefined;
  let cells: string[] = [];
  let cell: string[] = [];
  let size = 0;
  let isQuoted = false;
  let wasQuote = false;
  const endCell = (): void => {
    cells.push(cell.join(''));
    cell = [];
  };
  for (;;) {
    const bytes = await reader.next();
    const text = bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
    separator ??= separatorOf(text.slice(0, Math.max(text.indexOf('\n'), 0) || undefined));
    let from = 0;
    for (let at = 0; at < text.length; at += 1) {
      const sign = text[at];
      if (isQuoted) {
        if (sign !== '"') continue;
        cell.push(text.slice(from, at));
        from = at + 1;
        isQuoted = false;
        wasQuote = true;
      } else if (sign === '"' && (wasQuote || (at === from && cell.length === 0))) {
        // A quote right after the closing one is a quote in the cell.
        if (wasQuote) cell.push('"');
        from = at + 1;
        isQuoted = true;
        wasQuote = false;
      } else if (sign === separator || sign === '\n') {
        cell.push(text.slice(from, sign === '\n' && text[at - 1] === '\r' ? Math.max(at - 1, from) : at));
        endCell();
        from = at + 1;
        wasQuote = false;
        if (sign === '\n') {
          yield size > limit ? 'too-long' : cells;
          cells = [];
          size = 0;
        }
      } else wasQuote = false;
    }
    if (from < text.length) cell.push(text.slice(from));
    size += text.length;
    if (size > limit) cell = [];
    if (bytes !== undefined) continue;
    if (cell.length > 0 || cells.length > 0) {
      endCell();
      yield size > limit ? 'too-long' : cells;
    }
    return;
  }
}
