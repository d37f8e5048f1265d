import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FEATURES, PAGE_FEATURES } from '../../src/html/features.ts';
import { columnsHash } from '../../src/model/extraction-model.ts';
import { loadExtractionModel } from '../../src/model/load-extraction-model.ts';

const { rows, scores } = JSON.parse(readFileSync('fixtures/model/parity.json', 'utf8')) as {
  rows: number[][];
  scores: [number[], number[], number[]];
};
const model = loadExtractionModel();
const table = Float32Array.from(rows.flat());

test('the model was trained on the features that are computed', () => {
  expect(model.columns).toBe(columnsHash(FEATURES));
  expect(rows.every((row) => row.length === FEATURES.length)).toBe(true);
});

test.each([
  ['gate', FEATURES.length - PAGE_FEATURES.length],
  ['general', 0],
  ['articles', 0],
] as const)('the trees of %s give what LightGBM gave', (name, offset) => {
  const found = model[name].score(table, rows.length, FEATURES.length, offset);
  const expected = scores[['gate', 'general', 'articles'].indexOf(name)] ?? [];
  for (const [row, score] of expected.entries()) expect(found[row]).toBeCloseTo(score, 5);
});

test('the model is small', () => {
  expect(readFileSync('src/model/extraction-weights.ts').length * 0.75).toBeLessThan(700_000);
});
