import { expect, test } from 'vitest';
import { convert, loadParts, writers } from '../../src/index.ts';
import { isMarkdown, readInline } from '../../src/plain/lines/inline.ts';

const parts = await loadParts();
const markdown = (text: string) =>
  writers.markdown.write(convert({ id: 'x.txt', body: text }, { from: 'text' }, parts));

test.each([
  ['a *b* and __c__', ['text', 'emphasis', 'text', 'strong']],
  ['snake_case_name and 2*3*4', ['text']],
  ['see [the *map*](https://a.example/x_(y)) now', ['text', 'link', 'text']],
  ['![a boat](boat.png)', ['image']],
  ['`a*b*` and \\*c\\*', ['inlineCode', 'text']],
  ['[here](javascript:alert(1))', ['text']],
  ['**open and [never closed](', ['text']],
])('%s', (text, types) => {
  expect(readInline(text).map(({ type }) => type)).toEqual(types);
});

test('one sign alone makes no Markdown', () => {
  expect(isMarkdown('A star * here, and 5 * 3 * 2 there.')).toBe(false);
  expect(isMarkdown('# Roof\n\nIt is **flat**.')).toBe(true);
});

test('a text that is Markdown keeps its marks, links and quotes', () => {
  const text =
    '# The roof\n\nIt is **flat**, see [the plan](https://a.example/plan) first.\n\n> Never climb it alone.\n>\n> Nor at night.\n';
  expect(markdown(text)).toBe(text);
});

test('marks without end are read in linear time', () => {
  for (const piece of ['*a _b ', '[a](', '[', '`', '**', '[a]([b](']) {
    const start = process.cpuUsage().user;
    expect(readInline(piece.repeat(40_000)).length).toBeGreaterThan(0);
    expect(process.cpuUsage().user - start).toBeLessThan(3_000_000);
  }
});

test('tasks, struck words, titles, notes and pictures of Markdown stay what they are', () => {
  const text =
    '# Tar\n\nIt is **hot**[^a] and ~~cold~~, see [the book](https://a.example/b "Pine").\n\n- [x] brush\n- [ ] bucket\n\n![A barrel](https://a.example/b.png)\n\n[^a]: Up to a point.\n';
  expect(markdown(text)).toBe(text);
});

test('front matter is what a text says of itself', () => {
  const text = '---\ntitle: "Notes on tar"\nauthor: Ada López\ndate: 2021-03-04\ntags: [boat]\n---\n\n';
  const body = 'Tar is boiled in the long shed, by two people and a dog.\n';
  const document = convert({ id: 'x.txt', body: text + body }, { from: 'text', explain: true }, parts);
  expect(document.metadata).toMatchObject({
    title: { value: 'Notes on tar', from: 'front-matter' },
    authors: { value: ['Ada López'] },
    published: { value: '2021-03-04' },
  });
  expect(document.trace?.filter(({ by }) => by === 'line:front-matter')).toHaveLength(6);
  expect(markdown(text + body)).toBe(`# Notes on tar\n\n${body}`);
  expect(markdown(`---\n\n${body}`)).toContain('***');
});
