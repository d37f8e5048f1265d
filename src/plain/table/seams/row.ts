/** A line as numbers: lower-case codes, classes, and the places where it might be cut. */
import { codeUnitAt } from '../../../code-unit.ts';
import { CLASS, classOf } from './characters.ts';
import { withPlainFigures } from './figures.ts';

export interface Row {
  readonly text: string;
  /** The text with figures as ASCII has them; as long as it. */
  readonly figures: string;
  /** Lower case, digits as 0, blanks as 32; as long as the text. */
  readonly codes: Uint16Array;
  readonly classes: Uint8Array;
  /** Indexes of the first character of a possible right cell, in order. */
  readonly places: Int32Array;
  /** No-break spaces before and behind the text: pages hold cells open with one, but begin names of lower rank with them, too. */
  readonly held: { readonly before: number; readonly behind: number };
}

/**
 * Marks of direction and other invisible characters: no word is made of them, and tools leave them between cells. Joiners are none: they
 * shape the letters of Persian and Indic words.
 */
const INVISIBLE = /[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad\u061c]/;
const EACH_INVISIBLE = new RegExp(INVISIBLE, 'g');

export const withoutInvisible = (text: string): string =>
  INVISIBLE.test(text) ? text.replace(EACH_INVISIBLE, '') : text;

/** How cells are parted: by nothing, or by one blank as words are. */
export type Joint = 'glued' | 'space';

/** What makes one letter of two where no word ends in it: Bengali, Gujarati, Burmese, Khmer. */
const JOINS = '\u09cd\u0acd\u1039\u17d2';

const HOLDS = /\u00a0/g;

export function readRow(line: string, joint: Joint): Row {
  const text = line.trim();
  const { length } = text;
  const countHolds = (blanks: string) => blanks.match(HOLDS)?.length ?? 0;
  const held = {
    before: countHolds(line.slice(0, line.length - line.trimStart().length)),
    behind: countHolds(line.slice(line.trimEnd().length)),
  };
  const codes = new Uint16Array(length);
  const classes = new Uint8Array(length);
  const lower = text.toLowerCase();
  // Lower case of a few letters is longer: such a line is lowered letter by letter.
  const source = lower.length === length ? lower : text;
  for (let at = 0; at < length; at += 1) {
    const code = codeUnitAt(text, at);
    const value = classOf(code);
    classes[at] = value;
    codes[at] = value === CLASS.digit ? 48 : value === CLASS.blank ? 32 : codeUnitAt(source, at);
  }
  const places: number[] = [];
  for (let at = 1; at < length; at += 1) {
    const right = classes[at];
    if (right === CLASS.blank || right === CLASS.mark || JOINS.includes(source[at - 1] as string)) continue;
    if ((classes[at - 1] === CLASS.blank) === (joint === 'space')) places.push(at);
  }
  return { text, figures: withPlainFigures(text), codes, classes, places: Int32Array.from(places), held };
}

/** The words of a row whose cells one blank parts: the first, then the one at each place. */
export const wordsOf = ({ text, places }: Row): string[] =>
  [0, ...places].map((from, at) => text.slice(from, places[at] ?? text.length).trim());

/** The last character before a place that is no blank and no mark; -1 at the edge. */
export function leftOf({ classes }: Row, place: number): number {
  let at = place - 1;
  while (at >= 0 && (classes[at] === CLASS.blank || classes[at] === CLASS.mark)) at -= 1;
  return at;
}

/** Longer runs say no more. */
const LONGEST_RUN = 40;

/** How many characters up to `end` are of some classes, `most` at the most. */
export function runLeft(classes: Uint8Array, end: number, is: (value: number) => boolean, most = LONGEST_RUN): number {
  let at = end;
  while (at > 0 && end - at < most && is(classes[at - 1] as number)) at -= 1;
  return end - at;
}

/** How many characters from `start` on are. */
export function runRight(
  classes: Uint8Array,
  start: number,
  is: (value: number) => boolean,
  most = LONGEST_RUN,
): number {
  let at = start;
  while (at < classes.length && at - start < most && is(classes[at] as number)) at += 1;
  return at - start;
}
