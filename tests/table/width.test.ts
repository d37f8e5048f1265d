import { expect, test } from 'vitest';
import { type Measure, measuresOf, widthOf } from '../../src/plain/table/forms/width.ts';

const [byCharacters, onTerminal, byWcwidth] = measuresOf(['नाव']) as [Measure, Measure, Measure];

test.each([
  ['plain letters, and such with accents', 'Zürich 12', 9, 9, 9],
  ['a soft hyphen takes no place on a terminal', 'row\u00adboat', 8, 7, 7],
  ['nor does a mark over a letter', 'e\u0301tude', 6, 5, 5],
  ['Han takes two', '灯台 lamp', 7, 9, 9],
  ['a pair of surrogates is one character', '🚣 boat', 6, 6, 6],
  ['a mark that takes space in print takes a place for some', 'नाव', 3, 2, 3],
])('%s', (_, text, characters, terminal, wcwidth) => {
  expect(widthOf(text, byCharacters)).toBe(characters);
  expect(widthOf(text, onTerminal)).toBe(terminal);
  expect(widthOf(text, byWcwidth)).toBe(wcwidth);
});

test('lines are measured in no more ways than may differ for them', () => {
  expect(measuresOf(['lamp', 'Zürich'])).toHaveLength(1);
  expect(measuresOf(['lamp', '灯台'])).toHaveLength(2);
  expect(measuresOf(['lamp', 'नाव'])).toHaveLength(3);
});
