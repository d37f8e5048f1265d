/** The learned line model: for each line the chance of everything it can be. */
import { readTrees } from '../model/packed-trees.ts';
import { evaluateRows, type Trees } from '../model/trees.ts';
import { LINE_FEATURES, lineFeatures, SENTENCES } from './features.ts';
import type { Line } from './line.ts';

/** What the model can call a line; the order is that of its scores. */
export const CLASSES = ['start', 'continue', 'heading', 'title', 'item', 'cut', 'row'] as const;

export type LineClass = (typeof CLASSES)[number];

/** Trees for each class. */
export type LineModel = readonly Trees[];

/** Takes one base64 text a class. */
export const readLineModel = (packed: readonly string[]): LineModel => packed.map(readTrees);

function isSameRow(features: Float32Array, one: number, other: number): boolean {
  const width = LINE_FEATURES.length;
  for (let at = 0; at < width; at += 1) {
    if (features[one * width + at] !== features[other * width + at]) return false;
  }
  return true;
}

/** `lines × CLASSES` chances, row by row; each row sums up to 1. Very long lines are sentences unasked. */
export function lineChances(model: LineModel, lines: readonly Line[], isRow: (line: number) => boolean): Float64Array {
  const features = lineFeatures(lines, isRow);
  const chances = new Float64Array(lines.length * CLASSES.length);
  const asked: number[] = [];
  for (const [line, { raw, marker }] of lines.entries()) {
    if (raw.length <= SENTENCES) asked.push(line);
    else chances[line * CLASSES.length + CLASSES.indexOf(marker === undefined ? 'start' : 'item')] = 1;
  }
  // Tables of data and logs repeat: a line that is to the model as the one before it is not asked again.
  const rows: number[] = [];
  const places = asked.map((line) => {
    if (rows.length === 0 || !isSameRow(features, rows.at(-1) as number, line)) rows.push(line);
    return rows.length - 1;
  });
  const matrix = { values: features, row: LINE_FEATURES.length, column: 1 };
  const scores = model.map((trees) => evaluateRows(trees, matrix, Int32Array.from(rows)));
  for (const [rank, line] of asked.entries()) {
    const at = places[rank] as number;
    const to = line * CLASSES.length;
    let sum = 0;
    for (let is = 0; is < CLASSES.length; is += 1) {
      const power = Math.exp(scores[is]?.[at] as number);
      chances[to + is] = power;
      sum += power;
    }
    for (let is = 0; is < CLASSES.length; is += 1) chances[to + is] = (chances[to + is] as number) / sum;
  }
  return chances;
}
