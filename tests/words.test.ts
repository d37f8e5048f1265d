import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countWords, wordsIn } from '../src/words.ts';

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

test('characters of all scripts count as the classes of Unicode say', () => {
  const unspaced =
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;
  const wordsOf = (word: string): number => Math.max(1, Math.ceil((word.match(unspaced)?.length ?? 0) / 2));
  const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
  const character = fc.constantFrom(
    '東',
    'の',
    'ก',
    'a',
    'ж',
    'ह',
    '한',
    '𠮷',
    '𝒳',
    '😀',
    '→',
    '€',
    ' ',
    '\ud83d',
    '\udc00',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(unit, character), { maxLength: 30 }), (characters) => {
      const text = characters.join('');
      const words = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
      expect(wordsIn(text)).toEqual([...words]);
      expect(countWords(text)).toBe(words.reduce((sum, word) => sum + wordsOf(word), 0));
    }),
    { numRuns: 3000 },
  );
});
