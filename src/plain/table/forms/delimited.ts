/** Rows whose cells are parted by tabs or pipes; lines come as they stand, with indents and trailing blanks. */
import { isMenu } from '../columns/menus.ts';
import type { FoundTable } from '../find-tables.ts';

const RULE = /^[\s|:+=]*-[\s|:+=-]*$/;

/** A row that a cell of several lines has torn is no longer than this. */
const LONGEST_ROW = 24;

/**
 * Tables of lines with tabs. Lists and line breaks in cells tear a row: it goes on, even over blank lines, until it has as many
 * tabs as the others.
 *
 *   Type<tab>Hidden<tab>One of:
 *   - a
 *   - b<tab>None
 */
export function readTabbed(source: readonly string[]): FoundTable[] {
  if (!source.some(hasTab)) return [];
  const lines = singleTabs(source);
  const tables: FoundTable[] = [];
  for (let start = 0; start < lines.length; start += 1) {
    if (!hasTab(lines[start])) continue;
    const width = widthOf(tabRun(lines, start));
    const rows: string[][] = [];
    let at = start;
    while (at < lines.length && (hasTab(lines[at]) || (rows.length > 0 && goesOn(lines, at, start)))) {
      if (!hasTab(lines[at])) {
        appendTo(rows, lines[at] as string);
        at += 1;
        continue;
      }
      const end = endOfRow(lines, at, width);
      rows.push(
        lines
          .slice(at, end)
          .filter((line) => line.trim() !== '')
          .join(' ')
          .split('\t')
          .map((cell) => cell.trim()),
      );
      at = end;
      for (let next = nextOfParagraphs(lines, at, width); next > at; next = nextOfParagraphs(lines, at, width)) {
        const pieces = lines.slice(at, next + 1).filter((line) => line.trim() !== '');
        rows.push(
          pieces
            .join(' ')
            .split('\t')
            .map((cell) => cell.trim()),
        );
        at = next + 1;
      }
    }
    // Tabs at the beginning of lines alone set them in.
    const isTable = lines.slice(start, at).some((line) => line.trim().includes('\t'));
    const table = isTable ? tableOf(rows, start, at, false, 'table:tabs', 0) : undefined;
    if (table !== undefined) tables.push({ ...table, rows: shifted(table.rows) });
    start = at - 1;
  }
  return tables;
}

/** Programs that print two tabs between cells print two everywhere. */
function singleTabs(lines: readonly string[]): readonly string[] {
  const single = lines.some((line) => hasTab(line) && /(?<!\t)(?:\t\t)*\t(?!\t)/.test(line.trimEnd()));
  return single ? lines : lines.map((line) => line.replaceAll('\t\t', '\t'));
}

const hasTab = (line: string | undefined): boolean => line?.includes('\t') === true && line.trim() !== '';

/** The lines with tabs from here on: up to a blank line where these are a table, else as far as a torn row may reach. */
function tabRun(lines: readonly string[], start: number): string[] {
  const run: string[] = [];
  for (let at = start, last = start; at < lines.length && at - last <= LONGEST_ROW; at += 1) {
    const line = lines[at] as string;
    if (line.trim() === '' && run.length >= MANY_ROWS) break;
    if (!hasTab(line)) continue;
    if (at - last > 1 && isLike(line, lines[start] as string)) break;
    run.push(line);
    last = at;
  }
  return run;
}

const MANY_ROWS = 3;

const MOST_PARAGRAPHS = 8;

/**
 * The line that ends a row whose first cell holds paragraphs: it begins with the tab after that cell and has all others. The index
 * given where there is none.
 */
function nextOfParagraphs(lines: readonly string[], at: number, width: number): number {
  if ((lines[at] ?? '').trim() !== '') return at;
  const last = Math.min(lines.length, at + MOST_PARAGRAPHS);
  let filled = 0;
  for (let next = at; next < last; next += 1) {
    const line = lines[next] as string;
    if (hasTab(line)) return filled > 0 && line.startsWith('\t') && line.split('\t').length === width ? next : at;
    if (line.trim() !== '') filled += 1;
  }
  return at;
}

