/**
 * Headings that open what stands under them: `<h3><button>Question</button></h3><div>Answer</div>`, or a button alone that
 * names what it opens: `<button aria-controls="a">Question</button><div id="a">`. What is in a button is no text of a page,
 * and no block; over a kept answer it is the title of it.
 */
import { attribute, NONE, type NodeId, nextSibling, parent, type Tree } from '../tree/node.ts';
import { behind, isElement, nameSet, ofTag } from '../tree/scan.ts';

const BUTTON = nameSet('button');
const TITLES = nameSet('h1 h2 h3 h4 h5 h6 summary dt th');
const HEADER = nameSet('th');
const TABLE = nameSet('table');

/** The heading that a button is the text of, the button itself where it is the title of what it opens, or NONE. */
export function titleOfButton(tree: Tree, node: NodeId): NodeId {
  if (ofTag(BUTTON, tree, node) === 0) return NONE;
  const above = parent(tree, node);
  if (ofTag(TITLES, tree, above) === 1) return above;
  return openedBy(tree, node) === NONE ? NONE : node;
}

/** How far above a button the box may stand that the panel follows. */
const LEVELS = 3;

/** What follows a button and is what it says it controls, or NONE. */
function openedBy(tree: Tree, button: NodeId): NodeId {
  const id = attribute(tree, button, 'aria-controls');
  if (!id || attribute(tree, button, 'aria-expanded') === undefined) return NONE;
  let at = button;
  for (let level = 1; level < LEVELS && elementAfter(tree, at) === NONE; level += 1) at = parent(tree, at);
  const next = elementAfter(tree, at);
  return next !== NONE && attribute(tree, next, 'id') === id ? next : NONE;
}

/** Marks such headings where the element after them, or after the box that they stand in alone, is kept. */
export function keepButtonTitles(tree: Tree, keep: Uint8Array): void {
  for (let node: NodeId = 1; node < keep.length; node += 1) {
    if (ofTag(BUTTON, tree, node) === 0) continue;
    const title = titleOfButton(tree, node);
    if (title === NONE || keep[title] === 1) continue;
    const panel =
      title === node
        ? openedBy(tree, node)
        : ofTag(HEADER, tree, title) === 1
          ? tableOf(tree, title)
          : panelOf(tree, title);
    if (panel === NONE || keep[panel] !== 1) continue;
    keep.fill(1, title, behind(tree, title));
    for (let up = parent(tree, title); up >= 0 && keep[up] === 0; up = parent(tree, up)) keep[up] = 1;
  }
}

function panelOf(tree: Tree, title: NodeId): NodeId {
  const next = elementAfter(tree, title);
  return next === NONE ? elementAfter(tree, parent(tree, title)) : next;
}

/** Of a header that sorts its column. */
function tableOf(tree: Tree, header: NodeId): NodeId {
  let at = parent(tree, header);
  while (at > 0 && ofTag(TABLE, tree, at) === 0) at = parent(tree, at);
  return at > 0 ? at : NONE;
}

function elementAfter(tree: Tree, node: NodeId): NodeId {
  let at = nextSibling(tree, node);
  while (at !== NONE && !isElement(tree, at)) at = nextSibling(tree, at);
  return at;
}
