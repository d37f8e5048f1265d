/** Parts of a text that a choice block by block misses, however deep their boxes are: code, formulas, callouts, notes. */
import {
  attribute,
  attributeValue,
  findAttribute,
  NONE,
  type NodeId,
  nodeCount,
  parent,
  type Tree,
  tag,
  text,
} from '../../tree/node.ts';
import { attributeId, hasTag, mayPointInside, nameSet, ofTag } from '../../tree/scan.ts';
import type { Block } from '../block.ts';
import { classNames } from '../class-names.ts';
import { suspectsOf } from '../element-facts.ts';
import { blocksBy, outermost } from '../nearest.ts';
import { pushAll } from '../push-all.ts';
import { CALLOUT } from '../suspicions.ts';
import { noteOf } from '../to-mdast/footnote.ts';
import { isMarkText } from '../to-mdast/footnote-mark.ts';
import { linkAround } from './link-around.ts';
import { type Draft, findProse, meanOf, type Prose } from './structures.ts';

/** So much kept text around makes code, a formula or a callout a part of it. */
const LEAST_PROSE = 60;
/** The boxes of highlighters, tabs and copy buttons between a text and its code. */
const MOST_LEVELS = 6;
/** Below this mean score a part belongs to the page's frame. */
const LEAST_SCORE = 0.05;
/** So likely parts stay however long they are; of less likely ones so many characters a page. */
const LIKELY = 0.3;
const MOST_UNLIKELY = 1500;
const MOST_LINKS = 0.5;

const CODE = nameSet('pre');
/** Boxes of documentation tools. Those that are called "alert" or "note" alone may be the page's own. */
const isCalloutName = classNames(
  'markdown-alert theme-admonition admonition admonitionblock bd-callout bs-callout callout custom-block hint-container notecard starlight-aside rst-note',
);
/** TeX on lines of its own. */
const FORMULA = /^(?:\\\[.*\\\]|\$\$.*\$\$|\\begin\{(\w+\*?)\}.*\\end\{\1\})$/s;

/** A part, the blocks in it, and the element with kept text around it. */
interface Part {
  readonly around: NodeId;
  readonly isCode: boolean;
  readonly blocks: number[];
}

/** Code stays with the text of the element around its boxes; callouts and formulas stay between two paragraphs of it. */
export function completeParts(draft: Draft): void {
  const { blocks, keep, scores, set } = draft;
  const prose = findProse(draft, LEAST_PROSE);
  if (prose.size === 0) return;
  const unlikely: number[] = [];
  let unlikelySize = 0;
  for (const { around, isCode, blocks: inside } of findParts(draft, prose)) {
    if (inside.every((at) => keep[at] === 1)) continue;
    const { first, last } = prose.get(around) ?? { first: 0, last: -1 };
    const isBetween = first < (inside[0] ?? 0) && (inside.at(-1) ?? 0) < last;
    if (!isBetween && !(isCode && first < (inside[0] ?? 0))) continue;
    const { score, links } = meanOf(inside, blocks, scores);
    if (score < LEAST_SCORE || links > MOST_LINKS) continue;
    if (score >= LIKELY) for (const at of inside) set(at, 1, 'part');
    else {
      pushAll(unlikely, inside);
      unlikelySize += sizeOf(blocks, inside);
    }
  }
  if (unlikelySize <= MOST_UNLIKELY) for (const at of unlikely) set(at, 1, 'part');
}

const sizeOf = (blocks: readonly Block[], ones: readonly number[]): number =>
  ones.reduce((sum, at) => sum + (blocks[at]?.text.length ?? 0), 0);

