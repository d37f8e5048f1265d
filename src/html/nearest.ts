/** For each node an element around it, by what it is called: found from above, for parents come before their children. */
import { NONE, type NodeId, nodeCount, parent, type Tree } from '../tree/node.ts';
import { hasTag, type NameTable, ofTag } from '../tree/scan.ts';

/**
 * For each node the nearest such element, itself among them, or NONE; undefined where the page has none.
 * @param borders elements that are not looked out of
 */
export function nearest(tree: Tree, names: NameTable, borders?: NameTable): Int32Array | undefined {
  if (!hasTag(tree, names)) return undefined;
  const found = new Int32Array(nodeCount(tree));
  found[0] = NONE;
  for (let node: NodeId = 1; node < found.length; node += 1) {
    if (ofTag(names, tree, node) === 1) found[node] = node;
    else if (borders !== undefined && ofTag(borders, tree, node) === 1) found[node] = NONE;
    else found[node] = found[parent(tree, node)] as NodeId;
  }
  return found;
}

/** For each node the outermost such element, itself among them, or NONE; undefined where the page has none. */
export function outermost(tree: Tree, names: NameTable): Int32Array | undefined {
  if (!hasTag(tree, names)) return undefined;
  const found = new Int32Array(nodeCount(tree));
  found[0] = NONE;
  for (let node: NodeId = 1; node < found.length; node += 1) {
    const around = found[parent(tree, node)] as NodeId;
    found[node] = around === NONE && ofTag(names, tree, node) === 1 ? node : around;
  }
  return found;
}
