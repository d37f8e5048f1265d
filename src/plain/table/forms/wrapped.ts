/**
 * Lines of aligned cells → rows. Text browsers wrap the cells, and some print short cells half way down the row:
 *
 *                       The sum must be that of
 *   Billing and  2415109 the contract, not of the
 *   prices               invoice.
 *                ^^^^^^^ one number a row: a boundary lies between two of them
 */
import { centredRows } from './centred-rows.ts';
import { BREAKS_ANYWHERE, shownWidth } from './width.ts';

const NUMBER = /^[\p{Nd}][\p{Nd}.,/:-]{0,14}$/u;
/** Columns may be a little wider than their longest line. */
const SLACK = 2;
/** Narrow ones hardly are. */
const NARROW = 8;
/** No page is so narrow that cells of a table of this width, its gaps left out, were wrapped. */
const FITS = 48;

type Line = readonly string[];

export function joinWrapped(lines: readonly Line[]): string[][] {
  const widths = (lines[0] as Line).map((_, column) =>
    lines.reduce((most, line) => Math.max(most, shownWidth(line[column] as string)), 0),
  );
  const starts =
    startsByFit(lines, widths) ??
    startsByNumbers(lines, widths) ??
    startsByCentre(lines, widths) ??
    startsByWidth(lines, widths);
  return starts.map((start, at) => joined(lines.slice(start, starts[at + 1] ?? lines.length)));
}

function joined(lines: readonly Line[]): string[] {
  return (lines[0] as Line).map((_, column) =>
    lines.reduce((cell, line) => {
      const piece = line[column] as string;
      if (cell === '' || piece === '') return cell + piece;
      return cell + (BREAKS_ANYWHERE.test(piece[0] as string) ? '' : ' ') + piece;
    }, ''),
  );
}

/** Where there is room for all cells, and no line has but one or lacks the first, each line is a row. */
function startsByFit(lines: readonly Line[], widths: readonly number[]): number[] | undefined {
  const width = widths.reduce((sum, own) => sum + own, 0);
  const isRow = (line: Line) => line[0] !== '' && line.filter((cell) => cell !== '').length > 1;
  return width <= FITS && lines.every(isRow) ? [...lines.keys()] : undefined;
}

/** Where cells stand half way down their rows: some row's first line lacks a cell that a line below has. */
function startsByCentre(lines: readonly Line[], widths: readonly number[]): number[] | undefined {
  const { starts } = centredRows(lines, (above, below, column) => {
    if (above === '' || /[.!?。！？।]$/.test(above) || NUMBER.test(below)) return false;
    return isFull(above, below, widths[column] as number);
  });
  let centred = 0;
  let tops = 0;
  for (const [at, start] of starts.entries()) {
    const rows = lines.slice(start, starts[at + 1] ?? lines.length);
    for (const column of widths.keys()) {
      const first = rows.findIndex((line) => line[column] !== '');
      const filled = rows.filter((line) => line[column] !== '').length;
      if (filled === 0 || filled > rows.length - 2) continue;
      if (first > 0) centred += 1;
      else tops += 1;
    }
  }
  return centred > tops && (centred > 1 || tops === 0) ? starts : undefined;
}

/** A line starts a row unless it goes on with cells that were too full for its next word. */
function startsByWidth(lines: readonly Line[], widths: readonly number[]): number[] {
  return [...lines.keys()].filter((at) => at === 0 || !continues(lines[at - 1] as Line, lines[at] as Line, widths));
}

function continues(above: Line, line: Line, widths: readonly number[]): boolean {
  let evidence = 0;
  for (const [column, cell] of line.entries()) {
    const before = above[column] as string;
    if (cell === '' || before === '') continue;
    const width = widths[column] as number;
    if (!isFull(before, cell, width) || width < 6) return false;
    if (/[.!?。！？।]$/.test(before) || NUMBER.test(cell)) return false;
    evidence += 1;
  }
  return evidence > 0 && line.some((cell) => cell === '');
}

function isFull(before: string, cell: string, width: number): boolean {
  const word = BREAKS_ANYWHERE.test(cell[0] as string) ? 2 : shownWidth(/^\S+/.exec(cell)?.[0] ?? '') + 1;
  return shownWidth(before) + word + Math.min(SLACK, Math.floor(width / NARROW)) > width;
}

/** Where a column has numbers alone, one a row: between two of them the likeliest line begins the next row. */
function startsByNumbers(lines: readonly Line[], widths: readonly number[]): number[] | undefined {
  const column = widths.findIndex((_, at) => isNumbers(lines, at));
  if (column === -1) return undefined;
  const anchors = [...lines.keys()].filter((at) => NUMBER.test((lines[at] as Line)[column] as string));
  // Each line has its number: no row is wrapped.
  if (anchors.length < 2 || anchors.length >= lines.length - 1) return undefined;
  const starts = [0];
  let start = boundary(lines, widths, 0, anchors[0] as number, undefined);
  // What stands over the first number is the header, unless there is nothing.
  if (start > 0) starts.push(start);
  for (const [at, anchor] of anchors.entries()) {
    const next = anchors[at + 1];
    if (next === undefined) break;
    // A number half way down has as many lines below as above, or one more; one on top says nothing of what is below.
    const middle = anchor === start ? undefined : anchor + (anchor - start) + 1;
    start = boundary(lines, widths, anchor, next, middle);
    starts.push(start);
  }
  return starts;
}

const isNumbers = (lines: readonly Line[], column: number): boolean => {
  const cells = lines.map((line) => line[column] as string).filter((cell) => cell !== '');
  const numbers = cells.filter((cell) => NUMBER.test(cell)).length;
  return numbers >= 2 && cells.length - numbers <= 2 && !NUMBER.test(cells[0] as string);
};

/** The line after `from`, up to `to`, that most looks like the first of a row. */
function boundary(
  lines: readonly Line[],
  widths: readonly number[],
  from: number,
  to: number,
  middle: number | undefined,
): number {
  let best = { at: to, score: Number.NEGATIVE_INFINITY };
  for (let at = from + 1; at <= to; at += 1) {
    let score = 0;
    for (const [column, cell] of (lines[at] as Line).entries()) {
      const before = (lines[at - 1] as Line)[column] as string;
      if (cell === '') continue;
      if (before === '') score += 0.4;
      else if (NUMBER.test(cell) && !NUMBER.test(before)) score += 3;
      else score += isFull(before, cell, widths[column] as number) ? -1 : 2;
      if (before !== '' && /[.!?。！？।]$/.test(before)) score += 1;
      if (/^\p{Ll}/u.test(cell)) score -= 1.5;
      else if (/^\p{Lu}/u.test(cell)) score += 0.5;
    }
    if (middle !== undefined) score -= Math.max(0, Math.abs(at - middle - 0.5) - 0.5) * 1.5;
    if (score > best.score) best = { at, score };
  }
  return best.at;
}
