/** What goes with kept text by form, though the model is unsure: the term of a description, a heading over text, a price, a post like others. */
import { NONE, type NodeId, parent, type Tree, tag } from '../../tree/node.ts';
import { type NameTable, nameSet, ofTag } from '../../tree/scan.ts';
import { weightOf } from '../../words.ts';
import type { Block } from '../block.ts';
import { factsOf } from '../element-facts.ts';
import { namesOf } from '../page-view.ts';
import { formOf } from './form-of.ts';
import type { Draft } from './structures.ts';

/** A larger share of links makes a line one that leads away. */
const MOST_LINKED = 0.3;

export const isUnlinked = ({ text, linked }: Block): boolean => text !== '' && linked <= text.length * MOST_LINKED;

const DESCRIPTIONS = nameSet('dd');
const TERMS = nameSet('dt');
/** Less likely terms belong to a list of another kind. */
const LEAST_TERM = 0.1;

/** The terms right before a description of which something is kept. */
export function completeTerms({ tree, blocks, keep, scores, set }: Draft): void {
  for (let at = blocks.length - 1; at > 0; at -= 1) {
    if (keep[at] !== 1) continue;
    const list = memberOf(DESCRIPTIONS, tree, (blocks[at] as Block).element);
    if (list === NONE) continue;
    let term = at - 1;
    while (term >= 0 && memberOf(DESCRIPTIONS, tree, (blocks[term] as Block).element) === list) term -= 1;
    for (; term >= 0 && isTermOf(term, list); term -= 1) set(term, 1, 'term');
  }

  /** What no reader sees may stand in a term, and has no score. */
  function isTermOf(at: number, list: NodeId): boolean {
    const isTerm = memberOf(TERMS, tree, (blocks[at] as Block).element) === list;
    return isTerm && (scores[at] ?? LEAST_TERM) >= LEAST_TERM;
  }
}

const MOST_LEVELS = 4;

/** The list of which an element, or one not far around it, is such a member. */
function memberOf(members: NameTable, tree: Tree, element: NodeId): NodeId {
  for (let node = element, level = 0; node > 0 && level < MOST_LEVELS; node = parent(tree, node), level += 1)
    if (ofTag(members, tree, node) === 1) return parent(tree, node);
  return NONE;
}

const HEADINGS = nameSet('h2 h3 h4 h5 h6');
const LEAST_HEADING = 0.25;
/** Over the first that is kept, in one element with it. Of pages of WCXB 8 such headings were content, 2 were not. */
const LEAST_FIRST = 0.35;

/** A heading between what is kept, or over all of it, right over something kept that is none, or one of a lower rank. */
export function completeHeadings({ tree, blocks, keep, scores, set }: Draft): void {
  const first = keep.indexOf(1);
  if (first === -1) return;
  for (let at = Math.max(0, first - 1); at + 1 < blocks.length; at += 1) {
    const block = blocks[at] as Block;
    if (keep[at] === 1 || keep[at + 1] !== 1 || ofTag(HEADINGS, tree, block.element) === 0) continue;
    const below = blocks[at + 1] as Block;
    if (!isUnlinked(block) || !isUnlinked(below)) continue;
    if (ofTag(HEADINGS, tree, below.element) === 1 && tag(tree, below.element) <= tag(tree, block.element)) continue;
    const isFirst = at < first;
    if (isFirst && parent(tree, block.element) !== parent(tree, below.element)) continue;
    if ((scores[at] ?? 0) >= (isFirst ? LEAST_FIRST : LEAST_HEADING)) set(at, 1, 'heading');
  }
}

const LEAST_NAME = 0.2;
const LEAST_CARDS = 3;
const TEASER = 40;

/** The linked names of cards whose text is kept, where there are several; posts of a thread are all called alike. */
export function completeNames({ tree, blocks, keep, scores, set }: Draft): void {
  const found: number[] = [];
  const names = new Map<string, number>();
  let isTold = false;
  for (let at = blocks.length - 1; at >= 0; at -= 1) {
    const block = blocks[at] as Block;
    if (ofTag(HEADINGS, tree, block.element) === 0) {
      isTold ||= keep[at] === 1 && isUnlinked(block) && weightOf(block.text) >= TEASER;
      continue;
    }
    if (isTold && !isUnlinked(block) && block.text !== '') {
      names.set(block.text, (names.get(block.text) ?? 0) + 1);
      if (keep[at] === 0 && (scores[at] ?? 0) >= LEAST_NAME) found.push(at);
    }
    isTold = false;
  }
  if (names.size < LEAST_CARDS) return;
  for (const at of found) if (names.get((blocks[at] as Block).text) === 1) set(at, 1, 'name');
}

