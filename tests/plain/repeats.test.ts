import { expect, test } from 'vitest';
import { repeatsOf } from '../../src/plain/line-model/repeats.ts';

test('each line is told how often its like stands in the text, and lines without a key stand alone', () => {
  expect([...repeatsOf(Float64Array.of(7, 0, 9, 7, 0, 7))]).toEqual([3, 1, 1, 3, 1, 3]);
});
