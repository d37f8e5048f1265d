import { expect, test } from 'vitest';
import { partsOf } from '../../src/plain/table/repeated-header.ts';

const table = (rows: string[][]) => ({ start: 4, end: 4 + rows.length, rows, header: true, by: 'x', confidence: 0.8 });
const header = ['Town', 'Votes'];

test('a table ends where its header comes again', () => {
  const parts = partsOf(table([header, ['Oslo', '120'], ['Bergen', '98'], header, ['Turku', '7']]));
  expect(parts.map(({ start, end, rows }) => [start, end, rows.length])).toEqual([
    [4, 7, 3],
    [7, 9, 2],
  ]);
});

test('rows that are alike make no tables of one line', () => {
  const twice = table([header, header, ['Oslo', '120']]);
  expect(partsOf(twice)).toEqual([twice]);
});