/** A line without a tab belongs to the cell above where another row follows it at once. */
function goesOn(lines: readonly string[], at: number, header: number): boolean {
  for (let next = at; next < Math.min(lines.length, at + LONGEST_ROW); next += 1) {
    if ((lines[next] ?? '').trim() === '') return false;
    // Names of the header again: another table, and this line its title.
    if (hasTab(lines[next]))
      return !isLike(lines[next] as string, lines[header] as string) && !isTitle(lines, at, header, next);
  }
  return false;
}

//   Fare→Adults→Children      rows of so many cells, all of them
//   Distances
//   Leg→Kilometres            rows of so many others
function isTitle(lines: readonly string[], at: number, header: number, next: number): boolean {
  if (next !== at + 1) return false;
  if (/^\p{Extended_Pictographic}/u.test(lines[at] as string)) return true;
  let end = next;
  while (hasTab(lines[end])) end += 1;
  const [over, under] = [lines.slice(header, at), lines.slice(next, end)].map(
    (run) => new Set(run.map((line) => line.split('\t').length)),
  ) as [Set<number>, Set<number>];
  const areRows = at - header > 1 && end - next > 1 && over.size === 1 && under.size === 1;
  return areRows && ([...over][0] !== [...under][0] || isHeader(lines.slice(header, at), lines[next] as string));
}

/** Behind rows with figures in a column a row without any names others. */
function isHeader([, ...rows]: readonly string[], line: string): boolean {
  if (rows.length < MANY_ROWS || /\p{Nd}/u.test(line)) return false;
  const cells = rows.map((row) => row.split('\t'));
  const withFigures = (column: number) => cells.filter((row) => /\p{Nd}/u.test(row[column] as string)).length;
  return (cells[0] as string[]).some((_, column) => withFigures(column) * 2 > rows.length);
}

function isLike(line: string, header: string): boolean {
  const names = header.split('\t');
  const cells = line.split('\t');
  return (
    names.length > 1 && names.filter((name, at) => name.trim() !== '' && name === cells[at]).length * 2 >= names.length
  );
}

/** The end of the row that begins here: its own line, or as many as its tabs take. */
function endOfRow(lines: readonly string[], start: number, width: number): number {
  let tabs = (lines[start] as string).split('\t').length;
  if (tabs >= width) return start + 1;
  for (let at = start + 1; at < Math.min(lines.length, start + LONGEST_ROW); at += 1) {
    tabs += (lines[at] as string).split('\t').length - 1;
    if (tabs > width) break;
    if (tabs === width) return at + 1;
  }
  return start + 1;
}

/** The most columns that all rows can have when those that lack some go on in the lines below; else what most lines have. */
function widthOf(run: readonly string[]): number {
  const counts = run.map((line) => line.split('\t').length);
  for (const width of [...new Set(counts)].sort((a, b) => b - a)) {
    let row = 0;
    const fits = counts.every((count) => {
      row = row === 0 || row === width ? count : row + count - 1;
      return row <= width;
    });
    if (fits && row === width && width > 2) return width;
  }
  return commonest(counts);
}

/** Rows whose first cell is missing, not their last: what they hold stands in the columns to the right in other rows. */
function shifted(rows: FoundTable['rows']): FoundTable['rows'] {
  const seen = new Map<string, number>();
  const key = (cell: string, column: number) => `${column} ${cell}`;
  for (const row of rows)
    if (row.at(-1) !== '')
      for (const [column, cell] of row.entries())
        if (cell !== '') seen.set(key(cell, column), (seen.get(key(cell, column)) ?? 0) + 1);
  const known = (row: readonly string[], by: number) =>
    row.filter((cell, column) => cell !== '' && seen.has(key(cell, column + by))).length;
  return rows.map((row) =>
    row.at(-1) === '' && row[0] !== '' && known(row, 0) === 0 && known(row, 1) > 1 ? ['', ...row.slice(0, -1)] : row,
  );
}

