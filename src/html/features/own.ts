/** Features of a block itself, of its neighbours, and of its place between headings and good text. */
import type { Block } from '../block.ts';
import type { Columns } from './columns.ts';
import { tagCode } from './containers.ts';
import { type PageContext, ratio } from './context.ts';

const NEIGHBOURS = [-1, 1];
const WINDOWS = [3, 8, 20];
/** Blocks of the windows before and after. */
const SIDE = 6;

export const OWN_NAMES: readonly string[] = [
  ...'inline size words link_share links bold_share code_share breaks commas stops punctuation questions end start digits years money capitals separators quotes word_size same_text same_rank level is_good'
    .split(' ')
    .map((name) => `own.${name}`),
  ...NEIGHBOURS.flatMap((step) => ['size', 'link_share', 'tag'].map((name) => `near.${step}.${name}`)),
  ...WINDOWS.flatMap((width) => ['size', 'link_share'].map((name) => `window.${width}.${name}`)),
  ...['before', 'after'].flatMap((side) => ['size', 'link_share'].map((name) => `window.${side}.${name}`)),
  ...'last_distance last_level last_size next_distance section_size section_links section_blocks section_good'
    .split(' ')
    .map((name) => `heading.${name}`),
  ...'text_before index to_end since_h1 since_title is_title since_good until_good since_first_good until_last_good good_before'
    .split(' ')
    .map((name) => `place.${name}`),
];

/** Far away: there is none. */
const FAR = 500;

export function putOwn(columns: Columns, page: PageContext, titles: readonly string[]): void {
  const sums = prefixSums(page);
  putText(columns, page);
  putNeighbours(columns, page);
  for (const width of WINDOWS) putWindow(columns, sums, -width, width + 1);
  putWindow(columns, sums, -SIDE, 0);
  putWindow(columns, sums, 1, SIDE + 1);
  putSections(columns, page, sums);
  columns.shares(sums.size, page.size, columns.blocks);
  columns.put(columns.blocks);
  const toEnd = columns.column();
  for (let at = 0; at < toEnd.length; at += 1) toEnd[at] = toEnd.length - at;
  putPlaces(columns, findPlaces(page, titles));
  columns.shares(sums.good, page.goodSize, columns.blocks);
}

function putText(columns: Columns, { blocks, measures: m, copies, linkShares, good, levels }: PageContext): void {
  const inline = columns.column();
  columns.put(m.size);
  columns.put(m.words);
  columns.put(linkShares);
  const [links, bold, code, breaks] = [columns.column(), columns.column(), columns.column(), columns.column()];
  columns.put(m.commas);
  columns.put(m.stops);
  const punctuation = columns.column();
  columns.put(m.questions);
  columns.put(m.end);
  columns.put(m.start);
  columns.ratios(m.digits, m.size, columns.blocks);
  columns.put(m.years);
  columns.put(m.money);
  columns.ratios(m.capitals, m.size, columns.blocks);
  columns.put(m.separators);
  columns.put(m.quotes);
  columns.ratios(m.size, m.words, columns.blocks);
  columns.put(copies.counts);
  columns.put(copies.ranks);
  columns.put(levels);
  columns.put(good);
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at] as Block;
    const { length } = block.text;
    inline[at] = tagCode(block.inline);
    links[at] = block.links;
    bold[at] = Math.min(1, ratio(block.bold, length));
    code[at] = Math.min(1, ratio(block.code, length));
    breaks[at] = block.breaks;
    const marks = (m.commas[at] as number) + (m.stops[at] as number) + (m.questions[at] as number);
    punctuation[at] = ratio(marks, m.size[at] as number);
  }
}

function putNeighbours(columns: Columns, { measures, linkShares, containers: c, room }: PageContext): void {
  const tags = room.floats(columns.count);
  for (let at = 0; at < tags.length; at += 1) tags[at] = c.tags[c.of[at] as number] as number;
  for (const step of NEIGHBOURS) {
    for (const values of [measures.size, linkShares, tags]) putBeside(columns, values, step);
  }
}

/** The values of the blocks `step` further on; -1 where there is none. */
function putBeside(columns: Columns, values: Float64Array, step: number): void {
  const column = columns.column();
  for (let at = 0; at < column.length; at += 1) {
    const beside = at + step;
    column[at] = beside < 0 || beside >= values.length ? -1 : (values[beside] as number);
  }
}

/** Mean size and share of links of the blocks from one distance to before another. */
function putWindow(columns: Columns, sums: PrefixSums, from: number, to: number): void {
  const [mean, linked] = [columns.column(), columns.column()];
  for (let at = 0; at < mean.length; at += 1) {
    const low = Math.max(0, at + from);
    const high = Math.min(mean.length, at + to);
    const size = sumOf(sums.size, low, high);
    mean[at] = ratio(size, high - low);
    linked[at] = ratio(sumOf(sums.linked, low, high), size);
  }
}

