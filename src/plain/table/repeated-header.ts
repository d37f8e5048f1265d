/** Tables of one form that follow each other without a blank line between: the header comes again. */
import type { FoundTable } from './find-tables.ts';

const FEWEST_ROWS = 2;

/** The parts of a table whose first row comes again, each with its header; the table itself where none does or rows are no lines. */
export function partsOf(table: FoundTable): FoundTable[] {
  const { rows, start, end } = table;
  const [header] = rows;
  if (header === undefined || end - start !== rows.length) return [table];
  const key = header.join('\n');
  const starts = [...rows.keys()].filter((at) => at === 0 || (rows[at] as readonly string[]).join('\n') === key);
  const ends = starts.map((_, at) => starts[at + 1] ?? rows.length);
  if (starts.length === 1 || starts.some((from, at) => (ends[at] as number) - from < FEWEST_ROWS)) return [table];
  return starts.map((from, at) => {
    const to = ends[at] as number;
    return { ...table, start: start + from, end: start + to, rows: rows.slice(from, to) };
  });
}
