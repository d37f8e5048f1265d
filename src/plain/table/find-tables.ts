/** Tables among the lines of a flat text: delimited ones first, then rows whose cells run together. */
import type { WordModel } from '../../model/words.ts';
import { readAligned } from './aligned.ts';
import { readPiped, readTabbed } from './delimited.ts';
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

/**
 * Lines are as they stand, with their indents, blank ones empty. Items of lists end a run of lines as blank ones do; only a row
 * of tabs may hold them.
 */
export function findTables(
  lines: readonly string[],
  isItem: (at: number) => boolean = () => false,
  knowledge?: TableKnowledge,
): FoundTable[] {
  const found = readTabbed(lines);
  const taken = new Set(
    found.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, step) => start + step)),
  );
  const own = lines.map((line, at) => (taken.has(at) || isItem(at) ? '' : line));
  const trimmed = own.map((line) => line.trim());
  const readGlued = knowledge === undefined ? undefined : gluedReader(trimmed, knowledge.models, knowledge.words);
  for (let start = 0; start < own.length; ) {
    let end = start;
    while (end < own.length && trimmed[end] !== '') end += 1;
    for (const run of remaining(own, start, end, found)) {
      const table = readAligned(own.slice(run.start, run.end));
      if (table !== undefined) found.push({ ...table, start: run.start + table.start, end: run.start + table.end });
      else {
        const glued = readGlued?.(run.start, run.end);
        if (glued !== undefined) found.push(glued);
      }
    }
    start = Math.max(end, start) + 1;
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Puts the tables of pipes of a run with the found ones and gives back what lies between them. */
function remaining(
  lines: readonly string[],
  start: number,
  end: number,
  found: FoundTable[],
): { start: number; end: number }[] {
  const left: { start: number; end: number }[] = [];
  let from = start;
  for (const table of readPiped(lines.slice(start, end))) {
    found.push({ ...table, start: start + table.start, end: start + table.end });
    left.push({ start: from, end: start + table.start });
    from = start + table.end;
  }
  left.push({ start: from, end });
  return left.filter((run) => run.end - run.start >= 2);
}
