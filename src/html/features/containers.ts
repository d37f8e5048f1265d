/** The elements that blocks stand in, numbered in document order, with what their text adds up to. */
import { type NodeId, nodeCount, parent, type Tree } from '../../tree/node.ts';
import { nameTable, ofTag } from '../../tree/scan.ts';
import { through } from '../../tree/through.ts';
import type { Block } from '../block.ts';
import { factsOf } from '../element-facts.ts';
import { holdersOf } from '../holders.ts';
import type { Measures } from './measure.ts';
import { type Names, NamesReader } from './names.ts';
import { PairNumbers } from './pair-numbers.ts';
import type { Room } from './room.ts';

/** Arrays by container; 0 is the document, parents come before children. */
export interface Containers {
  readonly count: number;
  readonly nodes: Int32Array;
  readonly parents: Int32Array;
  /** Those inside have the numbers from the next one to before this. */
  readonly ends: Int32Array;
  readonly depths: Float64Array;
  readonly tags: Float64Array;
  readonly names: readonly Names[];
  /** The same number for containers that have the same tags and classes, or the same tags, all the way up. */
  readonly classPaths: Int32Array;
  readonly tagPaths: Int32Array;
  /** Containers with the same parent, tag and class, this one among them; and how many of them come before. */
  readonly alike: Float64Array;
  readonly rank: Float64Array;
  readonly siblings: Float64Array;
  /** The same number for containers that are alike; 0 for the document. */
  readonly groups: Int32Array;
  readonly sums: Sums;
  /** Container of each block. */
  readonly of: Int32Array;
  /** The same so many levels up: first `of`, then its parents, and so on. */
  readonly above: readonly Int32Array[];
}

/** Of all blocks inside. */
export interface Sums {
  readonly size: Float64Array;
  readonly good: Float64Array;
  readonly linked: Float64Array;
  readonly stops: Float64Array;
  readonly blocks: Float64Array;
  readonly headings: Float64Array;
  readonly images: Float64Array;
  readonly money: Float64Array;
  readonly years: Float64Array;
  /** First and last block inside. */
  readonly first: Float64Array;
  readonly last: Float64Array;
}

/** Tags that features tell apart, by their place here plus one; 0 for all others. */
export const TAGS =
  'p div li td h1 h2 h3 h4 h5 h6 span a section article main header footer nav aside figure figcaption blockquote pre code ul ol dl dt dd table tr th tbody form label fieldset body html address details summary dialog noscript strong b em i time small center button hgroup caption cite'.split(
    ' ',
  );
const TAG_CODES = new Map(TAGS.map((name, at) => [name, at + 1]));
export const tagCode = (name: string): number => TAG_CODES.get(name) ?? 0;
const CODES = nameTable([...TAG_CODES]);

export function findContainers(
  tree: Tree,
  blocks: readonly Block[],
  measures: Measures,
  isGood: Uint8Array,
  room: Room,
): Containers {
  const nodes = holdersOf(tree, blocks);
  const count = nodes.length;
  /** By node its number. */
  const index = room.ints(nodeCount(tree));
  const parents = room.ints(count);
  const depths = room.floats(count);
  const tags = room.floats(count);
  const siblings = room.floats(count);
  const names: Names[] = new Array(count);
  const reader = new NamesReader(tree);
  for (let at = 0; at < count; at += 1) {
    const node = nodes[at] as NodeId;
    index[node] = at;
    tags[at] = ofTag(CODES, tree, node);
    names[at] = reader.of(node);
    if (at === 0) continue;
    const above = index[parent(tree, node)] as number;
    parents[at] = above;
    depths[at] = (depths[above] as number) + 1;
    siblings[above] = (siblings[above] as number) + 1;
  }
  const of = room.ints(blocks.length);
  for (let at = 0; at < of.length; at += 1) of[at] = index[(blocks[at] as Block).element] as number;
  return {
    count,
    nodes,
    parents,
    ends: endsOf(parents, room),
    depths,
    tags,
    names,
    siblings,
    ...findAlike(tree, nodes, parents, tags, room),
    sums: addUp(blocks, measures, isGood, of, parents, tags, room),
    of,
    above: climb(of, parents, room),
  };
}

/** Features look so many levels up. */
export const LEVELS = 7;

function climb(of: Int32Array, parents: Int32Array, room: Room): Int32Array[] {
  const above = [of];
  for (let level = 1, last = of; level < LEVELS; level += 1) {
    last = through(parents, last, room.ints(of.length));
    above.push(last);
  }
  return above;
}

