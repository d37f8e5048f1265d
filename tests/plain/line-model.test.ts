import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { evaluate } from '../../src/model/trees.ts';
import { LINE_FEATURES } from '../../src/plain/features.ts';
import { CLASSES, readLineModel } from '../../src/plain/line-model.ts';
import { LINE_TREES } from '../../src/plain/line-trees.ts';

test('the trees score saved rows as the program that trained them did', () => {
  const { rows, scores } = JSON.parse(readFileSync('fixtures/model/lines.json', 'utf8')) as Record<string, number[][]>;
  const model = readLineModel(LINE_TREES);
  expect(model.length).toBe(CLASSES.length);
  for (const [at, row] of (rows ?? []).entries()) {
    expect(row.length).toBe(LINE_FEATURES.length);
    const values = Float32Array.from(row);
    for (const [is, trees] of model.entries())
      expect(evaluate(trees, values)).toBeCloseTo(scores?.[at]?.[is] ?? Number.NaN, 4);
  }
});
