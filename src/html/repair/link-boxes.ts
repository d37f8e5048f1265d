/** Boxes of links beside a short text, which a choice by expected F keeps for their words: "Most read", and what is said under it. */
import { NONE, type NodeId, nodeCount, parent, type Tree, tag, text } from '../../tree/node.ts';
import { behind, nameSet, ofTag } from '../../tree/scan.ts';
import { lettersOf, squeeze, weightOf } from '../../words.ts';
import type { Block } from '../block.ts';
import { isNotice } from '../rules/notice.ts';
import type { Draft } from './structures.ts';

const HEADINGS = nameSet('h1 h2 h3 h4 h5 h6');
const LINK_LINE = 0.8;
/** So many lines that are links alone, and half of its text in them, make a box of links. */
const LEAST_LINES = 3;
const LINK_SHARE = 0.5;
/**
 * A likelier box may be the page's subject; so may one that is not far less likely than the text outside it: on listings and
 * collections cards are. Cross-validated over blocks: F1 0.8829 at a gap of 0.15, 0.8831 at 0.3, 0.8833 at 0.4.
 */
const MOST_SCORE = 0.5;
const LEAST_GAP = 0.4;
/** Less will do where the headline and nearly all of the text stand together in an element, and the box elsewhere. */
const MOST_SCORE_BESIDE = 0.65;
const LEAST_GAP_BESIDE = 0.08;
const TOGETHER = 0.6;
/** Lines of so many letters with few links, or shorter sentences and items without links, are the text of a page; of such lines it is made, where it is no listing. */
const LINE = 40;
const SENTENCE = /[.!?…。！？．؟۔।॥։።၊။](?:["'”’»」』）)\]]|\s)*$/;
const MOST_LINKS = 0.3;
const TEXT_SHARE = 0.7;
const TEXT_SHARE_BESIDE = 0.5;
/** And a box beside it is at the most so many times as long. */
const MOST_BESIDE = 2;
/** What ends a page behind its article, says no sentence, and is so much less likely than the text: counters, invitations. */
const WEAK_GAP = 0.15;
const WEAK = 0.5;
const MOST_WEAK = 3;

interface Sums {
  readonly size: Float64Array;
  readonly linked: Float64Array;
  readonly lines: Float64Array;
  /** Of kept blocks: their characters, the scores of those, and both of lines of text. */
  readonly kept: Float64Array;
  readonly scores: Float64Array;
  readonly told: Float64Array;
  readonly sure: Float64Array;
}

/** The text is likelier than the box by far, and stands outside it. */
export function cutLinkBoxes(draft: Draft): void {
  const sums = sumUp(draft);
  const article = articleOf(draft, sums.told);
  cutBoxes(draft, sums, article);
  if (article === NONE) return;
  cutEnd(draft, behind(draft.tree, article));
  const { kept, told, sure } = sums;
  if ((kept[article] as number) < (kept[0] as number) * TOGETHER) return;
  cutWeakEnd(draft, behind(draft.tree, article), (sure[article] as number) / (told[article] as number));
}

function cutBoxes(draft: Draft, sums: Sums, article: NodeId): void {
  const { tree, blocks, holders, keep, set } = draft;
  const { size, linked, lines, kept, scores, told, sure } = sums;
  const inside = new Uint8Array(nodeCount(tree));
  const ledTo = listsLedTo(draft);
  let isAny = false;
  for (let rank = 1; rank < holders.length; rank += 1) {
    const node = holders[rank] as NodeId;
    if (inside[parent(tree, node)] === 1) inside[node] = 1;
    else if (isBox(node)) {
      inside[node] = 1;
      isAny = true;
    }
  }
  if (!isAny) return;
  for (let at = 0; at < blocks.length; at += 1)
    if (keep[at] === 1 && inside[(blocks[at] as Block).element] === 1) set(at, 0, 'links');

  function isBox(node: NodeId): boolean {
    const own = kept[node] as number;
    if (own === 0 || ledTo.has(node) || (lines[node] as number) < LEAST_LINES) return false;
    if ((linked[node] as number) < (size[node] as number) * LINK_SHARE) return false;
    const score = (scores[node] as number) / own;
    const isApart = behind(tree, node) <= article || node >= behind(tree, article);
    if (article !== NONE && isApart) return isBesideText(own, score);
    const others = (kept[0] as number) - own;
    if (score >= MOST_SCORE || others < own) return false;
    if ((told[0] as number) - (told[node] as number) < others * TEXT_SHARE) return false;
    return ((scores[0] as number) - (scores[node] as number)) / others - score >= LEAST_GAP;
  }

  function isBesideText(own: number, score: number): boolean {
    const [all, text] = [kept[article] as number, told[article] as number];
    if (score >= MOST_SCORE_BESIDE || all * MOST_BESIDE < own || text < all * TEXT_SHARE_BESIDE) return false;
    return (sure[article] as number) / text - score >= LEAST_GAP_BESIDE;
  }
}

const LISTS = nameSet('ul ol');
/** A shorter line, or a bold one, is the label of a box: "Read also:". */
const LEADING = 25;

/** Lists of links that a kept paragraph leads up to, with kept text behind them in the same element: `<p>There are these:<ul>…`. */
function listsLedTo({ tree, blocks, keep }: Draft): ReadonlySet<NodeId> {
  const found = new Set<NodeId>();
  for (let at = 0; at + 1 < blocks.length; at += 1) {
    const { element, text, linked, bold } = blocks[at] as Block;
    if (keep[at] !== 1 || !/[:：]$/.test(text) || linked > 0 || bold >= text.length / 2) continue;
    if (weightOf(text) < LEADING) continue;
    const around = parent(tree, element);
    const list = childAround(tree, (blocks[at + 1] as Block).element, around);
    if (list === NONE || ofTag(LISTS, tree, list) === 0) continue;
    const next = firstFrom(blocks, behind(tree, list), at + 1);
    if (keep[next] === 1 && childAround(tree, (blocks[next] as Block).element, around) !== NONE) found.add(list);
  }
  return found;
}

/** The first block at or behind a node, which is not before the block `from`. */
function firstFrom(blocks: readonly Block[], node: NodeId, start: number): number {
  let from = start;
  let to = blocks.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (((blocks[middle] as Block).nodes[0] ?? 0) < node) from = middle + 1;
    else to = middle;
  }
  return to;
}

/** The child of `around` that a node is or stands in, not far down; or NONE. */
function childAround(tree: Tree, node: NodeId, around: NodeId): NodeId {
  for (let up = node, level = 0; up > 0 && level < LEVELS; up = parent(tree, up), level += 1)
    if (parent(tree, up) === around) return up;
  return NONE;
}
const LEVELS = 4;

/** What stands behind the article and the model is not sure of: a notice, and where all else is text, a line of links. */
function cutEnd({ tree, blocks, keep, scores, set }: Draft, end: NodeId): void {
  const isUnsure = (at: number): boolean =>
    keep[at] === 1 && (blocks[at] as Block).element >= end && (scores[at] ?? 0) < MOST_SCORE_BESIDE;
  let all = 0;
  let told = 0;
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at] as Block;
    if (isUnsure(at) && isNotice(block.text)) set(at, 0, 'notice');
    if (keep[at] !== 1) continue;
    all += block.text.length;
    if (isTold(tree, block)) told += block.text.length;
  }
  if (told < all * TEXT_SHARE) return;
  for (let at = 0; at < blocks.length; at += 1)
    if (isUnsure(at) && isOnlyLinks(blocks[at] as Block)) set(at, 0, 'links');
}

