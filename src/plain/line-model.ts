/** The learned line model: for each line the chance of everything it can be. */
import { evaluate, readTrees, type Trees } from '../model/trees.ts';
import { LINE_FEATURES, lineFeatures, SENTENCES } from './features.ts';
import type { Line } from './line.ts';

/** What the model can call a line; the order is that of its scores. */
export const CLASSES = ['start', 'continue', 'heading', 'title', 'item', 'cut', 'row'] as const;

export type LineClass = (typeof CLASSES)[number];

/** Trees for each class. */
export type LineModel = readonly Trees[];

/** Takes one base64 text a class. */
export const readLineModel = (packed: readonly string[]): LineModel => packed.map(readTrees);

/** `lines × CLASSES` chances, row by row; each row sums up to 1. Very long lines are sentences unasked. */
export function lineChances(model: LineModel, lines: readonly Line[], isRow: (line: number) => boolean): Float64Array {
  const features = lineFeatures(lines, isRow);
  const chances = new Float64Array(lines.length * CLASSES.length);
  for (const [line, { raw, marker }] of lines.entries()) {
    const to = line * CLASSES.length;
    if (raw.length > SENTENCES) {
      chances[to + CLASSES.indexOf(marker === undefined ? 'start' : 'item')] = 1;
      continue;
    }
    let sum = 0;
    for (const [at, trees] of model.entries()) {
      const power = Math.exp(evaluate(trees, features, line * LINE_FEATURES.length));
      chances[to + at] = power;
      sum += power;
    }
    for (let at = 0; at < CLASSES.length; at += 1) chances[to + at] = (chances[to + at] as number) / sum;
  }
  return chances;
}
