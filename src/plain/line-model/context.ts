/**
 * The second look at a line: what the first look took it, its neighbours and the lines of the same layout for. A text
 * has habits: what stands where its headings stand is a heading.
 */
import { distances } from './distances.ts';
import { CLASSES } from './line-class.ts';

const NEIGHBOURS = [-3, -2, -1, 1, 2, 3] as const;
/** Lines before and after that are seen as a crowd. */
const CROWD = 8;
const FAR = 30;
const WIDTH = CLASSES.length;
const CUT = CLASSES.indexOf('cut');
const HEADING = CLASSES.indexOf('heading');
const CONTINUE = CLASSES.indexOf('continue');

/** Names of the columns, in their order. */
export const CONTEXT_FEATURES: readonly string[] = [
  ...CLASSES.map((is) => `${is}?`),
  ...NEIGHBOURS.flatMap((offset) => CLASSES.map((is) => `${is}?[${offset > 0 ? '+' : ''}${offset}]`)),
  ...CLASSES.map((is) => `${is}?layout`),
  ...CLASSES.map((is) => `${is}?crowdBefore`),
  ...CLASSES.map((is) => `${is}?crowdAfter`),
  'keptBefore',
  'keptAfter',
  'toHeadingBefore',
  'toHeadingAfter',
];

/** Steps of a chance: sums of such numbers are exact, so that lines alike in a row stay alike. */
const STEPS = 4096;

/** Rounds chances to what the second look sees. */
export const rounded = (chance: number): number => Math.round(chance * STEPS) / STEPS;

/** Writes the `CONTEXT_FEATURES.length` numbers of a line from `to` on. */
export type PutContext = (line: number, table: Float32Array, to: number) => void;

/** `chances` holds those of all lines, rounded. */
export function contextFeatures(chances: Float32Array, layout: Uint16Array): PutContext {
  const count = layout.length;
  const sums = new Float64Array((count + 1) * WIDTH);
  for (let at = 0; at < count * WIDTH; at += 1) sums[at + WIDTH] = (sums[at] as number) + (chances[at] as number);
  const layouts = layoutSums(chances, layout);
  const isKept = flag(
    count,
    (at) => (chances[at * WIDTH + CUT] as number) + (chances[at * WIDTH + CONTINUE] as number) < 0.5,
  );
  const isHeading = flag(count, (at) => (chances[at * WIDTH + HEADING] as number) > 0.5);
  const keptBefore = tally(isKept, 1);
  const keptAfter = tally(isKept, -1);
  const headingBefore = distances(isHeading, 1, FAR);
  const headingAfter = distances(isHeading, -1, FAR);

  return (at, table, start) => {
    let to = start;
    for (let is = 0; is < WIDTH; is += 1) table[to++] = chances[at * WIDTH + is] as number;
    for (const offset of NEIGHBOURS) {
      const other = at + offset;
      const isThere = other >= 0 && other < count;
      for (let is = 0; is < WIDTH; is += 1) table[to++] = isThere ? (chances[other * WIDTH + is] as number) : -1;
    }
    const from = (layout[at] as number) * (WIDTH + 1);
    const others = Math.max(1, (layouts[from + WIDTH] as number) - 1);
    for (let is = 0; is < WIDTH; is += 1)
      table[to++] = ((layouts[from + is] as number) - (chances[at * WIDTH + is] as number)) / others;
    const first = Math.max(0, at - CROWD);
    const end = Math.min(count, at + 1 + CROWD);
    for (let is = 0; is < WIDTH; is += 1)
      table[to++] = ((sums[at * WIDTH + is] as number) - (sums[first * WIDTH + is] as number)) / CROWD;
    for (let is = 0; is < WIDTH; is += 1)
      table[to++] = ((sums[end * WIDTH + is] as number) - (sums[(at + 1) * WIDTH + is] as number)) / CROWD;
    table[to++] = keptBefore[at] as number;
    table[to++] = keptAfter[at] as number;
    table[to++] = headingBefore[at] as number;
    table[to++] = headingAfter[at] as number;
  };
}

/** For each layout the sum of the chances of its lines, and how many they are. */
function layoutSums(chances: Float32Array, layout: Uint16Array): Float64Array {
  const most = layout.reduce((max, value) => Math.max(max, value), 0);
  const sums = new Float64Array((most + 1) * (WIDTH + 1));
  for (let at = 0; at < layout.length; at += 1) {
    const from = (layout[at] as number) * (WIDTH + 1);
    for (let is = 0; is < WIDTH; is += 1)
      sums[from + is] = (sums[from + is] as number) + (chances[at * WIDTH + is] as number);
    sums[from + WIDTH] = (sums[from + WIDTH] as number) + 1;
  }
  return sums;
}

function flag(count: number, test: (at: number) => boolean): Uint8Array {
  const flags = new Uint8Array(count);
  for (let at = 0; at < count; at += 1) if (test(at)) flags[at] = 1;
  return flags;
}

/** How many flagged lines come before each (or after it, for direction −1), FAR at most. */
function tally(flags: Uint8Array, direction: 1 | -1): Uint8Array {
  const count = flags.length;
  const tallies = new Uint8Array(count);
  let seen = 0;
  for (let step = 0; step < count; step += 1) {
    const at = direction === 1 ? step : count - 1 - step;
    tallies[at] = seen;
    seen = Math.min(FAR, seen + (flags[at] as number));
  }
  return tallies;
}
