/**
 * How much rows look like those of one table once they are cut, where one blank parts cells. Items of a list can be cut into two
 * columns as well, and lines of any kind into a few that leave cells empty; cells of a column have about as many words each:
 *
 *   Section Leader Singers
 *   Sopranos Ada Prior 14        1, 2 and 1 words in all rows
 *   Altos June Marsh 11
 */
import { shareOfFull } from './header-fit.ts';
import type { Solution } from './judge-features.ts';

/**
 * By a regression over 3,300 runs of lines of 55 languages, 800 of them tables, with which 15 % fewer of the others and some more of
 * the tables are taken.
 */
const OF_NONE = -0.61;
const OF_TWO_COLUMNS = -0.25;
const OF_MANY_COLUMNS = 0.15;
const MANY_COLUMNS = 4;
const OF_EVEN_WORDS = 0.4;
const OF_FULL_ROWS = 0.5;
/** Two lines under a first one agree by chance. */
const FEW_ROWS = 2;
const OF_FEW_ROWS = -0.1;
/** Names of columns are short: so many words each are the first item. */
const LONG_NAME = 2;
const OF_LONG_NAMES = -0.15;
/** All of it. */
export const MOST_OF_EVEN_ROWS = OF_NONE + OF_MANY_COLUMNS + OF_EVEN_WORDS + OF_FULL_ROWS;

/** What it adds to the forecast of the judge that the lines are rows, or takes from it. */
export function evenRows({ texts: [header = [], ...body], columns }: Solution): number {
  const words = header.reduce((sum, name) => sum + wordsIn(name), 0);
  return (
    OF_NONE +
    (body.length <= FEW_ROWS ? OF_FEW_ROWS : 0) +
    (words >= columns * LONG_NAME ? OF_LONG_NAMES : 0) +
    (columns === 2 ? OF_TWO_COLUMNS : columns >= MANY_COLUMNS ? OF_MANY_COLUMNS : 0) +
    OF_EVEN_WORDS * evenWords(body, columns) +
    OF_FULL_ROWS * shareOfFull(body)
  );
}

/** The share of the rows that have the commonest number of words in a column, on the average of the columns. */
function evenWords(body: Solution['texts'], columns: number): number {
  let sum = 0;
  for (let column = 0; column < columns; column += 1) {
    const counts = new Map<number, number>();
    for (const row of body) {
      const words = wordsIn(row[column] as string);
      counts.set(words, (counts.get(words) ?? 0) + 1);
    }
    sum += Math.max(0, ...counts.values()) / Math.max(1, body.length);
  }
  return sum / columns;
}

const wordsIn = (cell: string): number => (cell === '' ? 0 : cell.split(/\s+/).length);
