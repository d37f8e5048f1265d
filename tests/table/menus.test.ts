import { expect, test } from 'vitest';
import { isMenu } from '../../src/plain/table/columns/menus.ts';

test('names in columns that are all alike are a menu', () => {
  expect(
    isMenu([
      ['Blog', 'Careers'],
      ['Support', 'Contact'],
      ['Site map', 'Imprint'],
    ]),
  ).toBe(true);
});

test('figures, sentences, answers said again and longer cells in one column are none', () => {
  expect(
    isMenu([
      ['Stop', 'Leaves'],
      ['Mill', '11:40'],
      ['Harbour', '17:30'],
    ]),
  ).toBe(false);
  expect(
    isMenu([
      ['Stop', 'Open'],
      ['Mill', 'yes'],
      ['Harbour', 'yes'],
      ['Tower', 'yes'],
    ]),
  ).toBe(false);
  expect(
    isMenu([
      ['Key', 'Use'],
      ['New', 'Alt + n'],
      ['Copy', 'Alt + c'],
    ]),
  ).toBe(false);
  expect(
    isMenu([
      ['Stop', 'Way'],
      ['Mill', 'Over the old bridge'],
      ['Pier', 'Along the water'],
      ['Inn', 'Left of the church'],
    ]),
  ).toBe(false);
});
