/** The learned line model: for each line the chance of everything it can be. A quick look at all, a second one at the unsure. */
import { readTrees } from '../model/packed-trees.ts';
import { evaluateRows, type Trees } from '../model/trees.ts';
import { CONTEXT_FEATURES, contextFeatures, rounded } from './context.ts';
import { LINE_FEATURES, lineFeatures } from './features.ts';
import type { Line } from './line.ts';
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

/** Lines that the first look is so sure of get no second one. */
export const SURE = 0.97;

const WIDTH = CLASSES.length;

/** `lines × CLASSES` chances, row by row; each row sums up to 1. Lines that form alone settles are not asked about. */
export function lineChances(model: LineModel, lines: readonly Line[], isRow: (line: number) => boolean): Float32Array {
  const { layout, put } = lineFeatures(lines, isRow);
  const settled = settledClasses(lines, isRow);
  const chances = settledChances(settled);
  const asked: number[] = [];
  for (let at = 0; at < lines.length; at += 1) if (settled[at] === -1) asked.push(at);
  look(model.first, asked, LINE_FEATURES.length, put, chances);
  const unsure = asked.filter((at) => !isSure(chances, at));
  if (unsure.length === 0) return chances;
  // The second look reads the chances of the first one, so it writes elsewhere.
  const putContext = contextFeatures(chances, layout);
  const better = chances.slice();
  const putBoth = (at: number, table: Float32Array, to: number): void => {
    put(at, table, to);
    putContext(at, table, to + LINE_FEATURES.length);
  };
  look(model.second, unsure, LINE_FEATURES.length + CONTEXT_FEATURES.length, putBoth, better);
  return better;
}

export function isSure(chances: Float32Array, at: number): boolean {
  for (let is = 0; is < WIDTH; is += 1) if ((chances[at * WIDTH + is] as number) >= SURE) return true;
  return false;
}

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
): void {
  const table = new Float32Array(Math.min(BATCH, asked.length) * width);
  const places = new Int32Array(BATCH);
  const scores = new Float64Array(BATCH * WIDTH);
  for (let start = 0; start < asked.length; start += BATCH) {
    const count = Math.min(BATCH, asked.length - start);
    let rows = 0;
    for (let n = 0; n < count; n += 1) {
      put(asked[start + n] as number, table, rows * width);
      if (rows === 0 || !isSame(table, (rows - 1) * width, rows * width, width)) rows += 1;
      places[n] = rows - 1;
    }
    for (const [is, forest] of forests.entries()) {
      const sums = evaluateRows(forest, { values: table, row: width, column: 1 }, rows);
      for (let row = 0; row < rows; row += 1) scores[row * WIDTH + is] = sums[row] as number;
    }
    for (let n = 0; n < count; n += 1) putChances(chances, asked[start + n] as number, scores, places[n] as number);
  }
}

function isSame(features: Float32Array, one: number, other: number, width: number): boolean {
  for (let at = 0; at < width; at += 1) if (features[one + at] !== features[other + at]) return false;
  return true;
}
