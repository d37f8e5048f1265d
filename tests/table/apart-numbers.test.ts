import { expect, test } from 'vitest';
import { partApart } from '../../src/plain/table/seams/apart-numbers.ts';
import { readBlock } from '../../src/plain/table/seams/block.ts';

/** Rows with bars where numbers side by side are parted. */
function parted(rows: readonly string[]): string[] {
  const block = readBlock(rows, 'space');
  const scores = block.rows.map(({ places }) => new Float32Array(places.length));
  partApart(block, scores);
  return block.rows.map(({ text, places }, row) => {
    const cuts = new Set([...places].filter((_, at) => (scores[row]?.[at] ?? 0) > 0));
    return Array.from(text, (character, at) => (cuts.has(at) ? `|${character}` : character)).join('');
  });
}

test('numbers side by side are cells where all rows have as many', () => {
  expect(parted(['Pos Club PJ G Puntos', '1 Peón Pasado 6 5 11', '2 Torre Alta 6 5 10', '3 Dama 6 3 8'])).toEqual([
    'Pos Club PJ G Puntos',
    '1 Peón Pasado 6 |5 |11',
    '2 Torre Alta 6 |5 |10',
    '3 Dama 6 |3 |8',
  ]);
});

test('groups of thousands, telephone numbers and days with their times stay whole', () => {
  for (const rows of [
    ['Post Pris', 'Hyra 1 240', 'Mat 2 150', 'Buss 3 395'],
    ['Chi Numero', 'Guide 0342 451150', 'Meteo 0341 285790', 'Rifugio 0342 703003'],
    ['Wer Wann', 'Anna 2024-05-01 10:15', 'Jan 2024-05-02 11:40', 'Kai 2024-05-04 09:20'],
    ['Ort Zahl', 'Oslo 5 7', 'Voss 3', 'Bergen 2 9 4'],
  ])
    expect(parted(rows)).toEqual(rows);
});

test('thousands parted by a blank are whole where other rows have fewer numbers', () => {
  expect(parted(['Bird Before Now', 'Tit 1 204 1 388', 'Sparrow 976 811', 'Jay 143 150'])[1]).toBe('Tit 1 204 |1 388');
});
