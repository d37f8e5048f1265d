import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { BLOCK_COLUMNS, FEATURES, FEATURES_HASH } from '../../src/html/features.ts';
import { columnsHash } from '../../src/model/extraction-model.ts';
import { loadExtractionModel } from '../../src/model/load-extraction-model.ts';
import { addTrees, evaluate, evaluateRows, type Matrix, type Trees } from '../../src/model/trees.ts';
import { LINE_FEATURES } from '../../src/plain/line-model/features.ts';
import { readLineModel } from '../../src/plain/line-model/line-model.ts';
import { LINE_TREES } from '../../src/plain/line-model/line-trees.ts';

const { rows, scores } = JSON.parse(readFileSync('fixtures/model/parity.json', 'utf8')) as {
  rows: number[][];
  scores: [number[], number[], number[]];
};
const model = loadExtractionModel();
const table = Float32Array.from(rows.flat());
const width = FEATURES.length;

test('the model was trained on the features that are computed', () => {
  expect(FEATURES_HASH).toBe(columnsHash(FEATURES));
  expect(model.columns).toBe(FEATURES_HASH);
  expect(rows.every((row) => row.length === width)).toBe(true);
});

test.each([
  ['gate', model.gate, BLOCK_COLUMNS],
  ['general', model.general.trees, 0],
  ['articles', model.articles.trees, 0],
] as const)('the trees of %s give what LightGBM gave', (name, trees, offset) => {
  const expected = scores[['gate', 'general', 'articles'].indexOf(name)] ?? [];
  for (const [row, score] of expected.entries()) {
    expect(evaluate(trees, table, row * width + offset)).toBeCloseTo(score, 5);
  }
});

test('rows that the first trees call hopeless are told by these alone, all others by all trees', () => {
  const { trees, hopeful } = model.general;
  const first = { ...trees, roots: trees.roots.subarray(0, hopeful.look) };
  const found = evaluateRows(trees, { values: table, row: width, column: 1 }, rows.length, hopeful);
  const kinds = new Set<boolean>();
  for (const [row, sum] of found.entries()) {
    const early = evaluate(first, table, row * width);
    const isHopeless = early < hopeful.least;
    kinds.add(isHopeless);
    expect(sum).toBe(isHopeless ? hopeful.slope * early + hopeful.base : evaluate(trees, table, row * width));
  }
  expect(kinds.size).toBe(2);
  const none = evaluateRows(trees, { values: table, row: width, column: 1 }, rows.length, {
    ...hopeful,
    least: Infinity,
  });
  expect(none.every((sum) => Number.isFinite(sum))).toBe(true);
});

/** All rows at once against one by one. */
function compare(trees: Trees, matrix: Matrix, values: Float32Array, columns: number): void {
  const found = evaluateRows(trees, matrix, values.length / columns);
  for (const [row, sum] of found.entries()) expect(sum).toBe(evaluate(trees, values, row * columns));
}

test('many rows get the sums to the last bit that each gets alone, row by row or column by column', () => {
  for (const { trees } of [model.general, model.articles]) {
    compare(trees, { values: table, row: width, column: 1 }, table, width);
    const columns = table.map((_, at) => rows[at % rows.length]?.[Math.floor(at / rows.length)] ?? 0);
    compare(trees, { values: columns, row: 1, column: rows.length }, table, width);
    compare(trees, { values: columns, row: 1, column: rows.length, sharedFrom: width }, table, width);
  }
  const lines = Float32Array.from(
    { length: 2500 * LINE_FEATURES.length },
    (_, at) => ((at * 7919) % 113) / (1 + (at % 7)),
  );
  for (const trees of readLineModel(LINE_TREES).first) {
    compare(trees, { values: lines, row: LINE_FEATURES.length, column: 1 }, lines, LINE_FEATURES.length);
  }
});

test('trees added in parts give the rows that are asked to the end their whole sum, and the others none of the rest', () => {
  const { trees } = model.general;
  const matrix = { values: table, row: width, column: 1 };
  const sums = new Float64Array(rows.length).fill(trees.start);
  const half = trees.roots.length >> 1;
  addTrees(
    trees,
    0,
    half,
    matrix,
    Int32Array.from(rows, (_, row) => row * width),
    sums,
  );
  const asked = rows.flatMap((_, row) => (row % 3 === 0 ? [row * width] : []));
  addTrees(trees, half, trees.roots.length, matrix, Int32Array.from(asked), sums);
  const first = { ...trees, roots: trees.roots.subarray(0, half) };
  for (const [row, sum] of sums.entries())
    expect(sum).toBe(evaluate(row % 3 === 0 ? trees : first, table, row * width));
});

test('what all rows share may stand apart', () => {
  const [first = []] = rows;
  const same = Float32Array.from(
    rows.flatMap((row) => [...row.slice(0, BLOCK_COLUMNS), ...first.slice(BLOCK_COLUMNS)]),
  );
  const shared = Float32Array.from(first.slice(BLOCK_COLUMNS));
  const matrix = { values: same, row: width, column: 1, shared, sharedFrom: BLOCK_COLUMNS };
  compare(model.general.trees, matrix, same, width);
});

test('numbers that are none go right, as they do alone', () => {
  const none = new Float32Array(width * 3).fill(Number.NaN);
  compare(model.general.trees, { values: none, row: width, column: 1 }, none, width);
  // Beside numbers, in a table whose bounds are looked at first.
  const some = table.map((value, at) => (at % 3 === 0 ? Number.NaN : value));
  compare(model.general.trees, { values: some, row: width, column: 1, sharedFrom: width }, some, width);
});

test('the model is small', () => {
  expect(readFileSync('src/model/extraction-weights.ts').length * 0.75).toBeLessThan(700_000);
});
