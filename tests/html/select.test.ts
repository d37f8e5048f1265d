import { expect, test } from 'vitest';
import { select } from '../../src/html/select.ts';

const choose = (blocks: readonly (readonly [probability: number, words: number, text: string])[], recall?: number) =>
  select(
    Float64Array.from(blocks, ([probability]) => probability),
    blocks.map(([, words]) => words),
    blocks.map(([, , text]) => text),
    recall,
  );

test('the choice with the highest expected F1 keeps what is likely, not what is above a half', () => {
  const { keep, expected } = choose([
    [0.9, 100, 'a'],
    [0.45, 100, 'b'],
    [0.1, 100, 'c'],
  ]);
  // 0.9 alone: 180 / 245; with 0.45: 270 / 345; with all: 290 / 445.
  expect([...keep]).toEqual([1, 1, 0]);
  expect(expected).toBeCloseTo(270 / 345);
});

test('where recall weighs less, fewer are kept; what is expected of them is still F1', () => {
  const { keep, expected } = choose(
    [
      [0.9, 100, 'a'],
      [0.45, 100, 'b'],
    ],
    0.5,
  );
  // 0.9 alone: 1.5 x 90 / (100 + 0.5 x 135); both: 1.5 x 135 / (200 + 0.5 x 135).
  expect([...keep]).toEqual([1, 0]);
  expect(expected).toBeCloseTo(180 / 235);
});

test('of long equal texts the likeliest stays, short ones repeat by right', () => {
  const { keep, copies } = choose([
    [0.8, 20, 'twice'],
    [0.9, 20, 'twice'],
    [0.9, 2, 'No'],
    [0.9, 2, 'No'],
  ]);
  expect([...keep]).toEqual([0, 1, 1, 1]);
  expect([...copies]).toEqual([1, 0, 0, 0]);
});

test('where nothing is expected nothing is kept', () => {
  expect([...choose([[0.05, 100, 'a']]).keep]).toEqual([0]);
});
