/** Flat text → mdast: lines, tables among them, a role for each line, then the tree. */
import type { Root } from 'mdast';
import type { Found, Verdict } from '../document.ts';
import { type Classified, classify } from './classify.ts';
import { type Line, readLines } from './line.ts';
import type { LineModel } from './line-model.ts';
import { type FoundTable, findTables } from './table/find-tables.ts';
import { linesToMdast } from './to-mdast.ts';

export interface Reading {
  readonly body: Root;
  readonly title?: Found<string>;
  readonly verdicts: readonly Verdict[];
  readonly confidence: number;
}

export interface PlainOptions {
  /** Cut nothing. */
  readonly fullPage?: boolean;
}

export function readPlain(text: string, model: LineModel, { fullPage = false }: PlainOptions = {}): Reading {
  const lines = readLines(text);
  const tables = tablesAmong(lines);
  const classified = classify(lines, tables, model, fullPage);
  const body = linesToMdast(lines, classified, tables);
  const title = lines[classified.roles.indexOf('title')]?.raw;
  return {
    body,
    ...(title === undefined ? {} : { title: { value: title, from: 'text', confidence: 0.95 } }),
    verdicts: classified.verdicts,
    confidence: confidenceOf(classified, tables),
  };
}

/** Tables by line index. A blank line ends a table, so blank lines are put back for the search. */
export function tablesAmong(lines: readonly Line[]): FoundTable[] {
  const spaced: string[] = [];
  const indexes: number[] = [];
  for (const [at, line] of lines.entries()) {
    if (line.blankBefore && at > 0) {
      spaced.push('');
      indexes.push(at);
    }
    spaced.push(line.marker === undefined ? line.raw : '');
    indexes.push(at);
  }
  return findTables(spaced).map((table) => ({
    ...table,
    start: indexes[table.start] ?? 0,
    end: (indexes[table.end - 1] ?? 0) + 1,
  }));
}

/** The mean chance of the roles, or that of the least sure table. */
function confidenceOf({ chances }: Classified, tables: readonly FoundTable[]): number {
  const mean = chances.reduce((sum, chance) => sum + chance, 0) / Math.max(1, chances.length);
  return tables.reduce((least, table) => Math.min(least, table.confidence), mean);
}
