import { attribute, attributeValue, NONE, type NodeId, nodeCount, parent, type Tree } from '../../tree/node.ts';
import { perTree } from '../../tree/per-tree.ts';
import { attributeId, behind, isElement, mayPointInside, nameSet, ofTag } from '../../tree/scan.ts';
import { ARIA_HIDDEN, factsOf, NOT_DISPLAYED, UNSEEN } from '../element-facts.ts';
import { ofPage, type PageView } from '../page-view.ts';
import type { Rule } from './rule.ts';

/** What holds this much of the page's good text, and of all its text, is what a script shows later. */
const REVEALED = 0.4;
const REVEALED_OF_ALL = 0.25;

/** A whole `<main>` may be hidden from screen readers while a dialog is open. */
const CONTENT = nameSet('main article body');

const isHidden = ofPage(
  ({ tree }) => {
    const { flags, flagged } = factsOf(tree);
    return (flagged & (UNSEEN | ARIA_HIDDEN)) === 0 ? undefined : flags;
  },
  (node, flags, page) => {
    const own = flags[node] as number;
    const isMarked = (own & UNSEEN) !== 0 || ((own & ARIA_HIDDEN) !== 0 && ofTag(CONTENT, page.tree, node) === 0);
    return isMarked && isSmall(page, node) && !isRevealable(page, node) && foldedPanels(page.tree)[node] === 0;
  },
);

const isSmall = (page: PageView, node: NodeId): boolean =>
  page.share(node) < REVEALED || page.shareOfAll(node) < REVEALED_OF_ALL;

/** What a reader cannot see: `hidden`, `display:none`, clipped, `aria-hidden`. A whole page that waits for a script or behind a dialog stays. */
export const hidden: Rule = {
  name: 'hidden',
  vote: (block, page) => (block.isUnseen || page.isWithin(block.element, isHidden) ? false : undefined),
};

/** A panel that a tab, a question or a button on the page opens, or what came late and is put in its place: readers do see it. */
function isRevealable({ tree }: PageView, node: NodeId): boolean {
  if (attribute(tree, node, 'role') === 'tabpanel') return true;
  const id = attribute(tree, node, 'id');
  return id !== undefined && id !== '' && (STREAMED.test(id) || controlled(tree).has(id));
}

/** React sends parts of a page as hidden elements behind its end, and a script moves them to where they belong. */
const STREAMED = /^S:[\da-f]+$/;

/** So many alike, each behind something shown, are answers behind their questions. */
const LEAST_PANELS = 3;

/** What is not displayed behind a shown sibling, in several elements of one class: the panels of an accordion that has no marks. */
const foldedPanels = perTree((tree) => {
  const { flags, classes } = factsOf(tree);
  const folded = new Uint8Array(nodeCount(tree));
  const before = new Int32Array(nodeCount(tree)).fill(NONE);
  const panels = new Map<number, NodeId[]>();
  for (let node: NodeId = 1; node < folded.length; node += 1) {
    if (!isElement(tree, node)) continue;
    const above = parent(tree, node);
    const label = before[above] as NodeId;
    before[above] = node;
    const own = classes[node] as number;
    if (((flags[node] as number) & NOT_DISPLAYED) === 0) continue;
    if (label === NONE || ((flags[label] as number) & (UNSEEN | ARIA_HIDDEN)) !== 0) continue;
    if (isFold(tree, label)) folded[node] = 1;
    if (own === 0) continue;
    const alike = panels.get(own);
    if (alike === undefined) panels.set(own, [node]);
    else alike.push(node);
  }
  for (const alike of panels.values()) if (alike.length >= LEAST_PANELS) for (const node of alike) folded[node] = 1;
  return folded;
});

const TITLES = nameSet('h1 h2 h3 h4 h5 h6 dt');
/** Nodes of a title that are looked at. */
const MOST_OF_TITLE = 6;

/** A heading that says of itself, or of a button in it, that what follows is folded. */
function isFold(tree: Tree, label: NodeId): boolean {
  if (ofTag(TITLES, tree, label) === 0) return false;
  const end = Math.min(behind(tree, label), label + MOST_OF_TITLE);
  for (let node = label; node < end; node += 1) if (attribute(tree, node, 'aria-expanded') !== undefined) return true;
  return false;
}

/** Attributes that name an element by `#` and its id; `aria-controls` lists ids as they are. */
const POINTERS = ['href', 'data-target', 'data-bs-target'];

/** The ids that controls of the page point to. */
const controlled = perTree((tree): ReadonlySet<string> => {
  const found = new Set<string>();
  const list = attributeId(tree, 'aria-controls');
  const pointers = POINTERS.map((name) => attributeId(tree, name));
  const read = (at: number) => {
    const id = tree.attributeNames[at] as number;
    if (id === list) for (const one of attributeValue(tree, at).split(/\s+/)) found.add(one);
    else if (pointers.includes(id) && mayPointInside(tree, at)) {
      const value = attributeValue(tree, at);
      if (value.startsWith('#')) found.add(value.slice(1));
    }
  };
  for (let node: NodeId = 1; node < nodeCount(tree); node += 1) {
    if (!isElement(tree, node)) continue;
    const to = tree.attributesTo[node] as number;
    for (let at = tree.attributesFrom[node] as number; at < to; at += 1) read(at);
  }
  for (const more of tree.adopted.values()) for (const at of more) read(at);
  return found;
});
