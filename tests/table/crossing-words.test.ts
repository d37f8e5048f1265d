import { expect, test } from 'vitest';
import { CROSSING_FEATURES, crossingWords, putCrossing } from '../../src/plain/table/seams/crossing-words.ts';
import { habitsOf } from '../../src/plain/table/seams/habits.ts';
import { readRow } from '../../src/plain/table/seams/row.ts';

const HABITS = habitsOf(['The income of the port rose. Taxes on income stay as they are.']);

/** Lengths of the document's words that the mark would cut: from the start of its letters, and from their end. */
function crossed(marked: string): (number | undefined)[] {
  const place = marked.indexOf('^');
  const row = readRow(marked.replace('^', ''), 'glued');
  const out = new Float32Array(CROSSING_FEATURES.length);
  putCrossing(crossingWords(row, undefined, HABITS), row, place, out, 0);
  return [out[1], out[3]];
}

test('a word of the document that begins or ends a run of letters would be cut', () => {
  expect(crossed('tax on inc^omerises')).toEqual([6, 0]);
  expect(crossed('risesinc^ome tax')).toEqual([0, 6]);
});

test('at its end no word is cut', () => {
  expect(crossed('tax on income^rises')).toEqual([0, 0]);
  expect(crossed('rises^income tax')).toEqual([0, 0]);
});

test('where a blank or a figure stands there is no word to cut', () => {
  expect(crossed('tax 12^income')).toEqual([0, 0]);
});
