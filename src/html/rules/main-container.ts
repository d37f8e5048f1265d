import { tag } from '../../tree/node.ts';
import type { NodeTest } from '../page-view.ts';
import type { Rule } from './rule.ts';

const isMain: NodeTest =
  ({ main }) =>
  (node) =>
    node === main;
const isTitle: NodeTest =
  ({ tree }) =>
  (node) =>
    tag(tree, node) === 'h1';

/** Inside the main container is content, outside it is not; a first-level heading may stand before it. */
export const mainContainer: Rule = {
  name: 'outside-main',
  vote: (block, page) => {
    if (page.main === 0 || page.isWithin(block.element, isMain)) return undefined;
    return page.isWithin(block.element, isTitle) ? undefined : false;
  },
};
