import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type ConvertOptions, convert, loadParts, needs, writers } from '../src/index.ts';

const cases = ['text', 'html'].flatMap((kind) =>
  existsSync(`fixtures/${kind}`)
    ? readdirSync(`fixtures/${kind}`)
        .sort()
        .map((name) => ({ kind, folder: `fixtures/${kind}/${name}` }))
    : [],
);

test.each(cases)('$folder', async ({ kind, folder }) => {
  const input = readdirSync(folder).find((file) => file.startsWith('input.'));
  if (input === undefined) throw new Error(`${folder} has no input.*`);
  const page = { id: input, body: readFileSync(`${folder}/${input}`) };
  const asked = `${folder}/options.json`;
  const options: ConvertOptions = existsSync(asked) ? JSON.parse(readFileSync(asked, 'utf8')) : {};
  const document = convert(page, options, await loadParts(needs(page, options)));
  expect(document.input.kind).toBe(kind);
  const markdown = writers.markdown.write(document);
  if (process.env.UPDATE_FIXTURES === '1') writeFileSync(`${folder}/expected.md`, markdown);
  if (!existsSync(`${folder}/expected.md`)) {
    throw new Error(`${folder} has no expected.md; make it with UPDATE_FIXTURES=1 and read it`);
  }
  expect(markdown).toBe(readFileSync(`${folder}/expected.md`, 'utf8'));
});
