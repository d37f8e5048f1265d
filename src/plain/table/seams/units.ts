/**
 * What all rows write behind a number is its unit, in whatever language:
 *
 *   白峰温泉14,800円あり     鷹ノ湯11,500円なし     円 belongs to the number
 *   ป้าแดง 25 บาท           บ้านขนม 40 บาท         so does บาท, where one blank parts cells
 */
import type { Block } from './block.ts';
import type { Row } from './row.ts';

const NUMBER = /\p{Nd}([ \u00a0\u202f]?)(\p{L}[\p{L}\p{M}]*)/gu;
/** A header stands over the rows. */
const FEWEST_ROWS = 3;
const SHARE_OF_ROWS = 0.8;
const MOST_NUMBERS = 6;
const LONGEST = 12;
/** Only some scripts write units right behind figures, but for symbols that all share. */
const TOUCHES = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const NEVER = -8;
/** What follows the unit begins another cell, but for `5個以上`. */
const RATHER = 1;

interface Unit {
  readonly row: number;
  /** The index of its first letter. */
  readonly from: number;
  readonly letters: string;
}

/** Changes the scores of the places before and behind units. */
export function keepUnits({ rows, joint }: Block, scores: readonly Float32Array[]): void {
  const found = rows.slice(1).map(({ text }, at) => unitsOf(text, at + 1, joint === 'space'));
  const least = Math.max(FEWEST_ROWS, found.length * SHARE_OF_ROWS);
  if (found.filter((own) => own.length > 0).length < least) return;
  for (let ordinal = 0; ordinal < MOST_NUMBERS; ordinal += 1)
    for (const units of [found.map((own) => own[ordinal]), found.map((own) => own.at(-1 - ordinal))]) {
      const own = units.filter((unit) => unit !== undefined);
      if (own.length >= least) keep(own, rows, scores, joint === 'space');
    }
}

const unitsOf = (text: string, row: number, isSpaced: boolean): Unit[] =>
  [...text.matchAll(NUMBER)].flatMap(({ index, 0: all, 1: blank = '', 2: letters = '' }) =>
    (blank !== '') === isSpaced ? [{ row, from: index + all.length - letters.length, letters }] : [],
  );

function keep(units: readonly Unit[], rows: readonly Row[], scores: readonly Float32Array[], isSpaced: boolean): void {
  const shared = sharedStart(units.map(({ letters }) => letters));
  if (shared.length === 0 || shared.length > LONGEST) return;
  if (isSpaced && units.some(({ letters }) => letters !== shared)) return;
  if (!isSpaced && !TOUCHES.test(shared)) return;
  const ends = new Set(units.map(({ letters }) => letters.charAt(shared.length)));
  const isFollowed = !isSpaced && ends.size > 1 && !ends.has('');
  for (const { row, from } of units) {
    const { places } = rows[row] as Row;
    const own = scores[row] as Float32Array;
    const at = places.indexOf(from);
    if (at !== -1) own[at] = NEVER;
    const behind = isFollowed ? places.indexOf(from + shared.length) : -1;
    if (behind !== -1) own[behind] = (own[behind] as number) + RATHER;
  }
}

function sharedStart(words: readonly string[]): string {
  const [first = '', ...others] = words;
  let length = first.length;
  for (const word of others) while (!word.startsWith(first.slice(0, length))) length -= 1;
  return first.slice(0, length);
}
