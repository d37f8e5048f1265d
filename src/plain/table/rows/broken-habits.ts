/**
 * Places where a line breaks the habits of writing, as cheaply as they can be seen: where letters have case a seam nearly always
 * shows, as a capital inside a word, a letter against a digit, a stop with no blank after it. It only says which lines are worth the
 * models.
 */
import { codeUnitAt } from '../../../code-unit.ts';
import { CASELESS, flagsOf } from '../../lines/glyphs.ts';
import { CLASS, CLASSES, classOf, isLetterClass } from '../seams/characters.ts';

const PERCENT = 37;
const DEGREE = 0xb0;
const CLOSING_QUOTE = 0x2019;
/** Arrows, ticks and other signs that stand as whole cells; below them are those of formulas and code. */
const FIRST_SIGN = 0x2190;

const BROKEN = brokenPairs();

/** Which classes side by side break habits: [left × CLASSES + right]. */
function brokenPairs(): Uint8Array {
  const pairs = new Uint8Array(CLASSES * CLASSES);
  const put = (left: number, right: number) => {
    pairs[left * CLASSES + right] = 1;
  };
  put(CLASS.lower, CLASS.upper);
  put(CLASS.digit, CLASS.dash);
  put(CLASS.digit, CLASS.unit);
  for (let value = 0; value < CLASSES; value += 1) {
    if (!isLetterClass(value)) continue;
    put(CLASS.final, value);
    for (const left of [CLASS.digit, CLASS.stop, CLASS.colon, CLASS.close, CLASS.unit, CLASS.comma]) put(left, value);
    for (const right of [CLASS.digit, CLASS.open]) put(value, right);
  }
  return pairs;
}

/** The same but for letters that have figures, stops and brackets beside them without blanks: 共3章。第 */
const PLAINLY_BROKEN = plainlyBrokenPairs();

function plainlyBrokenPairs(): Uint8Array {
  const pairs = BROKEN.slice();
  for (let value = 0; value < CLASSES; value += 1)
    for (const letter of [CLASS.han, CLASS.hiragana, CLASS.katakana])
      if (value !== CLASS.final) pairs[value * CLASSES + letter] = pairs[letter * CLASSES + value] = 0;
  return pairs;
}

const KATAKANA_DOT = 0x30fb;

/** Wide stops, commas and brackets hold their blank themselves; so does the dot between words of Katakana. */
const isWideMark = (code: number): boolean =>
  code === KATAKANA_DOT ||
  (code > 0x3000 && code < 0x3020) ||
  (code > 0xff00 && code < 0xff10) ||
  (code > 0xff19 && code < 0xff20);

/** `brokenPlaces` without those that prose of scripts without blanks has everywhere. */
export const plainlyBrokenPlaces = (line: string, most: number): number =>
  countBroken(line, most, PLAINLY_BROKEN, true);

/** How many places of a line break habits; addresses of pages, which do everywhere, are passed over. Counts no further than `most`. */
export const brokenPlaces = (line: string, most: number): number => countBroken(line, most, BROKEN, false);

/** @param broken the pairs of classes that break habits: [left × CLASSES + right] */
function countBroken(line: string, most: number, broken: Uint8Array, areWideBlank: boolean): number {
  let count = 0;
  let left: number = CLASS.blank;
  for (let at = 0, { length } = line; at < length && count < most; at += 1) {
    const code = codeUnitAt(line, at);
    const value = areWideBlank && isWideMark(code) ? CLASS.blank : classOf(code);
    if (value === CLASS.mark) continue;
    if (value === CLASS.slash && line.startsWith('://', at - 1)) {
      while (at + 1 < length && classOf(codeUnitAt(line, at + 1)) !== CLASS.blank) at += 1;
      left = CLASS.blank;
      continue;
    }
    const isBroken =
      value === CLASS.symbol ? code >= FIRST_SIGN && left !== CLASS.symbol : broken[left * CLASSES + value] === 1;
    //   50%20%
    //      ^
    const isAfterPercent = value === CLASS.digit && line.charCodeAt(at - 1) === PERCENT;
    if (isAfterPercent || (isBroken && code !== PERCENT && code !== DEGREE && !isAfterApostrophe(line, at))) count += 1;
    left = value;
  }
  return count;
}

/** The quote that closes is the apostrophe of most printed texts: don’t, l’eau. */
const isAfterApostrophe = (line: string, at: number): boolean =>
  line.charCodeAt(at - 1) === CLOSING_QUOTE && at > 1 && isLetterClass(classOf(line.charCodeAt(at - 2)));

/** What stands for "feminine" in figures: ª. */
const FIRST_CASELESS = 0xaa;

/** Whether two letters without case stand side by side: no seam shows among such. */
export function hasCaselessWords(line: string): boolean {
  let before = 0;
  for (let at = 0, { length } = line; at < length; at += 1) {
    const code = codeUnitAt(line, at);
    const flags = code < FIRST_CASELESS ? 0 : flagsOf(code) & CASELESS;
    if ((flags & before) !== 0) return true;
    before = flags;
  }
  return false;
}
