/** Tables among the lines of a flat text: delimited ones first, then rows whose cells were glued together. */
import { readDelimited } from './delimited.ts';
import { readGlued } from './glued.ts';
import { vocabularyOf } from './vocabulary.ts';

export interface FoundTable {
  /** Index of the first line. */
  readonly start: number;
  /** Index after the last line. */
  readonly end: number;
  /** Rectangular; an empty string is an empty cell. */
  readonly rows: readonly (readonly string[])[];
  /** The first row names the columns. */
  readonly header: boolean;
  /** `table:tabs`, `table:pipes`, `table:aligned`, `table:glued`. */
  readonly by: string;
  readonly confidence: number;
}

/** Lines are as they stand, blank ones empty; a table is a run of lines without a blank one. */
export function findTables(lines: readonly string[]): FoundTable[] {
  const found: FoundTable[] = [];
  const vocabulary = vocabularyOf(lines);
  for (let start = 0; start < lines.length; ) {
    let end = start;
    while (end < lines.length && lines[end] !== '') end += 1;
    if (end - start >= 2) {
      const run = lines.slice(start, end);
      const table = readDelimited(run) ?? readGlued(run, vocabulary);
      if (table !== undefined) found.push({ ...table, start: start + table.start, end: start + table.end });
    }
    start = Math.max(end, start) + 1;
  }
  return found;
}
