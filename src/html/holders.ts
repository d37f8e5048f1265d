/** The elements that blocks stand in, however deep: of a page's nodes about a quarter. What concerns blocks alone looks at these. */
import { type NodeId, nodeCount, parent, type Tree } from '../tree/node.ts';
import type { Block } from './block.ts';

/** In document order, so parents come before their children; the first is the document. */
export function holdersOf(tree: Tree, blocks: readonly Pick<Block, 'element'>[]): Int32Array {
  const isHolder = new Uint8Array(nodeCount(tree));
  isHolder[0] = 1;
  let count = 1;
  for (let at = 0; at < blocks.length; at += 1) {
    for (let up = (blocks[at] as Block).element; isHolder[up] === 0; up = parent(tree, up)) {
      isHolder[up] = 1;
      count += 1;
    }
  }
  const holders = new Int32Array(count);
  for (let node: NodeId = 0, rank = 0; rank < count; node += 1) {
    if (isHolder[node] === 0) continue;
    holders[rank] = node;
    rank += 1;
  }
  return holders;
}
