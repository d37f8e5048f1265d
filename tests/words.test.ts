import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countWords } from '../src/words.ts';

test('words are runs of letters, marks and digits in spaced scripts', () => {
  expect(countWords("l'été — “déjà” vu, 3½ ﬁns… x²")).toBe(7);
  expect(countWords('Это не сон')).toBe(3);
  const character = fc.integer({ min: 0, max: 0x7ff }).map((code) => String.fromCharCode(code));
  const spaced = fc.array(fc.oneof(character, fc.constantFrom('’', '…', ' ', '\u2070', 'ж')), { maxLength: 30 });
  fc.assert(
    fc.property(spaced, (characters) => {
      const text = characters.join('');
      expect(countWords(text)).toBe(text.match(/[\p{L}\p{M}\p{N}]+/gu)?.length ?? 0);
    }),
    { numRuns: 2000 },
  );
});

test('two letters of a script without spaces count as one word', () => {
  expect(countWords('東京の朝')).toBe(2);
  expect(countWords('東京 Tokyo')).toBe(2);
});
