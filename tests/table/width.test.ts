import { expect, test } from 'vitest';
import { MEASURES, type Measure, widthOf } from '../../src/plain/table/forms/width.ts';

const [byCharacters, onTerminal] = MEASURES as [Measure, Measure];

test.each([
  ['plain letters, and such with accents', 'Zürich 12', 9, 9],
  ['a soft hyphen takes no place on a terminal', 'row\u00adboat', 8, 7],
  ['nor does a mark over a letter', 'e\u0301tude', 6, 5],
  ['Han takes two', '灯台 lamp', 7, 9],
  ['a pair of surrogates is one character', '🚣 boat', 6, 6],
])('%s', (_, text, characters, terminal) => {
  expect(widthOf(text, byCharacters)).toBe(characters);
  expect(widthOf(text, onTerminal)).toBe(terminal);
});
