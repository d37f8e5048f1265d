import { expect, test } from 'vitest';
import { markdownOf } from './markdown-of.ts';

const PROSE = 'The mill stands by the river, and its wheel has not turned since the flood of that spring.';

test('a section over its first part is a heading, and the title where no other stands beside it', async () => {
  const text = `7.2. Mills\n\n7.2.1. Water\n\n${PROSE}\n\n7.2.2. Wind\n\n${PROSE}\n`;
  expect(await markdownOf(text)).toBe(`# 7.2. Mills\n\n## 7.2.1. Water\n\n${PROSE}\n\n## 7.2.2. Wind\n\n${PROSE}\n`);
});

test('a section, its first part and the first part of that are no table of contents', async () => {
  const text = `7.2. Mills\n\n7.2.1. Water\n\n7.2.1.1. Old ones\n\n${PROSE}\n\n7.2.2. Wind\n\n${PROSE}\n`;
  expect(await markdownOf(text)).toBe(
    `# 7.2. Mills\n\n## 7.2.1. Water\n\n### 7.2.1.1. Old ones\n\n${PROSE}\n\n## 7.2.2. Wind\n\n${PROSE}\n`,
  );
});

test('a section over its contents is the title where all of them stand below it', async () => {
  const contents = '7.2.1. Water\n7.2.2. Wind\n7.2.3. Wheels';
  const text = `7.2. Mills\n\n${contents}\n\n${PROSE}\n\n7.2.1. Water\n\n${PROSE}\n\n7.2.2. Wind\n\n${PROSE}\n\n7.2.3. Wheels\n\n${PROSE}\n`;
  expect(await markdownOf(text)).toMatch(/^# 7\.2\. Mills\n/);
});

test('a Greek question that ends in a Latin word is a heading', async () => {
  const text = `1.2. Τι είναι το GNU/Linux;\n\n${PROSE}\n\n${PROSE}\n`;
  expect(await markdownOf(text)).toMatch(/^# 1\.2\. Τι είναι το GNU\/Linux;\n/);
});

test('a chapter may be called by a word with a number in it', async () => {
  const text = `Kapitel 8. I18N\n\n8.1. Wasser\n\n${PROSE}\n\n8.2. Wind\n\n${PROSE}\n`;
  expect(await markdownOf(text)).toMatch(/^# Kapitel 8\. I18N\n\n## 8\.1\. Wasser\n/);
});

test('beside numbered sections a term over its explanation is no heading, but a paragraph of its own', async () => {
  const long = `${PROSE} Nobody has moved it.`;
  const text = `2.1. Water\n\n${PROSE}\n\nGate\n${long}\n\n2.2. Wind\n\n${PROSE}\n\n2.3. Wheel\n\n${PROSE}\n`;
  const markdown = await markdownOf(text);
  expect(markdown).toContain(`\n\nGate\n\n${long}\n\n## 2.2. Wind\n`);
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

test('the sign of a permalink tells a heading, goes, and makes no heading of a definition', async () => {
  const text = `Mühlen\nVom Wasser ¶\n${PROSE}\nMill.turn(times)¶\n${PROSE}\nVom Wind ¶\n${PROSE}\n`;
  const markdown = await markdownOf(text);
  expect(markdown).toContain(`## Vom Wasser\n\n${PROSE}\n\nMill.turn(times)\n\n${PROSE}\n\n## Vom Wind\n\n${PROSE}\n`);
});

test('the sign of a permalink stays where no word stands before it', async () => {
  const text = `Vom Wasser ¶\n\n${PROSE}\n\nVom Wind ¶\n\n${PROSE}\n\n1. ¶\n\n${PROSE}\n\n2. ¶\n\n${PROSE}\n\n${PROSE}\n`;
  expect((await markdownOf(text)).match(/¶/g)).toHaveLength(2);
});

test('a comment over the setting of a server is no heading, and the headings without marks stay', async () => {
  const example = (word: string): string => `# ${word}\nRewriteRule "^/${word}" "/srv/$1" [R,L]\n`;
  const part = (name: string, word: string): string => `${name}\n\n${PROSE}\n\n${example(word)}\n${PROSE}\n`;
  const text = `Water mills\n\n${PROSE}\n\n${part('Old wheels', 'one')}\n${part('New wheels', 'two')}\n${part('No wheels', 'three')}`;
  const markdown = await markdownOf(text);
  expect(markdown.match(/^## .*/gm)).toEqual(['## Old wheels', '## New wheels', '## No wheels']);
});