/** Sections begin at headings; the first is what stands before them all. */
function putSections(columns: Columns, { levels, measures, room }: PageContext, sums: PrefixSums): void {
  const { count } = columns;
  const starts = [0];
  const of = room.ints(count);
  for (let at = 0; at < count; at += 1) {
    if (levels[at] !== 0) starts.push(at);
    of[at] = starts.length - 1;
  }
  starts.push(count);
  const [distance, level, headingSize, next] = [columns.column(), columns.column(), columns.column(), columns.column()];
  const [sizes, linked, blocks, good] = [columns.column(), columns.column(), columns.column(), columns.column()];
  for (let at = 0; at < count; at += 1) {
    const section = of[at] as number;
    const start = starts[section] as number;
    const end = starts[section + 1] as number;
    const size = sumOf(sums.size, start, end);
    distance[at] = section === 0 ? FAR : at - start;
    level[at] = section === 0 ? 0 : (levels[start] as number);
    headingSize[at] = section === 0 ? 0 : (measures.size[start] as number);
    next[at] = end === count ? FAR : end - at;
    sizes[at] = size;
    linked[at] = ratio(sumOf(sums.linked, start, end), size);
    blocks[at] = end - start;
    good[at] = ratio(sumOf(sums.good, start, end), size);
  }
}

function putPlaces(columns: Columns, places: Places): void {
  const { lastGood, nextGood } = places;
  putSince(columns, places.h1);
  putSince(columns, places.title);
  columns.put(places.likeness);
  const [since, until] = [columns.column(), columns.column()];
  for (let at = 0; at < since.length; at += 1) {
    since[at] = lastGood[at] === -1 ? FAR : at - (lastGood[at] as number);
    until[at] = nextGood[at] === -1 ? FAR : (nextGood[at] as number) - at;
  }
  putSince(columns, places.firstGood);
  putSince(columns, places.finalGood);
}

function putSince(columns: Columns, place: number): void {
  const column = columns.column();
  for (let at = 0; at < column.length; at += 1) column[at] = place === -1 ? -FAR : at - place;
}

/** At each place the sum over the blocks before it. */
interface PrefixSums {
  readonly size: Float64Array;
  readonly linked: Float64Array;
  readonly good: Float64Array;
}

const sumOf = (sums: Float64Array, from: number, to: number): number => (sums[to] as number) - (sums[from] as number);

function prefixSums({ blocks, measures, linkShares, good, room }: PageContext): PrefixSums {
  const float = () => room.floats(blocks.length + 1);
  const sums = { size: float(), linked: float(), good: float() };
  for (let at = 0; at < blocks.length; at += 1) {
    const size = measures.size[at] as number;
    sums.size[at + 1] = (sums.size[at] as number) + size;
    sums.linked[at + 1] = (sums.linked[at] as number) + size * (linkShares[at] as number);
    sums.good[at + 1] = (sums.good[at] as number) + (good[at] === 1 ? size : 0);
  }
  return sums;
}

interface Places {
  /** How much of a title each block is, 0–1. */
  readonly likeness: Float64Array;
  /** For each block the last good one before it and the next one, itself among them; -1 for none. */
  readonly lastGood: Int32Array;
  readonly nextGood: Int32Array;
  readonly title: number;
  readonly h1: number;
  readonly firstGood: number;
  readonly finalGood: number;
}

function findPlaces({ blocks, good, levels, measures, room }: PageContext, titles: readonly string[]): Places {
  const count = blocks.length;
  const likeness = room.floats(count);
  const lastGood = room.ints(count).fill(-1);
  const nextGood = room.ints(count).fill(-1);
  let title = -1;
  let best = TITLE_LIKE;
  for (let at = 0; at < blocks.length; at += 1) {
    const { text } = blocks[at] as Block;
    lastGood[at] = good[at] === 1 ? at : (lastGood[at - 1] ?? -1);
    if (text.length === 0 || (measures.size[at] as number) > TITLE_SIZE) continue;
    const lower = text.toLowerCase();
    let most = 0;
    for (const one of titles) most = Math.max(most, likenessOf(lower, one));
    likeness[at] = most;
    const bonus = most + ((levels[at] ?? 0) === 1 ? 0.1 : 0);
    if (bonus > best) {
      best = bonus;
      title = at;
    }
  }
  for (let at = count - 1; at >= 0; at -= 1) nextGood[at] = good[at] === 1 ? at : (nextGood[at + 1] ?? -1);
  return {
    likeness,
    lastGood,
    nextGood,
    title,
    h1: levels.indexOf(1),
    firstGood: good.indexOf(1),
    finalGood: good.lastIndexOf(1),
  };
}
const TITLE_LIKE = 0.4;
const TITLE_SIZE = 300;

/** 0–1: how much of the longer text the shorter one is, where one holds the other or they begin alike. */
function likenessOf(lower: string, title: string): number {
  const [short, long] = lower.length < title.length ? [lower, title] : [title, lower];
  if (short.length < 4) return 0;
  if (long.includes(short)) return short.length / long.length;
  let alike = 0;
  while (alike < short.length && short[alike] === long[alike]) alike += 1;
  return alike / long.length;
}
