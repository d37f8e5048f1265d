/** Cards of other things that are for sale, behind the content: each has a price, and a link to a page of its own. */
import { type NodeId, parent, type Tree } from '../../tree/node.ts';
import { nameSet, ofTag } from '../../tree/scan.ts';
import type { Block } from '../block.ts';
import { blocksBy, outermost } from '../nearest.ts';
import { cutHeadingOver } from './empty-headings.ts';
import { firstBehind, keptBefore, placeOf } from './kept-text.ts';
import { type Draft, meanOf } from './structures.ts';

const holdsPrice = (text: string): boolean =>
  /\p{Sc}\s?\p{Nd}|\p{Nd}\s?(?:\p{Sc}|[円元]|(?:zł|Kč|kr|Ft|lei|лв|руб|грн|din|TL|Rp|CHF|PLN|EUR|USD|SEK|NOK|DKK)(?![\p{L}\p{M}]))/u.test(
    text,
  );
/** Asked first: few lines hold one, and V8 takes a millisecond to compile the rest. */
const DIGIT = /\p{Nd}/u;
/** Longer lines with a price in them tell something. */
const LONGEST_PRICE = 60;
const LEAST_CARDS = 3;
/** Lines of the last card that were cut. */
const TAIL = 3;
/** Of the elements beside each other so many have a price, and of these so many a link. */
const SHARE = 0.5;
/** Rows of a price list are content. */
const ROWS = nameSet('tr td th dt dd');

/** So many letters of content stand before the cards; these are no longer, and so much stands behind them at the most. */
const LEAST_BEFORE = 200;
const MOST_BEHIND = 0.1;
/** Likelier cards are the page's subject. */
const MOST_SCORE = 0.5;

/**
 * Cuts them, with the heading over them.
 * Cross-validated: F1 of collections .7201 to .7228, of products .7351 to .7364, of services .8650 to .8659, of no kind lower.
 */
export function cutPricedCards(draft: Draft): void {
  const { tree, blocks, holders, keep, scores, set } = draft;
  const first = firstBehind(blocks, keep, LEAST_BEFORE);
  const start = blocks[first - 1]?.nodes[0];
  if (start === undefined) return;
  const prices = pricesIn(blocks, first, keep.lastIndexOf(1) + TAIL);
  if (prices.length < LEAST_CARDS) return;
  const counts = partsAround(tree, prices, start);
  const boxes = outermost(tree, holders, (node) => (counts.get(node) ?? 0) >= LEAST_CARDS);
  if (boxes === undefined) return;
  const sizes = keptBefore(blocks, keep);
  for (const [box, inside] of blocksBy(boxes, blocks, first)) {
    const { before, size, behind } = placeOf(sizes, inside);
    if (size === 0 || size > before || behind > before * MOST_BEHIND) continue;
    const kept = inside.filter((at) => keep[at] === 1);
    if (meanOf(kept, blocks, scores).score >= MOST_SCORE || !areCards(tree, blocks, box, inside)) continue;
    for (const at of kept) set(at, 0, 'cards');
    cutHeadingOver(draft, inside[0] ?? 0, 'cards');
  }
}

const isPrice = ({ text }: Block): boolean => text.length <= LONGEST_PRICE && DIGIT.test(text) && holdsPrice(text);

/** The elements of short lines with a price. */
function pricesIn(blocks: readonly Block[], first: number, last: number): NodeId[] {
  const found: NodeId[] = [];
  for (let at = first; at <= last && at < blocks.length; at += 1) {
    const block = blocks[at] as Block;
    if (!block.isUnseen && isPrice(block)) found.push(block.element);
  }
  return found;
}

/** By element behind `start` how many of the elements right in it hold some of these. */
function partsAround(tree: Tree, ones: readonly NodeId[], start: NodeId): Map<NodeId, number> {
  const counts = new Map<NodeId, number>();
  const seen = new Set<NodeId>();
  for (const one of ones) {
    for (let node = one; parent(tree, node) > start && !seen.has(node); node = parent(tree, node)) {
      seen.add(node);
      counts.set(parent(tree, node), (counts.get(parent(tree, node)) ?? 0) + 1);
    }
  }
  return counts;
}

function areCards(tree: Tree, blocks: readonly Block[], box: NodeId, inside: readonly number[]): boolean {
  const cards = new Set<NodeId>();
  const priced = new Set<NodeId>();
  const linked = new Set<NodeId>();
  for (const at of inside) {
    const block = blocks[at] as Block;
    let card = block.element;
    while (card !== box && parent(tree, card) !== box) card = parent(tree, card);
    if (ofTag(ROWS, tree, card) === 1) return false;
    if (card === box) continue;
    cards.add(card);
    if (isPrice(block)) priced.add(card);
    if (block.links > 0 || block.linked > 0) linked.add(card);
  }
  const both = [...priced].filter((card) => linked.has(card)).length;
  return priced.size >= cards.size * SHARE && both >= priced.size * SHARE;
}
