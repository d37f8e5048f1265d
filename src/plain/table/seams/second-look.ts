/**
 * A place again, now that every place of the block has a first score: rows explain each other. The order of
 * `SECOND_FEATURES` is the contract with training/.
 */
import { type Block, fourAt, pairAt } from './block.ts';
import { CLASSES } from './characters.ts';
import type { Habits } from './habits.ts';
import { numberForm } from './number-context.ts';
import { leftOf, type Row } from './row.ts';

export const SECOND_FEATURES = [
  'first',
  'rank',
  'above',
  'likely',
  'best',
  'toNextBest',
  'joint',
  'rows',
  'rowIndex',
  'likelyElsewhere',
  'likelyMedian',
  'pairMean',
  'pairMax',
  'pairRows',
  'right2Mean',
  'right2Max',
  'right4Mean',
  'right4Max',
  'left2Mean',
  'left2Max',
  'left4Mean',
  'left4Max',
  'numberFormMean',
  'numberFormMax',
  'ordinalLeft',
  'ordinalRight',
  'sameOrdinalLeft',
  'sameOrdinalRight',
  'leftClass',
  'rightClass',
  'leftScript',
  'neighbour',
  'distanceLeft',
  'distanceRight',
  'habit',
  'fromStart',
  'toEnd',
  'positionShare',
  'startPairs',
  'endPairs',
] as const;

/** Log-odds above which a place counts as a likely cut. */
const LIKELY = 0;
const FAR = 60;

/** Per key: the best first score of each row that has it, summed; the two best of all; how many rows. */
interface Shared {
  sum: number;
  rows: number;
  best: number;
  secondBest: number;
  /** The row that has the best. */
  bestRow: number;
}

export function secondFeatures(block: Block, first: readonly Float32Array[], habits: Habits): Float32Array[] {
  const keys = block.rows.map((row) => keysOf(row));
  const shared = KEYS.map((_, kind) => share(keys, first, kind));
  const counts = first.map((scores) => scores.reduce((count, score) => count + (score > LIKELY ? 1 : 0), 0));
  const sorted = [...counts].sort((a, b) => a - b);
  const median = sorted[sorted.length >> 1] ?? 0;
  const total = counts.reduce((sum, count) => sum + count, 0);
  const ordinals = ordinalPairs(block, first);
  const starts = edgeShares(block, false);
  const ends = edgeShares(block, true);
  return block.rows.map((row, index) => {
    const scores = first[index] as Float32Array;
    const out = new Float32Array(scores.length * SECOND_FEATURES.length);
    const order = Array.from(scores.keys()).sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b);
    const ranks = new Int32Array(scores.length);
    for (let rank = 0; rank < order.length; rank += 1) ranks[order[rank] as number] = rank;
    const own = keys[index] as Int32Array[];
    const likely = counts[index] as number;
    const toLeft = distances(scores, row.places, 1);
    const toRight = distances(scores, row.places, -1);
    let before = 0;
    let to = 0;
    const put = (value: number) => {
      out[to] = value;
      to += 1;
    };
    for (let at = 0; at < row.places.length; at += 1) {
      const place = row.places[at] as number;
      const score = scores[at] as number;
      const rank = ranks[at] as number;
      put(score);
      put(Math.min(30, rank));
      put(rank === 0 ? 0 : (scores[order[rank - 1] as number] as number) - score);
      put(likely);
      put(scores[order[0] as number] as number);
      put(rank + 1 < order.length ? score - (scores[order[rank + 1] as number] as number) : 20);
      put(block.joint === 'space' ? 1 : 0);
      put(Math.min(8, block.rows.length));
      put(Math.min(5, index));
      put(block.rows.length > 1 ? (total - likely) / (block.rows.length - 1) : -1);
      put(median);
      for (let kind = 0; kind < KEYS.length; kind += 1) {
        const entry = shared[kind]?.get((own[kind] as Int32Array)[at] as number);
        const hasOthers = entry !== undefined && entry.rows > 1;
        put(hasOthers ? entry.sum / entry.rows : -20);
        put(hasOthers ? (entry.bestRow === index ? entry.secondBest : entry.best) : -20);
        if (kind === 0) put(hasOthers ? (entry.rows - 1) / block.rows.length : 0);
      }
      const after = likely - before - (score > LIKELY ? 1 : 0);
      put(before);
      put(after);
      const pair = pairAt(row, place);
      put(ordinalShare(ordinals.fromLeft, before, pair, score, block.rows.length));
      put(ordinalShare(ordinals.fromRight, after, pair, score, block.rows.length));
      put(Math.floor(pair / CLASSES));
      put(pair % CLASSES);
      put(leftOf(row, place) < 0 ? 0 : (row.codes[leftOf(row, place)] as number) >> 7);
      put(
        Math.max(at > 0 ? (scores[at - 1] as number) : -20, at + 1 < scores.length ? (scores[at + 1] as number) : -20),
      );
      put(toLeft[at] as number);
      put(toRight[at] as number);
      put(Math.log2(((habits.unbroken[pair] as number) + 0.5) / ((habits.parted[pair] as number) + 0.5)));
      put(Math.min(300, place));
      put(Math.min(300, row.text.length - place));
      put(place / row.text.length);
      put(starts[pair % CLASSES] as number);
      put(ends[Math.floor(pair / CLASSES)] as number);
      if (score > LIKELY) before += 1;
    }
    return out;
  });
}

