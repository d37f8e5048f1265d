import { attribute, type NodeId, nodeCount, parent, type Tree } from '../../tree/node.ts';
import { behind, hasTag, nameSet, ofTag } from '../../tree/scan.ts';
import { ofTree } from '../page-view.ts';
import type { Rule } from './rule.ts';

const FIGURE = nameSet('figure');
const PICTURE = nameSet('img picture');
/** Nodes: a button holds a picture and a line. */
const MOST_NODES = 40;

/** Buttons around the picture of a figure, by node; undefined where there are none. */
function buttonsOf(tree: Tree): Uint8Array | undefined {
  if (!hasTag(tree, FIGURE)) return undefined;
  let found: Uint8Array | undefined;
  for (let node: NodeId = 1; node < nodeCount(tree); node += 1) {
    if (ofTag(FIGURE, tree, parent(tree, node)) === 0 || attribute(tree, node, 'role') !== 'button') continue;
    if (!holdsPicture(tree, node)) continue;
    found ??= new Uint8Array(nodeCount(tree));
    found[node] = 1;
  }
  return found;
}

function holdsPicture(tree: Tree, node: NodeId): boolean {
  const end = Math.min(behind(tree, node), node + MOST_NODES);
  for (let at = node + 1; at < end; at += 1) if (ofTag(PICTURE, tree, at) === 1) return true;
  return false;
}

const isPictureButton = ofTree(buttonsOf, (node, found) => found[node] === 1);

/** Words of a button that a figure makes of its picture: "click to see it in full size". Its caption stands beside it. */
export const pictureButton: Rule = {
  name: 'picture-button',
  vote: (block, page) =>
    block.images === 0 && block.text.trim() !== '' && page.isWithin(block.element, isPictureButton) ? false : undefined,
};
