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
import type { FoundTable } from './find-tables.ts';

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
    const table = tableOf(lines, groups.slice(first, last + 1));
    if (table !== undefined) tables.push(table);
    else for (const group of groups.slice(first, last + 1)) tables.push(...tablesWithin(lines, group));
    first = last + 1;
  }
  return tables;
}

/** A figure, perhaps with its unit: `14 crowns`, `$9.50`, `12.5 km²`. */
const FIGURE = /^[\p{Sc}+(~–−-]{0,2}\s?\p{Nd}[\p{Nd}.,:%/()–-]*(?:\s?[\p{L}\p{M}\p{Sc}%°²³.]{1,10}){0,2}$/u;
const MOST_CELLS = 400;
/** No cell of such a table is a sentence; where no blank line parts blocks, sentences are what stands around it. */
const SENTENCE = /[.!?:…。！？：।؟۔]["'”’»)\]]*$/;
const FEWEST_ROWS = 3;

/** Parts of a group, between its sentences, that are a table with all cells under each other. */
function tablesWithin(lines: readonly string[], { start, end }: Group): FoundTable[] {
  const tables: FoundTable[] = [];
  for (let from = start; from < end; ) {
    let to = from;
    while (to < end && !isSentence(lines[to] as string)) to += 1;
    const table = tableOfCells(lines, from, to);
    if (table !== undefined) tables.push(table);
    from = to + 1;
  }
  return tables;
}

const isSentence = (line: string): boolean => line.length > LONGEST_CELL || (SENTENCE.test(line) && !FIGURE.test(line));

/** The narrowest grid in which each column has figures alone under its name, or none at all, and one has them. */
function tableOfCells(lines: readonly string[], start: number, end: number): FoundTable | undefined {
  const count = end - start;
  if (count < 2 * FEWEST_ROWS || count > MOST_CELLS) return undefined;
  const isFigure = lines.slice(start, end).map((line) => FIGURE.test(line));
  const first = isFigure.indexOf(true);
  for (let columns = 2; columns <= Math.min(MOST_COLUMNS, first, count / FEWEST_ROWS); columns += 1) {
    if (
      count % columns !== 0 ||
      !isFigure.every((is, at) => is === (at >= columns && isFigure[columns + (at % columns)]))
    )
      continue;
    // A table of figures alone has no names for its rows.
    if (isFigure[columns]) continue;
    const rows = Array.from({ length: count / columns }, (_, row) =>
      lines.slice(start + row * columns, start + (row + 1) * columns),
    );
    return { start, end, rows, header: true, by: 'table:stacked', confidence: 0.7 };
  }
  return undefined;
}

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
