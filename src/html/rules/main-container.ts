import { ofPage, ofTags } from '../page-view.ts';
import { isLinks } from './link-density.ts';
import type { Rule } from './rule.ts';

const isMain = ofPage(
  ({ main }) => main,
  (node, main) => node === main,
);
const isTitle = ofTags('h1');

/** Inside the main container is content, outside it is not; a first-level heading may stand before it. */
export const mainContainer: Rule = {
  name: 'outside-main',
  vote: (block, page) => {
    if (page.main === 0 || page.isWithin(block.element, isMain)) return undefined;
    return page.isWithin(block.element, isTitle) ? undefined : false;
  },
};

/** Where a page's structure tells little, only links outside the main container are cut: the menu in another cell. */
export const linksOutsideMain: Rule = {
  name: mainContainer.name,
  vote: (block, page) => (isLinks(block) ? mainContainer.vote(block, page) : undefined),
};
