/**
 * Words that most rows have once, each time behind another word, begin a cell:
 *
 *   Role   Select the role that ...
 *   Unit   Select the unit of ...
 *   Price  Select how much ...
 *          ^^^^^^^^^^
 *
 * Within a cell the words before them would recur, too. Asked of rows whose cells one blank parts, where little else tells a cell
 * from the words of one.
 */
import type { Block } from './block.ts';
import { wordsOf } from './row.ts';

const FEWEST_ROWS = 4;
const FEWEST = 3;
/** Of the words before, so many differ. */
const DIVERSE = 0.75;
/**
 * Of so many rows and of so many words in a row, and what that adds to the log-odds of a cut. Of such places in the tables of the
 * flat benchmark .92, .86 and .73 are cuts.
 */
const STEPS = [
  { words: 2, share: 0.7, adds: 2 },
  { words: 1, share: 0.7, adds: 1 },
  { words: 2, share: 0.5, adds: 1 },
] as const;

interface Phrase {
  /** Row and place of each time it is there. */
  readonly found: { readonly row: number; readonly place: number; readonly before: string }[];
  readonly rows: Set<number>;
}

/** Changes the scores of such places. */
export function raiseBranches({ rows }: Block, scores: readonly Float32Array[]): void {
  if (rows.length < FEWEST_ROWS) return;
  const words = rows.map(wordsOf);
  const adds = rows.map(({ places }) => new Float32Array(places.length));
  for (const { words: length, share, adds: added } of STEPS) {
    const least = Math.max(FEWEST, share * rows.length);
    for (const { found, rows: own } of phrasesOf(words, length).values()) {
      if (own.size < least || found.length > own.size) continue;
      if (new Set(found.map(({ before }) => before)).size < DIVERSE * found.length) continue;
      for (const { row, place } of found) {
        const to = adds[row] as Float32Array;
        to[place] = Math.max(to[place] as number, added);
      }
      if (added === STEPS[0].adds) keepWhole(found, words, adds);
    }
  }
  for (const [row, own] of adds.entries()) {
    const to = scores[row] as Float32Array;
    for (const [place, added] of own.entries()) to[place] = (to[place] as number) + added;
  }
}

/** So many words that all these rows have on end are one cell, behind which another begins where the next words differ. */
const LONG_PHRASE = 4;
const INSIDE = -2;
const BEHIND = 1;

function keepWhole(found: Phrase['found'], words: readonly (readonly string[])[], adds: readonly Float32Array[]): void {
  const nextWords = (by: number) => new Set(found.map(({ row, place }) => words[row]?.[place + 1 + by]));
  let length = 2;
  for (let next = nextWords(length); next.size === 1 && !next.has(undefined); next = nextWords(length)) length += 1;
  // What ends all rows may be several cells that all have.
  if (length < LONG_PHRASE || nextWords(length).has(undefined)) return;
  const areApart = nextWords(length).size >= DIVERSE * found.length;
  for (const { row, place } of found) {
    const to = adds[row] as Float32Array;
    for (let at = place + 1; at < place + length; at += 1) to[at] = INSIDE;
    if (areApart) to[place + length] = Math.max(BEHIND, to[place + length] as number);
  }
}

function phrasesOf(words: readonly (readonly string[])[], length: number): Map<string, Phrase> {
  const phrases = new Map<string, Phrase>();
  for (const [row, own] of words.entries())
    for (let at = 1; at + length <= own.length; at += 1) {
      const key = own.slice(at, at + length).join(' ');
      let phrase = phrases.get(key);
      if (phrase === undefined) {
        phrase = { found: [], rows: new Set() };
        phrases.set(key, phrase);
      }
      phrase.found.push({ row, place: at - 1, before: own[at - 1] as string });
      phrase.rows.add(row);
    }
  return phrases;
}
