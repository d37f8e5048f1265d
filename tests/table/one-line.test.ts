import { expect, test } from 'vitest';
import { rowSplits } from '../../src/plain/table/rows/one-line.ts';
import { readBlock } from '../../src/plain/table/seams/block.ts';
import type { Row } from '../../src/plain/table/seams/row.ts';

const BODY = [
  ['Oslo', 'Anne Lae', 'She was chosen in the spring.'],
  ['Bergen', 'Marit War', 'She won by a few votes.'],
  ['Tromsø', 'Per Lund', 'He has held the office for long.'],
  ['Hamar', 'Kari Moe', 'She is the first one here.'],
];

/** Each border between two cells scores as a sure cut, but those within the first row. */
function splitsOf(header: readonly string[], body: readonly (readonly string[])[]): string[][] {
  const line = [header, ...body].flat().join('');
  const row = readBlock([line], 'glued').rows[0] as Row;
  const sure = new Set<number>();
  let at = header.join('').length;
  for (const cell of body.flat()) {
    sure.add(at);
    at += cell.length;
  }
  return rowSplits(
    row,
    Float32Array.from(row.places, (place) => (sure.has(place) ? 3 : -3)),
  );
}

test('rows begin where their columns do, though no word of the header is parted', () => {
  expect(splitsOf(['town', 'mayor', 'notes'], BODY)[0]).toEqual([
    'townmayornotes',
    ...BODY.map((cells) => cells.join('')),
  ]);
});

test('sentences stand in the last column, though the last row lacks its own', () => {
  const ragged = [...BODY, ['Moss', 'Liv Dahl']];
  expect(splitsOf(['town', 'mayor', 'notes'], ragged)[0]).toEqual([
    'townmayornotes',
    ...ragged.map((cells) => cells.join('')),
  ]);
});