function commonest(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce(
    (best, [value, count]) => (count > best[1] || (count === best[1] && value > best[0]) ? [value, count] : best),
    [0, 0],
  )[0];
}

/**
 * Tables of pipes with a rule under their header. Line breaks and lists in cells tear a row: it goes on until it has as many
 * pipes as the rule.
 *
 *   Type | Hidden | One of:
 *   ---|---|---
 *   - a
 *   - b | None
 */
export function readRuled(lines: readonly string[]): FoundTable[] {
  const tables: FoundTable[] = [];
  for (let rule = 1; rule < lines.length; rule += 1) {
    if (!isRule(lines[rule] as string)) continue;
    const first = headerAt(lines, rule);
    const header = lines.slice(first, rule).join(' ');
    if (isRule(header) || !header.includes('|')) continue;
    const outer = /^\s*\|/.test(lines[rule] as string);
    const width = splitPipes((lines[rule] as string).replaceAll('+', '|'), outer).length;
    const rows = [splitPipes(header, outer)];
    let end = rule + 1;
    for (; end < lines.length && (lines[end] as string).trim() !== '' && !isRule(lines[end + 1] ?? ''); end += 1) {
      const line = lines[end] as string;
      if (isRule(line)) continue;
      const cells = splitPipes(line, outer);
      const above = rows.at(-1) as string[];
      // A row that lacks cells, or the hard line break of the others, goes on; so does the last cell of a whole one where both lines end in a hard line break.
      const isUnended = HARD_BREAK.test(header) && !HARD_BREAK.test(lines[end - 1] as string);
      const fits = above.length + cells.length - 1 <= width;
      const isOpen = end > rule + 1 && !outer && fits && (above.length < width || isUnended);
      const isBreak =
        end > rule + 1 && cells.length === 1 && HARD_BREAK.test(lines[end - 1] as string) && HARD_BREAK.test(line);
      if (isOpen || isBreak) {
        appendTo(rows, cells[0] as string);
        for (const cell of cells.slice(1)) above.push(cell);
      } else if (hasPipe(line)) rows.push(cells);
      else break;
    }
    const table = tableOf(rows, first, end, true, 'table:pipes', 0.4);
    if (table === undefined) continue;
    tables.push(table);
    rule = end - 1;
  }
  return tables;
}

/** The first line of the names above a rule: a page too narrow breaks them, and only the last line has the hard line break of a row. */
function headerAt(lines: readonly string[], rule: number): number {
  const last = rule - 1;
  if (hasPipe(lines[last] as string) || !HARD_BREAK.test(lines[last] as string)) return last;
  for (let at = last - 1; at >= 0 && last - at < MOST_LINES_OF_NAMES; at -= 1) {
    const line = lines[at] as string;
    if (line.trim() === '' || HARD_BREAK.test(line)) break;
    if (hasPipe(line)) return at;
  }
  return last;
}
const HARD_BREAK = / {2}$/;
const MOST_LINES_OF_NAMES = 8;

//   ----+-----------+--------
const CROSSED = /^\s*-{2,}(?:\+-{2,})+\s*$/;

const isRule = (line: string): boolean => RULE.test(line) && (line.includes('|') || CROSSED.test(line));

/** So many lines in a row that are none may stand over rows of pipes, without a blank one. */
const MOST_OVER = 20;

