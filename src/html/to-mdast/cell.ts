/** Blocks → the one line of a GFM cell: they are parted by `<br>`. */
import type { List, PhrasingContent } from 'mdast';
import type { Block } from './flow.ts';

const BREAK: PhrasingContent = { type: 'html', value: '<br>' };

export interface CellContent {
  readonly line: PhrasingContent[];
  /** Footnotes that stand in it. */
  readonly notes: readonly Block[];
}

export function cellContent(blocks: readonly Block[]): CellContent {
  const notes = blocks.filter((block) => block.type === 'footnoteDefinition');
  const lines = blocks.flatMap(linesOf).filter((line) => line.length > 0);
  return { line: lines.flatMap((line, at) => (at === 0 ? line : [BREAK, ...line])), notes };
}

function linesOf(block: Block): PhrasingContent[][] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [block.children.map(inCell)];
    case 'list':
      return block.children.flatMap((item, at) => {
        const [first, ...others] = item.children.flatMap(linesOf);
        return first === undefined ? [] : [[...numberOf(block, at), ...first], ...others];
      });
    case 'blockquote':
      return block.children.flatMap(linesOf);
    case 'code':
      return block.value
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((value) => [codeInCell(value.trimEnd())]);
    case 'math':
      return [[mathInCell(block.value)]];
    case 'table':
      return block.children.map((row) =>
        row.children
          .filter((cell) => cell.children.length > 0)
          .flatMap((cell, at) =>
            at === 0 ? cell.children : [{ type: 'text' as const, value: ' ' }, ...cell.children],
          ),
      );
    default:
      return [];
  }
}

/** The number of an item is content; its bullet is a drawing. */
const numberOf = ({ ordered, start }: List, at: number): PhrasingContent[] =>
  ordered ? [{ type: 'text', value: `${(start ?? 1) + at}. ` }] : [];

const inCell = (node: PhrasingContent): PhrasingContent => {
  if (node.type === 'break') return BREAK;
  if (node.type === 'inlineCode') return codeInCell(node.value);
  if (node.type === 'inlineMath') return mathInCell(node.value);
  return 'children' in node ? ({ ...node, children: node.children.map(inCell) } as PhrasingContent) : node;
};

/** GFM takes the backslash before a bar for an escape, in code too: code that holds one can only be text in a cell. */
const codeInCell = (value: string): PhrasingContent => ({
  type: /(?<!\\)(?:\\\\)*\\\|/.test(value) ? 'text' : 'inlineCode',
  value,
});

/** Bars part cells, escaped or not: TeX has commands that draw them. */
const mathInCell = (value: string): PhrasingContent => ({
  type: 'inlineMath',
  value: value
    .replace(/\\\|/g, '\\Vert ')
    .replaceAll('|', '\\vert ')
    .replace(/(\\[vV]ert) (?![a-z])/gi, '$1'),
});
