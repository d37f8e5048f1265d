/**
 * What a whole table on one line ends in behind a number is a unit, if it stands behind numbers before, too:
 *
 *   다도10:00사랑채15,000원한지 공예13:30공방20,000원떡 만들기15:00부엌18,000원
 *                       ^^ a row ends
 */
import type { Block } from './block.ts';
import { NEVER, SURELY } from './certainty.ts';

const LAST = /\p{Nd}([ \u00a0\u202f]?)(\p{L}[\p{L}\p{M}]{0,7})$/u;
const FEWEST = 3;

/** With the blank before it; nothing where the last of the texts, which are parts of one line, does not end in one. */
export function lastUnitOf(texts: readonly string[]): string | undefined {
  const [, blank = '', letters = ''] = LAST.exec(texts.at(-1)?.slice(-LONGEST) ?? '') ?? [];
  if (letters === '') return undefined;
  const count = texts.reduce((sum, text) => sum + endsOf(text, blank + letters).length, 0);
  return count < FEWEST ? undefined : blank + letters;
}

/** Changes the scores of the places before and behind it; rows are parts of one line. */
export function keepLastUnit({ rows }: Block, scores: readonly Float32Array[]): void {
  const unit = lastUnitOf(rows.map(({ text }) => text));
  if (unit === undefined) return;
  const ends = rows.map(({ text }) => endsOf(text, unit));
  for (const [index, own] of ends.entries()) {
    const places = rows[index]?.places ?? [];
    const to = scores[index] as Float32Array;
    let next = 0;
    for (const [at, place] of places.entries()) {
      while (next < own.length && (own[next] as number) < place) next += 1;
      const end = own[next];
      if (end === place) to[at] = SURELY;
      else if (end !== undefined && place > end - unit.length - 1) to[at] = NEVER;
    }
  }
}
const LONGEST = 12;

/** Where the unit ends behind a number. */
function endsOf(text: string, unit: string): number[] {
  const ends: number[] = [];
  for (let at = text.indexOf(unit, 1); at !== -1; at = text.indexOf(unit, at + unit.length))
    if (/\p{Nd}/u.test(text[at - 1] as string)) ends.push(at + unit.length);
  return ends;
}
