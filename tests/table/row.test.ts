import { expect, test } from 'vitest';
import { readRow } from '../../src/plain/table/seams/row.ts';

test('no cell begins inside a letter made of two', () => {
  const { text, places } = readRow('দৈর্ঘ্যদাম', 'glued');
  expect(Array.from(places, (at) => text[at])).toEqual(['র', 'দ', 'ম']);
});