/** @param score the mean of the article's lines of text */
function cutWeakEnd({ tree, blocks, keep, scores, set }: Draft, end: NodeId, score: number): void {
  const most = Math.min(WEAK, score - WEAK_GAP);
  const weak: number[] = [];
  for (let at = blocks.length - 1; at >= 0 && (blocks[at] as Block).element >= end; at -= 1) {
    if (keep[at] !== 1) continue;
    const block = blocks[at] as Block;
    if ((scores[at] ?? 1) >= most || isTold(tree, block) || block.images > 0) break;
    weak.push(at);
  }
  if (weak.length <= MOST_WEAK) for (const at of weak) set(at, 0, 'end');
}

/** Links and what stands between them: `Home · Contact`. */
const isOnlyLinks = ({ text, linked }: Block): boolean => linked > 0 && lettersOf(text).length <= linked;

/** The smallest element around the page's only headline with nearly all lines of kept text in it, or NONE. */
function articleOf(draft: Draft, told: Float64Array): NodeId {
  const { tree } = draft;
  let node = headlineOf(draft);
  const least = (told[0] as number) * TOGETHER;
  while (node > 0 && (told[node] as number) < least) node = parent(tree, node);
  return node > 0 && least > 0 ? node : NONE;
}

/** The only h1 that is no link; where there is none, the only line that begins the title of the page. */
function headlineOf({ tree, blocks }: Draft): NodeId {
  const isUnlinked = ({ text, linked }: Block) => linked < text.length;
  const first = blocks.filter((block) => tag(tree, block.element) === 'h1' && isUnlinked(block));
  if (first.length > 0) return first.length === 1 ? (first[0]?.element ?? NONE) : NONE;
  const title = titleOf(tree);
  const named = blocks.filter((block) => {
    const { length } = block.text;
    return length >= LEAST_TITLE && length <= title.length && isUnlinked(block) && title.startsWith(block.text);
  });
  return named.length === 1 ? (named[0]?.element ?? NONE) : NONE;
}
const LEAST_TITLE = 4;

