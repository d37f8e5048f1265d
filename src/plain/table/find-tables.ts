/** Tables among the lines of a flat text: delimited ones first, then rows whose cells run together. */
import type { WordModel } from '../../model/words.ts';
import { readAligned } from './aligned.ts';
import { readPiped, readRuled, readTabbed } from './delimited.ts';
import { type GluedReader, gluedReader, type TableModels } from './glued.ts';
import { withoutInvisible } from './row.ts';
import { readStacked } from './stacked.ts';
import { readTorn } from './torn.ts';
import { wrappingOf } from './unwrap.ts';

export interface FoundTable {
  /** Index of the first line. */
  readonly start: number;
  /** Index after the last line. */
  readonly end: number;
  /** Rectangular; an empty string is an empty cell. */
  readonly rows: readonly (readonly string[])[];
  /** The first row names the columns. */
  readonly header: boolean;
  /** `table:tabs`, `table:pipes`, `table:aligned`, `table:stacked`, `table:glued`, `table:space`. */
  readonly by: string;
  readonly confidence: number;
}

/** What finding rows that run together takes; without it such rows stay lines. */
export interface TableKnowledge {
  readonly models: TableModels;
  readonly words: WordModel | undefined;
}

const FEWEST_LINES = 2;

const overlap = (a: FoundTable, b: FoundTable): boolean => a.start < b.end && b.start < a.end;

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
  for (const table of readRuled(lines)) if (!found.some((other) => overlap(table, other))) found.push(table);
  const taken = new Set(
    found.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, step) => start + step)),
  );
  const own = lines.map((line, at) => (taken.has(at) || isItem(at) ? '' : line));
  const trimmed = own.map((line) => withoutInvisible(line).trim());
  const glued = knowledge === undefined ? undefined : gluedReader(trimmed, knowledge.models, knowledge.words);
  for (const table of readStacked(trimmed, (at) => (lines[at] as string).trim() === '')) {
    found.push(table);
    trimmed.fill('', table.start, table.end);
    own.fill('', table.start, table.end);
  }
  const wrapping = glued === undefined ? undefined : wrappingOf(lines);
  const put = (table: FoundTable | undefined, from: number): boolean => {
    if (table !== undefined) found.push({ ...table, start: from + table.start, end: from + table.end });
    return table !== undefined;
  };
  const tornTable = (start: number, runEnd: number, reader: GluedReader): FoundTable | undefined => {
    let end = runEnd;
    while (end < lines.length && (isItem(end) || trimmed[end] !== '') && !taken.has(end)) end += 1;
    // Items that no row follows are a list below the table.
    while (end > runEnd && isItem(end - 1)) end -= 1;
    if (wrapping === undefined && end === runEnd) return undefined;
    const bare = lines.slice(start, end).map(withoutInvisible);
    if (wrapping !== undefined && readAligned(bare) !== undefined) return undefined;
    return readTorn(bare, (at) => isItem(start + at), reader, wrapping, start);
  };
  for (let start = 0; start < own.length; ) {
    let end = start;
    while (end < own.length && trimmed[end] !== '') end += 1;
    const whole = alignedWithItems(lines, start, end, isItem);
    if (whole !== undefined && put(whole, 0)) {
      start = whole.end;
      continue;
    }
    const loose = looseRows(own, start, end);
    if (loose !== undefined && put(loose, 0)) {
      start = loose.end;
      continue;
    }
    const torn = glued === undefined || end - start < FEWEST_LINES ? undefined : tornTable(start, end, glued);
    if (torn !== undefined && put(torn, 0)) end = torn.end;
    else
      for (const run of remaining(own, start, end, found)) {
        const rows = own.slice(run.start, run.end);
        if (put(readAligned(rows), run.start) || wrapping !== undefined) continue;
        const texts = trimmed.slice(run.start, run.end);
        if (put(glued?.readRun(texts), run.start)) continue;
        for (const table of glued?.readLines(texts) ?? []) put(table, run.start);
      }
    start = Math.max(end, start) + 1;
  }
  return found.sort((a, b) => a.start - b.start);
}

/**
 * Aligned cells that hold lists, whose lines are no items of the text:
 *
 *   Kind     General  One of these:
 *                     - hours
 *   Name     General  What it is called.
 */
function alignedWithItems(
  lines: readonly string[],
  start: number,
  runEnd: number,
  isItem: (at: number) => boolean,
): FoundTable | undefined {
  if (runEnd === start || runEnd >= lines.length || !isItem(runEnd)) return undefined;
  let end = start;
  while (end < lines.length && (lines[end] as string).trim() !== '') end += 1;
  const table = readAligned(lines.slice(start, end));
  if (table === undefined || start + table.end <= runEnd) return undefined;
  return { ...table, start: start + table.start, end: start + table.end };
}

const FEWEST_LOOSE = 3;

/** Aligned rows with a blank line between each two. */
function looseRows(lines: readonly string[], start: number, runEnd: number): FoundTable | undefined {
  const rows: string[] = [];
  let end = start;
  for (let from = start, to = runEnd; to - from === 1 && / {2}/.test((lines[from] as string).trim()); ) {
    rows.push(lines[from] as string);
    end = to;
    from = to + 1;
    to = from;
    while (to < lines.length && (lines[to] as string).trim() !== '') to += 1;
  }
  if (rows.length < FEWEST_LOOSE) return undefined;
  const table = readAligned(rows);
  if (table === undefined || table.rows.length < rows.length) return undefined;
  return { ...table, start, end };
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
  return left.filter((run) => run.end > run.start);
}
