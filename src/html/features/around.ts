/** Features of the elements around a block: shares, keywords, distances, repetition, the main container. */

import { through } from '../../tree/through.ts';
import { ARIA_HIDDEN, factsOf, NOT_DISPLAYED } from '../element-facts.ts';
import type { Columns } from './columns.ts';
import { type Containers, LEVELS, tagCode } from './containers.ts';
import { type PageContext, ratio } from './context.ts';
import { ITEM_NAMES, putItems, putRegions, REGION_NAMES } from './items.ts';
import { GROUPS } from './names.ts';
import type { Room } from './room.ts';

const SIBLING_LEVELS = 4;
const NEAREST =
  'nav footer header aside main article form table ul ol dl figure blockquote section details label td li'.split(' ');
/** The main container is the deepest one with this share of the page's good text. */
const MAIN_SHARES = [0.6, 0.9];

export const AROUND_NAMES: readonly string[] = [
  ...Array.from({ length: LEVELS }, (_, level) =>
    'tag good_share page_good mean_size link_share page_share blocks stops headings'
      .split(' ')
      .map((name) => `up.${level}.${name}`),
  ).flat(),
  ...Array.from({ length: SIBLING_LEVELS }, (_, level) =>
    'alike rank siblings'.split(' ').map((name) => `up.${level}.${name}`),
  ).flat(),
  ...GROUPS.flatMap(([name]) => [`word.${name}.depth`, `word.${name}.share`]),
  ...NEAREST.map((name) => `nearest.${name}`),
  ...MAIN_SHARES.flatMap((share) =>
    'up since until share count size'.split(' ').map((name) => `main.${share}.${name}`),
  ),
  ...['class', 'tag'].flatMap((path) =>
    'count size link_share good rank'.split(' ').map((name) => `${path}_path.${name}`),
  ),
  ...REGION_NAMES,
  ...ITEM_NAMES,
  'around.depth',
  'around.is_hidden',
  'around.is_aria_hidden',
];

/** No such element around. */
const NONE_AROUND = 99;

/** Gives the share of the page's text in elements of each keyword group. */
export function putAround(columns: Columns, page: PageContext): Float64Array {
  const { containers: c, room } = page;
  putLevels(columns, page);
  const groupShares = putKeywords(columns, page);
  const nearest = room.ints(c.count);
  for (const members of membersByTag(c)) putSteps(columns, c, members, nearest);
  const mains = MAIN_SHARES.map((share) => findMain(page, share));
  for (const main of mains) putMain(columns, page, main);
  for (const paths of [c.classPaths, c.tagPaths]) putPaths(columns, page, paths);
  const [{ at, isAround }] = mains as [Main];
  putRegions(columns, page, regionsOf(c, isAround, room), at);
  putItems(columns, page);
  columns.gather(c.depths, c.of);
  for (const flag of [NOT_DISPLAYED, ARIA_HIDDEN]) columns.gather(hiddenBy(page, flag), c.of);
  return groupShares;
}

/** The elements around each block, one above the other. */
function putLevels(columns: Columns, { containers: c, size, goodSize, room }: PageContext): void {
  const { sums } = c;
  const values = [
    c.tags,
    ratios(sums.good, sums.size, room),
    sharesOf(sums.good, goodSize, room),
    ratios(sums.size, sums.blocks, room),
    ratios(sums.linked, sums.size, room),
    sharesOf(sums.size, size, room),
    sums.blocks,
    ratios(sums.stops, sums.size, room),
    ratios(sums.headings, sums.blocks, room),
  ];
  for (const of of c.above) {
    for (let at = 0; at < values.length; at += 1) columns.gather(values[at] as Float64Array, of);
  }
  for (let level = 0; level < SIBLING_LEVELS; level += 1) {
    const of = c.above[level] as Int32Array;
    columns.gather(c.alike, of);
    columns.gather(c.rank, of);
    columns.gather(c.siblings, c.above[level + 1] as Int32Array);
  }
}

