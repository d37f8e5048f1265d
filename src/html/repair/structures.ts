/** Structures that stand among kept paragraphs are content: an article's lists, tables, code, quotations and headings. */
import { NONE, type NodeId, nodeCount, parent, type Tree, tag } from '../../tree/node.ts';
import { nameSet, nameTable, ofTag } from '../../tree/scan.ts';
import { weightOf } from '../../words.ts';
import type { Block } from '../block.ts';

/** Changes a verdict, and says why. */
export type Setter = (at: number, value: 0 | 1, reason: string) => void;

/** The choice of blocks that is being repaired. */
export interface Draft {
  readonly tree: Tree;
  readonly blocks: readonly Block[];
  /** Of `blocks`. */
  readonly holders: Int32Array;
  readonly keep: Uint8Array;
  readonly scores: readonly (number | undefined)[];
  readonly set: Setter;
}

const ANYWHERE = 1;
/** Quotations and headings end many a page's content and begin what follows; these stay only between paragraphs. */
const BETWEEN = 2;
const STRUCTURES = nameTable([
  ...['pre', 'table', 'ul', 'ol', 'dl'].map((name) => [name, ANYWHERE] as const),
  ...['blockquote', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, BETWEEN] as const),
]);
/** An element with so many characters of kept paragraphs in it holds content. */
const LEAST_PROSE = 200;
/** Below this mean score a structure is the page's own: a list of comments, of shares. Measured with the figures below. */
export const LEAST_SCORE = 0.1;
/** Links with a larger share of a line are what it is for. */
export const LINK_LINE = 0.3;
const MOST_LINKS = 0.5;

export interface Prose {
  size: number;
  first: number;
  last: number;
}

interface Structure {
  readonly around: NodeId;
  readonly isBetween: boolean;
  readonly blocks: number[];
}

/** Cross-validated: F1 +0.0003 from lists, +0.0001 each from tables and headings, nothing lost by the rest. */
export function completeStructures(draft: Draft): void {
  const { blocks, keep, scores, set } = draft;
  const prose = findProse(draft);
  for (const { around, isBetween, blocks: inside } of findStructures(draft, prose)) {
    if (inside.every((at) => keep[at] === 1)) continue;
    const { first, last } = prose.get(around) ?? { first: 0, last: -1 };
    if (isBetween && !(first < (inside[0] ?? 0) && (inside.at(-1) ?? 0) < last)) continue;
    const { score, links } = meanOf(inside, blocks, scores);
    if (score < LEAST_SCORE || links > MOST_LINKS) continue;
    for (const at of inside) set(at, 1, 'structure');
  }
}

const LISTS = nameSet('ul ol dl');

/** A list that goes on with its element's own text stays with that text where more that is kept follows: `<div>Use these: <ul>…`. */
export function completeOwnLists({ tree, blocks, keep, scores, set }: Draft): void {
  for (let at = 0; at + 1 < blocks.length; at += 1) {
    if (keep[at] !== 1) continue;
    const around = (blocks[at] as Block).element;
    let end = at + 1;
    while (end < blocks.length && isInListOf(tree, (blocks[end] as Block).element, around)) end += 1;
    if (end === at + 1 || keep[end] !== 1) continue;
    const inside = Array.from({ length: end - at - 1 }, (_, item) => at + 1 + item);
    if (inside.every((item) => keep[item] === 1)) continue;
    const { score, links } = meanOf(inside, blocks, scores);
    if (score >= LEAST_SCORE && links <= MOST_LINKS) for (const item of inside) set(item, 1, 'structure');
  }
}

/** So many elements lie at the most between an item's text and the element that its list stands in. */
const LIST_LEVELS = 4;

function isInListOf(tree: Tree, element: NodeId, around: NodeId): boolean {
  for (let node = element, level = 0; node > 0 && level < LIST_LEVELS; node = parent(tree, node), level += 1)
    if (ofTag(LISTS, tree, node) === 1 && parent(tree, node) === around) return true;
  return false;
}

