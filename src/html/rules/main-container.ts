import { nameSet, ofTag } from '../../tree/scan.ts';
import { type NodeTest, ofTree } from '../page-view.ts';
import type { Rule } from './rule.ts';

const isMain: NodeTest =
  ({ main }) =>
  (node) =>
    node === main;
const TITLES = nameSet('h1');
const isTitle = ofTree((tree) => (node) => ofTag(TITLES, tree, node) === 1);

/** Inside the main container is content, outside it is not; a first-level heading may stand before it. */
export const mainContainer: Rule = {
  name: 'outside-main',
  vote: (block, page) => {
    if (page.main === 0 || page.isWithin(block.element, isMain)) return undefined;
    return page.isWithin(block.element, isTitle) ? undefined : false;
  },
};
