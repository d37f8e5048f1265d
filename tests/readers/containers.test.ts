/** Each folder of fixtures/containers: one input, and what it holds (UPDATE_FIXTURES=1 rewrites the expectation). */
import { createReadStream, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { unpack } from '../../src/readers/unpack.ts';
import type { Resource } from '../../src/resource.ts';

const ROOT = 'fixtures/containers';
const SETTINGS = { maxBytes: 1e6, truncated: 'skip' } as const;

function fileResource(path: string, id: string): Resource {
  const slice = async (start: number, end: number): Promise<Uint8Array> => {
    const file = await open(path);
    try {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(end - start), 0, end - start, start);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  };
  return { id, size: statSync(path).size, slice, open: () => createReadStream(path) };
}

async function rowsOf(resource: Resource, truncated: 'skip' | 'convert' = 'skip'): Promise<unknown[]> {
  const rows: unknown[] = [];
  for await (const entry of unpack(resource, { ...SETTINGS, truncated })) {
    if (!('page' in entry)) {
      rows.push(entry);
      continue;
    }
    const { page, kind, offset, warnings } = entry;
    const text = typeof page.body === 'string' ? page.body : Buffer.from(page.body).toString('latin1');
    rows.push({ id: page.id, url: page.url, kind, offset, warnings, bytes: text.length, text: text.slice(0, 120) });
  }
  return rows;
}

const asLines = (rows: readonly unknown[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

for (const name of readdirSync(ROOT).sort()) {
  const folder = join(ROOT, name);
  const input = readdirSync(folder).find((file) => file.startsWith('input.')) ?? '';
  const path = join(folder, input);
  test(`${name} gives the pages and reports the rest`, async () => {
    const said = asLines(await rowsOf(fileResource(path, input)));
    const expected = join(folder, 'expected.jsonl');
    if (process.env.UPDATE_FIXTURES === '1') writeFileSync(expected, said);
    expect(existsSync(expected)).toBe(true);
    expect(said).toBe(readFileSync(expected, 'utf8'));
  });
  test(`${name} gives the same from a stream of small chunks`, async () => {
    const resource = { id: input, open: () => createReadStream(path, { highWaterMark: 7 }) };
    expect(asLines(await rowsOf(resource))).toBe(readFileSync(join(folder, 'expected.jsonl'), 'utf8'));
  });
}

test('a record that is cut short is a page with a warning where that is asked for', async () => {
  const path = join(ROOT, 'warc-cut-member', 'input.warc.gz');
  const rows = await rowsOf(fileResource(path, 'input.warc.gz'), 'convert');
  expect(rows).toHaveLength(2);
  expect(rows[1]).toMatchObject({ url: 'http://light.example/b', warnings: [expect.stringContaining('cut short')] });
});
