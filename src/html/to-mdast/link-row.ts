/** Links side by side in a box of nothing but links: a style sheet sets them apart, `<div><a>About</a><a>Contact</a></div>`. */
import { children, kind, NONE, type NodeId, parent, previousSibling, type Tree, text } from '../../tree/node.ts';
import { perTree } from '../../tree/per-tree.ts';
import { nameSet, ofTag } from '../../tree/scan.ts';
import { SKIPPED } from './elements.ts';

const LINK = nameSet('a');
/** Two may be parts of one word. */
const FEWEST = 3;
const BOX = nameSet('div nav section header footer aside');

/** Whether a link comes right behind another of its row, with no blank between them. */
export function isNextLink(tree: Tree, node: NodeId): boolean {
  if (ofTag(LINK, tree, node) === 0) return false;
  const before = previousSibling(tree, node);
  return before !== NONE && ofTag(LINK, tree, before) === 1 && isRow(tree, parent(tree, node));
}

function isRow(tree: Tree, box: NodeId): boolean {
  const known = answers(tree);
  let answer = known.get(box);
  if (answer === undefined) {
    const inside = ofTag(BOX, tree, box) === 1 ? children(tree, box) : [];
    answer =
      inside.filter((child) => ofTag(LINK, tree, child) === 1).length >= FEWEST &&
      inside.every((child) =>
        kind(tree, child) === 'element'
          ? ofTag(LINK, tree, child) === 1 || ofTag(SKIPPED, tree, child) === 1
          : kind(tree, child) === 'comment' || !/\S/.test(text(tree, child)),
      );
    known.set(box, answer);
  }
  return answer;
}
const answers = perTree(() => new Map<NodeId, boolean>());