/**
 * How far each block's element is below the nearest member around it. Members ascend; only what stands in one is looked at.
 * For each container inside a member `nearest` becomes the nearest one around, itself among them.
 */
function putSteps(columns: Columns, c: Containers, members: readonly number[], nearest: Int32Array): void {
  const { of, depths, sums } = c;
  const { cells } = columns;
  const start = columns.fill(NONE_AROUND);
  for (let rank = 0; rank < members.length; ) {
    const top = members[rank] as number;
    rank = findNearest(c, members, rank, nearest);
    const last = sums.last[top] as number;
    for (let block = sums.first[top] as number; block <= last; block += 1) {
      const at = of[block] as number;
      if (isIn(c, at, top)) cells[start + block] = (depths[at] as number) - (depths[nearest[at] as number] as number);
    }
  }
}

/** For the containers inside one member; gives the rank of the next that stands apart from it. */
function findNearest({ ends, parents }: Containers, members: readonly number[], first: number, nearest: Int32Array) {
  let rank = first;
  let next = members[rank] as number;
  const end = ends[next] as number;
  for (let at = next; at < end; at += 1) {
    if (at === next) {
      nearest[at] = at;
      rank += 1;
      next = rank < members.length ? (members[rank] as number) : -1;
    } else nearest[at] = nearest[parents[at] as number] as number;
  }
  return rank;
}

/** Between the first and the last block inside an element of a line there may be text of the element around it. */
const isIn = ({ ends }: Containers, at: number, top: number): boolean => at >= top && at < (ends[top] as number);

function putKeywords(columns: Columns, page: PageContext): Float64Array {
  const { containers: c, measures, room } = page;
  const totals = room.floats(GROUPS.length);
  const [ownShares, shares] = [sharesOf(measures.size, page.size, room), sharesOf(c.sums.size, page.size, room)];
  const nearest = room.ints(c.count);
  const groups = membersByGroup(c);
  for (let group = 0; group < groups.length; group += 1) {
    const members = groups[group] as number[];
    putSteps(columns, c, members, nearest);
    const start = columns.fill(0);
    let total = 0;
    let end = 0;
    for (let rank = 0; rank < members.length; rank += 1) {
      const top = members[rank] as number;
      if (top < end) continue;
      end = c.ends[top] as number;
      const last = c.sums.last[top] as number;
      for (let block = c.sums.first[top] as number; block <= last; block += 1) {
        const at = c.of[block] as number;
        if (!isIn(c, at, top)) continue;
        total += ownShares[block] as number;
        columns.cells[start + block] = shares[nearest[at] as number] as number;
      }
    }
    totals[group] = total;
  }
  return totals;
}

function ratios(parts: Float64Array, wholes: Float64Array, room: Room): Float64Array {
  const found = room.floats(parts.length);
  for (let at = 0; at < found.length; at += 1) found[at] = ratio(parts[at] as number, wholes[at] as number);
  return found;
}

function sharesOf(sizes: Float64Array, whole: number, room: Room): Float64Array {
  const shares = room.floats(sizes.length);
  for (let at = 0; at < shares.length; at += 1) shares[at] = ratio(sizes[at] as number, whole);
  return shares;
}

function membersByGroup({ count, depths, tags, names }: Containers): number[][] {
  const members: number[][] = GROUPS.map(() => []);
  for (let at = 1; at < count; at += 1) {
    // The names of html and body speak of the whole page.
    if ((depths[at] as number) < 3 && (tags[at] === HTML || tags[at] === BODY)) continue;
    for (const group of names[at]?.groups ?? []) members[group]?.push(at);
  }
  return members;
}
const HTML = tagCode('html');
const BODY = tagCode('body');

function membersByTag({ count, tags }: Containers): number[][] {
  const members: number[][] = NEAREST.map(() => []);
  for (let at = 1; at < count; at += 1) members[RANKS[tags[at] as number] ?? -1]?.push(at);
  return members;
}
const RANKS: readonly number[] = NEAREST.reduce<number[]>((ranks, name, rank) => {
  ranks[tagCode(name)] = rank;
  return ranks;
}, []);