/** Parents come before children: the outermost of nested parts counts. */
function findParts({ tree, blocks, holders }: Draft, prose: ReadonlyMap<NodeId, Prose>): readonly Part[] {
  const suspects = suspectsOf(tree, CALLOUT);
  const formulas: number[] = [];
  for (let at = 0; at < blocks.length; at += 1) if (FORMULA.test((blocks[at] as Block).text)) formulas.push(at);
  if (formulas.length === 0 && suspects === undefined && !hasTag(tree, CODE)) return [];
  const isCallout = (node: NodeId): boolean =>
    suspects !== undefined &&
    ((suspects[node] as number) & CALLOUT) !== 0 &&
    isCalloutName(attribute(tree, node, 'class') ?? '');
  const roots = new Int32Array(nodeCount(tree)).fill(NONE);
  const owners = new Int32Array(roots.length).fill(NONE);
  const levels = new Uint8Array(roots.length);
  for (const node of prose.keys()) if (node > 0) owners[node] = node;
  const found = new Map<NodeId, Part>();
  for (let rank = 1; rank < holders.length; rank += 1) {
    const node = holders[rank] as NodeId;
    const above = parent(tree, node);
    const owner = levels[above] === MOST_LEVELS ? NONE : (owners[above] as number);
    if (owners[node] === NONE) {
      owners[node] = owner;
      levels[node] = Math.min(MOST_LEVELS, (levels[above] as number) + 1);
    }
    const root = roots[above] as number;
    const isCode = ofTag(CODE, tree, node) === 1;
    const isRoot = root === NONE && owner !== NONE && (isCode || isCallout(node));
    roots[node] = isRoot ? node : root;
    if (isRoot) found.set(node, { around: owner, isCode, blocks: [] });
  }
  for (let at = 0; at < blocks.length; at += 1) {
    const { element, text: words } = blocks[at] as Block;
    const root = roots[element] as NodeId;
    if (root !== NONE && words !== '') found.get(root)?.blocks.push(at);
  }
  for (const at of formulas) {
    const { element } = blocks[at] as Block;
    const around = owners[parent(tree, element)] as number;
    if (roots[element] === NONE && around !== NONE) found.set(element, { around, isCode: false, blocks: [at] });
  }
  return [...found.values()].filter(({ blocks: inside }) => inside.length > 0);
}

const ITEMS = nameSet('li');
/** An item of which so much is kept is content as a whole, with the list inside it; longer ones are boxes of a page. */
const KEPT_SHARE = 0.25;
const LEAST_ITEM = 0.1;
const LONGEST_ITEM = 300;

/** The list inside an item stays with it where few of its words are links. */
export function completeItems({ tree, blocks, holders, keep, scores, set }: Draft): void {
  const roots = outermost(tree, holders, (node) => ofTag(ITEMS, tree, node) === 1);
  if (roots === undefined) return;
  for (const inside of blocksBy(roots, blocks).values()) {
    if (inside.length < 2 || keep[inside[0] ?? 0] !== 1) continue;
    const size = sizeOf(blocks, inside);
    const kept = sizeOf(
      blocks,
      inside.filter((at) => keep[at] === 1),
    );
    if (kept === size || kept < size * KEPT_SHARE || size > LONGEST_ITEM) continue;
    const { score, links } = meanOf(inside, blocks, scores);
    // Cards of a listing are links at least in part.
    if (score >= LEAST_ITEM && links === 0) for (const at of inside) set(at, 1, 'item');
  }
}

/** How far up from its text the link of a mark stands. */
const MARK_LEVELS = 3;
/** The notes of a text are short. What is longer is a bibliography, a list of conditions. */
const MOST_NOTES = 1000;
const LEAST_NOTE = 0.15;

/** A note that a mark in the kept text points to is kept: the text goes on there. */
export function completeNotes({ tree, blocks, keep, scores, set }: Draft): void {
  const links = new Set<NodeId>();
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at] as Block;
    if (keep[at] === 1 && block.links > 0)
      for (const node of block.nodes) links.add(linkAround(tree, node, MARK_LEVELS));
  }
  links.delete(NONE);
  const targets = new Set<string>();
  for (const link of links) {
    const href = findAttribute(tree, link, attributeId(tree, 'href'));
    if (href === NONE || !mayPointInside(tree, href)) continue;
    const address = attributeValue(tree, href);
    if (address.startsWith('#') && address.length > 1 && isMarkText(text(tree, link))) targets.add(address.slice(1));
  }
  if (targets.size === 0) return;
  const notes = notesWith(tree, targets);
  if (notes.size === 0) return;
  const within = new Uint8Array(nodeCount(tree));
  for (let node: NodeId = 1; node < within.length; node += 1)
    if (notes.has(node) || within[parent(tree, node)] === 1) within[node] = 1;
  const inside = [...blocks.keys()].filter((at) => within[blocks[at]?.element ?? 0] === 1);
  if (sizeOf(blocks, inside) > MOST_NOTES || meanOf(inside, blocks, scores).score < LEAST_NOTE) return;
  for (const at of inside) set(at, 1, 'note');
}

/** The notes that so called elements open; a note leads back by a link, or is one that others are beside. */
function notesWith(tree: Tree, targets: ReadonlySet<string>): Set<NodeId> {
  const notes = new Set<NodeId>();
  for (let node: NodeId = 1; node < nodeCount(tree); node += 1) {
    const id = attribute(tree, node, 'id') ?? (tag(tree, node) === 'a' ? attribute(tree, node, 'name') : undefined);
    if (id === undefined || !targets.has(id)) continue;
    const note = noteOf(tree, node);
    if (note !== NONE) notes.add(note);
  }
  return notes;
}
