/** Lines of the JSON writer → a Parquet file, a row a document; a row group at a time is in memory. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { SchemaElement } from 'hyparquet-writer';
import { AppendFile } from '../append-file.ts';
import { replaceWith } from '../put-file.ts';

/** A row group ends at so many rows, or characters of JSON. */
const GROUP_ROWS = 1000;
const GROUP_CHARACTERS = 32 * 2 ** 20;

/** Takes the place of its lines whole or not at all. The next run writes over what one that was killed left. */
export const publishParquet = (lines: string, path: string): Promise<void> =>
  replaceWith(path, `${path}.making.tmp`, async (temporary) => {
    const file = await AppendFile.open(temporary, 0);
    try {
      await writeParquet(lines, (bytes) => file.add(bytes));
      await file.sync();
    } finally {
      await file.close();
    }
  });

/** @param put takes the bytes as they come */
export const writeParquet = (lines: string, put: (bytes: Uint8Array) => Promise<void>): Promise<void> =>
  writeRows(createInterface({ input: createReadStream(lines) }), put);

/** One document, a line of the JSON writer, as a file of its own. */
export async function parquetOf(line: Uint8Array): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  await writeRows([new TextDecoder().decode(line)], async (bytes) => {
    pieces.push(bytes);
  });
  return Buffer.concat(pieces);
}

async function writeRows(
  lines: AsyncIterable<string> | Iterable<string>,
  put: (bytes: Uint8Array) => Promise<void>,
): Promise<void> {
  const { ByteWriter, ParquetWriter } = await import('hyparquet-writer');
  const buffer = new ByteWriter();
  const writer = new ParquetWriter({ writer: buffer, schema: SCHEMA, createdBy: 'article-convert' });
  const flush = async (): Promise<void> => {
    await put(Uint8Array.from(buffer.getBytes()));
    buffer.index = 0;
  };
  let rows: Row[] = [];
  let characters = 0;
  const writeGroup = async (): Promise<void> => {
    const columnData = COLUMNS.map(({ name, of }) => ({ name, data: rows.map(of) }));
    await writer.write({ columnData, rowGroupSize: rows.length });
    await flush();
    rows = [];
    characters = 0;
  };
  for await (const line of lines) {
    rows.push(JSON.parse(line) as Row);
    characters += line.length;
    if (rows.length >= GROUP_ROWS || characters >= GROUP_CHARACTERS) await writeGroup();
  }
  if (rows.length > 0) await writeGroup();
  await writer.finish();
  await flush();
}

interface Found {
  readonly value?: unknown;
}

/** A document as docs/json.md says. */
interface Row {
  readonly id: string;
  readonly url?: string;
  readonly input: { readonly kind: string };
  readonly metadata: Readonly<Record<string, Found | undefined>>;
  readonly markdown: string;
  readonly text: string;
  readonly blocks: unknown;
  readonly quality: { readonly confidence: number; readonly facts: { readonly words: number } };
  readonly cut?: unknown;
  readonly mdast?: unknown;
}

interface Column {
  readonly name: string;
  readonly elements: readonly SchemaElement[];
  of(row: Row): unknown;
}

const text = (name: string, of: Column['of'], repetition: 'REQUIRED' | 'OPTIONAL' = 'OPTIONAL'): Column => ({
  name,
  elements: [{ name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: repetition }],
  of: (row) => of(row) ?? null,
});

const found = (name: string): Column => text(name, ({ metadata }) => metadata[name]?.value);

/** What has a shape of its own stands as JSON. */
const asJson = (name: keyof Row): Column =>
  text(name, (row) => (row[name] === undefined ? undefined : JSON.stringify(row[name])));

const COLUMNS: readonly Column[] = [
  text('id', ({ id }) => id, 'REQUIRED'),
  text('url', ({ url }) => url),
  text('kind', ({ input }) => input.kind, 'REQUIRED'),
  found('language'),
  found('title'),
  {
    name: 'authors',
    elements: [
      { name: 'authors', converted_type: 'LIST', repetition_type: 'OPTIONAL', num_children: 1 },
      { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
      { name: 'element', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
    ],
    of: ({ metadata }) => metadata.authors?.value ?? null,
  },
  found('published'),
  found('modified'),
  found('site'),
  found('description'),
  text('markdown', ({ markdown }) => markdown, 'REQUIRED'),
  text('text', (row) => row.text, 'REQUIRED'),
  {
    name: 'words',
    elements: [{ name: 'words', type: 'INT32', repetition_type: 'REQUIRED' }],
    of: ({ quality }) => quality.facts.words,
  },
  {
    name: 'confidence',
    elements: [{ name: 'confidence', type: 'DOUBLE', repetition_type: 'REQUIRED' }],
    of: ({ quality }) => quality.confidence,
  },
  asJson('input'),
  asJson('metadata'),
  asJson('blocks'),
  asJson('quality'),
  asJson('cut'),
  asJson('mdast'),
];

const SCHEMA: SchemaElement[] = [
  { name: 'document', num_children: COLUMNS.length },
  ...COLUMNS.flatMap(({ elements }) => elements),
];
