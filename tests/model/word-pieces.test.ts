import { expect, test } from 'vitest';
import { noWords, numberOf } from '../../src/model/word-numbers.ts';
import { countPieces, piecesOf } from '../../src/model/word-pieces.ts';

test.each([
  'The boat, the oar and THE boat’s keel.',
  '船が 出る。かな カナ 漢字ab',
  'ไปเรือ กับ ២ ខ្មែរ',
  'xa\u0301 𝐀𝐁 𠀀𠀁a 💡 \ud800z \udc00',
  '',
])('the words of %j are counted without cutting them out', (text) => {
  const pieces = piecesOf(text);
  const numbers = noWords();
  const counts = new Int32Array(pieces.length);
  for (const piece of pieces) numberOf(numbers, piece);
  expect(countPieces(text, numbers, counts)).toBe(pieces.length);
  for (const [number, word] of numbers.words.entries())
    expect(counts[number]).toBe(pieces.filter((piece) => piece === word).length);
});