/** Elements by the kept paragraphs that stand in them, or whose element does. */
export function findProse(
  { tree, blocks, keep }: Pick<Draft, 'tree' | 'blocks' | 'keep'>,
  least = LEAST_PROSE,
): Map<NodeId, Prose> {
  const found = new Map<NodeId, Prose>();
  for (let at = 0; at < blocks.length; at += 1) {
    const { element, text, linked } = blocks[at] as Block;
    if (keep[at] !== 1 || (tag(tree, element) !== 'p' && (text.length < 80 || linked > text.length * 0.3))) continue;
    for (const node of [element, parent(tree, element)]) {
      const prose = found.get(node);
      if (prose === undefined) found.set(node, { size: text.length, first: at, last: at });
      else {
        prose.size += text.length;
        prose.last = at;
      }
    }
  }
  for (const [node, { size }] of found) if (size < least) found.delete(node);
  return found;
}

/** The outermost structures right inside elements with prose. Parents come before children. */
function findStructures({ tree, blocks, holders }: Draft, prose: ReadonlyMap<NodeId, Prose>): readonly Structure[] {
  if (prose.size === 0) return [];
  const found = new Map<NodeId, Structure>();
  const roots = new Int32Array(nodeCount(tree));
  roots[0] = NONE;
  for (let rank = 1; rank < holders.length; rank += 1) {
    const node = holders[rank] as NodeId;
    const above = parent(tree, node);
    const around = roots[above] as NodeId;
    const kind = around === NONE ? ofTag(STRUCTURES, tree, node) : 0;
    const isRoot = kind !== 0 && prose.has(above);
    roots[node] = isRoot ? node : around;
    if (isRoot) found.set(node, { around: above, isBetween: kind === BETWEEN, blocks: [] });
  }
  for (let at = 0; at < blocks.length; at += 1) {
    const { element, text } = blocks[at] as Block;
    if (text !== '') found.get(roots[element] as NodeId)?.blocks.push(at);
  }
  return [...found.values()].filter(({ blocks: inside }) => inside.length > 0);
}

export function meanOf(
  inside: readonly number[],
  blocks: readonly Block[],
  scores: readonly (number | undefined)[],
): { score: number; links: number } {
  let size = 0;
  let score = 0;
  let linked = 0;
  for (const at of inside) {
    const length = blocks[at]?.text.length ?? 0;
    size += length;
    score += (scores[at] ?? 0) * length;
    linked += blocks[at]?.linked ?? 0;
  }
  return { score: score / Math.max(1, size), links: linked / Math.max(1, size) };
}

/** A paragraph under a kept heading that is about as likely content as not. */
const EVEN = 0.4;

/** A heading that was kept keeps the paragraph right after it, in the same element: the text it leads to. */
export function completeSections({ tree, blocks, keep, scores, set }: Draft): void {
  for (let at = 0; at < blocks.length; at += 1) {
    const { element, text, linked } = blocks[at] as Block;
    if (at === 0 || keep[at] === 1 || keep[at - 1] !== 1 || (scores[at] ?? 0) < EVEN) continue;
    const heading = blocks[at - 1]?.element ?? NONE;
    const isSection = /^h[1-6]$/.test(tag(tree, heading)) && parent(tree, heading) === parent(tree, element);
    if (isSection && tag(tree, element) === 'p' && linked < text.length * LINK_LINE) set(at, 1, 'section');
  }
}

/** So likely a text is, and so long. */
const LEAST_BELOW = 0.3;
const SHORTEST_BELOW = 40;

/**
 * An h2 that stays with the next heading right behind it keeps what it leads to: columns of a layout, boxes. Smaller ones, and
 * linked ones, are often names of cards. Cross-validated: F1 of services .8625 to .8638, of others the same.
 */