/** The kinds of likeness: same pair of classes, same two or four characters to the right, to the left, figures of the same form. */
const KEYS = ['pair', 'right2', 'right4', 'left2', 'left4', 'numberForm'] as const;

const NO_NUMBER = -1;

function keysOf(row: Row): Int32Array[] {
  const { codes, places } = row;
  const two = (at: number) => ((codes[at] ?? 32) << 16) | (codes[at + 1] ?? 32);
  const keys = KEYS.map(() => new Int32Array(places.length));
  const [pair, right2, right4, left2, left4, form] = keys as [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] as number;
    const end = leftOf(row, place) + 1;
    pair[at] = pairAt(row, place);
    right2[at] = two(place);
    right4[at] = fourAt(codes, place);
    left2[at] = two(end - 2);
    left4[at] = fourAt(codes, end - 4);
    form[at] = numberForm(row, end, place) || NO_NUMBER - pairAt(row, place);
  }
  return keys;
}

function share(
  keys: readonly (readonly Int32Array[])[],
  first: readonly Float32Array[],
  kind: number,
): Map<number, Shared> {
  const map = new Map<number, Shared>();
  for (let index = 0; index < first.length; index += 1) {
    const scores = first[index] as Float32Array;
    const own = (keys[index] as Int32Array[])[kind] as Int32Array;
    const best = new Map<number, number>();
    for (let at = 0; at < scores.length; at += 1) {
      const key = own[at] as number;
      best.set(key, Math.max(best.get(key) ?? -99, scores[at] as number));
    }
    for (const [key, score] of best) {
      const entry = map.get(key) ?? { sum: 0, rows: 0, best: -99, secondBest: -99, bestRow: -1 };
      entry.sum += score;
      entry.rows += 1;
      if (score > entry.best) {
        entry.secondBest = entry.best;
        entry.best = score;
        entry.bestRow = index;
      } else entry.secondBest = Math.max(entry.secondBest, score);
      map.set(key, entry);
    }
  }
  return map;
}

interface Ordinals {
  readonly fromLeft: ReadonlyMap<number, number>;
  readonly fromRight: ReadonlyMap<number, number>;
}

/** How often the nth likely cut from the left, and from the right, stands between two classes. */
function ordinalPairs(block: Block, first: readonly Float32Array[]): Ordinals {
  const fromLeft = new Map<number, number>();
  const fromRight = new Map<number, number>();
  for (const [index, row] of block.rows.entries()) {
    const pairs: number[] = [];
    for (let at = 0; at < row.places.length; at += 1)
      if (((first[index] as Float32Array)[at] as number) > LIKELY) pairs.push(pairAt(row, row.places[at] as number));
    for (let at = 0; at < pairs.length; at += 1) {
      const pair = pairs[at] as number;
      const left = at * 512 + pair;
      const right = (pairs.length - 1 - at) * 512 + pair;
      fromLeft.set(left, (fromLeft.get(left) ?? 0) + 1);
      fromRight.set(right, (fromRight.get(right) ?? 0) + 1);
    }
  }
  return { fromLeft, fromRight };
}

/** The share of the other rows whose cut of the same number stands between the same classes. */
function ordinalShare(
  map: ReadonlyMap<number, number>,
  ordinal: number,
  pair: number,
  score: number,
  rows: number,
): number {
  const own = score > LIKELY ? 1 : 0;
  return rows < 2 ? 0 : ((map.get(ordinal * 512 + pair) ?? 0) - own) / (rows - 1);
}

/** For each place how far the next likely cut is, to the left for step 1 and to the right for −1. */
function distances(scores: Float32Array, places: Int32Array, step: 1 | -1): Uint8Array {
  const gaps = new Uint8Array(scores.length);
  let likely = Number.NEGATIVE_INFINITY;
  for (let count = 0; count < scores.length; count += 1) {
    const at = step === 1 ? count : scores.length - 1 - count;
    gaps[at] = Math.min(FAR, Math.abs((places[at] as number) - likely));
    if ((scores[at] as number) > LIKELY) likely = places[at] as number;
  }
  return gaps;
}

/** The share of rows that begin, and that end, with each class. */
function edgeShares({ rows }: Block, last: boolean): Float32Array {
  const shares = new Float32Array(CLASSES);
  for (const { classes } of rows) {
    const value = classes[last ? classes.length - 1 : 0] ?? 0;
    shares[value] = (shares[value] as number) + 1 / rows.length;
  }
  return shares;
}
