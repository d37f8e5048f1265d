import { type NodeId, nodeCount, parent, type Tree } from '../../tree/node.ts';
import { nameSet, ofTag } from '../../tree/scan.ts';
import type { Block } from '../block.ts';
import type { PageView } from '../page-view.ts';
import type { Rule } from './rule.ts';

const CELLS = nameSet('td th');
/** Fewer links are a reference; with a smaller share of them a cell is text with links in it. */
const LEAST_LINKS = 3;
const LINK_SHARE = 0.6;
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

/** 1 for each node inside such a column. */
function columnsOf(tree: Tree, blocks: readonly Block[]): Uint8Array {
  const count = nodeCount(tree);
  const inside = new Uint8Array(count);
  const cells = new Int32Array(count);
  for (let node: NodeId = 1; node < count; node += 1)
    cells[node] = ofTag(CELLS, tree, node) === 1 ? node : (cells[parent(tree, node)] as number);
  /** By innermost cell: all its text, what of it is links, and how many they are. */
  const sums = new Map<NodeId, { size: number; linked: number; links: number; lines: number }>();
  for (const { element, text, linked, links, breaks } of blocks) {
    const cell = cells[element] as number;
    if (cell === 0) continue;
    const sum = sums.get(cell) ?? { size: 0, linked: 0, links: 0, lines: 0 };
    sum.size += text.length;
    sum.linked += linked;
    sum.links += links;
    sum.lines += breaks + 1;
    sums.set(cell, sum);
  }
  /** Text that is no link, by row and all that the row holds. */
  const rows = new Map<NodeId, number>();
  for (const [cell, { size, linked }] of sums) {
    for (let at = cell; at !== 0; at = cells[parent(tree, at)] as number) {
      const row = parent(tree, at);
      rows.set(row, (rows.get(row) ?? 0) + size - linked);
    }
  }
  for (const [cell, { size, linked, links, lines }] of sums) {
    if (links < LEAST_LINKS || lines < LEAST_LINKS || linked < size * LINK_SHARE) continue;
    const own = size - linked;
    const beside = (rows.get(parent(tree, cell)) ?? 0) - own;
    if (beside >= LEAST_TEXT && beside >= own * BESIDE && beside > linked) inside[cell] = 1;
  }
  for (let node: NodeId = 1; node < count; node += 1) {
    const cell = cells[node] as number;
    if (cell !== 0 && inside[cell] === 1) inside[node] = 1;
  }
  return inside;
}
