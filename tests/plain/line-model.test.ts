import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { evaluate } from '../../src/model/trees.ts';
import { CONTEXT_FEATURES } from '../../src/plain/line-model/context.ts';
import { LINE_FEATURES } from '../../src/plain/line-model/features.ts';
import { CLASSES } from '../../src/plain/line-model/line-class.ts';
import { readLineModel } from '../../src/plain/line-model/line-model.ts';
import { LINE_TREES } from '../../src/plain/line-model/line-trees.ts';

const saved = JSON.parse(readFileSync('fixtures/model/lines.json', 'utf8')) as Record<
  'first' | 'second',
  { rows: number[][]; scores: number[][] }
>;

test.each([
  ['first', LINE_FEATURES.length] as const,
  ['second', LINE_FEATURES.length + CONTEXT_FEATURES.length] as const,
])('the trees of the %s look score saved rows as the program that trained them did', (look, width) => {
  const forests = readLineModel(LINE_TREES)[look];
  expect(forests.length).toBe(CLASSES.length);
  for (const [at, row] of saved[look].rows.entries()) {
    expect(row.length).toBe(width);
    const values = Float32Array.from(row);
    for (const [is, trees] of forests.entries())
      expect(evaluate(trees, values)).toBeCloseTo(saved[look].scores[at]?.[is] ?? Number.NaN, 4);
  }
});