/** Rows of pipes without a rule in a run of lines. */
export function readPiped(run: readonly string[]): FoundTable[] {
  const tables: FoundTable[] = [];
  let over = 0;
  for (let start = 0; start < run.length; start += 1) {
    if (!hasPipe(run[start] as string) || isRule(run[start] as string)) continue;
    const rows: string[][] = [];
    let end = start;
    for (; end < run.length && (hasPipe(run[end] as string) || isRule(run[end] as string)); end += 1)
      if (!isRule(run[end] as string)) rows.push(splitPipes(run[end] as string, undefined));
    const isTable = !areLinks(rows, run[start] as string) && !areTitles(rows, run, start, end);
    const table = isTable ? tableOf(rows, start, end, false, 'table:pipes', 0.6) : undefined;
    if (table !== undefined) tables.push(table);
    over = table === undefined && over < MOST_OVER ? over + 1 : 0;
    if (over === 0) start = end - 1;
  }
  return tables;
}

//   Privacy policy | Cookies | Terms      two lines of links at the foot of a page
//   Imprint | Contact | Site map
const areLinks = (rows: readonly (readonly string[])[], first: string): boolean =>
  rows.length === 2 && !first.trimStart().startsWith('|') && isMenu(rows);

//   How to keep a list | Harbour News       titles of pages with the names of their sites
//   Ten boats (harbour.example)
const areTitles = (
  rows: readonly (readonly string[])[],
  run: readonly string[],
  start: number,
  end: number,
): boolean => {
  const isBare = rows.length <= MOST_TITLES && rows.every((row) => row.length === 2);
  const besides = [...run.slice(Math.max(0, start - 1), start), ...run.slice(end, end + 1)];
  return (
    isBare && besides.length > 0 && run.slice(start, end).every((line) => !/^\s*\||\|\s*$/.test(line) && !isRule(line))
  );
};
const MOST_TITLES = 3;

const hasPipe = (line: string): boolean => line.includes('|') && partsCells(line);

const partsCells = (line: string): boolean =>
  /\S\s*\|\s*\S/.test(line) || /^\s*\|.*\|\s*$/.test(line) || /^\s*\|\s*\S/.test(line) || /\S\s+\|\s*$/.test(line);

/** `outer`: whether the table writes pipes at both ends of a line; unknown where it has no rule. */
function splitPipes(line: string, outer: boolean | undefined): string[] {
  let inside = line.trim();
  if (outer !== false) inside = inside.replace(/^\|/, '').replace(/(?<!\\)\|$/, '');
  return inside.split(/(?<!\\)\|/).map((cell) => cell.replaceAll('\\|', '|').trim());
}

function appendTo(rows: readonly string[][], line: string): void {
  const last = rows.at(-1);
  if (last !== undefined) last[last.length - 1] = `${last.at(-1)} ${line.trim()}`.trim();
}

/** Rows as a rectangle, if enough of them agree on the number of columns. */
function tableOf(
  rows: string[][],
  start: number,
  end: number,
  ruled: boolean,
  by: string,
  agreement: number,
): FoundTable | undefined {
  dropEmptyColumns(rows);
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const agreeing = rows.filter((row) => row.length === width).length;
  if (rows.length < 2 || width < 2 || width > 40 || agreeing < rows.length * agreement) return undefined;
  const full = rows.map((row) => [...row, ...Array<string>(width - row.length).fill('')]);
  return { start, end, rows: full, header: ruled || hasHeader(full), by, confidence: 0.97 };
}

/** Two delimiters between all cells make empty columns that nobody wrote. */
function dropEmptyColumns(rows: string[][]): void {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const used = Array.from({ length: width }, (_, column) => rows.some((row) => (row[column] ?? '') !== ''));
  if (used.includes(false)) for (const [at, row] of rows.entries()) rows[at] = row.filter((_, column) => used[column]);
}

/** The first row names the columns unless it holds a number where the others do. */
export function hasHeader(rows: readonly (readonly string[])[]): boolean {
  const first = rows[0] ?? [];
  return first.some((cell) => cell !== '') && !first.some((cell) => /^[\p{Nd}.,:%\s/–-]+$/u.test(cell) && cell !== '');
}
