/** Headings that lead to nothing: what stood under them was cut. */
import { type NodeId, parent, type Tree, tag } from '../../tree/node.ts';
import { nameSet, ofTag } from '../../tree/scan.ts';
import type { Block } from '../block.ts';
import { factsOf } from '../element-facts.ts';
import type { Draft } from './structures.ts';

const HEADINGS = nameSet('h1 h2 h3 h4 h5 h6');
/** A likelier heading stays: its text may have been cut wrongly. */
const MOST_SCORE = 0.5;
/** Where most headings lead to nothing they are content of their own: names of what is sold, of those who work there. */
const MOST_SHARE = 0.5;
/** What is sold stands over what it costs. */
const holdsAmount = (text: string): boolean => /\p{Sc}\s?\p{N}|\p{N}\s?\p{Sc}/u.test(text);

/** Cross-validated: F1 of services .8568 to .8570, of collections .7121 to .7122, of others the same. */
export function cutEmptyHeadings(draft: Draft): void {
  const { tree, blocks, keep, scores, set } = draft;
  const empty: number[] = [];
  let headings = 0;
  let next = 0;
  let isFilled = false;
  // From the end on, so that what stands under a heading is known when it comes.
  let cut = '';
  for (let at = blocks.length - 1; at >= 0; at -= 1) {
    const { element, text, linked } = blocks[at] as Block;
    if (text === '') continue;
    if (ofTag(HEADINGS, tree, element) === 0) {
      if (keep[at] === 1) isFilled = true;
      else cut = text;
      continue;
    }
    const own = levelOf(tree, element);
    if (keep[at] === 1) {
      headings += 1;
      const isEmpty = !isFilled && cut !== '' && next <= own;
      if (isEmpty && own > 1 && linked === 0 && (scores[at] ?? 1) < MOST_SCORE && !holdsAmount(cut)) empty.push(at);
    }
    next = own;
    isFilled = false;
    cut = '';
  }
  if (empty.length <= headings * MOST_SHARE) for (const at of empty) set(at, 0, 'heading');
}

/** A likelier heading ends a page by right. */
const MOST_LAST_SCORE = 0.6;

/** The heading that ends what is kept, with text under it that was cut, or a form to fill in. Of several that are called alike one is the name of a card. */
export function cutLastHeading({ tree, blocks, keep, scores, set }: Draft): void {
  const last = keep.lastIndexOf(1);
  const block = blocks[last];
  if (block === undefined || ofTag(HEADINGS, tree, block.element) === 0 || levelOf(tree, block.element) === 1) return;
  const below = blocks.slice(last + 1).find(({ text }) => text !== '');
  if (below === undefined || block.linked > 0 || holdsAmount(below.text)) return;
  if ((scores[last] ?? 1) >= MOST_LAST_SCORE && !isInForm(tree, below.element)) return;
  const { classes } = factsOf(tree);
  const own = classes[block.element] as number;
  const isAlike = ({ element }: Block, at: number) =>
    at < last && keep[at] === 1 && classes[element] === own && ofTag(HEADINGS, tree, element) === 1;
  if (own === 0 || !blocks.some(isAlike)) set(last, 0, 'heading');
}

const FORM = nameSet('form');

function isInForm(tree: Tree, element: NodeId): boolean {
  for (let node = element; node > 0; node = parent(tree, node)) if (ofTag(FORM, tree, node) === 1) return true;
  return false;
}

/** Cuts the heading right over a box of which nothing stays; `first` is the first block in the box. */
export function cutHeadingOver({ tree, blocks, set }: Draft, first: number, reason: string): void {
  let over = first - 1;
  while (over > 0 && (blocks[over] as Block).text === '') over -= 1;
  const heading = blocks[over]?.element ?? 0;
  if (ofTag(HEADINGS, tree, heading) === 1 && levelOf(tree, heading) > 1) set(over, 0, reason);
}

const levelOf = (tree: Tree, heading: number): number => Number(tag(tree, heading).slice(1));
