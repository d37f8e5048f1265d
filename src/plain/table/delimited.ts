/** Rows whose cells are parted by tabs, pipes or runs of blanks. */
import type { FoundTable } from './find-tables.ts';

const SEPARATOR = /^[\s|:+=-]*-[\s|:+=-]*$/;

export function readDelimited(run: readonly string[]): FoundTable | undefined {
  return (
    rowsBy(run, 'table:tabs', (line) => (line.includes('\t') ? line.split('\t') : undefined)) ??
    rowsBy(run, 'table:pipes', splitPipes) ??
    rowsBy(run, 'table:aligned', (line) => (/\S {2,}\S/.test(line) ? line.trim().split(/ {2,}/) : undefined))
  );
}

function splitPipes(line: string): string[] | undefined {
  if (!/\S\s*\|\s*\S/.test(line) && !/^\|.*\|$/.test(line)) return undefined;
  const inside = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return inside.split(/(?<!\\)\|/).map((cell) => cell.replaceAll('\\|', '|'));
}

type Split = (line: string) => string[] | undefined;

/** The longest run of lines that split, if they agree on the number of columns. */
function rowsBy(run: readonly string[], by: string, split: Split): FoundTable | undefined {
  const start = run.findIndex((line) => split(line) !== undefined);
  if (start === -1) return undefined;
  const rows: string[][] = [];
  let end = start;
  let ruled = false;
  for (; end < run.length; end += 1) {
    const line = run[end] as string;
    if (by === 'table:pipes' && SEPARATOR.test(line) && line.includes('-')) {
      ruled = true;
      continue;
    }
    const cells = split(line)?.map((cell) => cell.trim());
    if (cells === undefined) break;
    rows.push(cells);
  }
  dropEmptyColumns(rows);
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const agreeing = rows.filter((row) => row.length === width).length;
  if (rows.length < 2 || width < 2 || width > 40 || agreeing < rows.length * (by === 'table:aligned' ? 0.9 : 0.6))
    return undefined;
  const full = rows.map((row) => [...row, ...Array<string>(width - row.length).fill('')]);
  return {
    start,
    end,
    rows: full,
    header: ruled || hasHeader(full),
    by,
    confidence: by === 'table:aligned' ? 0.8 : 0.97,
  };
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
