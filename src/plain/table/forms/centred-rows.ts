/**
 * Lines of aligned cells → rows, where a program prints the cells of a row half way down it:
 *
 *                   Prices of all goods that
 *     Goods         are sold in the shop, with
 *                   and without tax.
 *                   Where they are kept, by
 *     Stores        shelf.
 *   ^ each cell has as many lines above it as below, or one fewer
 *
 * Dynamic programming over the lines: of all ways to part them into rows the one in which most cells stand so.
 */
type Line = readonly string[];

const TALLEST = 40;
const CENTRED = 1;
const NOT_CENTRED = -2;
const TORN = -3;
const EMPTY = -1;
/** Where the text of a cell ends in the middle of a row, and where it goes on over the border of one. */
const ENDS_INSIDE = -1.2;
const GOES_ON_OUTSIDE = -1;
const ENDS_AT_BORDER = 0.4;

/** Whether the line after this one still belongs to the cell, as far as its width and stop tell. */
export type GoesOn = (above: string, below: string, column: number) => boolean;

/** The first line of each row, and how well the cells stand; the header takes part as any row. */
export function centredRows(lines: readonly Line[], goesOn: GoesOn): { starts: number[]; value: number } {
  const columns = lines[0]?.length ?? 0;
  const best = new Float64Array(lines.length + 1).fill(Number.NEGATIVE_INFINITY);
  const back = new Int32Array(lines.length + 1);
  best[0] = 0;
  for (let start = 0; start < lines.length; start += 1) {
    const cells: Cell[] = Array.from({ length: columns }, () => ({ first: -1, last: -1, filled: 0, ends: 0 }));
    const border = start === 0 ? 0 : borderValue(lines[start - 1] as Line, lines[start] as Line, goesOn);
    for (let end = start + 1; end <= Math.min(lines.length, start + TALLEST); end += 1) {
      extend(cells, lines, start, end - 1, goesOn);
      const value = (best[start] as number) + border + cells.reduce((sum, cell) => sum + standing(cell, start, end), 0);
      // A row with a line that no cell fills is none.
      if (!cells.some(({ filled }) => filled === end - start) || value <= (best[end] as number)) continue;
      best[end] = value;
      back[end] = start;
    }
  }
  const starts: number[] = [];
  for (let end = lines.length; end > 0; end = back[end] as number) starts.push(back[end] as number);
  return { starts: starts.reverse(), value: best[lines.length] as number };
}

interface Cell {
  first: number;
  last: number;
  filled: number;
  /** How often its text ends before its last line. */
  ends: number;
}

function extend(cells: readonly Cell[], lines: readonly Line[], start: number, at: number, goesOn: GoesOn): void {
  for (const [column, cell] of cells.entries()) {
    const text = (lines[at] as Line)[column] as string;
    if (text === '') continue;
    if (cell.first === -1) cell.first = at;
    else if (at > start && !goesOn((lines[at - 1] as Line)[column] as string, text, column)) cell.ends += 1;
    cell.last = at;
    cell.filled += 1;
  }
}

function standing({ first, last, filled, ends }: Cell, start: number, end: number): number {
  if (first === -1) return EMPTY;
  const above = first - start;
  const below = end - 1 - last;
  const isCentred = below === above || below === above + 1;
  const place = last - first + 1 > filled ? TORN : !isCentred ? NOT_CENTRED : above + below === 0 ? 0 : CENTRED;
  return place + ends * ENDS_INSIDE;
}

function borderValue(above: Line, below: Line, goesOn: GoesOn): number {
  let value = 0;
  for (const [column, text] of below.entries()) {
    const before = above[column] as string;
    if (text === '' || before === '') continue;
    value += goesOn(before, text, column) ? GOES_ON_OUTSIDE : ENDS_AT_BORDER;
  }
  return value;
}
