import { expect, test } from 'vitest';
import { candidatesOf } from '../../src/plain/table/columns/cells.ts';
import { assign, type Start, textsOf } from '../../src/plain/table/columns/columns.ts';
import { readRow } from '../../src/plain/table/seams/row.ts';

/** Rows of a table whose true cuts are all likely, put into columns; a blank of `ends` stands at the end of its row. */
function columnsOf(texts: readonly (readonly string[])[], from: Start, ends: readonly string[] = []): string[][] {
  const rows = texts.map((cells, index) => readRow(`${ends[index] ?? ''}${cells.join('')}`, 'glued'));
  const scores = rows.map(({ places }, index) => {
    const cuts = new Set<number>();
    let at = 0;
    for (const cell of (texts[index] as readonly string[]).filter((text) => text !== '')) cuts.add((at += cell.length));
    return Float32Array.from(places, (place) => (cuts.has(place) ? 3 : -9));
  });
  const { rows: candidates, ids } = candidatesOf(rows, scores);
  return textsOf(candidates, assign(candidates, ids, (texts[0] as readonly string[]).length, from));
}

const LINES = [
  ['Line', 'Stop', 'Cars', 'Opens'],
  ['Harbour line', '', '', ''],
  ['', 'Fish market', '4', 'March 2024'],
  ['', 'Old customs house', '4', 'April 2024'],
  ['', 'Lighthouse', '2', 'May 2024'],
  ['Hill line', '', '', ''],
  ['', 'Observatory', '6', 'June 2024'],
  ['', 'Vineyard', '6', 'July 2024'],
];

test('a row without a cut names the rows below it, whose first cells are empty', () => {
  expect(columnsOf(LINES, 'groups')).toEqual(LINES);
});

test('no-break spaces at the start of a row hold cells open', () => {
  const rows = [
    ['Task', 'Kind', 'Hours'],
    ['Roof', 'Wood', '12'],
    ['Door', 'Iron', '3'],
    ['', 'Glass', '4'],
  ];
  expect(columnsOf(rows, 'left', ['', '', '', '\u00a0'])).toEqual(rows);
});
