import fc from 'fast-check';
import type { BlockContent, PhrasingContent, Root, RootContent } from 'mdast';
import { expect, test } from 'vitest';
import { plainHandlers } from '../../src/writers/plain-handlers.ts';
import { libraryToMarkdown } from './library.ts';

const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('harbour', 'Boats', 'وصل', '港口', 'w', 's', 'p', 'www', 'http', 'x1') },
  { weight: 4, arbitrary: fc.constant(' ') },
  { weight: 2, arbitrary: fc.constantFrom(...'.,;:?!/-+=()\'"%#*_~`[]<>&|$@\\^{}\t\n\r'.split('')) },
  fc.constantFrom('1.', '12)', '://', '- ', '+ ', '=', '. ', '\u00a0', '💧', '  ', '\u007f', '\0'),
);
const words = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
const address = fc.oneof(
  words,
  fc.constantFrom('https://example.org/a_b?c=d&e', '/a(b)', '#x', 'mailto:a@b.c', 'a*b', 'a~b', 'a[b]', 'é'),
);

const phrasing: fc.Arbitrary<PhrasingContent> = fc.letrec<{ node: PhrasingContent }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    words.map((value) => ({ type: 'text', value }) as const),
    words.map((value) => ({ type: 'inlineCode', value }) as const),
    fc.constant({ type: 'break' } as const),
    fc
      .record({ url: address, children: fc.array(tie('node'), { maxLength: 2 }) })
      .map((made) => ({ type: 'link', ...made }) as PhrasingContent),
    fc
      .tuple(fc.constantFrom('emphasis', 'strong', 'delete'), fc.array(tie('node'), { maxLength: 3 }))
      .map(([type, children]) => ({ type, children }) as PhrasingContent),
  ),
})).node;
const line = fc.array(phrasing, { maxLength: 4 });
const block: fc.Arbitrary<BlockContent> = fc.oneof(
  line.map((children) => ({ type: 'paragraph', children }) as const),
  fc
    .tuple(fc.integer({ min: 1, max: 6 }), line)
    .map(([depth, children]) => ({ type: 'heading', depth, children }) as BlockContent),
  line.map(
    (children) =>
      ({
        type: 'table',
        children: [{ type: 'tableRow', children: [{ type: 'tableCell', children }] }],
      }) as BlockContent,
  ),
);
const flow = fc.oneof(
  { weight: 3, arbitrary: block },
  fc.array(fc.array(block, { maxLength: 2 }), { maxLength: 3 }).map(
    (items) =>
      ({
        type: 'list',
        children: items.map((children) => ({ type: 'listItem', spread: false, children })),
      }) as BlockContent,
  ),
);

test('own handlers write what the library writes, byte for byte', () => {
  fc.assert(
    fc.property(fc.array(flow, { maxLength: 5 }), (children) => {
      const root: Root = { type: 'root', children: children as RootContent[] };
      expect(libraryToMarkdown(root, plainHandlers)).toBe(libraryToMarkdown(root));
    }),
    { numRuns: 1_000, seed: 3 },
  );
});
