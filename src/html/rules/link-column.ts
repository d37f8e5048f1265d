import { type NodeId, nodeCount, parent, type Tree } from '../../tree/node.ts';
import { nameSet, ofTag } from '../../tree/scan.ts';
import type { Block } from '../block.ts';
import type { PageView } from '../page-view.ts';
import type { Rule } from './rule.ts';

const CELLS = nameSet('td th');
/** Fewer links are a reference; with a smaller share of them a cell is text with links in it. */
const LEAST_LINKS = 3;
const LINK_SHARE = 0.5;
/** The text beside it has so many times as much that is no link, and so many characters at the least. */
const BESIDE = 2;
const LEAST_TEXT = 60;

/**
 * A column of links beside the text, in a table that lays out the page:
 *
 *     <td>Home<br>News<br>Sport</td> <td>The text …</td> <td>Most read<br>…</td>
 */
export const linkColumn: Rule = {
  name: 'link-column',
  vote: (block, page) => {
    let columns = found.get(page);
    if (columns === undefined) {
      columns = columnsOf(page.tree, page.blocks);
      found.set(page, columns);
    }
    return columns?.[block.element] === 1 ? false : undefined;
  },
};

const found = new WeakMap<PageView, Uint8Array>();

/** 1 for each node inside such a column; what stands in tables inside a cell counts as the cell's. */
function columnsOf(tree: Tree, blocks: readonly Block[]): Uint8Array {
  const count = nodeCount(tree);
  const inside = new Uint8Array(count);
  const [size, linked, links, lines] = sumsOf(tree, blocks);
  const told = (node: NodeId): number => (size[node] as number) - (linked[node] as number);
  for (let node: NodeId = 1; node < count; node += 1) {
    const row = parent(tree, node);
    inside[node] = inside[row] === 1 || (ofTag(CELLS, tree, node) === 1 && isColumn(node, row)) ? 1 : 0;
  }
  return inside;

  function isColumn(cell: NodeId, row: NodeId): boolean {
    if ((links[cell] as number) < LEAST_LINKS || (lines[cell] as number) < LEAST_LINKS) return false;
    if ((linked[cell] as number) < (size[cell] as number) * LINK_SHARE) return false;
    const beside = told(row) - told(cell);
    return beside >= LEAST_TEXT && beside >= told(cell) * BESIDE && beside > (linked[cell] as number);
  }
}

type Sums = readonly [size: Float64Array, linked: Float64Array, links: Float64Array, lines: Float64Array];

/** By element: its characters, those of links, its links, and its lines. */
function sumsOf(tree: Tree, blocks: readonly Block[]): Sums {
  const make = () => new Float64Array(nodeCount(tree));
  const sums: Sums = [make(), make(), make(), make()];
  for (const { element, text, linked, links, breaks } of blocks) {
    add(sums[0], element, text.length);
    add(sums[1], element, linked);
    add(sums[2], element, links);
    add(sums[3], element, breaks + 1);
  }
  for (let node = nodeCount(tree) - 1; node > 0; node -= 1)
    for (const to of sums) add(to, parent(tree, node), to[node] as number);
  return sums;
}

function add(to: Float64Array, at: NodeId, value: number): void {
  to[at] = (to[at] as number) + value;
}
