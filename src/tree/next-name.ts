/** Names that a line holds side by side, parted by a style sheet alone: a kicker and the headline, a caption and whose picture it is. */
import { attribute, NONE, type NodeId, parent, previousSibling, type Tree, text } from './node.ts';
import { isBare, nameSet, ofTag } from './scan.ts';

const LINES = nameSet('h1 h2 h3 h4 h5 h6 figcaption');
const SPAN = nameSet('span');

/** Whether a span begins a name right behind another: `<h1><span class="kicker">Craft</span><span class="title">Grey bowls`. */
export function isNextName(tree: Tree, node: NodeId): boolean {
  if (ofTag(SPAN, tree, node) === 0 || ofTag(LINES, tree, parent(tree, node)) === 0) return false;
  const before = previousSibling(tree, node);
  if (before === NONE || ofTag(SPAN, tree, before) === 0 || !isNamed(tree, node) || !isNamed(tree, before))
    return false;
  return endsName(text(tree, before)) && /^[\p{Lu}\d]/u.test(text(tree, node));
}

/** A sign alone parts two names by itself: `Talk:Ferry`. */
const endsName = (said: string): boolean =>
  /[.!?:]$/.test(said) ? /[\p{L}\p{M}\d]/u.test(said) : /[\p{Ll}\d]$/u.test(said);

const isNamed = (tree: Tree, node: NodeId): boolean =>
  !isBare(tree, node) && attribute(tree, node, 'class') !== undefined;
