import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { convert, loadParts, writers } from '../src/index.ts';

const parts = await loadParts(['parseHtml']);

describe.each(['text', 'html'] as const)('%s', (kind) => {
  const root = `fixtures/${kind}`;
  const cases = existsSync(root) ? readdirSync(root).sort() : [];
  test.each(cases)('%s', (name) => {
    const folder = `${root}/${name}`;
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
});
