import { expect, test } from 'vitest';
import { oddityOf } from '../../src/plain/table/columns/odd-cells.ts';

test('figures as cells have them are not odd', () => {
  for (const cell of [
    '54 990 ₽',
    '12,345.67',
    '4,6',
    '0.9',
    '1966',
    '08:30–17:00',
    '5–18',
    '$5–$9',
    '−3.4%',
    'v2.3.1',
    '007',
  ])
    expect([cell, oddityOf(cell)]).toEqual([cell, 0]);
});

test('two numbers taken for one are odd, and halves of one', () => {
  for (const cell of ['€', '60,6124', '66018:35', '9727.8%', '€78.0%', '20221–25', '✓55 853', '++1,6', '55–29'])
    expect([cell, oddityOf(cell) > 0]).toEqual([cell, true]);
});

test('the right parts of figures that run together are less odd than others', () => {
  const sum = (...cells: string[]) => cells.reduce((all, cell) => all + oddityOf(cell), 0);
  expect(sum('60,612', '44,8 %')).toBeLessThan(sum('60,6124', '4,8 %'));
  expect(sum('70 660', '18:35')).toBeLessThan(sum('70 66018:35'));
  expect(sum('95.237', '7–27')).toBeLessThan(sum('95.23', '77–27'));
});

test('text is never odd', () => {
  expect(oddityOf('From 1,23456 to 99:999 and €5 €6, as they say')).toBe(0);
});