function titleOf(tree: Tree): string {
  for (let node: NodeId = 1; node < nodeCount(tree); node += 1)
    if (ofTag(TITLE, tree, node) === 1) return squeeze(text(tree, node));
  return '';
}
const TITLE = nameSet('title');

/** Old layouts part the links of a column by line breaks. */
const linesIn = ({ links, breaks }: Block): number => Math.min(links, breaks + 1);

const isLine = (tree: Tree, { element, text: { length }, linked }: Block): boolean =>
  length > 0 && linked >= length * LINK_LINE && ofTag(HEADINGS, tree, element) === 0;

function sumUp({ tree, blocks, holders, keep, scores }: Draft): Sums {
  const count = nodeCount(tree);
  const make = () => new Float64Array(count);
  const [size, linked, lines] = [make(), make(), make()];
  const [kept, scored, told, sure] = [make(), make(), make(), make()];
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at] as Block;
    const { element, text } = block;
    const { length } = text;
    if (length === 0) continue;
    add(size, element, length);
    if (isLine(tree, block)) add(lines, element, linesIn(block));
    add(linked, element, block.linked);
    if (keep[at] !== 1) continue;
    add(kept, element, length);
    const score = length * (scores[at] ?? 0);
    add(scored, element, score);
    if (!isTold(tree, block)) continue;
    add(told, element, length);
    add(sure, element, score);
  }
  for (let rank = holders.length - 1; rank > 0; rank -= 1) {
    const node = holders[rank] as NodeId;
    const above = parent(tree, node);
    for (const sums of [size, linked, lines]) add(sums, above, sums[node] as number);
    if (kept[node] !== 0) for (const sums of [kept, scored, told, sure]) add(sums, above, sums[node] as number);
  }
  return { size, linked, lines, kept, scores: scored, told, sure };
}

const ITEMS = nameSet('li dd td');

const isTold = (tree: Tree, { element, text, linked }: Block): boolean =>
  linked < text.length * MOST_LINKS &&
  !isNotice(text) &&
  (weightOf(text) >= LINE || SENTENCE.test(text) || (linked === 0 && ofTag(ITEMS, tree, element) === 1));

function add(to: Float64Array, at: NodeId, value: number): void {
  to[at] = (to[at] as number) + value;
}
