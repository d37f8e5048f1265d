/**
 * Rows that have as many words each as the names above them have one word in each cell, where one blank parts cells; a unit belongs
 * to its number:
 *
 *   Variété  Arbre Récolte Goût
 *   Calville vieux 32 kg   acide
 *   Reinette jeune 18 kg   sucrée
 */
import type { Block } from './block.ts';
import { LIKELY, NEVER } from './certainty.ts';
import { wordsOf } from './row.ts';

/** Of 54 tables of 55 languages whose rows, four at least, have as many words each, 51 had them in as many columns. */
const FEWEST_ROWS = 4;
const FEWEST_COLUMNS = 3;
/** No name is likelier to go on in the next word than not: in Vietnamese syllables stand apart as words do. */
const SURE_OF_NAMES = 0;
/** Two names stand side by side in many lists. */
const FEWEST_WITH_FIGURES = 2;
const FIGURE = /\p{Nd}$/u;
/** So unlikely a cut behind a number is none. */
const UNIT = -2.5;

/** Changes the scores of all places of such rows. */
export function partSingleWords({ rows }: Block, scores: readonly Float32Array[]): void {
  if (rows.length < FEWEST_ROWS) return;
  if ((scores[0] as Float32Array).some((score) => score < SURE_OF_NAMES)) return;
  const words = rows.map(wordsOf);
  const columns = (words[0] as string[]).length;
  if (columns < FEWEST_WITH_FIGURES || words.some((own) => own.length < columns || own.length > columns * 2)) return;
  const behindFigures = new Map<string, number>();
  for (const own of words)
    for (let at = 1; at < own.length; at += 1)
      if (mayBeUnit(own, at)) behindFigures.set(own[at] as string, (behindFigures.get(own[at] as string) ?? 0) + 1);
  const isUnit = (row: number, at: number): boolean => {
    const own = words[row] as string[];
    return (
      mayBeUnit(own, at) &&
      ((behindFigures.get(own[at] as string) as number) > 1 || ((scores[row] as Float32Array)[at - 1] as number) < UNIT)
    );
  };
  const units = words.map((own, row) => own.map((_, at) => row > 0 && at > 0 && isUnit(row, at)));
  if (units.some((own) => own.filter((is) => !is).length !== columns)) return;
  const haveFigures = words.slice(1).every((own) => own.some((word) => /\p{Nd}/u.test(word)));
  if (columns < FEWEST_COLUMNS && !haveFigures) return;
  for (const [row, own] of units.entries()) {
    const to = scores[row] as Float32Array;
    for (let place = 0; place < to.length; place += 1)
      to[place] = own[place + 1] ? NEVER : Math.max(LIKELY, to[place] as number);
  }
}

const mayBeUnit = (words: readonly string[], at: number): boolean =>
  FIGURE.test(words[at - 1] as string) && !/\p{Nd}/u.test(words[at] as string);
