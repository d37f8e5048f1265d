/** Tables among the lines of a flat text: delimited ones first, then rows whose cells run together. */
import type { WordModel } from '../../model/words.ts';
import { readDelimited } from './delimited.ts';
import { gluedReader, type TableModels } from './glued.ts';

export interface FoundTable {
  /** Index of the first line. */
  readonly start: number;
  /** Index after the last line. */
  readonly end: number;
  /** Rectangular; an empty string is an empty cell. */
  readonly rows: readonly (readonly string[])[];
  /** The first row names the columns. */
  readonly header: boolean;
  /** `table:tabs`, `table:pipes`, `table:aligned`, `table:glued`, `table:space`. */
  readonly by: string;
  readonly confidence: number;
}

/** What finding rows that run together takes; without it such rows stay lines. */
export interface TableKnowledge {
  readonly models: TableModels;
  readonly words: WordModel | undefined;
}

/** Lines are as they stand, blank ones empty; a table is a run of lines without a blank one. */
export function findTables(lines: readonly string[], knowledge?: TableKnowledge): FoundTable[] {
  const found: FoundTable[] = [];
  const readGlued = knowledge === undefined ? undefined : gluedReader(lines, knowledge.models, knowledge.words);
  for (let start = 0; start < lines.length; ) {
    let end = start;
    while (end < lines.length && lines[end] !== '') end += 1;
    if (end - start >= 2) {
      const table = readDelimited(lines.slice(start, end));
      if (table !== undefined) found.push({ ...table, start: start + table.start, end: start + table.end });
      else {
        const glued = readGlued?.(start, end);
        if (glued !== undefined) found.push(glued);
      }
    }
    start = Math.max(end, start) + 1;
  }
  return found;
}
