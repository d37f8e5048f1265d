/** For each element that holds a block one around it, by what it is called: found from above. */
import { NONE, type NodeId, nodeCount, parent, type Tree } from '../tree/node.ts';
import { type NameTable, ofTag } from '../tree/scan.ts';
import type { Block } from './block.ts';

/**
 * By node the nearest such element, itself among them, or NONE; undefined where no block stands in one.
 * @param holders `holdersOf` the blocks: other nodes are not looked at
 * @param borders elements that are not looked out of
 */
export function nearest(
  tree: Tree,
  holders: Int32Array,
  names: NameTable,
  borders?: NameTable,
): Int32Array | undefined {
  const found = new Int32Array(nodeCount(tree));
  found[0] = NONE;
  let isAny = false;
  for (let rank = 1; rank < holders.length; rank += 1) {
    const node = holders[rank] as NodeId;
    if (ofTag(names, tree, node) === 1) {
      found[node] = node;
      isAny = true;
    } else if (borders !== undefined && ofTag(borders, tree, node) === 1) found[node] = NONE;
    else found[node] = found[parent(tree, node)] as NodeId;
  }
  return isAny ? found : undefined;
}

/** By node the outermost element that passes a test, in the same way; none inside one is tested. */
export function outermost(tree: Tree, holders: Int32Array, test: (node: NodeId) => boolean): Int32Array | undefined {
  const found = new Int32Array(nodeCount(tree));
  found[0] = NONE;
  let isAny = false;
  for (let rank = 1; rank < holders.length; rank += 1) {
    const node = holders[rank] as NodeId;
    const around = found[parent(tree, node)] as NodeId;
    const isOutermost = around === NONE && test(node);
    found[node] = isOutermost ? node : around;
    isAny ||= isOutermost;
  }
  return isAny ? found : undefined;
}

/** The blocks with text from `first` on, by the element that `nearest` or `outermost` found around them. */
export function blocksBy(around: Int32Array, blocks: readonly Block[], first = 0): Map<NodeId, number[]> {
  const found = new Map<NodeId, number[]>();
  for (let at = first; at < blocks.length; at += 1) {
    const { element, text } = blocks[at] as Block;
    const root = around[element] as NodeId;
    if (root === NONE || text === '') continue;
    const inside = found.get(root);
    if (inside === undefined) found.set(root, [at]);
    else inside.push(at);
  }
  return found;
}
