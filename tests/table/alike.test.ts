import { expect, test } from 'vitest';
import { runsAlike } from '../../src/plain/table/rows/alike.ts';

const LINES = [
  'RoomSeats',
  'Attic8',
  'Hall24',
  '',
  'Below is the annexe.',
  '',
  'RoomSeats',
  'Cellar6',
  '',
  'RoomSeats',
];

test('runs of lines under the same header are one table with all their rows', () => {
  const alikes = runsAlike(LINES, 10);
  expect([...alikes.keys()]).toEqual([0, 6]);
  expect(alikes.get(0)).toBe(alikes.get(6));
  expect(alikes.get(0)?.rows).toEqual(['RoomSeats', 'Attic8', 'Hall24', 'Cellar6']);
  expect([...(alikes.get(0)?.bodies ?? [])]).toEqual([
    [0, 1],
    [6, 3],
  ]);
});

test('no more rows than may be read together, and no header without a second run', () => {
  expect(runsAlike(LINES, 3).size).toBe(0);
  expect(runsAlike(LINES.slice(0, 5), 10).size).toBe(0);
});
