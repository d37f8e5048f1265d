/**
 * Tables printed one cell a line, with a blank line between rows, or with none:
 *
 *   Town            Town
 *   Votes           Votes
 *                   Oslo
 *   Oslo            120
 *   120             Bergen
 *                   98
 *   Bergen          ^ a figure in every second line, none in the first two
 *   98
 *
 * Verse and addresses look alike: only a column of numbers under a name that is none makes a table of them.
 */

import type { FoundTable } from '../find-tables.ts';
import { readCellLines } from './cell-lines.ts';

const MOST_COLUMNS = 8;
const LONGEST_CELL = 80;
const NUMBER = /^[\p{Sc}+(−–-]?\s?\p{Nd}[\p{Nd}.,:%\s/()–-]*\p{Sc}?$/u;

interface Group {
  readonly start: number;
  readonly end: number;
}

/** Lines are trimmed, blank ones empty; so are lines that cannot be cells, which `isBlank` tells from them. */
export function readStacked(lines: readonly string[], isBlank: (at: number) => boolean): FoundTable[] {
  const groups = groupsOf(lines);
  const tables: FoundTable[] = [];
  for (let first = 0; first < groups.length; ) {
    let last = first;
    while (
      last + 1 < groups.length &&
      follows(groups[last] as Group, groups[last + 1] as Group) &&
      isBlank((groups[last] as Group).end)
    )
      last += 1;
    const own = groups.slice(first, last + 1);
    const table = tableOf(lines, own);
    if (table !== undefined) tables.push(table);
    else if (own.length > 1 && isOneLine(own[0] as Group)) for (const found of apart(lines, own)) tables.push(found);
    else
      for (const { start, end } of own)
        for (const found of readCellLines(lines.slice(start, end))) tables.push(movedBy(found, start));
    first = last + 1;
  }
  return tables;
}

const isOneLine = ({ start, end }: Group): boolean => end === start + 1;

/** Tables of one cell a line with a blank line between each two. */
const apart = (lines: readonly string[], groups: readonly Group[]): FoundTable[] =>
  readCellLines(groups.map(({ start }) => lines[start] as string)).map((found) => ({
    ...found,
    start: (groups[found.start] as Group).start,
    end: (groups[found.end - 1] as Group).end,
  }));

const movedBy = (table: FoundTable, by: number): FoundTable => ({
  ...table,
  start: table.start + by,
  end: table.end + by,
});

function groupsOf(lines: readonly string[]): Group[] {
  const groups: Group[] = [];
  for (let start = 0; start < lines.length; start += 1) {
    if (lines[start] === '') continue;
    let end = start;
    while (end < lines.length && lines[end] !== '') end += 1;
    groups.push({ start, end });
    start = end;
  }
  return groups;
}

const follows = (above: Group, below: Group): boolean =>
  below.start === above.end + 1 && below.end - below.start === above.end - above.start;

function tableOf(lines: readonly string[], groups: readonly Group[]): FoundTable | undefined {
  const [first] = groups;
  const last = groups.at(-1);
  if (first === undefined || last === undefined || groups.length < 3) return undefined;
  const columns = first.end - first.start;
  if (columns < 2 || columns > MOST_COLUMNS) return undefined;
  const rows = groups.map(({ start, end }) => lines.slice(start, end));
  if (rows.some((row) => row.some((cell) => cell.length > LONGEST_CELL))) return undefined;
  const isNumbers = (column: number) =>
    !NUMBER.test(rows[0]?.[column] as string) && rows.slice(1).every((row) => NUMBER.test(row[column] as string));
  if (!rows[0]?.some((_, column) => isNumbers(column))) return undefined;
  return { start: first.start, end: last.end, rows, header: true, by: 'table:stacked', confidence: 0.7 };
}
