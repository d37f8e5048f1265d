/** Blocks in blocks: what is written is read back as the same blocks, however lists, quotes and tables stand in each other. */
import fc from 'fast-check';
import type { BlockContent, Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { convert, loadParts, writers } from '../../src/index.ts';
import { toMarkdown } from '../../src/writers/markdown.ts';

const reader = unified().use(remarkParse).use(remarkGfm).freeze();
const parts = await loadParts(['parseHtml']);
const markdown = (body: string): string =>
  writers.markdown.write(convert({ id: 'page.html', body }, { from: 'html', fullPage: true }, parts));

const word = fc.constantFrom('reed', 'lamp', '12. oar', '- net', '# tide', '| keel |', '> buoy', 'mast:', '```', '***');
const line = word.map((value) => [{ type: 'text' as const, value }]);
const cell = line.map((children) => ({ type: 'tableCell' as const, children }));
const row = fc.tuple(cell, cell).map((children) => ({ type: 'tableRow' as const, children }));

const block: fc.Arbitrary<BlockContent> = fc.letrec<{ block: BlockContent }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    line.map((children) => ({ type: 'paragraph', children }) as const),
    line.map((children) => ({ type: 'heading', depth: 3, children }) as const),
    word.map((value) => ({ type: 'code', value }) as const),
    fc.constant({ type: 'thematicBreak' } as const),
    fc.array(row, { minLength: 1, maxLength: 3 }).map((children) => ({ type: 'table', children }) as const),
    fc
      .array(tie('block'), { minLength: 1, maxLength: 3 })
      .map((children) => ({ type: 'blockquote', children }) as const),
    fc
      .record({
        start: fc.constantFrom(undefined, 0, 1, 7),
        // A rule right behind a bullet takes the other bullet, and two such lists in a row would become one.
        items: fc.array(
          fc.array(tie('block'), { minLength: 1, maxLength: 3 }).filter(([first]) => first?.type !== 'thematicBreak'),
          { minLength: 1, maxLength: 3 },
        ),
      })
      .map(({ start, items }) => listOf(start, items)),
  ),
})).block;

/** Tight wherever that can be: an item of one block, or of one with lists under it. */
const listOf = (start: number | undefined, items: readonly BlockContent[][]): BlockContent => ({
  type: 'list',
  ordered: start !== undefined,
  ...(start === undefined ? {} : { start }),
  spread: false,
  children: items.map((children) => ({
    type: 'listItem',
    spread: children.filter(({ type }) => type !== 'list').length > 1,
    children,
  })),
});

/** The blocks of a tree and their words, without what is a matter of style. */
function outline(node: Nodes): unknown {
  if (node.type === 'list') return [node.type, node.ordered ? node.start : null, ...node.children.map(outline)];
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell')
    return [node.type, node.children.map((child) => ('value' in child ? child.value : child.type)).join('')];
  if ('value' in node) return [node.type, node.value];
  return 'children' in node ? [node.type, ...node.children.map(outline)] : [node.type];
}

test('blocks in blocks are read back as they were written', () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 3 }), (children) => {
      const body: Root = { type: 'root', children };
      const written = toMarkdown(body);
      expect(outline(reader.parse(written)), written).toEqual(outline(body));
    }),
    { numRuns: 300, seed: 1 },
  );
});

test.each([
  ['a list numbered from 6 in a bullet', '<ul><li>a<li><ol start=6><li>b</ol></ul>', '- a\n\n- 6. b\n'],
  ['the same one level down', '<ul><li>a<ul><li><ol start=6><li>b</ol></ul></ul>', '- a\n\n  - 6. b\n'],
  [
    'a table after a list in an item',
    '<ul><li><ul><li>a</ul><table><tr><th>b<th>c<tr><td>d<td>e</table></ul>',
    '- - a\n\n  | b | c |\n  | - | - |\n  | d | e |\n',
  ],
  ['a no-break space after an address', '<p>see www.example.org/x&nbsp;soon', 'see www.example.org/x soon\n'],
  [
    'code with a backslash before a bar, in a cell',
    '<table><tr><th>a<th>b<tr><td><code>\\|</code><td><code>x|y</code></table>',
    '| a    | b      |\n| ---- | ------ |\n| \\\\\\| | `x\\|y` |\n',
  ],
])('%s', (_, source, expected) => {
  expect(markdown(source)).toBe(expected);
});
