import { tag } from '../../tree/node.ts';
import { nameSet, ofTag } from '../../tree/scan.ts';
import { ofPage } from '../page-view.ts';
import type { Rule } from './rule.ts';

/** A form with this much of the page's text wraps the page, as old frameworks do. */
const WRAPS = 0.2;

const CONTENT = nameSet('main article');
const FRAMES = nameSet('nav footer aside dialog header form');

const isContent = ofPage(
  ({ tree }) => tree,
  (node, tree, { main }) => node === main || ofTag(CONTENT, tree, node) === 1,
);

const isFrame = ofPage(
  ({ tree }) => tree,
  (node, tree, page) => {
    if (ofTag(FRAMES, tree, node) === 0) return false;
    const name = tag(tree, node);
    if (name === 'header') return !page.isWithin(node, isContent) && page.share(node) < WRAPS;
    return page.share(node) < (name === 'form' ? WRAPS : 0.5);
  },
);

/** Elements that hold the page's frame: `<nav>`, `<footer>`, `<aside>`, `<form>`, `<dialog>`, a header outside an article. */
export const frameElement: Rule = {
  name: 'frame-element',
  vote: (block, page) => (page.isWithin(block.element, isFrame) ? false : undefined),
};
