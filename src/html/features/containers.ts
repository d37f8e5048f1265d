/** The elements that blocks stand in, numbered in document order, with what their text adds up to. */
import { attribute, type NodeId, nodeCount, parent, type Tree, tag } from '../../tree/node.ts';
import type { Block } from '../block.ts';
import type { Measure } from './measure.ts';
import { type Names, type NamesReader, namesReader } from './names.ts';

/** Arrays by container; 0 is the document, parents come before children. */
export interface Containers {
  readonly count: number;
  readonly nodes: Int32Array;
  readonly parents: Int32Array;
  readonly depths: Int32Array;
  readonly tags: Int32Array;
  readonly names: readonly Names[];
  /** The same number for the same tag and class. */
  readonly styles: Int32Array;
  readonly classPaths: Int32Array;
  readonly tagPaths: Int32Array;
  /** Containers with the same parent, tag and class, this one among them; and how many of them come before. */
  readonly alike: Int32Array;
  readonly rank: Int32Array;
  readonly siblings: Int32Array;
  /** The same number for containers that are alike; 0 for the document. */
  readonly groups: Int32Array;
  readonly sums: Sums;
  /** Container of each block. */
  readonly of: Int32Array;
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

const NO_NAMES: Names = { groups: [], tokens: [] };

export function findContainers(
  tree: Tree,
  blocks: readonly Block[],
  measures: readonly Measure[],
  isGood: Uint8Array,
): Containers {
  const index = new Int32Array(nodeCount(tree)).fill(-1);
  const nodes = number(tree, blocks, index);
  const count = nodes.length;
  const int = () => new Int32Array(count);
  const [parents, depths, tags, styles, classPaths, tagPaths, alike, rank, siblings, groups] = Array.from(
    { length: 10 },
    int,
  ) as [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  const names: Names[] = [];
  const known = new Map<string, Names>();
  const reader = namesReader();
  const ids = new Map<string | number, number>();
  const idOf = (key: string | number): number => {
    let id = ids.get(key);
    if (id === undefined) {
      id = ids.size + 1;
      ids.set(key, id);
    }
    return id;
  };
  const seen = new Map<number, number>();
  for (let at = 0; at < count; at += 1) {
    const node = nodes[at] as NodeId;
    const above = at === 0 ? 0 : (index[parent(tree, node)] as number);
    parents[at] = above;
    depths[at] = at === 0 ? 0 : (depths[above] ?? 0) + 1;
    const name = tag(tree, node);
    tags[at] = tagCode(name);
    names.push(at === 0 ? NO_NAMES : namesOf(tree, node, known, reader));
    const style = at === 0 ? 0 : idOf(`${name} ${attribute(tree, node, 'class') ?? ''}`);
    styles[at] = style;
    if (at === 0) continue;
    classPaths[at] = idOf((classPaths[above] ?? 0) * 0x200000 + style);
    tagPaths[at] = idOf(-1 - ((tagPaths[above] ?? 0) * 0x200000 + (tags[at] ?? 0)));
    const key = above * 0x200000 + style;
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    rank[at] = before;
    groups[at] = idOf(-1e15 - key);
    siblings[above] = (siblings[above] ?? 0) + 1;
  }
  for (let at = 1; at < count; at += 1) alike[at] = seen.get((parents[at] ?? 0) * 0x200000 + (styles[at] ?? 0)) ?? 1;
  const of = new Int32Array(blocks.length);
  for (const [at, block] of blocks.entries()) of[at] = index[block.element] ?? 0;
  const sums = addUp(blocks, measures, isGood, of, parents, tags);
  return {
    count,
    nodes,
    parents,
    depths,
    tags,
    names,
    styles,
    classPaths,
    tagPaths,
    alike,
    rank,
    siblings,
    groups,
    sums,
    of,
  };
}

/** Numbers the elements that hold blocks; 0 is the document. */
function number(tree: Tree, blocks: readonly Block[], index: Int32Array): Int32Array {
  index[0] = 0;
  for (const { element } of blocks) {
    for (let at = element; at > 0 && index[at] === -1; at = parent(tree, at)) index[at] = 0;
  }
  const nodes: NodeId[] = [];
  for (let node = 0; node < index.length; node += 1) {
    if (index[node] === -1) continue;
    index[node] = nodes.length;
    nodes.push(node);
  }
  return Int32Array.from(nodes);
}

/** Attributes in which authors say what an element is. */
const NAMING = ['class', 'id', 'role', 'itemprop', 'data-testid', 'data-component'];

function namesOf(tree: Tree, node: NodeId, known: Map<string, Names>, reader: NamesReader): Names {
  let value = '';
  for (const name of NAMING) {
    const one = attribute(tree, node, name);
    if (one) value = value === '' ? one : `${value} ${one}`;
  }
  const name = tag(tree, node);
  if (name.includes('-')) value = `${value} ${name}`;
  if (value === '') return NO_NAMES;
  let names = known.get(value);
  if (names === undefined) {
    names = reader(value);
    known.set(value, names);
  }
  return names;
}

function addUp(
  blocks: readonly Block[],
  measures: readonly Measure[],
  isGood: Uint8Array,
  of: Int32Array,
  parents: Int32Array,
  tags: Int32Array,
): Sums {
  const float = () => new Float64Array(parents.length);
  const sums = {
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
  const added = ['size', 'good', 'linked', 'stops', 'blocks', 'headings', 'images', 'money', 'years'] as const;
  for (const [at, block] of blocks.entries()) {
    const to = of[at] ?? 0;
    const { size = 0, stops = 0, questions = 0, money = 0, years = 0 } = measures[at] ?? {};
    const add = (sum: Float64Array, value: number) => {
      sum[to] = (sum[to] ?? 0) + value;
    };
    add(sums.size, size);
    if (isGood[at] === 1) add(sums.good, size);
    add(sums.linked, linkedSize(block, size));
    add(sums.stops, stops + questions);
    add(sums.blocks, 1);
    if (isHeading(tags[to] ?? 0)) add(sums.headings, 1);
    add(sums.images, block.images);
    add(sums.money, money);
    add(sums.years, years);
    sums.first[to] = Math.min(sums.first[to] ?? 0, at);
    sums.last[to] = at;
  }
  for (let at = parents.length - 1; at > 0; at -= 1) {
    const above = parents[at] ?? 0;
    for (const key of added) sums[key][above] = (sums[key][above] ?? 0) + (sums[key][at] ?? 0);
    sums.first[above] = Math.min(sums.first[above] ?? 0, sums.first[at] ?? 0);
    sums.last[above] = Math.max(sums.last[above] ?? 0, sums.last[at] ?? 0);
  }
  return sums;
}

const H1 = tagCode('h1');
export const isHeading = (code: number): boolean => code >= H1 && code < H1 + 6;
/** 1–6, 0 for what is no heading. */
export const headingLevel = (code: number): number => (isHeading(code) ? code - H1 + 1 : 0);

/** Linked characters in the unit of sizes. */
export const linkedSize = (block: Block, size: number): number =>
  block.text.length === 0 ? 0 : Math.min(size, (block.linked / block.text.length) * size);
