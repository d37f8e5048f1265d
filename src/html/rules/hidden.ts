import { attribute, type NodeId, nodeCount, type Tree, tag } from '../../tree/node.ts';
import { ARIA_HIDDEN, factsOf, UNSEEN } from '../element-facts.ts';
import type { NodeTest, PageView } from '../page-view.ts';
import type { Rule } from './rule.ts';

/** What holds this much of the page's text is what a script shows later. */
const REVEALED = 0.4;

const isHidden: NodeTest = (node, page) => {
  const { tree } = page;
  const flags = factsOf(tree).flags[node] as number;
  const isMarked =
    (flags & UNSEEN) !== 0 || ((flags & ARIA_HIDDEN) !== 0 && !/^(?:main|article|body)$/.test(tag(tree, node)));
  return isMarked && page.share(node) < REVEALED && !isRevealable(page, node);
};

/** What a reader cannot see: `hidden`, `display:none`, clipped, `aria-hidden`. A whole page that waits for a script or behind a dialog stays. */
export const hidden: Rule = {
  name: 'hidden',
  vote: (block, page) => (block.isUnseen || page.isWithin(block.element, isHidden) ? false : undefined),
};

/** A panel that a tab, a question or a button on the page opens: readers do see it. */
function isRevealable({ tree }: PageView, node: NodeId): boolean {
  if (attribute(tree, node, 'role') === 'tabpanel') return true;
  const id = attribute(tree, node, 'id');
  return id !== undefined && id !== '' && controlled(tree).has(id);
}

const CONTROLS = ['aria-controls', 'data-target', 'data-bs-target', 'href'];
const known = new WeakMap<Tree, ReadonlySet<string>>();

/** The ids that controls of the page point to. */
function controlled(tree: Tree): ReadonlySet<string> {
  let ids = known.get(tree);
  if (ids === undefined) {
    const found = new Set<string>();
    for (let node: NodeId = 1; node < nodeCount(tree); node += 1) {
      for (const name of CONTROLS) {
        const value = attribute(tree, node, name);
        if (value === undefined) continue;
        if (name === 'aria-controls') for (const id of value.split(/\s+/)) found.add(id);
        else if (value.startsWith('#')) found.add(value.slice(1));
      }
    }
    ids = found;
    known.set(tree, ids);
  }
  return ids;
}
