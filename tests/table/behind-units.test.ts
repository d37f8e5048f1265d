import { expect, test } from 'vitest';
import { partBehindUnits } from '../../src/plain/table/seams/behind-units.ts';
import { readBlock } from '../../src/plain/table/seams/block.ts';
import { wordsOf } from '../../src/plain/table/seams/row.ts';

/** The words that a cell begins with behind a unit. */
function begun(lines: string[]): string[] {
  const { rows, ...block } = readBlock(lines, 'space');
  const scores = rows.map(({ places }) => new Float32Array(places.length).fill(-1));
  partBehindUnits({ rows, ...block }, scores);
  return rows.flatMap((row, at) => wordsOf(row).filter((_, word) => (scores[at]?.[word - 1] ?? 0) > 0));
}

test('a cell begins behind a number with the sign of its unit', () => {
  expect(begun(['Malzeme Miktar Not', 'Un 500 g elenmiş', 'Ilık su 300 ml', 'Tereyağı 1,5 kg oda ısısında'])).toEqual([
    'elenmiş',
    'oda',
  ]);
});

test('an amount of what follows is no cell', () => {
  expect(begun(['For the dough', '500 g flour', '300 ml water', '10 g salt'])).toEqual([]);
});
