import { expect, test } from 'vitest';
import { habitsOf } from '../../src/plain/table/seams/habits.ts';
import { readRow } from '../../src/plain/table/seams/row.ts';
import { placesBetweenWords } from '../../src/plain/table/seams/whole-words.ts';

/** The row with a mark at each place that may be cut. */
function marked(text: string, document: readonly string[]): string {
  const row = readRow(text, 'glued');
  const places = new Set(placesBetweenWords(row, habitsOf(document), undefined));
  return Array.from(text, (letter, at) => (places.has(at) ? `|${letter}` : letter)).join('');
}

test('no cell ends inside a word that the document says twice', () => {
  const document = ['The pier is old.', 'A pier has lamps.'];
  expect(marked('Pier piers', document)).toBe('Pier p|i|e|r|s');
  expect(marked('pierPier 4pier', document)).toBe('p|i|e|r|P|i|e|r 4|p|i|e|r');
});

test('a word that the document says once may be two cells', () => {
  expect(marked('pier', ['The pier is old.'])).toBe('p|i|e|r');
});
