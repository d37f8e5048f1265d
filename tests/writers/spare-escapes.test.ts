import fc from 'fast-check';
import type { BlockContent, Nodes, Root } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { toMarkdown as toOwnMarkdown } from '../../src/writers/markdown.ts';

const paragraph = (value: string): BlockContent => ({ type: 'paragraph', children: [{ type: 'text', value }] });
const root = (...children: BlockContent[]): Root => ({ type: 'root', children });
const written = (value: string): string => toOwnMarkdown(root(paragraph(value))).trimEnd();

test.each([
  ['write to info@example.org, please', 'write to info@example.org, please'],
  [
    'see https://example.org/a?b=1&c=2 (or www.example.org).',
    'see https://example.org/a?b=1&c=2 (or www.example.org).',
  ],
  ['~bob has http://example.org/~bob/', '~bob has http://example.org/~bob/'],
  // What is escaped in an address stays so outside a link alone.
  ['https://example.org/*x*', 'https\\://example.org/\\*x\\*'],
  // A link would go on to the next blank.
  ['見てhttps://example.org/、次に', '見てhttps\\://example.org/、次に'],
  ['1986. was a good year', '1986\\. was a good year'],
  ['AT&T, R&D, &copy; and &#38;', 'AT&T, R&D, \\&copy; and \\&#38;'],
  ['[1] A. Author, […], [sic]', '[1] A. Author, […], [sic]'],
  ['[a]: b, [x], [^1], [a](b), ![c]', '\\[a]: b, \\[x], \\[^1], [a]\\(b), !\\[c]'],
  ['H~2~O in ~20 cups', 'H\\~2\\~O in ~20 cups'],
  ['Name: ____ Date: ____', 'Name: ____ Date: \\_\\_\\_\\_'],
  ['~$5, (~5), 2 * 3', '~$5, (~5), 2 * 3'],
  ['* 3 *a* b*', '\\* 3 \\*a\\* b\\*'],
  ['#1 of all', '#1 of all'],
  ['# of all', '\\# of all'],
])('%s', (value, expected) => {
  expect(written(value)).toBe(expected);
});

test('brackets around links need no escapes', () => {
  const text = (value: string) => ({ type: 'text' as const, value });
  const link = (value: string) => ({ type: 'link' as const, url: '#a', children: [text(value)] });
  const line = [text('a ['), link('1'), text(', '), link('2'), text('] and !['), link('3'), text('](b)')];
  expect(toOwnMarkdown(root({ type: 'paragraph', children: line })).trimEnd()).toBe(
    'a [[1](#a), [2](#a)] and !\\[[3](#a)]\\(b)',
  );
});

test('parentheses that come in pairs stand as they are in addresses', () => {
  const link = (url: string) => ({ type: 'link' as const, url, children: [{ type: 'text' as const, value: 'a' }] });
  const body = { type: 'paragraph' as const, children: [link('/w_(x)?a=1&b=2'), link('/w_(x')] };
  expect(toOwnMarkdown(root(body)).trimEnd()).toBe('[a](/w_(x)?a=1&b=2)[a](/w_\\(x)');
});

/** What the tree says, by kinds and texts; links that readers make of addresses are text here. */
function said(node: Nodes): string {
  if ('value' in node) return node.value;
  const inside = 'children' in node ? node.children.map(said).join('') : node.type;
  return node.type === 'link' ? inside : `<${node.type}>${inside}</>`;
}
const parser = unified().use(remarkParse).use(remarkGfm);
const read = (markdown: string): string => said(parser.parse(markdown));

const part = fc.constantFrom(
  ...'https://a|www.a|@|a|b.c|/|?|=|&|&amp;|;|~|_|___|*|[|]|[a]|(|)|<|>| |:|.|-|日本|!|#|1.|^|x|[ ]'.split('|'),
);

test('without its spare escapes a text says no less than with them, wherever it stands', () => {
  const places: ((line: BlockContent) => BlockContent)[] = [
    (line) => line,
    (line) => ({ type: 'blockquote', children: [line] }),
    (line) => ({ type: 'list', ordered: false, spread: false, children: [{ type: 'listItem', children: [line] }] }),
  ];
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 14 }), fc.constantFrom(...places), (parts, place) => {
      const value = parts.join('').replace(/ +/g, ' ').trim();
      fc.pre(value !== '');
      const body = root(place(paragraph(value)));
      const escaped = toMarkdown(body, { bullet: '-', extensions: [gfmToMarkdown()] });
      expect([said(body), read(escaped)]).toContain(read(toOwnMarkdown(body)));
    }),
    { numRuns: 4000, seed: 1 },
  );
});
