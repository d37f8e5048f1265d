import { NONE, nodeCount, tag } from '../../tree/node.ts';
import { nameSet, ofTag } from '../../tree/scan.ts';
import { type Block, inherited } from '../block.ts';
import { isGood, type PageView } from '../page-view.ts';
import type { Rule } from './rule.ts';

/** What is said after the last line of a page, all of it, in this share of the page's text, is about the page. */
const MOST = 0.25;

const ends = new WeakMap<PageView, ReadonlySet<Block>>();

/** Lines about a page are set apart from its text, or lead to somebody, or say when. */
const ASIDES = nameSet('address small font i em center sub sup');
const SAYS_WHO_OR_WHEN = /[©@]|:\/\/|\b\d{4}\b/;

/** Short lines below the last ruled line of a page: who made it, whom to write to. Pages without a template end so. */
export const colophon: Rule = {
  name: 'colophon',
  vote: (block, page) => {
    let end = ends.get(page);
    if (end === undefined) {
      end = endOf(page);
      ends.set(page, end);
    }
    return end.has(block) ? false : undefined;
  },
};

function endOf(page: PageView): ReadonlySet<Block> {
  const { tree, blocks } = page;
  let line = NONE;
  for (let node = nodeCount(tree) - 1; node > 0 && line === NONE; node -= 1) if (tag(tree, node) === 'hr') line = node;
  if (line === NONE) return new Set();
  const isAside = inherited(tree, (node) => ofTag(ASIDES, tree, node) === 1);
  const after = blocks.filter(({ nodes: [first = NONE] }) => first > line);
  const size = (ones: readonly Block[]) => ones.reduce((sum, { text }) => sum + text.length, 0);
  const isAbout = ({ nodes: [first = NONE], links, images, text }: Block) =>
    links + images > 0 || SAYS_WHO_OR_WHEN.test(text) || isAside[first] === 1;
  if (after.some(isGood) || size(after) > size(blocks) * MOST || !after.some(isAbout)) return new Set();
  return new Set(after);
}
