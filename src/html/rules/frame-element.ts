import { tag } from '../../tree/node.ts';
import type { NodeTest } from '../page-view.ts';
import type { Rule } from './rule.ts';

/** A form with this much of the page's text wraps the page, as old frameworks do. */
const WRAPS = 0.2;

const isContent: NodeTest =
  ({ tree, main }) =>
  (node) =>
    node === main || /^(?:main|article)$/.test(tag(tree, node));

const isFrame: NodeTest = (page) => (node) => {
  const name = tag(page.tree, node);
  if (name === 'header') return !page.isWithin(node, isContent) && page.share(node) < WRAPS;
  if (name === 'form') return page.share(node) < WRAPS;
  return /^(?:nav|footer|aside|dialog)$/.test(name) && page.share(node) < 0.5;
};

/** Elements that hold the page's frame: `<nav>`, `<footer>`, `<aside>`, `<form>`, `<dialog>`, a header outside an article. */
export const frameElement: Rule = {
  name: 'frame-element',
  vote: (block, page) => (page.isWithin(block.element, isFrame) ? false : undefined),
};
