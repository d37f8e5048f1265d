/** The learned line model: for each line the chance of everything it can be. A quick look at all, a second one at the unsure. */
import { readTrees } from '../../model/packed-trees.ts';
import { addTrees, type Matrix, type Trees, waitingFor } from '../../model/trees.ts';
import type { Line } from '../lines/line.ts';
import type { Role } from '../roles/role.ts';
import { CONTEXT_FEATURES, contextFeatures, rounded } from './context.ts';
import { LINE_FEATURES, lineFeatures } from './features.ts';
import { CLASSES } from './line-class.ts';
import { settledChances, settledClasses } from './settled.ts';

/** Trees for each class. */
export interface LineModel {
  /** Few and small trees over `LINE_FEATURES`. */
  readonly first: readonly Trees[];
  /** Over `LINE_FEATURES` and `CONTEXT_FEATURES`. */
  readonly second: readonly Trees[];
}

/** One base64 text a class. */
export interface PackedLineModel {
  readonly first: readonly string[];
  readonly second: readonly string[];
}

export const readLineModel = ({ first, second }: PackedLineModel): LineModel => ({
  first: first.map(readTrees),
  second: second.map(readTrees),
});

const WIDTH = CLASSES.length;

/** Lines that the first look is so sure of get no second one; clutter is asked about twice unless it is nearly certain. */
const SURE = 0.9;
const SURE_CUT = 0.97;

/**
 * A look pauses after so many trees of each class and lets the lines that are `clear` go. More trees would call them the same, only with
 * more chance: so it was for all but one in three thousand lines of the flat benchmark, by models that had not seen them. The first look
 * lets go later, for the second reads its chances: at 0.9 the headings of web pages lost .009.
 */
interface Pauses {
  readonly after: readonly number[];
  readonly clear: number;
}

const FIRST: Pauses = { after: [8, 12], clear: 0.97 };
const SECOND: Pauses = { after: [10, 16, 24, 36], clear: 0.7 };

/** What may be clutter with more chance is asked to the end. */
const MAY_BE_CUT = 0.1;
const CUT = CLASSES.indexOf('cut');

/** `lines × CLASSES` chances, row by row; each row sums up to 1. Lines that form alone settles are not asked about. */
export function lineChances(
  model: LineModel,
  lines: readonly Line[],
  roles: readonly (Role | undefined)[],
): Float32Array {
  const { layout, put } = lineFeatures(lines, (at) => roles[at] === 'row');
  const settled = settledClasses(lines, roles);
  const chances = settledChances(settled);
  const asked: number[] = [];
  for (let at = 0; at < lines.length; at += 1) if (settled[at] === -1) asked.push(at);
  look(model.first, asked, LINE_FEATURES.length, put, chances, FIRST);
  const unsure = asked.filter((at) => !isSure(chances, at));
  if (unsure.length === 0) return chances;
  // The second look reads the chances of the first one, so it writes elsewhere.
  const putContext = contextFeatures(chances, layout);
  const better = chances.slice();
  const putBoth = (at: number, table: Float32Array, to: number): void => {
    put(at, table, to);
    putContext(at, table, to + LINE_FEATURES.length);
  };
  look(model.second, unsure, LINE_FEATURES.length + CONTEXT_FEATURES.length, putBoth, better, SECOND);
  return better;
}

/** Whether the first look is enough. */
export const isSure = (chances: Float32Array, at: number): boolean =>
  isClear(chances, at, SURE) || (chances[at * WIDTH + CUT] as number) >= SURE_CUT;

/** Turns the scores of a row into the chances of a line. */
export function putChances(chances: Float32Array, at: number, scores: Float64Array, row: number): void {
  let sum = 0;
  for (let is = 0; is < WIDTH; is += 1) sum += Math.exp(scores[row * WIDTH + is] as number);
  for (let is = 0; is < WIDTH; is += 1)
    chances[at * WIDTH + is] = rounded(Math.exp(scores[row * WIDTH + is] as number) / sum);
}

/** Lines whose numbers lie in memory at a time. */
const BATCH = 1024;

/** Asks trees about lines. One equal to the one before it is not asked again: tables of data and logs repeat. */
function look(
  forests: readonly Trees[],
  asked: readonly number[],
  width: number,
  put: (line: number, table: Float32Array, to: number) => void,
  chances: Float32Array,
  pauses: Pauses,
): void {
  const table = new Float32Array(Math.min(BATCH, asked.length) * width);
  const matrix = { values: table, row: width, column: 1 };
  const places = new Int32Array(Math.min(BATCH, asked.length));
  for (let start = 0; start < asked.length; start += BATCH) {
    const count = Math.min(BATCH, asked.length - start);
    let rows = 0;
    for (let n = 0; n < count; n += 1) {
      put(asked[start + n] as number, table, rows * width);
      if (rows === 0 || !isSame(table, (rows - 1) * width, rows * width, width)) rows += 1;
      places[n] = rows - 1;
    }
    const found = chancesOf(forests, matrix, rows, pauses);
    for (let n = 0; n < count; n += 1) {
      const row = (places[n] as number) * WIDTH;
      chances.set(found.subarray(row, row + WIDTH), (asked[start + n] as number) * WIDTH);
    }
  }
}

/** The chances of the first `count` rows of a table. */
function chancesOf(forests: readonly Trees[], matrix: Matrix, count: number, { after, clear }: Pauses): Float32Array {
  const all = new Float64Array(count * forests.length);
  const sums = forests.map(({ start }, is) => all.subarray(is * count, (is + 1) * count).fill(start));
  const chances = new Float32Array(count * WIDTH);
  const scores = new Float64Array(WIDTH);
  let rows = new Int32Array(count);
  for (let row = 0; row < count; row += 1) rows[row] = row * matrix.row;
  const waiting = waitingFor(rows);
  const trees = forests[0]?.roots.length ?? 0;
  for (let first = 0; first < trees && rows.length > 0; ) {
    const last = after.find((pause) => pause > first && pause < trees) ?? trees;
    for (let is = 0; is < WIDTH; is += 1)
      addTrees(forests[is] as Trees, first, last, matrix, rows, sums[is] as Float64Array, waiting);
    let left = 0;
    for (const place of rows) {
      const row = place / matrix.row;
      for (let is = 0; is < WIDTH; is += 1) scores[is] = (sums[is] as Float64Array)[row] as number;
      putChances(chances, row, scores, 0);
      if (!isClear(chances, row, clear)) rows[left++] = place;
    }
    rows = rows.subarray(0, left);
    first = last;
  }
  return chances;
}

function isClear(chances: Float32Array, row: number, clear: number): boolean {
  if ((chances[row * WIDTH + CUT] as number) > MAY_BE_CUT) return false;
  for (let is = 0; is < WIDTH; is += 1) if ((chances[row * WIDTH + is] as number) >= clear) return true;
  return false;
}

function isSame(features: Float32Array, one: number, other: number, width: number): boolean {
  for (let at = 0; at < width; at += 1) if (features[one + at] !== features[other + at]) return false;
  return true;
}
