import { expect, test } from 'vitest';
import { classReader } from '../../src/plain/table/characters.ts';
import { readRow } from '../../src/plain/table/row.ts';
import { PAIR_FEATURES, putPairs, tokensOf, wordPairsOf } from '../../src/plain/table/word-pairs.ts';

const classOf = classReader();
const read = (lines: readonly string[]) => lines.map((line) => readRow(line, 'space', classOf));

/** What is said of the blank before each token but the first of a row. */
function features(prose: readonly string[], rows: readonly string[], row: number, at: number): Record<string, number> {
  const block = read(rows);
  const values: number[] = [];
  const tokens = tokensOf(block[row] as (typeof block)[number]);
  putPairs((value) => values.push(value), wordPairsOf(read(prose), false), wordPairsOf(block, true), tokens, at);
  return Object.fromEntries(PAIR_FEATURES.map((name, index) => [name, values[index] as number]));
}

const ROWS = ['Dev Contoso US Hour 200', 'Lead Contoso US Hour 112', 'Dev Contoso India Day 90'];

test('words that stand together in other rows are told from words that change', () => {
  const within = features([], ROWS, 0, 2);
  const before = features([], ROWS, 1, 1);
  expect(within.rowsPair).toBe(1);
  expect(before.rowsPair).toBe(0);
  // Contoso comes after two words and before two in three rows.
  expect(before.rowsRightBefore).toBeCloseTo(2 / 3);
  expect(within.rowsLeftBehind).toBeCloseTo(2 / 3);
});

test('a stop between two words is no pair of them', () => {
  const prose = ['Ask Contoso. US teams may.', 'Contoso US is big.'];
  expect(features(prose, ROWS, 0, 2).docPair).toBe(1);
  expect(features(prose, ROWS, 0, 2).docWordTimesLeft).toBeCloseTo(Math.log2(3));
});
