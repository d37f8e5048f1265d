/** What the walk to mdast carries along, and what it knows of each node before it starts. */
import type { FootnoteDefinition, List } from 'mdast';
import { type NodeId, nodeCount, parent, type Tree } from '../../tree/node.ts';
import { isBlankText, isText, nameSet, ofTag } from '../../tree/scan.ts';
import { isMarkupText } from '../block.ts';
import { factsOf } from '../element-facts.ts';
import type { Footnotes } from './footnote.ts';
import type { ClassStyles } from './style-sheet.ts';
import type { TexInText } from './tex-in-text.ts';

/** How tables are written: `auto` tells data from layout, `grid` takes each for data, `html` writes data tables as HTML. */
export type TableStyle = 'auto' | 'grid' | 'html';

export interface State {
  readonly tree: Tree;
  /** 1 for each node that is written: the kept ones, and those without content inside them. */
  readonly alive: Uint8Array;
  readonly links: boolean;
  readonly images: boolean;
  readonly tables: TableStyle;
  /** Tags without attributes are let through where Markdown has no syntax. */
  readonly allowHtml: boolean;
  readonly base: string | undefined;
  /** By number of a class, see `factsOf`: 1 where it marks furniture inside content. */
  readonly furniture: Uint8Array;
  /** The same for what is there to be copied. */
  readonly copies: Uint8Array;
  readonly footnotes: Footnotes;
  readonly texInText: TexInText;
  readonly classStyles: ClassStyles;
  /** Lists made of Word's paragraphs: the next such paragraph may go on in one. */
  readonly wordLists: Set<List>;
  /** Notes that stand in the line they belong to. */
  readonly notes: FootnoteDefinition[];
  /** Addresses with schemes that could run something, dropped. */
  unsafe: number;
}

export const isAlive = (state: State, node: NodeId): boolean => state.alive[node] === 1;

/** Read once a page for each value. */
export function classOf(tree: Tree, node: NodeId): string {
  const { classes, classValues } = factsOf(tree);
  return classValues[classes[node] ?? 0] as string;
}

const UNREAD = nameSet('script style');
const IMAGES = nameSet('img');

/**
 * The mask says which text and images stay. Nodes that hold neither (breaks, rules, empty cells, check boxes,
 * blanks) stay where their parent does. Parents come before children, so one pass each way is enough.
 */
export function spread(tree: Tree, keep: Uint8Array): Uint8Array {
  const count = nodeCount(tree);
  const full = new Uint8Array(count);
  for (let node = count - 1; node > 0; node -= 1) {
    const up = tree.parents[node] as number;
    const isContent =
      full[node] === 1 ||
      (isText(tree, node)
        ? ofTag(UNREAD, tree, up) === 0 && !isBlankText(tree, node) && !isMarkupText(tree, node)
        : ofTag(IMAGES, tree, node) === 1);
    if (!isContent) continue;
    full[node] = 1;
    if (up >= 0) full[up] = 1;
  }
  const alive = new Uint8Array(count);
  alive[0] = 1;
  for (let node = 1; node < count; node += 1) {
    alive[node] = keep[node] === 1 || (full[node] === 0 && alive[parent(tree, node)] === 1) ? 1 : 0;
  }
  return alive;
}