const PRICE = /(?:^|[\s_-])(?:price|preis|prix|precio|preco|prezzo|prijs|cena|fiyat|harga)\d?(?:$|[\s_-])/;
const NUMBER = /\p{N}/u;
/** On the form of a text. A currency has a sign, or letters: `zł`, `Kč`, `kr.`, `SFr`, `лв`. */
const AMOUNT = /\$\s?1|1\s?(?:\$|[am]{1,4}(?![am]))|(?<![am])[am]{1,3}\.?\s?1/;
const LONGEST_PRICE = 60;
/** So few blocks stand between what is sold and what it costs. */
const MOST_BETWEEN = 6;
const LEAST_PRICE = 0.1;
/** Amounts with their sign and nothing else, or some letters, need no name: `€ 389.000 k.k.`, `1 290 ₽ 1 890 ₽`. */
const PURE = /^(?=.*\$)(?:[$1\s.,'’]|a{1,3}(?!a)){2,24}$/;
const LEAST_BARE = 0.2;

/** What is sold on a page costs what a box under its only headline says that is called so. */
export function completePrice({ tree, blocks, keep, scores, set }: Draft): void {
  const title = titleOf(tree, blocks);
  if (title === NONE || keep.indexOf(1, title) === NONE) return;
  for (let at = title + 1; at < blocks.length && at <= title + MOST_BETWEEN; at += 1) {
    const block = blocks[at] as Block;
    if (block.text.length > LONGEST_PRICE || !isUnlinked(block) || (scores[at] ?? 0) < LEAST_PRICE) continue;
    const form = NUMBER.test(block.text) ? formOf(block.text) : '';
    if (!AMOUNT.test(form)) continue;
    const isBare = PURE.test(form) && (scores[at] ?? 0) >= LEAST_BARE;
    if (!isBare && !isCalledPrice(tree, block)) continue;
    set(at, 1, 'price');
    return;
  }
}

/** The element of a text, or one around it as far as that of its block and the next, is called so. */
function isCalledPrice(tree: Tree, { nodes, element }: Block): boolean {
  const end = parent(tree, parent(tree, element));
  for (let node = parent(tree, nodes[0] ?? element); node > 0 && node !== end; node = parent(tree, node))
    if (PRICE.test(namesOf(tree, node))) return true;
  return false;
}

/** The block of the page's only headline, or NONE. */
function titleOf(tree: Tree, blocks: readonly Block[]): number {
  let title = NONE;
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at] as Block;
    if (tag(tree, block.element) !== 'h1' || !isUnlinked(block)) continue;
    if (title !== NONE) return NONE;
    title = at;
  }
  return title;
}

/** So large a share of a kind must be kept; of two lines the other is as likely as it must be between paragraphs. */
const KEPT_SHARE = 0.5;
const LEAST_LINES = 3;
const LEAST_ALIKE = 0.2;
const LEAST_OF_TWO = 0.3;

interface Kind {
  lines: number;
  kept: number;
}

/** Text in an element that is called as those are of which most are kept, and so is the element around it: posts, cards. */
export function completePosts({ tree, blocks, keep, scores, set }: Draft): void {
  const { classes, classValues } = factsOf(tree);
  const keys = new Float64Array(blocks.length);
  const kinds = new Map<number, Kind>();
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at] as Block;
    const own = classes[block.element] as number;
    const around = classes[parent(tree, block.element)] as number;
    if (own === 0 || around === 0 || !isUnlinked(block)) continue;
    const key = own * (classValues.length + 1) + around;
    keys[at] = key;
    const kind = kinds.get(key);
    if (kind === undefined) kinds.set(key, { lines: 1, kept: keep[at] as number });
    else {
      kind.lines += 1;
      kind.kept += keep[at] as number;
    }
  }
  for (let at = 0; at < blocks.length; at += 1) {
    if (keys[at] === 0 || keep[at] === 1) continue;
    const { lines, kept } = kinds.get(keys[at] as number) as Kind;
    const least = lines >= LEAST_LINES ? LEAST_ALIKE : LEAST_OF_TWO;
    if (kept > 0 && kept >= lines * KEPT_SHARE && (scores[at] ?? 0) >= least) set(at, 1, 'alike');
  }
}
