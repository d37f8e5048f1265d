import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { convert, loadParts, writers } from '../../src/index.ts';

const parts = await loadParts();
const validate = new Ajv2020({ allErrors: true }).compile(
  JSON.parse(readFileSync('schema/document.schema.json', 'utf8')),
);
const folders = ['text', 'html'].flatMap((kind) =>
  readdirSync(`fixtures/${kind}`).map((name) => `fixtures/${kind}/${name}`),
);

test.each(folders)('%s as JSON follows the schema, and its blocks are slices of the whole in order', (folder) => {
  const input = readdirSync(folder).find((name) => name.startsWith('input.')) ?? '';
  const document = convert({ id: input, body: readFileSync(`${folder}/${input}`) }, { explain: true }, parts);
  const row = JSON.parse(writers.jsonl.write(document, { ast: true }));
  validate(row);
  expect(validate.errors).toBeNull();
  expect(row.markdown).toBe(writers.markdown.write(document));
  expect(writers.markdown.write({ ...document, body: row.mdast })).toBe(row.markdown);
  let from = 0;
  for (const block of row.blocks) {
    const at = row.markdown.indexOf(block.markdown, from);
    expect(at).toBeGreaterThanOrEqual(from);
    from = at + block.markdown.length;
  }
});
