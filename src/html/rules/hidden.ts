import { attribute, tag } from '../../tree/node.ts';
import type { NodeTest } from '../page-view.ts';
import type { Rule } from './rule.ts';

const STYLE = /display\s*:\s*none|visibility\s*:\s*hidden/i;
/** What holds this much of the page's text is what a script shows later. */
const REVEALED = 0.4;

const isHidden: NodeTest = (node, page) => {
  const { tree } = page;
  const isMarked =
    attribute(tree, node, 'hidden') !== undefined ||
    STYLE.test(attribute(tree, node, 'style') ?? '') ||
    (attribute(tree, node, 'aria-hidden') === 'true' && !/^(?:main|article|body)$/.test(tag(tree, node)));
  return isMarked && page.share(node) < REVEALED;
};

/** What a reader cannot see: `hidden`, `display:none`, `aria-hidden`. A whole page that waits for a script or behind a dialog stays. */
export const hidden: Rule = {
  name: 'hidden',
  vote: (block, page) => (page.isWithin(block.element, isHidden) ? false : undefined),
};
