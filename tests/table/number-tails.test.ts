import { expect, test } from 'vitest';
import { readBlock } from '../../src/plain/table/seams/block.ts';
import { keepTails } from '../../src/plain/table/seams/number-tails.ts';

/** Rows with bars where the tails of numbers speak for a cut, and underscores where they speak against one. */
function marked(rows: readonly string[]): string[] {
  const block = readBlock(rows, 'glued');
  const scores = block.rows.map(({ places }) => new Float32Array(places.length));
  keepTails(block, scores);
  return block.rows.slice(1).map(({ text, places }, row) =>
    Array.from(text, (character, at) => {
      const score = scores[row + 1]?.[places.indexOf(at)] ?? 0;
      return `${score > 0 ? '|' : score < 0 ? '_' : ''}${character}`;
    }).join(''),
  );
}

test('groups of three figures are whole where all rows have them', () => {
  expect(marked(['NameWeightPrice', 'Gayo200 gRp 68.000', 'Bali250 gRp 75.000', 'Toba500 gRp 1.090.000'])).toEqual([
    'Gayo200 gRp 68._0_0_0',
    'Bali250 gRp 75._0_0_0',
    'Toba500 gRp 1._0_9_0_._0_0_0',
  ]);
});

test('figures behind as many decimals as the other rows have begin a cell', () => {
  const rows = marked(['GünSaatÜcret', 'Salı18.30free', 'Pazar10.00350 TL', 'Cuma17.00free', 'Cumartesi13.15free']);
  expect(rows[1]).toBe('Pazar1_0_._0_0|350 TL');
});

test('where figures before the mark are one or two, they may be another cell', () => {
  expect(marked(['AB', 'x8.30y', 'x10.00350 z', 'x9.00y', 'x7.15y'])[1]).toBe('x10._0_0|350 z');
});

test('numbers of other forms stay as they are', () => {
  const rows = ['AB', 'x1.250y', 'x2.5y', 'x3.75y'];
  expect(marked(rows)).toEqual(rows.slice(1));
});

test('groups of two figures above the thousand are whole, too', () => {
  const rows = marked([
    'BoatLengthPrice',
    'Dingi12 hat18,000 taka',
    'Kosha9 hat11,500 taka',
    'Bajra32 hat2,40,000 taka',
  ]);
  expect(rows[2]).toBe('Bajra32 hat2,_4_0_,_0_0_0 taka');
});
