import { codeUnitAt } from '../../code-unit.ts';
import type { Line } from './line.ts';

/** Letters of scripts without blanks; the long vowel of Katakana belongs to two scripts, and so to none. */
const UNSPACED_LETTER =
  /(?!\p{P})[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]/u;
/** Wide stops, commas and brackets hold their blank themselves. */
const WIDE_MARK = /[\u3001-\u3003\u3008-\u301f\u30fb\uff01-\uff0f\uff1a-\uff20\uff3b-\uff3d\uff5b-\uff65]/;
/** What stands right before a word, and right behind one, be they broken off there. */
const OPEN_END = /[([]/;
const CLOSED_START = /^[.,)\]]+(?:\s|$)/;
/** Signs that the letters on their other side say more of. */
const NEUTRAL_SIGN = /[“”‘’…—]/;
const LATIN_LETTER = /[\p{Script=Latin}\p{Nd}]/u;

const KNOWN = 1;
const WIDE = 2;
const UNSPACED = 4;
const NEUTRAL = 8;
const LATIN = 16;
const OPENS = 32;
const CLOSES = 64;
/** Of each code unit that was seen what it is at an end of a line. */
const kinds = new Uint8Array(0x10000);

/** Of the first or the last code unit of a line; there is none where it is empty. */
function kindAt(text: string, at: number): number {
  if (text === '') return KNOWN;
  const code = codeUnitAt(text, at);
  return (kinds[code] as number) || tell(code);
}

function tell(code: number): number {
  const unit = String.fromCharCode(code);
  const kind =
    KNOWN |
    (WIDE_MARK.test(unit) ? WIDE : 0) |
    (UNSPACED_LETTER.test(unit) ? UNSPACED : 0) |
    (NEUTRAL_SIGN.test(unit) ? NEUTRAL : 0) |
    (LATIN_LETTER.test(unit) ? LATIN : 0) |
    (OPEN_END.test(unit) ? OPENS : 0) |
    (CLOSED_START.test(unit) ? CLOSES : 0);
  kinds[code] = kind;
  return kind;
}

/** A letter of Chinese or Japanese, as a part of expressions. */
export const EAST = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]`;
const OTHER = String.raw`[\p{Script=Latin}\p{Nd}]`;
//   使用 API 的     これはAPIの        some put blanks between these and other letters
const APART = new RegExp(`${EAST} ${OTHER}|${OTHER} ${EAST}`, 'u');
const TOGETHER = new RegExp(`${EAST}${OTHER}|${OTHER}${EAST}`, 'u');

/** What a line end stood for where a wrap is undone: nothing between two letters of a script without blanks. */
export function joint(left: string, right: string): string {
  const end = kindAt(left, left.length - 1);
  const start = kindAt(right, 0);
  if ((end & OPENS) !== 0 || ((start & CLOSES) !== 0 && CLOSED_START.test(right))) return '';
  if (((end | start) & WIDE) !== 0) return '';
  const isOpen = (end & UNSPACED) !== 0;
  const goesOn = (start & UNSPACED) !== 0;
  if ((isOpen && (goesOn || (start & NEUTRAL) !== 0)) || (goesOn && (end & NEUTRAL) !== 0)) return '';
  const isBeside = (isOpen && (start & LATIN) !== 0) || (goesOn && (end & LATIN) !== 0);
  return isBeside && areTogether(left, right) ? '' : ' ';
}

/** Both lines have such letters side by side elsewhere, and never apart. */
const areTogether = (left: string, right: string): boolean =>
  !APART.test(left) && !APART.test(right) && (TOGETHER.test(left) || TOGETHER.test(right));

/** The same for two lines, of which the first may say it. */
export const jointOf = (left: Line, right: Line): string => left.endsIn ?? joint(left.raw, right.raw);
