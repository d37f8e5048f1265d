/**
 * The end of a text that a table closes: the sentence below its rows, and the rows themselves where the table was not found.
 * Figures stand at the same place in each of them, be it a line, or a line for each of its cells. Clutter has none such but
 * dates, and the model is sure of it.
 *
 *   Section Leader Singers
 *   Sopranos Ada Prior 14
 *   Altos June Marsh 11
 *   Tenors Sam Okoro 5
 */

import { isSentence } from '../forms/sentence.ts';
import { spokenIn } from '../forms/spoken.ts';
import { isUnparted, type Line } from '../lines/line.ts';
import type { Role } from '../roles/role.ts';

const LONGEST = 60;
const MOST_CELLS = 6;
const FEWEST_ROWS = 3;
/** How likely clutter the lines may be in all, and what begins them. */
const MEAN = 0.5;
const FIRST = 0.25;

/** Their indexes: they stay. `chance` is that of clutter. */
export function closingRows(
  lines: readonly Line[],
  roles: readonly (Role | undefined)[],
  last: number,
  chance: (at: number) => number,
): ReadonlySet<number> {
  const found = new Set<number>();
  const mayBeCell = (at: number): boolean => {
    const line = lines[at];
    return (
      line !== undefined &&
      roles[at] === undefined &&
      line.marker === undefined &&
      line.raw.length <= LONGEST &&
      !isSentence(line)
    );
  };
  for (let start = last + 1; start < lines.length; ) {
    let end = start;
    while (mayBeCell(end) && (end === start || lines[end]?.blankBefore === false)) end += 1;
    if (end - start >= FEWEST_ROWS && chance(start) < FIRST) {
      const rows = endOfRows(lines.slice(start, end));
      let sum = 0;
      for (let at = start; at < start + rows; at += 1) sum += chance(at);
      if (sum < MEAN * rows) for (let at = start; at < start + rows; at += 1) found.add(at);
    }
    start = Math.max(end, start + 1);
  }
  return found;
}

/** How many of the lines are rows with their header, or 0. */
function endOfRows(run: readonly Line[]): number {
  const places = run.map(({ raw }) => placeOfFigure(raw));
  const first = places.findIndex((place) => place > 0);
  if (first === -1 || first > 2 * MOST_CELLS) return 0;
  for (let cells = 1; cells <= MOST_CELLS; cells += 1) {
    let end = first + cells;
    while (end < run.length && places[end] === places[end - cells]) end += 1;
    if (end - first <= cells * (FEWEST_ROWS - 1)) continue;
    while (places[end - 1] === 0) end -= 1;
    return end;
  }
  return 0;
}

const YEAR = /(?:1[5-9]|20)\p{Nd}{2}(?!\p{Nd})/u;

/** 1 at the beginning, 2 at the end, 3 both, 0 none: years are those of dates. */
function placeOfFigure(raw: string): number {
  if (!/\p{Nd}/u.test(raw) || YEAR.test(raw)) return 0;
  return (/^[^\p{L}]{0,2}\p{Nd}/u.test(raw) ? 1 : 0) + (/\p{Nd}[^\p{L}]{0,2}$/u.test(raw) ? 2 : 0);
}

/** What a table stands under, its heading and a sentence. */
const SECTION = 3;
/** Lines beside the rows: of so few the model knows too little to give up one for what stands last. */
const SHORT_TEXT = 40;

/**
 * Sentences right below rows that speak of what the table or what is above it names; in a short text all of them where an
 * earlier table has one, too, or nothing but words tells what belongs to what.
 */
export function sentencesBelowRows(lines: readonly Line[], roles: readonly (Role | undefined)[]): ReadonlySet<number> {
  const found = new Set<number>();
  const isShort = roles.filter((role) => role !== 'row').length <= SHORT_TEXT;
  const isDense = isShort && isUnparted(lines);
  let start = 0;
  let isUsual = false;
  for (const [at, line] of lines.entries()) {
    if (roles[at] === 'row') {
      if (roles[at - 1] !== 'row') start = at;
    } else if (roles[at - 1] === 'row' && isSentence(line)) {
      const section = lines.slice(Math.max(0, start - SECTION), at).map(({ raw }) => raw);
      if (isDense || (isShort && isUsual) || spokenIn(section)(line.raw) > 0) found.add(at);
      isUsual = true;
    }
  }
  return found;
}
