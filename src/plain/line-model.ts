/** The learned line model: for each line the chance of everything it can be. */
import { evaluateRows, readTrees, type Trees } from '../model/trees.ts';
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
  for (let at = 0; at < LINE_FEATURES.length; at += 1) if (features[one + at] !== features[other + at]) return false;
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
  const offsets: number[] = [];
  const places = asked.map((line) => {
    const offset = line * LINE_FEATURES.length;
    if (offsets.length === 0 || !isSameRow(features, offsets.at(-1) as number, offset)) offsets.push(offset);
    return offsets.length - 1;
  });
  const scores = model.map((trees) => evaluateRows(trees, features, Int32Array.from(offsets)));
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
