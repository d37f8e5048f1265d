/** Boxes of links beside a short text, which a choice by expected F keeps for their words: "Most read", and what is said under it. */
import { NONE, type NodeId, nodeCount, parent, tag } from '../../tree/node.ts';
import { behind, nameSet, ofTag } from '../../tree/scan.ts';
import { weightOf } from '../../words.ts';
import type { Block } from '../block.ts';
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
const TOGETHER = 0.75;
/** Lines of so many letters with few links are the text of a page; of such lines it is made, where it is no listing. */
const LINE = 40;
const MOST_LINKS = 0.3;
const TEXT_SHARE = 0.7;

interface Sums {
  readonly size: Float64Array;
  readonly linked: Float64Array;
  readonly lines: Float64Array;
  /** Of kept blocks: their characters, the scores of those, and the characters of lines of text. */
  readonly kept: Float64Array;
  readonly scores: Float64Array;
  readonly told: Float64Array;
}

/** The text is likelier than the box by far, and stands outside it. */
export function cutLinkBoxes(draft: Draft): void {
  const { tree, blocks, holders, keep, set } = draft;
  const sums = sumUp(draft);
  if (sums === undefined) return;
  const { size, linked, lines, kept, scores, told } = sums;
  const article = articleOf(draft, told);
  cutNotice(draft, article);
  const inside = new Uint8Array(nodeCount(tree));
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
    if (own === 0 || (lines[node] as number) < LEAST_LINES) return false;
    if ((linked[node] as number) < (size[node] as number) * LINK_SHARE) return false;
    const score = (scores[node] as number) / own;
    const others = (kept[0] as number) - own;
    const isBeside = article !== NONE && (node < article || node >= behind(tree, article));
    if (score >= (isBeside ? MOST_SCORE_BESIDE : MOST_SCORE) || others < own) return false;
    if ((told[0] as number) - (told[node] as number) < others * TEXT_SHARE) return false;
    const gap = ((scores[0] as number) - (scores[node] as number)) / others - score;
    return gap >= (isBeside ? LEAST_GAP_BESIDE : LEAST_GAP);
  }
}

/** Who holds the rights in a page, and since when. */
const isNotice = (text: string): boolean =>
  /©|\([Cc]\)/.test(text) && /^(?:[^.]{0,40}\s)?(?:©|\([Cc]\)\s)[^.]{0,60}\p{N}{4}/u.test(text);

/** A notice behind the article that the model is not sure of. */
function cutNotice({ tree, blocks, keep, scores, set }: Draft, article: NodeId): void {
  if (article === NONE) return;
  const end = behind(tree, article);
  for (let at = 0; at < blocks.length; at += 1) {
    const { element, text } = blocks[at] as Block;
    const isUnsure = keep[at] === 1 && element >= end && (scores[at] ?? 0) < MOST_SCORE_BESIDE;
    if (isUnsure && isNotice(text)) set(at, 0, 'notice');
  }
}

/** The smallest element around the page's only headline with nearly all lines of kept text in it, or NONE. */
function articleOf({ tree, blocks }: Draft, told: Float64Array): NodeId {
  const titles = blocks.filter(({ element, text, linked }) => tag(tree, element) === 'h1' && linked < text.length);
  let node: NodeId = titles.length === 1 ? (titles[0]?.element ?? NONE) : NONE;
  const least = (told[0] as number) * TOGETHER;
  while (node > 0 && (told[node] as number) < least) node = parent(tree, node);
  return node > 0 ? node : NONE;
}

/** Old layouts part the links of a column by line breaks. */
const linesIn = ({ links, breaks }: Block): number => Math.min(links, breaks + 1);

/** Undefined where the page has too few such lines. */
function sumUp({ tree, blocks, holders, keep, scores }: Draft): Sums | undefined {
  const isLine = ({ element, text: { length }, linked }: Block): boolean =>
    length > 0 && linked >= length * LINK_LINE && ofTag(HEADINGS, tree, element) === 0;
  let all = 0;
  for (const block of blocks) if (isLine(block)) all += linesIn(block);
  if (all < LEAST_LINES) return undefined;
  const count = nodeCount(tree);
  const make = () => new Float64Array(count);
  const [size, linked, lines, kept, scored, told] = [make(), make(), make(), make(), make(), make()];
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at] as Block;
    const { element, text } = block;
    const { length } = text;
    if (length === 0) continue;
    add(size, element, length);
    if (isLine(block)) add(lines, element, linesIn(block));
    add(linked, element, block.linked);
    if (keep[at] !== 1) continue;
    add(kept, element, length);
    if (block.linked < length * MOST_LINKS && weightOf(text) >= LINE) add(told, element, length);
    add(scored, element, length * (scores[at] ?? 0));
  }
  for (let rank = holders.length - 1; rank > 0; rank -= 1) {
    const node = holders[rank] as NodeId;
    const above = parent(tree, node);
    for (const sums of [size, linked, lines]) add(sums, above, sums[node] as number);
    if (kept[node] !== 0) for (const sums of [kept, scored, told]) add(sums, above, sums[node] as number);
  }
  return { size, linked, lines, kept, scores: scored, told };
}

function add(to: Float64Array, at: NodeId, value: number): void {
  to[at] = (to[at] as number) + value;
}
