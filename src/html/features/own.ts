/** Features of a block itself, of its neighbours, and of its place between headings and good text. */
import type { Block } from '../block.ts';
import { tagCode } from './containers.ts';
import { type PageContext, put, ratio, type Sink } from './context.ts';

const NEIGHBOURS = [-1, 1];
const WINDOWS = [3, 8, 20];

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

export interface OwnView {
  put(sink: Sink, block: number): void;
}

export function viewOwn(page: PageContext, titles: readonly string[]): OwnView {
  const { blocks, measures, linkShares, good, levels, containers } = page;
  const count = blocks.length;
  const sums = prefixSums(page);
  const same = sameTexts(blocks);
  const sections = findSections(page);
  const places = findPlaces(page, titles);
  const tagOf = (at: number) => containers.tags[containers.of[at] ?? 0] ?? 0;
  const putRange = (sink: Sink, from: number, to: number) => {
    const low = Math.max(0, from);
    const high = Math.min(count, to);
    const size = (sums.size[high] ?? 0) - (sums.size[low] ?? 0);
    put(sink, ratio(size, high - low));
    put(sink, ratio((sums.linked[high] ?? 0) - (sums.linked[low] ?? 0), size));
  };
  return {
    put(sink, at) {
      const block = blocks[at] as Block;
      const m = measures[at];
      if (m === undefined) return;
      put(sink, tagCode(block.inline));
      put(sink, m.size);
      put(sink, m.words);
      put(sink, linkShares[at] ?? 0);
      put(sink, block.links);
      put(sink, Math.min(1, ratio(block.bold, block.text.length)));
      put(sink, Math.min(1, ratio(block.code, block.text.length)));
      put(sink, block.breaks);
      put(sink, m.commas);
      put(sink, m.stops);
      put(sink, ratio(m.commas + m.stops + m.questions, m.size));
      put(sink, m.questions);
      put(sink, m.end);
      put(sink, m.start);
      put(sink, ratio(m.digits, m.size));
      put(sink, m.years);
      put(sink, m.money);
      put(sink, ratio(m.capitals, m.size));
      put(sink, m.separators);
      put(sink, m.quotes);
      put(sink, ratio(m.size, m.words));
      put(sink, same.counts[at] ?? 1);
      put(sink, same.ranks[at] ?? 0);
      put(sink, levels[at] ?? 0);
      put(sink, good[at] ?? 0);
      for (const step of NEIGHBOURS) {
        const near = at + step;
        const isThere = near >= 0 && near < count;
        put(sink, isThere ? (measures[near]?.size ?? 0) : -1);
        put(sink, isThere ? (linkShares[near] ?? 0) : -1);
        put(sink, isThere ? tagOf(near) : -1);
      }
      for (const width of WINDOWS) putRange(sink, at - width, at + width + 1);
      putRange(sink, at - 6, at);
      putRange(sink, at + 1, at + 7);
      const section = sections.of[at] ?? 0;
      const from = sections.starts[section] ?? 0;
      const to = sections.starts[section + 1] ?? count;
      const size = (sums.size[to] ?? 0) - (sums.size[from] ?? 0);
      put(sink, section === 0 ? FAR : at - from);
      put(sink, section === 0 ? 0 : (levels[from] ?? 0));
      put(sink, section === 0 ? 0 : (measures[from]?.size ?? 0));
      put(sink, to === count ? FAR : to - at);
      put(sink, size);
      put(sink, ratio((sums.linked[to] ?? 0) - (sums.linked[from] ?? 0), size));
      put(sink, to - from);
      put(sink, ratio((sums.good[to] ?? 0) - (sums.good[from] ?? 0), size));
      put(sink, ratio(sums.size[at] ?? 0, page.size));
      put(sink, at);
      put(sink, count - at);
      put(sink, since(at, places.h1));
      put(sink, since(at, places.title));
      put(sink, places.likeness[at] ?? 0);
      put(sink, places.lastGood[at] === -1 ? FAR : at - (places.lastGood[at] ?? 0));
      put(sink, places.nextGood[at] === -1 ? FAR : (places.nextGood[at] ?? 0) - at);
      put(sink, since(at, places.firstGood));
      put(sink, since(at, places.finalGood));
      put(sink, ratio(sums.good[at] ?? 0, page.goodSize));
    },
  };
}

const since = (at: number, place: number): number => (place === -1 ? -FAR : at - place);

function prefixSums({ blocks, measures, linkShares, good }: PageContext) {
  const float = () => new Float64Array(blocks.length + 1);
  const sums = { size: float(), linked: float(), good: float() };
  for (let at = 0; at < blocks.length; at += 1) {
    const size = measures[at]?.size ?? 0;
    sums.size[at + 1] = (sums.size[at] ?? 0) + size;
    sums.linked[at + 1] = (sums.linked[at] ?? 0) + size * (linkShares[at] ?? 0);
    sums.good[at + 1] = (sums.good[at] ?? 0) + (good[at] === 1 ? size : 0);
  }
  return sums;
}

/** How often a block's text occurs on the page, and how many of them come before. */
function sameTexts(blocks: readonly Block[]): { counts: Int32Array; ranks: Int32Array } {
  const seen = new Map<string, number>();
  const ranks = new Int32Array(blocks.length);
  const counts = new Int32Array(blocks.length);
  for (const [at, { text }] of blocks.entries()) {
    ranks[at] = seen.get(text) ?? 0;
    seen.set(text, (ranks[at] ?? 0) + 1);
  }
  for (const [at, { text }] of blocks.entries()) counts[at] = seen.get(text) ?? 1;
  return { counts, ranks };
}

/** Sections begin at headings; the first is what stands before them all. */
function findSections({ blocks, levels }: PageContext): { of: Int32Array; starts: number[] } {
  const starts = [0];
  const of = new Int32Array(blocks.length);
  for (let at = 0; at < blocks.length; at += 1) {
    if ((levels[at] ?? 0) > 0) starts.push(at);
    of[at] = starts.length - 1;
  }
  return { of, starts };
}

function findPlaces({ blocks, good, levels, measures }: PageContext, titles: readonly string[]) {
  const count = blocks.length;
  const likeness = new Float64Array(count);
  const lastGood = new Int32Array(count).fill(-1);
  const nextGood = new Int32Array(count).fill(-1);
  let title = -1;
  let best = TITLE_LIKE;
  for (const [at, { text }] of blocks.entries()) {
    lastGood[at] = good[at] === 1 ? at : (lastGood[at - 1] ?? -1);
    if (text.length === 0 || (measures[at]?.size ?? 0) > TITLE_SIZE) continue;
    likeness[at] = Math.max(0, ...titles.map((one) => likenessOf(text, one)));
    const bonus = (likeness[at] ?? 0) + ((levels[at] ?? 0) === 1 ? 0.1 : 0);
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
function likenessOf(text: string, title: string): number {
  const lower = text.toLowerCase();
  const [short, long] = lower.length < title.length ? [lower, title] : [title, lower];
  if (short.length < 4) return 0;
  if (long.includes(short)) return short.length / long.length;
  let alike = 0;
  while (alike < short.length && short[alike] === long[alike]) alike += 1;
  return alike / long.length;
}
