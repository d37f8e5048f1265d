/** Places inside words that the language or the document knows whole: of 7,340 seams between small letters three were there. */
import { GRAM, gradesOf, hashGram, type WordModel } from '../../../model/words.ts';
import { CLASS } from './characters.ts';
import { allOf, type Habits, slotOf } from './habits.ts';
import type { Row } from './row.ts';

const SHORTEST = 2;
const LONGEST = 16;
/** A document says a word once where its cells run together, too. */
const TIMES = 2;

const isSmall = (value: number | undefined): boolean => value === CLASS.lower || value === CLASS.letter;

/** The places of a row that are not inside such a word. */
export function placesBetweenWords(row: Row, habits: Habits, words: WordModel | undefined): Int32Array {
  const { codes, classes, places } = row;
  const inside = new Uint8Array(classes.length);
  for (let at = 0; at < classes.length; ) {
    const from = at;
    // A capital may begin a word, marks belong to their letters.
    if (classes[at] === CLASS.upper) at += 1;
    while (isSmall(classes[at]) || classes[at] === CLASS.mark) at += 1;
    const end = at;
    if (at === from) at += 1;
    const isWhole = !isWord(classes[from - 1]) && !isWord(classes[end]);
    if (!isWhole || end - from < SHORTEST || end - from > LONGEST) continue;
    if (isKnown(hashGram(GRAM.word, codes, from, end), habits, words)) inside.fill(1, from + 1, end);
  }
  return places.filter((place) => inside[place] === 0);
}

const isWord = (value: number | undefined): boolean =>
  value !== undefined && ((value >= CLASS.upper && value <= CLASS.digit) || value === CLASS.final);

function isKnown(hash: number, { grams }: Habits, words: WordModel | undefined): boolean {
  if (words !== undefined && gradesOf(words, hash) >= 0) return true;
  const slot = slotOf(grams, hash);
  return slot >= 0 && allOf(grams, slot) >= TIMES;
}
