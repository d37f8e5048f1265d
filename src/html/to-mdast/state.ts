/** What the walk to mdast carries along, and what it knows of each node before it starts. */
import type { FootnoteDefinition, List } from 'mdast';
import { classNumbersOf } from '../../tree/class-numbers.ts';
import { type NodeId, parent, type Tree } from '../../tree/node.ts';
import { behind, isBlankText, isText, nameSet, ofTag } from '../../tree/scan.ts';
import { isMarkupText } from '../block.ts';
import { EMBEDS } from '../embeds.ts';
import type { ClassWords } from './class-words.ts';
import type { Footnotes } from './footnote.ts';
import type { ClassStyles } from './style-sheet.ts';
import type { Tabs } from './tabs.ts';

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
  readonly classWords: ClassWords;
  readonly footnotes: Footnotes;
  readonly classStyles: ClassStyles;
  /** Lists made of Word's paragraphs: the next such paragraph may go on in one. */
  readonly wordLists: Set<List>;
  /** Rows of tabs and the names of their panels, once one was met. */
  tabs: Tabs | undefined;
  /** Notes that stand in the line they belong to. */
  readonly notes: FootnoteDefinition[];
  /** Addresses of what is shown from elsewhere, so far. */
  readonly embedded: Set<string>;
  /** Addresses with schemes that could run something, dropped. */
  unsafe: number;
}

export const isAlive = (state: State, node: NodeId): boolean => state.alive[node] === 1;

/** Read once a page for each value. */
export function classOf(tree: Tree, node: NodeId): string {
  const { classes, classValues } = classNumbersOf(tree);
  return classValues[classes[node] ?? 0] as string;
}

const UNREAD = nameSet('script style');
const IMAGES = nameSet('img');

/**
 * The mask says which text, images and embeds stay, and all that they hang on. Nodes that hold neither (breaks, rules, empty
 * cells, check boxes, blanks) stay where their parent does.
 */
export function spread(tree: Tree, keep: Uint8Array): Uint8Array {
  const alive = keep.slice();
  alive[0] = 1;
  for (let node: NodeId = 1; node < alive.length; ) {
    if (alive[node] === 1) {
      node += 1;
      continue;
    }
    // What it hangs on is kept: else it would have been passed with that.
    const end = behind(tree, node);
    if (!holdsContent(tree, node, end)) alive.fill(1, node, end);
    node = end;
  }
  return alive;
}

function holdsContent(tree: Tree, start: NodeId, end: NodeId): boolean {
  for (let node = start; node < end; node += 1) {
    const isContent = isText(tree, node)
      ? ofTag(UNREAD, tree, parent(tree, node)) === 0 && !isBlankText(tree, node) && !isMarkupText(tree, node)
      : ofTag(IMAGES, tree, node) === 1 || ofTag(EMBEDS, tree, node) === 1;
    if (isContent) return true;
  }
  return false;
}
