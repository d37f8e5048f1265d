/**
 * Counting words in any script. A word is a run of letters, marks and digits; in scripts that write no
 * spaces (Han, kana, Thai, Lao, Khmer, Myanmar) each two letters count as one word: a rule of thumb.
 */
import { codeUnitAt } from './code-unit.ts';

export function countWords(text: string): number {
  let count = 0;
  let wasWord = 0;
  for (let at = 0, { length } = text; at < length; at += 1) {
    const kind = KINDS[codeUnitAt(text, at)] || kindAt(text, at);
    if (kind === UNSPACED_LETTER) return countUnspaced(text);
    // Of the two kinds that are left one is a word's: no branch is guessed wrong where words begin and end.
    const isWord = kind >> 1;
    count += isWord & (wasWord ^ 1);
    wasWord = isWord;
  }
  return count;
}

function countUnspaced(text: string): number {
  let count = 0;
  let isInWord = false;
  let unspaced = 0;
  for (let at = 0, { length } = text; at < length; at += 1) {
    const kind = KINDS[codeUnitAt(text, at)] || kindAt(text, at);
    if (kind === OTHER) {
      if (isInWord) count += wordsOf(unspaced);
      isInWord = false;
      unspaced = 0;
      continue;
    }
    isInWord = true;
    if (kind === UNSPACED_LETTER) unspaced += 1;
  }
  return isInWord ? count + wordsOf(unspaced) : count;
}

/** Words in a run of letters of which so many belong to a script without blanks. */
const wordsOf = (unspaced: number): number => (unspaced === 0 ? 1 : Math.ceil(unspaced / 2));

/** Runs of letters, marks and digits. */
export function wordsIn(text: string): string[] {
  const words: string[] = [];
  let start = -1;
  for (let at = 0, { length } = text; at < length; at += 1) {
    const kind = KINDS[codeUnitAt(text, at)] || kindAt(text, at);
    if (kind !== OTHER && start === -1) start = at;
    if (kind === OTHER && start !== -1) {
      words.push(text.slice(start, at));
      start = -1;
    }
  }
  if (start !== -1) words.push(text.slice(start));
  return words;
}

/** Whether a text holds letters of a script that writes no blanks. */
export const isUnspaced = (text: string): boolean => !SPACED_ONLY.test(text) && UNSPACED().test(text);
const SPACED_ONLY = /^[\u0000-\u0dff]*$/; // everything before Thai writes spaces

/** Classes of all scripts take half a millisecond to read: such patterns are made where a page needs them. */
const WORD_CHARACTER = (): RegExp => /[\p{L}\p{M}\p{N}]/u;
const UNSPACED = (): RegExp =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const OTHER = 1;
const LETTER = 2;
const UNSPACED_LETTER = 3;
/**
 * By UTF-16 unit, for Latin, Greek, Cyrillic, Armenian, Hebrew and Arabic, their dashes and quotes; others when they are met.
 * 0 for what was not met yet, and for the halves of characters.
 */
const KINDS = new Uint8Array(0x10000).fill(OTHER, 0, 0x700).fill(OTHER, 0x2000, 0x2070);
for (const [from, to] of [
  [0x30, 0x39],
  [0x41, 0x5a],
  [0x61, 0x7a],
  [0xaa, 0xaa],
  [0xb2, 0xb3],
  [0xb5, 0xb5],
  [0xb9, 0xba],
  [0xbc, 0xbe],
  [0xc0, 0xd6],
  [0xd8, 0xf6],
  [0xf8, 0x2c1],
  [0x2c6, 0x2d1],
  [0x2e0, 0x2e4],
  [0x2ec, 0x2ec],
  [0x2ee, 0x2ee],
  [0x300, 0x374],
  [0x376, 0x377],
  [0x37a, 0x37d],
  [0x37f, 0x37f],
  [0x386, 0x386],
  [0x388, 0x38a],
  [0x38c, 0x38c],
  [0x38e, 0x3a1],
  [0x3a3, 0x3f5],
  [0x3f7, 0x481],
  [0x483, 0x52f],
  [0x531, 0x556],
  [0x559, 0x559],
  [0x560, 0x588],
  [0x591, 0x5bd],
  [0x5bf, 0x5bf],
  [0x5c1, 0x5c2],
  [0x5c4, 0x5c5],
  [0x5c7, 0x5c7],
  [0x5d0, 0x5ea],
  [0x5ef, 0x5f2],
  [0x610, 0x61a],
  [0x620, 0x669],
  [0x66e, 0x6d3],
  [0x6d5, 0x6dc],
  [0x6df, 0x6e8],
  [0x6ea, 0x6fc],
  [0x6ff, 0x6ff],
] as const)
  KINDS.fill(LETTER, from, to + 1);

/** What is not in the table. Both halves of a character are of its kind, the second as no further letter. */
function kindAt(text: string, at: number): number {
  const unit = codeUnitAt(text, at);
  if ((unit & 0xf800) === 0xd800) {
    const isSecond = (unit & 0xfc00) === 0xdc00 && at > 0 && (codeUnitAt(text, at - 1) & 0xfc00) === 0xd800;
    const kind = kindOf(String.fromCodePoint(text.codePointAt(isSecond ? at - 1 : at) as number));
    return isSecond && kind === UNSPACED_LETTER ? LETTER : kind;
  }
  const kind = kindOf(String.fromCharCode(unit));
  KINDS[unit] = kind;
  return kind;
}

function kindOf(character: string): number {
  if (!WORD_CHARACTER().test(character)) return OTHER;
  return UNSPACED().test(character) ? UNSPACED_LETTER : LETTER;
}

/** How much a text says, in letters of an alphabet: a character of Chinese, Japanese or Korean stands for about 2.5. */
export function weightOf(text: string): number {
  return text.length + wideIn(text) * 1.5;
}

/** How many characters of a text take two columns, as those of Chinese, Japanese and Korean do. */
export function wideIn(text: string): number {
  if (!/[\u2e80-\uffff]/.test(text)) return 0;
  let wide = 0;
  for (let at = 0, { length } = text; at < length; at += 1) if (codeUnitAt(text, at) >= FIRST_WIDE) wide += 1;
  return wide;
}

/** Radicals, kana, Han, Hangul and the wide forms are above, and what is written in surrogates. */
export const FIRST_WIDE = 0x2e80;

/** The letters, digits and marks of a text alone, lower case: what two writings of one title share. */
export const lettersOf = (text: string): string => wordsIn(text.toLowerCase()).join('');

/** White space at the ends gone, and one blank for each run of it inside. */
export const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();
