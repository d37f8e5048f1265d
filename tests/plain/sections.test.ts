import { expect, test } from 'vitest';
import { convert, loadParts, needs, writers } from '../../src/index.ts';

async function markdownOf(text: string): Promise<string> {
  const page = { id: 'x.txt', body: new TextEncoder().encode(text) };
  const options = { from: 'text' } as const;
  return writers.markdown.write(convert(page, options, await loadParts(needs(page, options))));
}

const PROSE = 'The mill stands by the river, and its wheel has not turned since the flood of that spring.';

test('a section over its first part is a heading, and the title where no other stands beside it', async () => {
  const text = `7.2. Mills\n\n7.2.1. Water\n\n${PROSE}\n\n7.2.2. Wind\n\n${PROSE}\n`;
  expect(await markdownOf(text)).toBe(`# 7.2. Mills\n\n## 7.2.1. Water\n\n${PROSE}\n\n## 7.2.2. Wind\n\n${PROSE}\n`);
});

test('numbers of sections are no markers of items, set in or not', async () => {
  const text = `      4.1. Water\n\n  ${PROSE}\n\n      4.2. Wind\n\n  ${PROSE}\n`;
  expect(await markdownOf(text)).toBe(`## 4.1. Water\n\n${PROSE}\n\n## 4.2. Wind\n\n${PROSE}\n`);
});

test('the chapter that the numbers of the sections begin with is the title', async () => {
  const text = `第4章 水車\n\n目次\n\n4.1. 水\n4.2. 風\n\n4.1. 水\n\n${PROSE}\n\n4.2. 風\n\n${PROSE}\n`;
  const markdown = await markdownOf(text);
  expect(markdown).toMatch(/^# 第4章 水車\n/);
  expect(markdown).toContain(`## 4.2. 風\n\n${PROSE}\n`);
});
