import fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { toMarkdown as toOwnMarkdown } from '../../src/writers/markdown.ts';

const paragraph = (value: string): Root => ({
  type: 'root',
  children: [{ type: 'paragraph', children: [{ type: 'text', value }] }],
});
const written = (value: string): string => toOwnMarkdown(paragraph(value)).trimEnd();

test.each([
  ['write to info@example.org, please', 'write to info@example.org, please'],
  [
    'see https://example.org/a?b=1&c=2 (or www.example.org).',
    'see https://example.org/a?b=1&c=2 (or www.example.org).',
  ],
  ['from ~bob at http://example.org/~bob/', 'from \\~bob at http://example.org/~bob/'],
  // What is escaped in an address stays so outside a link alone.
  ['https://example.org/*x*', 'https\\://example.org/\\*x\\*'],
  // A link would go on to the next blank.
  ['見てhttps://example.org/、次に', '見てhttps\\://example.org/、次に'],
  ['1986. was a good year', '1986\\. was a good year'],
])('%s', (value, expected) => {
  expect(written(value)).toBe(expected);
});

/** Links that readers make of addresses are text here. */
const said = (node: Nodes): string =>
  'value' in node ? node.value : 'children' in node ? node.children.map(said).join('') : '';
const parser = unified().use(remarkParse).use(remarkGfm);

test('without the escapes of its addresses a text says no less than with them', () => {
  const part = fc.constantFrom(
    ...'https://a|www.a|@|a|b.c|/|?|=|&|&amp;|;|~|_|*|[|]|(|)|<|>| |:|.|-|日本|!|#|1.'.split('|'),
  );
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 14 }), (parts) => {
      const value = `x ${parts.join('')} x`;
      const escaped = toMarkdown(paragraph(value), { extensions: [gfmToMarkdown()] });
      expect([value.replace(/ +/g, ' '), said(parser.parse(escaped))]).toContain(said(parser.parse(written(value))));
    }),
    { numRuns: 3000, seed: 1 },
  );
});