export function completeBetweenHeadings({ tree, blocks, keep, scores, set }: Draft): void {
  let heading = NONE;
  let isOpen = false;
  for (let at = 0; at < blocks.length; at += 1) {
    const { element, text, linked } = blocks[at] as Block;
    if (text === '') continue;
    if (ofTag(HEADINGS, tree, element) === 0) {
      isOpen &&= keep[at] !== 1;
      continue;
    }
    if (isOpen && keep[at] === 1)
      for (let inside = heading + 1; inside < at; inside += 1) complete(inside, at - heading > MOST_CELLS);
    heading = at;
    isOpen = keep[at] === 1 && linked === 0 && ofTag(SECTION, tree, element) === 1;
  }

  function complete(at: number, isLong: boolean): void {
    const { element, text, linked } = blocks[at] as Block;
    if ((scores[at] ?? 0) < LEAST_BELOW || linked > text.length * LINK_LINE) return;
    const isOther = ofTag(CAPTION, tree, element) === 1 || (isLong && ofTag(CELL, tree, element) === 1);
    if (weightOf(text) >= SHORTEST_BELOW && !isOther) set(at, 1, 'section');
  }
}
const HEADINGS = nameSet('h2 h3 h4 h5 h6');
const SECTION = nameSet('h2');
const CAPTION = nameSet('figcaption');
/** A layout has few cells; a table of data decides as a whole. */
const CELL = nameSet('td');
const MOST_CELLS = 12;

/** Between two kept siblings less will do: on short pages of rarer scripts scores lie low. From 0.4 to 0.3, cross-validated: F1 the same. */
const GAP = 0.35;

/**
 * A block between two kept ones is read with them where it is not unlikely: all three right in one element, or the block
 * that element's own text.
 * Cross-validated on pages taken for articles: F1 -.0001, a third of the recall back that the choice gives up for precision.
 */
export function fillGaps({ tree, blocks, keep, scores, set }: Draft): void {
  const around = (at: number) => parent(tree, blocks[at]?.element ?? NONE);
  for (let at = 1; at + 1 < blocks.length; at += 1) {
    if (keep[at] === 1 || keep[at - 1] !== 1 || keep[at + 1] !== 1 || (scores[at] ?? 0) < GAP) continue;
    const { element, text, linked } = blocks[at] as Block;
    const outer = around(at - 1);
    const isGap = outer === around(at + 1) && (outer === around(at) || outer === element);
    if (isGap && linked <= text.length * LINK_LINE) set(at, 1, 'gap');
  }
}

/** A line of so many characters, with so large a share of links, that the model is no surer of than this, points elsewhere. */
const POINTER = 200;
const POINTER_LINKS = 0.4;
const UNSURE = 0.75;
/** Paragraphs that the model is sure of. */
const SURE = 0.9;

/** "More on this: …", a line alone in a box between two paragraphs of the text: it interrupts them, and leads away. */
export function cutPointers({ tree, blocks, keep, scores, set }: Draft): void {
  const isParagraph = (at: number) =>
    keep[at] === 1 && tag(tree, blocks[at]?.element ?? NONE) === 'p' && (scores[at] ?? 0) >= SURE;
  for (let at = 0; at < blocks.length; at += 1) {
    const { element, text, linked } = blocks[at] as Block;
    if (at === 0 || keep[at] === 0 || (scores[at] ?? 1) >= UNSURE) continue;
    if (text.length > POINTER || linked < text.length * POINTER_LINKS) continue;
    if (!isParagraph(at - 1) || !isParagraph(at + 1)) continue;
    const around = parent(tree, blocks[at - 1]?.element ?? NONE);
    const box = parent(tree, element);
    const isBoxed =
      box !== around && parent(tree, box) === around && around === parent(tree, blocks[at + 1]?.element ?? NONE);
    if (isBoxed) set(at, 0, 'pointer');
  }
}
