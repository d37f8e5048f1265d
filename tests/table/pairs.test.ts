import { expect, test } from 'vitest';
import { readBlock } from '../../src/plain/table/seams/block.ts';
import { keepPairs } from '../../src/plain/table/seams/pairs.ts';

test('words that stand together twice in a row, and never apart, are one cell', () => {
  const rows = ['Level Dirty Phantom', 'Committed Not possible Possible', 'Serial Not possible Not possible'];
  const block = readBlock(rows, 'space');
  const scores = block.rows.map(({ places }) => new Float32Array(places.length));
  keepPairs(block, scores);
  expect([...(scores[1] as Float32Array)]).toEqual([0, -8, 0]);
  expect([...(scores[2] as Float32Array)]).toEqual([0, -8, 2, -8]);
});