function endsOf(parents: Int32Array, room: Room): Int32Array {
  const ends = room.ints(parents.length);
  for (let at = parents.length - 1; at >= 0; at -= 1) {
    if (ends[at] === 0) ends[at] = at + 1;
    const above = parents[at] as number;
    if (at > 0 && ends[above] === 0) ends[above] = ends[at] as number;
  }
  return ends;
}

type Alike = Pick<Containers, 'classPaths' | 'tagPaths' | 'alike' | 'rank' | 'groups'>;

/** Numbers what has the same names: elements beside each other, and whole paths. */
function findAlike(tree: Tree, nodes: Int32Array, parents: Int32Array, tags: Float64Array, room: Room): Alike {
  const empty = () => room.ints(nodes.length);
  const [classPaths, tagPaths, groups] = [empty(), empty(), empty()];
  const alike = room.floats(nodes.length);
  const rank = room.floats(nodes.length);
  const { classes } = factsOf(tree);
  const styles = new PairNumbers(room);
  const byClass = new PairNumbers(room);
  const byTag = new PairNumbers(room);
  const beside = new PairNumbers(room);
  const sizes = room.ints(nodes.length);
  for (let at = 1; at < nodes.length; at += 1) {
    const node = nodes[at] as NodeId;
    const above = parents[at] as number;
    const style = styles.of(tree.tags[node] as number, classes[node] as number);
    classPaths[at] = byClass.of(classPaths[above] as number, style);
    tagPaths[at] = byTag.of(tagPaths[above] as number, tags[at] as number);
    const group = beside.of(above, style);
    groups[at] = group;
    rank[at] = sizes[group] as number;
    sizes[group] = (sizes[group] as number) + 1;
  }
  for (let at = 1; at < nodes.length; at += 1) alike[at] = sizes[groups[at] as number] as number;
  return { classPaths, tagPaths, alike, rank, groups };
}

function addUp(
  blocks: readonly Block[],
  measures: Measures,
  isGood: Uint8Array,
  of: Int32Array,
  parents: Int32Array,
  tags: Float64Array,
  room: Room,
): Sums {
  const float = () => room.floats(parents.length);
  // Not put together by a spread: V8 gives each page's result a form of its own, and all reads of it are slow.
  const sums: Sums = {
    size: float(),
    good: float(),
    linked: float(),
    stops: float(),
    blocks: float(),
    headings: float(),
    images: float(),
    money: float(),
    years: float(),
    first: float().fill(blocks.length),
    last: float().fill(-1),
  };
  const { size: sizes, good, linked, stops, blocks: counts, headings, images, money, years, first, last } = sums;
  for (let at = 0; at < of.length; at += 1) {
    const to = of[at] as number;
    const block = blocks[at] as Block;
    const size = measures.size[at] as number;
    add(sizes, to, size);
    if (isGood[at] === 1) add(good, to, size);
    add(linked, to, linkedSize(block, size));
    add(stops, to, (measures.stops[at] as number) + (measures.questions[at] as number));
    add(counts, to, 1);
    if (isHeading(tags[to] as number)) add(headings, to, 1);
    add(images, to, block.images);
    add(money, to, measures.money[at] as number);
    add(years, to, measures.years[at] as number);
    first[to] = Math.min(first[to] as number, at);
    last[to] = at;
  }
  const added = [sizes, good, linked, stops, counts, headings, images, money, years];
  for (let at = parents.length - 1; at > 0; at -= 1) {
    const above = parents[at] as number;
    for (const sum of added) add(sum, above, sum[at] as number);
    first[above] = Math.min(first[above] as number, first[at] as number);
    last[above] = Math.max(last[above] as number, last[at] as number);
  }
  return sums;
}

export function add(sum: Float64Array, at: number, value: number): void {
  sum[at] = (sum[at] as number) + value;
}

const H1 = tagCode('h1');
export const isHeading = (code: number): boolean => code >= H1 && code < H1 + 6;
/** 1–6, 0 for what is no heading. */
export const headingLevel = (code: number): number => (isHeading(code) ? code - H1 + 1 : 0);

/** Linked characters in the unit of sizes. */
export const linkedSize = (block: Block, size: number): number =>
  block.text.length === 0 ? 0 : Math.min(size, (block.linked / block.text.length) * size);
