import { expect, test } from 'vitest';
import { readBlock } from '../../src/plain/table/seams/block.ts';
import { keepLastUnit, lastUnitOf } from '../../src/plain/table/seams/last-unit.ts';

test('a line ends in a unit that stands behind other numbers, too', () => {
  const line = '다도10:00사랑채15,000원한지 공예13:30공방20,000원떡 만들기15:00부엌18,000원';
  expect(lastUnitOf([line])).toBe('원');
  const block = readBlock([line], 'glued');
  const [scores] = [block.rows.map(({ places }) => new Float32Array(places.length))];
  keepLastUnit(block, scores);
  const cut = [...(block.rows[0]?.places ?? [])].filter((_, at) => (scores[0]?.[at] ?? 0) > 0);
  expect(cut.map((at) => line.slice(at, at + 2))).toEqual(['한지', '떡 ']);
});

test('a number that ends a line, or a word behind one number, tells of no unit', () => {
  expect(lastUnitOf(['OsloAnne Lae120BergenMarit War98'])).toBeUndefined();
  expect(lastUnitOf(['Ferry12 minutesBus5 stopsWalk3 miles'])).toBeUndefined();
});
