import { expect, test } from 'vitest';
import { convert } from '../../src/convert.ts';
import { assignedJson } from '../../src/html/assigned-json.ts';
import { htmlOfPieces } from '../../src/html/pieces-of-text.ts';
import { parseHtml } from '../../src/tree/parse.ts';
import { writers } from '../../src/writers/index.ts';

const FIRST =
  'The mill by the weir is open again, after two winters in which nobody could cross, and the miller is glad.';
const SECOND =
  'He grinds on two days of the week. On the others he mends the sluice, the wheel, and what the children break.';
const THIRD =
  'Whoever brings grain gets flour for it, less a tenth. The old scales stand at the door, and they are right.';

const markdown = (script: string) => {
  const body = `<html lang="en"><title>The mill</title><body><div id="root"></div>${script}</body></html>`;
  return writers.markdown.write(convert({ id: 'a', body }, {}, { parseHtml }));
};

test('an article that an editor keeps in pieces is found in the data of its page', () => {
  const blocks = [
    { type: 'paragraph', data: { text: FIRST } },
    { type: 'header', data: { text: 'The week', level: 2 } },
    { type: 'paragraph', data: { text: SECOND } },
    { type: 'list', data: { style: 'unordered', items: ['wheat', 'rye'] } },
    { type: 'paragraph', data: { text: THIRD } },
  ];
  const related = [{ type: 'card', title: `${FIRST} ${SECOND}`, url: '/b' }];
  const state = JSON.stringify({ props: { article: { blocks }, related } });
  const expected = `# The mill\n\n${FIRST}\n\n## The week\n\n${SECOND}\n\n- wheat\n- rye\n\n${THIRD}\n`;
  expect(markdown(`<script id="__NEXT_DATA__" type="application/json">${state}</script>`)).toBe(expected);
  expect(markdown(`<script>window.__STATE__ = ${state};(function(){})();</script>`)).toBe(expected);
});

test('the entry that holds the text says who wrote it and when', () => {
  const body = `<p>${FIRST}</p><p>${SECOND}</p><p>${THIRD}</p>`;
  const post = {
    id: 8,
    author: { name: 'Imre Stoll' },
    createdAt: '2024-10-01',
    publishedAt: '2024-10-09T06:30:00Z',
    text: { body },
  };
  const state = JSON.stringify({ post, next: [{ author: 'Ada Kehl', publishedAt: '2023-01-01', teaser: 'Rye.' }] });
  const html = `<title>The mill</title><div id="root"></div><script type="application/json">${state}</script>`;
  const { authors, published } = convert({ id: 'a', body: html }, { from: 'html' }, { parseHtml }).metadata;
  expect([authors?.value, published?.value]).toEqual([['Imre Stoll'], '2024-10-09T06:30:00Z']);
});

test('pieces of other editors', () => {
  const text = (value: string) => ({ nodeType: 'text', value, marks: [] });
  const link = { nodeType: 'hyperlink', data: { uri: '/b' }, content: [text('this')] };
  const item = { nodeType: 'list-item', content: [{ nodeType: 'paragraph', content: [text('rye')] }] };
  expect(
    htmlOfPieces([
      { nodeType: 'heading-2', content: [text('Grain')] },
      { nodeType: 'paragraph', content: [text('See '), link, text(' & that.')] },
      { nodeType: 'unordered-list', content: [item, item] },
    ]),
  ).toBe('<h2>Grain</h2><p>See this &amp; that.</p><ul><li>rye</li><li>rye</li></ul>');
  const span = (name: string) => [{ _type: 'span', text: name }];
  expect(
    htmlOfPieces([
      { _type: 'block', style: 'h2', children: span('Grain') },
      { _type: 'block', listItem: 'bullet', children: span('rye') },
      { _type: 'block', listItem: 'bullet', children: span('oats') },
    ]),
  ).toBe('<h2>Grain</h2><ul><li>rye</li><li>oats</li></ul>');
  expect(
    htmlOfPieces([
      { type: 'card', title: 'A', url: '/a' },
      { type: 'card', title: 'B', url: '/b' },
    ]),
  ).toBe('');
});

test('what a script assigns is read to its end', () => {
  expect(assignedJson('window.__A__={"a":"}\\"]"};go({});')).toBe('{"a":"}\\"]"}');
  expect(assignedJson('var a = JSON.parse("[1]");')).toBe('[1]');
  expect(assignedJson('(function(){a={}})()')).toBe('');
});