/** 1 for containers that a flag hides, or an element around them. */
function hiddenBy({ tree, containers: c, room }: PageContext, flag: number): Float64Array {
  const hidden = room.floats(c.count);
  const { flags } = factsOf(tree);
  for (let at = 1; at < c.count; at += 1) {
    const isHidden = ((flags[c.nodes[at] as number] as number) & flag) !== 0;
    hidden[at] = isHidden ? 1 : (hidden[c.parents[at] as number] as number);
  }
  return hidden;
}

interface Main {
  readonly at: number;
  /** 1 for the main container and those that it stands in. */
  readonly isAround: Uint8Array;
}

function findMain({ containers: c, goodSize, room }: PageContext, share: number): Main {
  const least = goodSize * share;
  let main = 0;
  for (let at = 1; at < c.count; at += 1) {
    if (goodSize === 0 || (c.sums.good[at] as number) < least) continue;
    if ((c.depths[at] as number) > (c.depths[main] as number)) main = at;
  }
  const isAround = room.bytes(c.count);
  for (let at = main; at > 0; at = c.parents[at] as number) isAround[at] = 1;
  isAround[0] = 1;
  return { at: main, isAround };
}

function putMain(columns: Columns, page: PageContext, { at: main, isAround }: Main): void {
  const { containers: c, blocks, room } = page;
  const { sums } = c;
  const first = sums.first[main] as number;
  const last = sums.last[main] as number;
  columns.gather(wayTo(c, main, isAround, room), c.of);
  const [since, until] = [columns.column(), columns.column()];
  for (let block = 0; block < since.length; block += 1) {
    since[block] = block - first;
    until[block] = last - block;
  }
  columns.fill(ratio(sums.good[main] as number, page.goodSize));
  columns.fill(ratio(sums.blocks[main] as number, blocks.length));
  columns.fill(ratio(sums.size[main] as number, page.size));
}

/** Inside the main container how far below it; outside, below zero, how far it lies below the first element around both. */
function wayTo({ count, parents, depths }: Containers, main: number, isAround: Uint8Array, room: Room): Float64Array {
  const way = room.floats(count);
  const depth = depths[main] as number;
  for (let at = 0; at < count; at += 1) {
    const above = way[parents[at] as number] as number;
    if (at === main) way[at] = 0;
    else if (isAround[at] === 1) way[at] = (depths[at] as number) - depth - 1;
    else way[at] = above < 0 ? above : above + 1;
  }
  return way;
}

/** For each container the branch that it stands in, of those that leave the way to the main container; 0 on that way. */
function regionsOf({ count, parents }: Containers, isAround: Uint8Array, room: Room): Int32Array {
  const regions = room.ints(count);
  for (let at = 1; at < count; at += 1) {
    const above = parents[at] as number;
    regions[at] = isAround[at] === 1 ? 0 : isAround[above] === 1 ? at : (regions[above] as number);
  }
  return regions;
}

/** What the blocks add up to whose elements, all the way up, have the same names. */
function putPaths(columns: Columns, page: PageContext, paths: Int32Array): void {
  const { containers: c, measures, linkShares, good, room } = page;
  const of = through(paths, c.of, room.ints(c.of.length));
  const empty = () => room.floats(c.count + 1);
  const [count, sizes, linked, goods] = [empty(), empty(), empty(), empty()];
  const ranks = room.floats(of.length);
  for (let block = 0; block < of.length; block += 1) {
    const path = of[block] as number;
    const size = measures.size[block] as number;
    ranks[block] = count[path] as number;
    count[path] = (count[path] as number) + 1;
    sizes[path] = (sizes[path] as number) + size;
    linked[path] = (linked[path] as number) + size * (linkShares[block] as number);
    if (good[block] === 1) goods[path] = (goods[path] as number) + size;
  }
  columns.gather(count, of);
  columns.ratios(sizes, count, of);
  columns.ratios(linked, sizes, of);
  columns.ratios(goods, sizes, of);
  columns.put(ranks);
}
