import { expect, test } from 'vitest';
import * as glyphs from '../../src/plain/lines/glyphs.ts';
import { GAP, kindsOf, LEADERS, STOP_BEFORE_SPACE } from '../../src/plain/lines/kinds.ts';

/** What is looked for only in lines that have characters of such a kind. */
const SPARED: readonly (readonly [pattern: RegExp, kinds: number])[] = [
  [/[=;{}()[\]$]/, glyphs.CODE],
  [/-/, glyphs.HYPHEN],
  [/[$#%➜❯>=]/, glyphs.PROMPT],
  [/[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad\u061c]/, glyphs.INVISIBLE],
  [/\p{Mc}/u, glyphs.SPACING_MARK],
  [/\p{Nd}/u, glyphs.DIGIT | glyphs.HALF],
  [/\p{Lu}/u, glyphs.CAPITAL],
  [/[\u1100-\u115f\u2e80-\uffff\p{M}\p{Cf}]/u, glyphs.ODD],
  [/\S {2,}\S/, GAP],
  [/\.{4}|[.·] [.·] [.·] |…{2}|_{5}|·{4}/, LEADERS],
  [/[^.\s][.!?]\s|[。！？।॥۔።។။]/, STOP_BEFORE_SPACE | glyphs.CLOSED_STOP],
];

const LINES = [
  'The boat  leaves at 9. Be there!',
  '  set in, and no more',
  'Pea soup . . . . 6.50',
  'Beets ______ 5',
  'ring(rope) --once; $ ls',
  'बाज़ार कल खुलेगा। सब आएँ',
  '川が開く。𝟏𝟐 ℂ ϒ 한 ㅋ',
  'e\u0301t\u200bé\u00ad \ufeffx',
  '',
];

test('a line has all kinds of characters that some pattern may find in it', () => {
  for (const line of LINES)
    for (const [pattern, kinds] of SPARED) if (pattern.test(line)) expect(kindsOf(line) & kinds, line).not.toBe(0);
});

test('a line of plain words has no kind that is looked at more closely', () => {
  for (const [, kinds] of SPARED.filter(([, kinds]) => kinds !== glyphs.CAPITAL))
    expect(kindsOf('   The boat leaves early, they say.') & kinds).toBe(0);
});
