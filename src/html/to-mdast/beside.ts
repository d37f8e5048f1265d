/** What stands beside an element, blanks aside. */
import { NONE, type NodeId, type Tree, text } from '../../tree/node.ts';
import { isElement } from '../../tree/scan.ts';

/** The node itself, or the first behind it, in steps of `next`, that is an element or says something; NONE where there is none. */
export function pastBlanks(tree: Tree, node: NodeId, next: (tree: Tree, node: NodeId) => NodeId): NodeId {
  let at = node;
  while (at !== NONE && !isElement(tree, at) && text(tree, at).trim() === '') at = next(tree, at);
  return at;
}
