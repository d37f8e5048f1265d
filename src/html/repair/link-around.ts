import { NONE, type NodeId, parent, type Tree } from '../../tree/node.ts';
import { nameSet, ofTag } from '../../tree/scan.ts';

const LINK = nameSet('a');

/** The link that a node is, or that stands around it in so many `levels`, itself the first; NONE where there is none. */
export function linkAround(tree: Tree, node: NodeId, levels: number): NodeId {
  for (let at = node, level = 0; at > 0 && level < levels; at = parent(tree, at), level += 1)
    if (ofTag(LINK, tree, at) === 1) return at;
  return NONE;
}
