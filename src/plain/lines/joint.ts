import { codeUnitAt } from '../../code-unit.ts';
import { flagsOf, LETTER } from './glyphs.ts';
import type { Line } from './line.ts';

/** Letters of scripts without blanks; the long vowel of Katakana belongs to two scripts, and so to none. */
const UNSPACED =
  /(?!\p{P})[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]/u;
/** Wide stops, commas and brackets hold their blank themselves. */
const WIDE_MARK = /[\u3001-\u3003\u3008-\u301f\u30fb\uff01-\uff0f\uff1a-\uff20\uff3b-\uff3d\uff5b-\uff65]/;
/** What stands right before a word, and right behind one, be they broken off there. */
const OPEN_END = /[([]/;
const CLOSED_START = /^[.,)\]]+(?:\s|$)/;
/** Signs that the letters on their other side say more of. */
const NEUTRAL = /[“”‘’…—]/;
const LATIN = /[\p{Script=Latin}\p{Nd}]/u;
/** A letter of Chinese or Japanese, as a part of expressions. */
export const EAST = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]`;
const OTHER = String.raw`[\p{Script=Latin}\p{Nd}]`;
//   使用 API 的     これはAPIの        some put blanks between these and other letters
const APART = new RegExp(`${EAST} ${OTHER}|${OTHER} ${EAST}`, 'u');
const TOGETHER = new RegExp(`${EAST}${OTHER}|${OTHER}${EAST}`, 'u');

/** No letter or sign below is of a script without blanks. */
const FIRST_UNSPACED = 0xe00;

/** A letter that has a blank before and behind its word. */
const isPlain = (code: number): boolean => code < FIRST_UNSPACED && (flagsOf(code) & LETTER) !== 0;

/** What a line end stood for where a wrap is undone: nothing between two letters of a script without blanks. */
export function joint(left: string, right: string): string {
  if (left !== '' && right !== '' && isPlain(codeUnitAt(left, left.length - 1)) && isPlain(codeUnitAt(right, 0)))
    return ' ';
  const end = left.slice(-1);
  const start = right.slice(0, 1);
  if (OPEN_END.test(end) || CLOSED_START.test(right)) return '';
  if (end.charCodeAt(0) < FIRST_UNSPACED && start.charCodeAt(0) < FIRST_UNSPACED) return ' ';
  if (WIDE_MARK.test(end) || WIDE_MARK.test(start)) return '';
  const isOpen = UNSPACED.test(end);
  const goesOn = UNSPACED.test(start);
  if ((isOpen && (goesOn || NEUTRAL.test(start))) || (goesOn && NEUTRAL.test(end))) return '';
  const isBeside = (isOpen && LATIN.test(start)) || (goesOn && LATIN.test(end));
  return isBeside && areTogether(left, right) ? '' : ' ';
}

/** Both lines have such letters side by side elsewhere, and never apart. */
const areTogether = (left: string, right: string): boolean =>
  !APART.test(left) && !APART.test(right) && (TOGETHER.test(left) || TOGETHER.test(right));

/** The same for two lines, of which the first may say it. */
export const jointOf = (left: Line, right: Line): string => left.endsIn ?? joint(left.raw, right.raw);
