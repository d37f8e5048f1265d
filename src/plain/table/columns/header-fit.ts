/**
 * What speaks for a number of columns beside the judge, where one blank parts cells: the names of the columns are few words, so that
 * their own cuts say much, and most rows fill most columns.
 *
 *   Leaves Arrives Boat Runs         four names, each cut likelier than not
 *   6:45 am 7:20 am Puffin Mon–Fri   only figures are parted surely
 */
import type { Solution } from './judge-features.ts';

/** Per log-odd of a cut of the header that the solution makes against the odds, or leaves. */
const HEADER_COST = 0.05;
const MOST_ODDS = 4;
const FULL_HEADER = 0.07;
const FULL_ROWS = 0.1;

export function headerFit(solution: Solution): number {
  const {
    texts: [header = [], ...body],
  } = solution;
  const { made, left } = againstOdds(solution);
  return (
    FULL_ROWS * shareOfFull(body) +
    (header.includes('') ? 0 : FULL_HEADER) -
    HEADER_COST * (Math.min(MOST_ODDS, made) + Math.min(MOST_ODDS, left))
  );
}

export const shareOfFull = (rows: Solution['texts']): number =>
  rows.filter((row) => !row.includes('')).length / Math.max(1, rows.length);

/** The log-odds of the unlikely cuts of the header that are made, and of the likely ones that are not. */
function againstOdds({ candidates: [header], cells: [own], columns }: Solution): { made: number; left: number } {
  let made = 0;
  let left = 0;
  if (header === undefined || own === undefined) return { made, left };
  const used = new Set<number>();
  for (let column = 0; column < columns; column += 1)
    if (own[column * 2] !== own[column * 2 + 1]) used.add(own[column * 2] as number);
  for (let edge = 1; edge + 1 < header.scores.length; edge += 1) {
    const score = header.scores[edge] as number;
    if (used.has(edge)) made += Math.max(0, -score);
    else left += Math.max(0, score);
  }
  return { made, left };
}
