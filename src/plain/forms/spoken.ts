/**
 * Whether a text speaks of what a line names: roots of its words stand in the sentences. Titles are spoken of, buttons
 * and menus seldom are.
 */
import { wordsIn } from '../../words.ts';

/** Characters of the text that are looked at: enough to come to its matter. */
const LOOKED_AT = 6_000;
/** Of a word, the beginning that its forms share. */
const ROOT = 4;
const LONG_ROOT = 5;
const LONG_WORD = 7;
/** Where words have no blanks between them, or beginnings that are no part of them, any so many letters. */
const LETTERS = 4;
const LETTERS_AND_MARKS = 6;
const CHARACTERS = 2;

const CHARACTER = /^[\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}]+$/u;
const ANYWHERE = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
const MARKED = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Kana alone are endings and particles. */
const RUNS =
  /[\p{Script=Han}\p{Script=Katakana}ー]+|\p{Script=Hiragana}+|[^\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}ー]+/gu;
/** Latin, Greek, Cyrillic, Armenian: none of these scripts. */
const ALPHABETIC = /^[\u0000-\u058f]*$/;
/** All that write blanks. */
const SPACED = /^[\u0000-\u0dff]*$/;
const ADDRESS = /\S*(?:@|:\/\/|www\.)\S*/g;

/** Counts the roots of a line that stand in `sentences`. */
export function spokenIn(sentences: readonly string[]): (line: string) => number {
  const known = new Set<string>();
  let left = LOOKED_AT;
  for (const sentence of sentences) {
    if (left <= 0) break;
    for (const root of rootsOf(sentence.slice(0, left), true)) known.add(root);
    left -= sentence.length;
  }
  return (line) => {
    const roots = new Set(rootsOf(line, false));
    let count = 0;
    for (const root of roots) if (known.has(root)) count += 1;
    return count;
  };
}

/** Of what is looked for the root alone, of what it is looked for in each that may be one. */
function rootsOf(text: string, all: boolean): string[] {
  const roots: string[] = [];
  const hasAddress = text.includes('@') || text.includes('://') || text.includes('www.');
  for (const word of wordsIn((hasAddress ? text.replace(ADDRESS, ' ') : text).toLowerCase())) {
    const isAlphabetic = ALPHABETIC.test(word);
    for (const run of isAlphabetic || SPACED.test(word) ? [word] : (word.match(RUNS) ?? [])) {
      const size = isAlphabetic ? 0 : sizeOf(run);
      if (size > 0) for (let at = 0; at + size <= run.length; at += 1) roots.push(run.slice(at, at + size));
      else if (/^\p{Nd}/u.test(run) || run.length < ROOT) continue;
      else if (all) roots.push(run.slice(0, ROOT), run.slice(0, LONG_ROOT));
      else roots.push(run.slice(0, run.length < LONG_WORD ? ROOT : LONG_ROOT));
    }
  }
  return roots;
}

/** Of the pieces that are compared, or 0 where beginnings are. */
const sizeOf = (run: string): number =>
  SPACED.test(run)
    ? ANYWHERE.test(run)
      ? LETTERS
      : 0
    : CHARACTER.test(run)
      ? CHARACTERS
      : MARKED.test(run)
        ? LETTERS_AND_MARKS
        : ANYWHERE.test(run)
          ? LETTERS
          : 0;
