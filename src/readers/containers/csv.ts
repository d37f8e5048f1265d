/** CSV and TSV with a column of pages (RFC 4180). A table without one is a page itself, and no container. */
import type { Resource } from '../../resource.ts';
import { failed, type Skip, skip } from '../skip.ts';
import { ByteReader } from '../streams/byte-reader.ts';
import type { Container, ReadSettings } from './container.ts';
import { csvRows } from './csv-rows.ts';
import { fieldsOf, readRow } from './rows.ts';

const NAME = /\.(csv|tsv|tab)(?:\.[a-z0-9]+)?$/i;
const TYPE = /^text\/(?:csv|tab-separated-values)/i;

/** What comes without a name's ending, as from a pipe, is a table where its first line is names as programs write them. */
const NO_ENDING = /(?:^|\/)[^./]*$/;
const HEADER = /^\ufeff?"?[\p{L}\p{N}_.-]+"?(?:[\t;,]"?[\p{L}\p{N}_.-]+"?)+\r?$/u;
const LONGEST_HEADER = 2000;

export const csv: Container = {
  name: 'CSV',
  isMany: true,
  matches(head, { id, contentType }, settings) {
    const isSaid = NAME.test(id) || TYPE.test(contentType ?? '');
    const isAsked = settings.htmlField !== undefined || settings.textField !== undefined;
    if (!isSaid && !isAsked && !NO_ENDING.test(id)) return false;
    const end = head.indexOf(10);
    if (!isSaid && (end < 0 || end > LONGEST_HEADER)) return false;
    const line = head.toString('utf8', 0, end < 0 ? undefined : end);
    if (!isSaid && !(HEADER.test(line) && isRow(head.subarray(end + 1), separatorOf(line)))) return false;
    const names = splitHeader(line);
    const { html, text } = fieldsOf(settings, (name) => names.includes(name));
    return names.length > 1 && (html ?? text) !== undefined && names.includes((html ?? text) as string);
  },
  unpack: ({ id, open }, settings) => readTable(id, open(), settings),
};

/** Not the blank line, and no text without the separator, that stands under the first line of a text. */
const isRow = (rest: Buffer, separator: string): boolean =>
  rest.length > 0 && rest[0] !== 10 && rest[0] !== 13 && rest.includes(separator);

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
  let names: readonly string[] | undefined;
  let number = 0;
  for await (const row of csvRows(reader, separatorOf, 2 * settings.maxBytes)) {
    if (row.kind === 'cells' && names === undefined) {
      names = row.cells;
      continue;
    }
    if (row.kind === 'fault') {
      yield failed(row.fault, { id: `${id}#${row.offset}`, offset: row.offset });
      continue;
    }
    // What the damage has left of a row is told with the damage.
    if (row.kind === 'cells' && row.isTail && row.cells.length !== names?.length) continue;
    number += 1;
    const { offset } = row;
    const place = { id: `${id}#${number}`, offset };
    if (row.kind === 'too-long')
      yield skip('failed', 'too-large', 'a row that is too large; raise --max-bytes to read it', place);
    else if (row.kind === 'damaged') yield skip('failed', 'invalid-row', `invalid row: ${row.why}`, place);
    else if (row.cells.slice(names?.length).some((cell) => cell !== ''))
      yield skip('failed', 'invalid-row', 'invalid row: it has more cells than the header', place);
    else
      yield readRow(
        Object.fromEntries((names ?? []).map((name, at) => [name, row.cells[at]])),
        place.id,
        offset,
        settings,
      );
  }
  await reader.close();
}
