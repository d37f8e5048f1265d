import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { convert, loadParts, writers } from '../src/index.ts';

const parts = await loadParts();

const cases = ['text', 'html'].flatMap((kind) =>
  existsSync(`fixtures/${kind}`)
    ? readdirSync(`fixtures/${kind}`)
        .sort()
        .map((name) => ({ kind, folder: `fixtures/${kind}/${name}` }))
    : [],
);

test.each(cases)('$folder', ({ kind, folder }) => {
  const input = readdirSync(folder).find((file) => file.startsWith('input.'));
  if (input === undefined) throw new Error(`${folder} has no input.*`);
  const document = convert({ id: input, body: readFileSync(`${folder}/${input}`) }, {}, parts);
  expect(document.input.kind).toBe(kind);
  const markdown = writers.markdown.write(document);
  if (process.env.UPDATE_FIXTURES === '1') writeFileSync(`${folder}/expected.md`, markdown);
  if (!existsSync(`${folder}/expected.md`)) {
    throw new Error(`${folder} has no expected.md; make it with UPDATE_FIXTURES=1 and read it`);
  }
  expect(markdown).toBe(readFileSync(`${folder}/expected.md`, 'utf8'));
});
