/**
 * Rows whose cells are parted by the same three blanks or more everywhere, aligned or not:
 *
 *   Lesson   What it is about   Time
 *   Rope   How a bell is hung   45 min
 */
import type { FoundTable } from '../find-tables.ts';
import { hasHeader } from './delimited.ts';

/** Two are a way of writing. */
const NARROWEST = 3;
const FEWEST_ROWS = 3;
const FEWEST_ROWS_OF_TWO = 4;
const LONGEST = 2000;
/** Lists set their items in, and changes of code their lines. */
const MARKER = /^(?:[\p{P}\p{S}]|[\p{Nd}\p{L}]{1,3}[.)])$/u;
const COMMENT = /^(?:#|\/\/|--|;|%)\s/;

export function readGapped(lines: readonly string[]): FoundTable[] {
  const tables: FoundTable[] = [];
  for (let start = 0; start < lines.length; start += 1) {
    const first = partsOf(lines[start] as string);
    if (first === undefined) continue;
    const rows = [first.cells];
    for (let at = start + 1; at < lines.length; at += 1) {
      const next = partsOf(lines[at] as string);
      if (next?.gap !== first.gap || next.cells.length !== first.cells.length) break;
      rows.push(next.cells);
    }
    const isList = first.cells.length === 2 && rows.every(([cell]) => MARKER.test(cell as string));
    const remarks = rows.filter((row) => COMMENT.test(row.at(-1) as string)).length;
    if (
      !isList &&
      rows.length >= (first.cells.length > 2 ? FEWEST_ROWS : FEWEST_ROWS_OF_TWO) &&
      remarks * 2 <= rows.length
    ) {
      const end = start + rows.length;
      tables.push({ start, end, rows, header: hasHeader(rows), by: 'table:separated', confidence: 0.9 });
    }
    start += rows.length - 1;
  }
  return tables;
}

/** The cells of a line, and how wide all its gaps are; nothing where they differ. */
function partsOf(line: string): { cells: string[]; gap: number } | undefined {
  if (line.length > LONGEST || !line.includes('   ')) return undefined;
  const text = line.trim();
  const gaps = new Set((text.match(/ {2,}/g) ?? []).map(({ length }) => length));
  const [gap = 0] = gaps;
  return gaps.size === 1 && gap >= NARROWEST ? { cells: text.split(' '.repeat(gap)), gap } : undefined;
}
