/** Parquet: a page a row, read in windows of a row group, the columns that are needed alone. */
import type { FileMetaData, RowGroup } from 'hyparquet';
import { looksBinary } from '../../decode/signature.ts';
import { ConvertError } from '../../errors.ts';
import { failed } from '../skip.ts';
import type { Container, ReadSettings } from './container.ts';
import { parquetCodecs } from './parquet-codecs.ts';
import { hasWrongSum } from './parquet-pages.ts';
import { randomAccess, type Slice } from './random-access.ts';
import { fieldsOf, readRow } from './rows.ts';

/** Decoded bytes of a window of rows. */
const WINDOW = 32 * 2 ** 20;

const NAME = /\.(?:parquet|pq)$/i;

export const parquet: Container = {
  name: 'Parquet',
  isMany: true,
  matches: (head) => head.toString('latin1', 0, 4) === 'PAR1',
  // Its last bytes count.
  isDamaged: (head, id) => NAME.test(id) && looksBinary(head),
  async *unpack(resource, settings) {
    const { parquetMetadataAsync, parquetReadObjects, parquetSchema } = await import('hyparquet');
    const compressors = await parquetCodecs(2 * settings.maxBytes);
    const { size, slice } = await randomAccess(resource, settings.maxBytes);
    const file = { byteLength: size, slice: async (start: number, end = size) => exact(await slice(start, end)) };
    let metadata: FileMetaData;
    let columns: readonly string[] | undefined;
    try {
      metadata = await parquetMetadataAsync(file);
      columns = columnsOf(settings, leaves(parquetSchema(metadata)));
    } catch {
      yield failed(corrupt('its footer'), resource);
      return;
    }
    let first = 0;
    const total = metadata.row_groups.reduce((sum, { num_rows }) => sum + Number(num_rows), 0);
    if (total !== Number(metadata.num_rows))
      yield failed(corrupt('a row group', 'its footer does not tell the places of all rows'), resource);
    for (const group of metadata.row_groups) {
      const rows = Number(group.num_rows);
      const place = (row: number) => ({ id: `${resource.id}#${row}`, offset: row });
      const damaged = await damagedColumn(slice, group, columns);
      if (damaged !== undefined) {
        const what = `rows ${first} to ${first + rows - 1}`;
        yield failed(corrupt(what, `the checksum of a page of ${damaged} is wrong`), place(first));
        first += rows;
        continue;
      }
      const bytes = Number(group.total_byte_size);
      const step = Math.max(1, Math.min(rows, Math.floor((rows * WINDOW) / Math.max(1, bytes))));
      for (let start = first; start < first + rows; start += step) {
        const end = Math.min(start + step, first + rows);
        const range = { rowStart: start, rowEnd: end, ...(columns === undefined ? {} : { columns: [...columns] }) };
        try {
          const read = await parquetReadObjects({ file, metadata, compressors, ...range });
          for (const [at, row] of read.entries()) yield readRow(row, place(start + at).id, start + at, settings);
          if (read.length < end - start) throw new Error('rows are missing');
        } catch (error) {
          yield failed(error instanceof ConvertError ? error : corrupt(`rows ${start} to ${end - 1}`), place(start));
        }
      }
      first += rows;
    }
  },
};

/** The first of the columns that are read whose pages are not what their checksums say. */
async function damagedColumn(
  slice: Slice,
  group: RowGroup,
  columns: readonly string[] | undefined,
): Promise<string | undefined> {
  for (const { meta_data: column } of group.columns) {
    if (column === undefined || (columns !== undefined && !columns.includes(column.path_in_schema[0] ?? ''))) continue;
    const start = Number(column.dictionary_page_offset ?? column.data_page_offset);
    const end = start + Number(column.total_compressed_size);
    if (await hasWrongSum(slice, start, end)) return column.path_in_schema.join('.');
  }
  return undefined;
}

const corrupt = (what: string, why?: string): ConvertError =>
  new ConvertError('corrupt', `corrupt or cut short: ${what} cannot be read${why === undefined ? '' : ` (${why})`}`);

const exact = (bytes: Uint8Array): ArrayBuffer =>
  bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;

interface SchemaNode {
  readonly path: readonly string[];
  readonly children: readonly SchemaNode[];
}

/** Dotted names of all columns; their depth is that of the schema, which the library has read. */
function leaves(root: SchemaNode): string[] {
  const found: string[] = [];
  for (const stack = [root]; stack.length > 0; ) {
    const node = stack.pop() as SchemaNode;
    if (node.path.length > 0) found.push(node.path.join('.'));
    stack.push(...node.children);
  }
  return found;
}

/** The top columns of the fields that a row is made from; undefined where there are none. */
function columnsOf(settings: ReadSettings, names: readonly string[]): readonly string[] | undefined {
  const { html, text, url } = fieldsOf(settings, (name) => names.includes(name));
  const wanted = [html, text, url].filter((name) => name !== undefined && names.includes(name)) as string[];
  return wanted.length === 0 ? undefined : [...new Set(wanted.map((name) => name.split('.')[0] as string))];
}
