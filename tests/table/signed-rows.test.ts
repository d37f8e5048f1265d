import { expect, test } from 'vitest';
import { signedRows } from '../../src/plain/table/rows/signed-rows.ts';

test('lines that end in as many signs are rows under the line above', () => {
  const run = ['Languages:', 'Interface Sound Text', 'English ✔ ✔ ✔', 'German ✔ ✔ ✔', 'Malay ✔ ✔ ✔', 'See all'];
  expect(signedRows(run)).toEqual([{ start: 2, end: 5 }]);
});

test('one sign a line marks items, and two lines are few', () => {
  expect(signedRows(['Done', 'Oars ✔', 'Lamp ✔', 'Bell ✔'])).toEqual([]);
  expect(signedRows(['Plan Old New', 'Gym ✔ ✔', 'Pool ✗ ✔', 'Prices follow'])).toEqual([]);
});
