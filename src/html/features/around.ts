/** Features of the elements around a block: shares, keywords, distances, repetition, the main container. */
import { ARIA_HIDDEN, factsOf, NOT_DISPLAYED } from '../element-facts.ts';
import { tagCode } from './containers.ts';
import { type PageContext, put, ratio, type Sink } from './context.ts';
import { ITEM_NAMES, putRegion, REGION_NAMES, viewItems } from './items.ts';
import { GROUPS } from './names.ts';

const LEVELS = 7;
const SIBLING_LEVELS = 4;
const NEAREST =
  'nav footer header aside main article form table ul ol dl figure blockquote section details label td li'.split(' ');
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

export interface AroundView {
  put(sink: Sink, block: number): void;
  /** Share of the page's text in elements of each keyword group. */
  readonly groupShares: Float64Array;
}

export function viewAround(page: PageContext): AroundView {
  const { containers: c, blocks } = page;
  const { sums } = c;
  const nearest = nearestByGroup(page);
  const tags = nearestByTag(page);
  const hidden = hiddenContainers(page);
  const mains = MAIN_SHARES.map((share) => mainContainer(page, share));
  const paths = [pathStats(page, c.classPaths), pathStats(page, c.tagPaths)];
  const items = viewItems(page);
  const groups = GROUPS.length;
  return {
    groupShares: groupShares(page, nearest),
    put(sink, block) {
      const own = c.of[block] ?? 0;
      let at = own;
      for (let level = 0; level < LEVELS; level += 1) {
        const size = sums.size[at] ?? 0;
        const count = sums.blocks[at] ?? 0;
        put(sink, c.tags[at] ?? 0);
        put(sink, ratio(sums.good[at] ?? 0, size));
        put(sink, ratio(sums.good[at] ?? 0, page.goodSize));
        put(sink, ratio(size, count));
        put(sink, ratio(sums.linked[at] ?? 0, size));
        put(sink, ratio(size, page.size));
        put(sink, count);
        put(sink, ratio(sums.stops[at] ?? 0, size));
        put(sink, ratio(sums.headings[at] ?? 0, count));
        at = c.parents[at] ?? 0;
      }
      at = own;
      for (let level = 0; level < SIBLING_LEVELS; level += 1) {
        put(sink, c.alike[at] ?? 1);
        put(sink, c.rank[at] ?? 0);
        put(sink, c.siblings[c.parents[at] ?? 0] ?? 0);
        at = c.parents[at] ?? 0;
      }
      const depth = c.depths[own] ?? 0;
      for (let group = 0; group < groups; group += 1) {
        const near = nearest[own * groups + group] ?? -1;
        put(sink, near === -1 ? NONE_AROUND : depth - (c.depths[near] ?? 0));
        put(sink, near === -1 ? 0 : ratio(sums.size[near] ?? 0, page.size));
      }
      for (let one = 0; one < NEAREST.length; one += 1) {
        const near = tags[own * NEAREST.length + one] ?? -1;
        put(sink, near === -1 ? NONE_AROUND : depth - (c.depths[near] ?? 0));
      }
      for (const main of mains) {
        put(sink, main.isInside[own] === 1 ? depth - main.depth : -(main.up[own] ?? 0) - 1);
        put(sink, block - (sums.first[main.at] ?? 0));
        put(sink, (sums.last[main.at] ?? 0) - block);
        put(sink, ratio(sums.good[main.at] ?? 0, page.goodSize));
        put(sink, ratio(sums.blocks[main.at] ?? 0, blocks.length));
        put(sink, ratio(sums.size[main.at] ?? 0, page.size));
      }
      for (const [kind, { stats, ranks }] of paths.entries()) {
        const stat = stats.get((kind === 0 ? c.classPaths : c.tagPaths)[own] ?? 0);
        put(sink, stat?.count ?? 0);
        put(sink, ratio(stat?.size ?? 0, stat?.count ?? 0));
        put(sink, ratio(stat?.linked ?? 0, stat?.size ?? 0));
        put(sink, ratio(stat?.good ?? 0, stat?.size ?? 0));
        put(sink, ranks[block] ?? 0);
      }
      putRegion(sink, page, mains[0]?.regions[own] ?? 0, mains[0]?.at ?? 0, block);
      items.put(sink, own);
      put(sink, depth);
      put(sink, (hidden[own] ?? 0) & 1);
      put(sink, (hidden[own] ?? 0) >> 1);
    },
  };
}

