import { expect, test } from 'vitest';
import { isBarred, partedInstead } from '../../src/plain/table/columns/bars.ts';
import { candidatesOf } from '../../src/plain/table/columns/cells.ts';
import type { Solution } from '../../src/plain/table/columns/judge-features.ts';
import { readRow } from '../../src/plain/table/seams/row.ts';

/** Rows with all their cuts likely; those of the solution part its cells. */
function solution(texts: readonly (readonly string[])[], likely = texts): Solution {
  const rows = texts.map((cells) => readRow(cells.join(''), 'glued'));
  const scores = rows.map(({ places }, index) => {
    const cuts = new Set<number>();
    let at = 0;
    for (const cell of likely[index] as readonly string[]) cuts.add((at += cell.length));
    return Float32Array.from(places, (place) => (cuts.has(place) ? 3 : -9));
  });
  const candidates = candidatesOf(rows, scores).rows;
  const columns = (texts[0] as readonly string[]).length;
  const cells = texts.map((row, index) => {
    const edges = (candidates[index] as (typeof candidates)[number]).edges;
    let at = 0;
    return Int32Array.from(row.flatMap((cell) => [edges.indexOf(at), edges.indexOf((at += cell.length))]));
  });
  const none = new Float32Array(texts.length);
  return { texts, columns, cells, candidates, values: none, cellValues: none, cutValues: none, oddity: 0 };
}

const EVENTS = [
  ['Event', 'Source', 'Entry'],
  ['Submit', 'Time entry', 'Journal'],
  ['', 'Time entry', 'Actual'],
  ['Approve', 'Time entry', 'Invoice'],
];

test('cells that end in another row’s whole cell want one column more', () => {
  const parted = solution(EVENTS);
  const merged = solution(
    EVENTS.map(([event, source, entry]) => [`${event}${source}`, entry as string]),
    EVENTS,
  );
  expect(partedInstead(merged, [merged, parted])).toBe(parted);
  expect(partedInstead(parted, [merged, parted])).toBe(undefined);
  expect(partedInstead(merged, [merged])).toBe(undefined);
});

test('a column with nothing under its name gives way to one that has cells', () => {
  const hollow = solution([
    ['Stop', 'Area', 'Date'],
    ['Stop 1', '', ''],
    ['North', '7 May', ''],
  ]);
  const full = solution([
    ['Stop', 'Area', 'Date'],
    ['Stop 1', '', ''],
    ['', 'North', '7 May'],
  ]);
  expect(isBarred(hollow, 0.7, 'glued', [hollow, full])).toBe(true);
  expect(isBarred(full, 0.7, 'glued', [hollow, full])).toBe(false);
  expect(isBarred(hollow, 0.7, 'glued', [hollow])).toBe(false);
});

test('a table has a row of two cells, and a header that blanks part', () => {
  const single = solution([
    ['Prev', 'Next'],
    ['1', ''],
    ['2', ''],
  ]);
  expect(isBarred(single, 0.7, 'glued', [single])).toBe(true);
  const captioned = solution([
    ['Fields', ''],
    ['Name', 'Text'],
    ['Size', 'Number'],
  ]);
  expect(isBarred(captioned, 0.7, 'space', [captioned])).toBe(true);
  expect(isBarred(captioned, 0.8, 'space', [captioned])).toBe(false);
});

test('a name that each line has at the same place is no border between cells, words that differ are', () => {
  const name = [
    ['Harbour', 'Hosting (4/5)'],
    ['Harbour', 'Hosting is a maker of boats'],
  ];
  expect(isBarred(solution(name), 0.95, 'glued', [])).toBe(true);
  const table = [
    ['Maker', 'Rank'],
    ['Harbour Hosting', '4/5'],
    ['Harbour Boats', '3/5'],
  ];
  expect(isBarred(solution(table), 0.95, 'glued', [])).toBe(false);
});

test('labels with their values are a list, not rows that a blank parts', () => {
  const list = [
    ['Fast', 'Facts'],
    ['Cost: Starts at', '$94 a month'],
    ['Sizes: Women:', '0-22'],
    ['Items in a box:', '5 or 10'],
  ];
  expect(isBarred(solution(list), 0.75, 'space', [])).toBe(true);
  const table = [
    ['Day', 'Tide'],
    ['Monday', '06:10'],
    ['Tuesday', '07:02'],
  ];
  expect(isBarred(solution(table), 0.75, 'space', [])).toBe(false);
});

test('names with a dash and what they are stay items', () => {
  const list = [
    ['Corner Shop', '- a site for a village', 'shop'],
    ['Orders', '- how a larger shop takes', 'them'],
    ['Stock', '- counting what is left'],
  ];
  expect(isBarred(solution(list), 0.6, 'space', [])).toBe(true);
});

test('a word that ends each line, the first one too, is no column', () => {
  const shops = solution([
    ['Compact ', 'Cameras'],
    ['Bridge ', 'Cameras'],
    ['Film ', 'Cameras'],
  ]);
  expect(isBarred(shops, 0.8, 'space', [shops])).toBe(true);
});
