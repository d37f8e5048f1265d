import { findAttribute, NONE } from '../../tree/node.ts';
import { attributeId } from '../../tree/scan.ts';
import { ofPage } from '../page-view.ts';
import type { Rule } from './rule.ts';

/** A page may keep its whole text from search engines. */
const MOST = 0.4;

const isNoSnippet = ofPage(
  ({ tree }) => {
    const id = attributeId(tree, 'data-nosnippet');
    return id === NONE ? undefined : id;
  },
  (node, id, page) => findAttribute(page.tree, node, id) !== NONE && page.share(node) < MOST,
);

/** What a page asks search engines to leave out of what they show of it (`data-nosnippet`): disclaimers, boxes, teasers. */
export const noSnippet: Rule = {
  name: 'no-snippet',
  vote: (block, page) => (page.isWithin(block.element, isNoSnippet) ? false : undefined),
};
