/** Rows whose cells are parted by tabs or pipes; lines come as they stand, with indents and trailing blanks. */
import type { FoundTable } from './find-tables.ts';

const RULE = /^[\s|:+=-]*-[\s|:+=-]*$/;

/** The tables of a run of lines, in order. */
export function readDelimited(run: readonly string[]): FoundTable[] {
  if (run.some((line) => line.includes('\t'))) {
    const tables = tabbed(run);
    if (tables.length > 0) return tables;
  }
  return run.some((line) => line.includes('|')) ? piped(run) : [];
}

/** Stretches of lines with tabs; a row that a line break in a cell has torn is put together again. */
function tabbed(run: readonly string[]): FoundTable[] {
  const tables: FoundTable[] = [];
  for (let start = 0; start < run.length; start += 1) {
    if (!(run[start] as string).includes('\t')) continue;
    let end = start;
    let last = start;
    // Lines without a tab belong to a table only between its rows.
    while (end < run.length && end - last <= LONGEST_CELL) {
      if ((run[end] as string).includes('\t')) last = end;
      end += 1;
    }
    const table = tabTable(run.slice(start, last + 1)) ?? tabTable(stretch(run, start));
    if (table !== undefined) {
      tables.push({ ...table, start: start + table.start, end: start + table.end });
      start += table.end - 1;
    } else start = last;
  }
  return tables;
}

/** A cell of more lines is no cell. */
const LONGEST_CELL = 12;

function stretch(run: readonly string[], start: number): string[] {
  let end = start;
  while (end < run.length && (run[end] as string).includes('\t')) end += 1;
  return run.slice(start, end);
}

function tabTable(lines: readonly string[]): FoundTable | undefined {
  const width = commonest(lines.filter((line) => line.includes('\t')).map((line) => line.split('\t').length));
  const rows: string[][] = [];
  for (let at = 0; at < lines.length; at += 1) {
    let line = lines[at] as string;
    while (line.split('\t').length < width && at + 1 < lines.length && joins(line, lines[at + 1] as string, width))
      line += ` ${lines[(at += 1)]}`;
    rows.push(line.split('\t').map((cell) => cell.trim()));
  }
  return tableOf(rows, 0, lines.length, false, 'table:tabs', 0.6);
}

const joins = (line: string, next: string, width: number): boolean =>
  line.split('\t').length + next.split('\t').length - 1 <= width;

function commonest(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce(
    (best, [value, count]) => (count > best[1] || (count === best[1] && value > best[0]) ? [value, count] : best),
    [0, 0],
  )[0];
}

/** Rows of pipes; a rule under a line makes that line the header of a new table. */
function piped(run: readonly string[]): FoundTable[] {
  const tables: FoundTable[] = [];
  const isRow = (at: number) => hasPipe(run[at] ?? '');
  const isRule = (at: number) =>
    at < run.length && RULE.test(run[at] as string) && /-/.test(run[at] as string) && (run[at] as string).includes('|');
  for (let start = 0; start < run.length; start += 1) {
    if (!isRow(start) || isRule(start)) continue;
    const ruled = isRule(start + 1);
    const outer = ruled ? /^\s*\|/.test(run[start + 1] as string) : undefined;
    const width = ruled ? splitPipes(run[start + 1] as string, outer).length : 0;
    const rows: string[][] = [];
    let end = start;
    for (; end < run.length; end += 1) {
      if (end > start && isRule(end + 1)) break;
      if (isRule(end)) continue;
      const line = run[end] as string;
      if (isRow(end)) rows.push(splitPipes(line, outer));
      // A hard line break in the last cell: the row above and this line end with two blanks.
      else if (ruled && end > start + 1 && / {2}$/.test(run[end - 1] as string) && / {2}$/.test(line))
        appendTo(rows, line);
      else break;
    }
    const fitted = ruled ? rows.map((row) => row.slice(0, Math.max(width, row.length))) : rows;
    const table = tableOf(fitted, start, end, ruled, 'table:pipes', ruled ? 0.4 : 0.6);
    if (table === undefined) continue;
    tables.push(table);
    start = end - 1;
  }
  return tables;
}

const hasPipe = (line: string): boolean =>
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
