/** Parquet: a page a row, read in windows of a row group, the columns that are needed alone. */
import { ConvertError } from '../../errors.ts';
import { failed } from '../skip.ts';
import type { Container, ReadSettings } from './container.ts';
import { randomAccess } from './random-access.ts';
import { fieldsOf, readRow } from './rows.ts';

/** Decoded bytes of a window of rows. */
const WINDOW = 32 * 2 ** 20;

export const parquet: Container = {
  name: 'Parquet',
  isMany: true,
  matches: (head) => head.toString('latin1', 0, 4) === 'PAR1',
  async *unpack(resource, settings) {
    const { parquetMetadataAsync, parquetReadObjects, parquetSchema } = await import('hyparquet');
    const { compressors } = await import('hyparquet-compressors');
    const { size, slice } = await randomAccess(resource, settings.maxBytes);
    const file = { byteLength: size, slice: async (start: number, end = size) => exact(await slice(start, end)) };
    try {
      const metadata = await parquetMetadataAsync(file);
      const names = leaves(parquetSchema(metadata));
      const columns = columnsOf(settings, names);
      let first = 0;
      for (const { num_rows, total_byte_size } of metadata.row_groups) {
        const rows = Number(num_rows);
        const step = Math.max(1, Math.min(rows, Math.floor((rows * WINDOW) / Math.max(1, Number(total_byte_size)))));
        for (let start = first; start < first + rows; start += step) {
          const end = Math.min(start + step, first + rows);
          try {
            const read = await parquetReadObjects({
              file,
              metadata,
              compressors,
              rowStart: start,
              rowEnd: end,
              ...columns,
            });
            for (const [at, row] of read.entries())
              yield readRow(row, `${resource.id}#${start + at}`, start + at, settings);
          } catch (error) {
            yield failed(corrupt(error, `rows ${start} to ${end - 1}`), {
              id: `${resource.id}#${start}`,
              offset: start,
            });
          }
        }
        first += rows;
      }
    } catch (error) {
      yield failed(corrupt(error, 'its footer'), resource);
    }
  },
};

function corrupt(error: unknown, what: string): ConvertError {
  return new ConvertError('corrupt', `corrupt or cut short: ${what} cannot be read (${(error as Error).message})`);
}

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

/** The top columns of the fields that a row is made from. */
function columnsOf(settings: ReadSettings, names: readonly string[]): { columns?: string[] } {
  const { html, text, url } = fieldsOf(settings, (name) => names.includes(name));
  const wanted = [html, text, url].filter((name) => name !== undefined && names.includes(name)) as string[];
  return wanted.length === 0 ? {} : { columns: [...new Set(wanted.map((name) => name.split('.')[0] as string))] };
}
