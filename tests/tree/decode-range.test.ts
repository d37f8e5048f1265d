import { expect, test } from 'vitest';
import { ATTRIBUTE, decodeRange, RAW, TEXT, VERBATIM } from '../../src/tree/decode-range.ts';

const encoder = new TextEncoder();
const letters = (count: number): string => Array.from({ length: count }, (_, at) => 'abcdefg'[at % 7]).join('');

const PIECES: readonly (readonly [written: string, text: string, raw: string])[] = [
  ['x', 'x', 'x'],
  ['&amp;', '&', '&amp;'],
  ['\r\n', '\n', '\n'],
  ['\0', '\ufffd', '\ufffd'],
  ['é', 'é', 'é'],
  ['😀', '😀', '😀'],
];

test.each(PIECES)('%j reads the same in short ranges and long ones, wherever it stands', (written, text, raw) => {
  for (const before of [0, 1, 7, 30, 47, 48, 49, 100]) {
    for (const behind of [0, 1, 40]) {
      const around = (piece: string): string => letters(before) + piece + letters(behind);
      const source = encoder.encode(`<${around(written)}>`);
      const read = (kind: typeof TEXT | typeof RAW | typeof ATTRIBUTE | typeof VERBATIM): string =>
        decodeRange(source, 1, source.length - 1, kind);
      expect(read(TEXT)).toBe(around(text));
      expect(read(ATTRIBUTE)).toBe(around(text));
      expect(read(RAW)).toBe(around(raw));
      expect(read(VERBATIM)).toBe(around(written));
    }
  }
});

test('an empty range is an empty string', () => {
  expect(decodeRange(encoder.encode('abc'), 1, 1, TEXT)).toBe('');
});
