import fc from 'fast-check';
import type { PhrasingContent, Root, RootContent } from 'mdast';
import { expect, test } from 'vitest';
import { directMarkdown } from '../../src/writers/direct-markdown.ts';
import { toMarkdown } from '../../src/writers/markdown.ts';

const piece = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('harbour', 'Boats', 'وصل', '港口', 'w', 's', 'p', 'www', 'http', 'x1', '7') },
  { weight: 5, arbitrary: fc.constant(' ') },
  { weight: 2, arbitrary: fc.constantFrom(...'.,;:?!/-+=()\'"%#*_~`[]<>&|$@\\^{}\t\n\r'.split('')) },
  fc.constantFrom(
    '1.',
    '12)',
    '://',
    '- ',
    '+ ',
    '=',
    '. ',
    '\u00a0',
    '💧',
    '  ',
    '\u007f',
    '\0',
    '&amp;',
    'a@b',
    '![',
    '<b',
  ),
);
const words = fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join(''));
const address = fc.oneof(
  words,
  fc.constantFrom(
    'https://example.org/a_b?c=d&e',
    '/a(b)',
    '#x',
    'mailto:a@b.c',
    'a*b',
    'a~b',
    'a[b]',
    'é',
    "/o'x$y&#1;",
  ),
);
const title = fc.option(words);
const phrasing: fc.Arbitrary<PhrasingContent> = fc.letrec<{ node: PhrasingContent }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 4, arbitrary: words.map((value) => ({ type: 'text', value }) as const) },
    words.map((value) => ({ type: 'inlineCode', value }) as const),
    fc.constant({ type: 'break' } as const),
    fc.constantFrom('<br>', '<sub>', '</sub>').map((value) => ({ type: 'html', value }) as const),
    fc.record({ url: address, alt: words, title }).map((made) => ({ type: 'image', ...made }) as PhrasingContent),
    fc
      .record({ url: address, title, children: fc.array(tie('node'), { maxLength: 2 }) })
      .map((made) => ({ type: 'link', ...made }) as PhrasingContent),
    address.map(
      (url): PhrasingContent => ({
        type: 'link',
        url,
        children: [{ type: 'text', value: url.replace('mailto:', '') }],
      }),
    ),
    fc
      .tuple(fc.constantFrom('emphasis', 'strong', 'delete'), fc.array(tie('node'), { maxLength: 2 }))
      .map(([type, children]) => ({ type, children }) as PhrasingContent),
  ),
})).node;
const line = fc.array(phrasing, { maxLength: 4 });

const flow: fc.Arbitrary<RootContent> = fc.letrec<{ block: RootContent }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 4, arbitrary: line.map((children) => ({ type: 'paragraph', children }) as RootContent) },
    fc
      .tuple(fc.integer({ min: 1, max: 6 }), line)
      .map(([depth, children]) => ({ type: 'heading', depth, children }) as RootContent),
    fc.constant(0).map(() => ({ type: 'thematicBreak' }) as RootContent),
    words.map((value) => ({ type: 'code', value, lang: 'sh' }) as RootContent),
    fc.array(tie('block'), { maxLength: 3 }).map((children) => ({ type: 'blockquote', children }) as RootContent),
    fc.array(fc.array(line, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 }).map(
      (rows) =>
        ({
          type: 'table',
          align: ['right', null],
          children: rows.map((cells) => ({
            type: 'tableRow',
            children: cells.map((children) => ({ type: 'tableCell', children })),
          })),
        }) as RootContent,
    ),
    fc
      .record({
        ordered: fc.boolean(),
        start: fc.constantFrom(1, 3, null),
        spread: fc.boolean(),
        items: fc.array(
          fc
            .tuple(fc.boolean(), line, fc.array(tie('block'), { maxLength: 2 }), fc.boolean())
            .map(([spread, children, more, isBare]) => ({
              type: 'listItem',
              spread,
              children: isBare ? more : [{ type: 'paragraph', children }, ...more],
            })),
          { minLength: 1, maxLength: 3 },
        ),
      })
      .map(({ items, ...list }) => ({ type: 'list', ...list, children: items }) as RootContent),
  ),
})).block;

test('blocks that are written directly are what the library writes, byte for byte', () => {
  let direct = 0;
  fc.assert(
    fc.property(fc.array(flow, { maxLength: 4 }), (children) => {
      const body: Root = { type: 'root', children };
      // The usual style, but named: then nothing is written directly.
      const expected = toMarkdown(body, { bullet: '-' });
      expect(toMarkdown(body)).toBe(expected);
      const own = directMarkdown({ body } as never, {});
      if (own === undefined) return;
      direct += 1;
      expect(own).toBe(expected);
    }),
    { numRuns: 3_000, seed: 5 },
  );
  expect(direct).toBeGreaterThan(100);
});

test('beside formulas, too, where dollar signs are escaped', () => {
  fc.assert(
    fc.property(fc.array(flow, { maxLength: 4 }), (children) => {
      const body: Root = { type: 'root', children: [...children, { type: 'math', value: 'x' }] };
      expect(toMarkdown(body)).toBe(toMarkdown(body, { bullet: '-' }));
    }),
    { numRuns: 1_000, seed: 6 },
  );
});

test('a list gets another mark right behind a list, be it in a quote', () => {
  const list: RootContent = {
    type: 'list',
    spread: false,
    children: [
      { type: 'listItem', spread: false, children: [{ type: 'paragraph', children: [{ type: 'text', value: 'a' }] }] },
    ],
  };
  const body: Root = { type: 'root', children: [list, { type: 'blockquote', children: [list] }] };
  expect(toMarkdown(body)).toBe('- a\n\n> * a\n');
});