/** For each container and keyword group the nearest container around, itself among them, that has a word of it. */
function nearestByGroup({ containers: c }: PageContext): Int32Array {
  const groups = GROUPS.length;
  const nearest = new Int32Array(c.count * groups).fill(-1);
  for (let at = 1; at < c.count; at += 1) {
    const above = (c.parents[at] ?? 0) * groups;
    nearest.copyWithin(at * groups, above, above + groups);
    // The names of html and body speak of the whole page.
    if ((c.depths[at] ?? 0) < 3 && /^(?:html|body)$/.test(TAG_NAMES[c.tags[at] ?? 0] ?? '')) continue;
    for (const group of c.names[at]?.groups ?? []) nearest[at * groups + group] = at;
  }
  return nearest;
}
const TAG_NAMES: Readonly<Record<number, string>> = { [tagCode('html')]: 'html', [tagCode('body')]: 'body' };

function nearestByTag({ containers: c }: PageContext): Int32Array {
  const width = NEAREST.length;
  const nearest = new Int32Array(c.count * width).fill(-1);
  for (let at = 1; at < c.count; at += 1) {
    const above = (c.parents[at] ?? 0) * width;
    nearest.copyWithin(at * width, above, above + width);
    const one = NEAREST_CODES.indexOf(c.tags[at] ?? 0);
    if (one !== -1) nearest[at * width + one] = at;
  }
  return nearest;
}
const NEAREST_CODES = NEAREST.map(tagCode);

function groupShares(page: PageContext, nearest: Int32Array): Float64Array {
  const groups = GROUPS.length;
  const shares = new Float64Array(groups);
  for (let block = 0; block < page.blocks.length; block += 1) {
    const own = (page.containers.of[block] ?? 0) * groups;
    const share = ratio(page.measures[block]?.size ?? 0, page.size);
    for (let group = 0; group < groups; group += 1) {
      if (nearest[own + group] !== -1) shares[group] = (shares[group] ?? 0) + share;
    }
  }
  return shares;
}

/** Bit 1: not displayed; bit 2: hidden from screen readers. */
function hiddenContainers({ tree, containers: c }: PageContext): Uint8Array {
  const hidden = new Uint8Array(c.count);
  const { flags } = factsOf(tree);
  for (let at = 1; at < c.count; at += 1) {
    const own = flags[c.nodes[at] ?? 0] ?? 0;
    hidden[at] =
      (hidden[c.parents[at] ?? 0] ?? 0) | ((own & NOT_DISPLAYED) === 0 ? 0 : 1) | ((own & ARIA_HIDDEN) === 0 ? 0 : 2);
  }
  return hidden;
}

/** The deepest container with at least this share of the page's good text. */
function mainContainer({ containers: c, goodSize }: PageContext, share: number) {
  const least = goodSize * share;
  let main = 0;
  for (let at = 1; at < c.count; at += 1) {
    if (goodSize > 0 && (c.sums.good[at] ?? 0) >= least && (c.depths[at] ?? 0) > (c.depths[main] ?? 0)) main = at;
  }
  const isInside = new Uint8Array(c.count);
  isInside[main] = 1;
  const isAround = new Uint8Array(c.count);
  for (let at = main; ; at = c.parents[at] ?? 0) {
    isAround[at] = 1;
    if (at === 0) break;
  }
  // For a container outside: how far the main container lies below the first element around both.
  const up = new Int32Array(c.count);
  for (let at = 0; at < c.count; at += 1) {
    const above = c.parents[at] ?? 0;
    if (at > 0 && isInside[above] === 1) isInside[at] = 1;
    up[at] = isAround[at] === 1 ? (c.depths[main] ?? 0) - (c.depths[at] ?? 0) : (up[above] ?? 0);
  }
  const regions = new Int32Array(c.count);
  for (let at = 1; at < c.count; at += 1) {
    const above = c.parents[at] ?? 0;
    regions[at] = isAround[at] === 1 ? 0 : isAround[above] === 1 ? at : (regions[above] ?? 0);
  }
  return { at: main, depth: c.depths[main] ?? 0, isInside, up, regions };
}

interface PathStat {
  count: number;
  size: number;
  linked: number;
  good: number;
}

/** What the blocks add up to whose elements, all the way up, have the same names. */
function pathStats({ blocks, containers: c, measures, linkShares, good }: PageContext, paths: Int32Array) {
  const stats = new Map<number, PathStat>();
  const ranks = new Int32Array(blocks.length);
  for (let block = 0; block < blocks.length; block += 1) {
    const path = paths[c.of[block] ?? 0] ?? 0;
    let stat = stats.get(path);
    if (stat === undefined) {
      stat = { count: 0, size: 0, linked: 0, good: 0 };
      stats.set(path, stat);
    }
    const size = measures[block]?.size ?? 0;
    ranks[block] = stat.count;
    stat.count += 1;
    stat.size += size;
    stat.linked += size * (linkShares[block] ?? 0);
    if (good[block] === 1) stat.good += size;
  }
  return { stats, ranks };
}
