import { readFileSync } from 'node:fs';
import type { Root as HastRoot } from 'hast';
import rehypeParse from 'rehype-parse';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { articlePreset, rehypeArticle, rehypeArticleToRemark } from '../src/plugins.ts';

const fixture = (name: string): string => readFileSync(`fixtures/html/${name}/input.html`, 'utf8');

test.each(['summit', 'tables', 'code-blocks', 'callouts'])(
  '%s: the preset writes the headings of the article',
  async (name) => {
    const expected = readFileSync(`fixtures/html/${name}/expected.md`, 'utf8');
    const file = await unified().use(articlePreset).process(fixture(name));
    const headings = (markdown: string) => markdown.match(/^#+ .*$/gm);
    expect(headings(String(file))).toEqual(headings(expected));
  },
);

test('between rehype-parse and remark-stringify a page becomes what the program writes of it', async () => {
  const file = await unified()
    .use(rehypeParse)
    .use(rehypeArticleToRemark)
    .use(remarkGfm)
    .use(remarkStringify, { bullet: '-' })
    .process(fixture('summit'));
  expect(String(file)).toBe(readFileSync('fixtures/html/summit/expected.md', 'utf8'));
  const { article } = file.data;
  expect(article?.metadata.language?.value).toBe('ar');
  expect(article?.quality.facts.headings).toBeGreaterThan(3);
});

test('what plugins changed in the page is what is converted', async () => {
  const rename = () => (tree: HastRoot) => {
    const open: HastRoot['children'] = [...tree.children];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if (node.type === 'text') node.value = node.value.replace('harbour', 'haven');
      if ('children' in node) open.push(...node.children);
    }
  };
  const page = `<article><h1>A walk</h1><p>${'The harbour was quiet that morning. '.repeat(9)}</p></article>`;
  const file = await unified()
    .use(rehypeParse)
    .use(rename)
    .use(rehypeArticleToRemark)
    .use(remarkStringify)
    .process(page);
  expect(String(file)).toMatch(/^# A walk\n\nThe haven was quiet/);
});

test('rehypeArticle gives the article alone, as hast', async () => {
  const processor = unified().use(rehypeParse).use(rehypeArticle);
  const page = `<nav>Home</nav><main class="x"><h1>A walk</h1><p id="y">${'Quiet water, slow boats. '.repeat(9)}</p></main>`;
  const tree = await processor.run(processor.parse(page));
  const elements = tree.children.filter((node) => node.type === 'element');
  expect(elements.map(({ tagName, properties }) => [tagName, properties])).toEqual([
    ['h1', {}],
    ['p', {}],
  ]);
});

test('a page without an article fails with a reason', async () => {
  const failing = unified().use(articlePreset).process('<title>x</title>');
  await expect(failing).rejects.toMatchObject({ reason: 'no-content' });
});
