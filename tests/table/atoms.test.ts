import { expect, test } from 'vitest';
import { respectAtoms, respectLists } from '../../src/plain/table/seams/atoms.ts';
import { readRow } from '../../src/plain/table/seams/row.ts';

/** Where a row is cut if nothing but atoms speaks for it. */
function cuts(text: string): string[] {
  const row = readRow(text, 'glued');
  const scores = new Float32Array(row.places.length).fill(-1);
  respectAtoms(row, 'glued', scores);
  const at = [0, ...row.places.filter((_, place) => (scores[place] as number) > 0), text.length];
  return at.slice(1).map((end, index) => text.slice(at[index], end));
}

test('no cell ends inside a time, a date or a share', () => {
  expect(cuts('7:108:05')).toEqual(['7:10', '8:05']);
  expect(cuts('12.05.2025340')).toEqual(['12.05.2025', '340']);
  expect(cuts('50%20%0%')).toEqual(['50%', '20%', '0%']);
});

test('no cell ends inside an amount, where blanks part no cells', () => {
  expect(cuts('23 %54 990 €4,6')).toEqual(['23 %', '54 990 €', '4,6']);
  expect(cuts('7,5\u00a0%15\u202f990\u00a0₽3')).toEqual(['7,5\u00a0%', '15\u202f990\u00a0₽', '3']);
});

test('units belong to their number, and a figure behind one begins a cell', () => {
  expect(cuts('18,2 °C30,4 °C')).toEqual(['18,2 °C', '30,4 °C']);
  expect(cuts('14.7km6')).toEqual(['14.7km', '6']);
  expect(cuts('3.10.78.8TBD')).toEqual(['3.10.78.8TBD']);
});

test('figures behind a year are no month, and names of pictures are whole', () => {
  expect(cuts('1968年480円')).toEqual(['1968年', '480円']);
  expect(cuts('1968年4月')).toEqual(['1968年4月']);
  expect(cuts('Name:check_mark::cross:')).toEqual(['Name', ':check_mark:', ':cross:']);
  expect(cuts('12:30:45')).toEqual(['12:30:45']);
});

test('spans of time, abbreviated units and amounts behind words are whole', () => {
  expect(cuts('07.00–09.0013.30–17.00')).toEqual(['07.00–09.00', '13.30–17.00']);
  expect(cuts('Mo–12.00–17.30')).toEqual(['Mo', '–', '12.00–17.30']);
  expect(cuts('7.5 ק"מ3')).toEqual(['7.5 ק"מ', '3']);
  expect(cuts('Gezinskaart€ 14,00')).toEqual(['Gezinskaart', '€ 14,00']);
  expect(cuts('US$ 14')).toEqual(['US$ 14']);
});

test('a unit ends before a word that begins large, and a Hebrew one with its last letter', () => {
  expect(cuts('12 ש"חמשק כהן')).toEqual(['12 ש"ח', 'משק כהן']);
  expect(cuts('7 hPa')).toEqual(['7 hPa']);
});

test('no number begins with two noughts, but a time does', () => {
  const row = readRow('04:402500 rupees', 'glued');
  const scores = new Float32Array(row.places.length);
  respectAtoms(row, 'glued', scores);
  expect(scores[row.places.indexOf(7)]).toBeLessThan(0);
  expect(cuts('23:1500:30')).toEqual(['23:15', '00:30']);
});

test('figures before a year are no part of it', () => {
  expect(cuts('22029년')).toEqual(['2', '2029년']);
});

test('where the sign stands before the figure nothing is known of it', () => {
  expect(cuts('%50%20')).toEqual(['%50%20']);
});

test('a figure behind a date and a blank is the next cell, a time is not', () => {
  const asked = (text: string): number[] => {
    const row = readRow(text, 'space');
    const scores = new Float32Array(row.places.length).fill(-1);
    respectAtoms(row, 'space', scores);
    return Array.from(row.places.filter((_, place) => (scores[place] as number) > 0));
  };
  expect(asked('Flight 10/1/2020 4 400')).toEqual([17]);
  expect(asked('Flight 10/1/2020 8:30')).toEqual([]);
});

test('the mark of a list begins a cell where it follows a letter', () => {
  const marked = (text: string): number[] => {
    const row = readRow(text, 'glued');
    const scores = new Float32Array(row.places.length).fill(-1);
    respectLists(row, scores);
    return Array.from(row.places.filter((_, place) => (scores[place] as number) > 0));
  };
  expect(marked('Role• Basics• Prices')).toEqual([4, 12]);
  expect(marked('Role- Basics 2019- 2020 well-known')).toEqual([4]);
});
