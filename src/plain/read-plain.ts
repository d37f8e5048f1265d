/** Flat text → mdast: lines, tables among them, a role for each line, then the tree. */
import type { Root } from 'mdast';
import type { Found, Verdict } from '../document.ts';
import { classify } from './classify.ts';
import { type Line, readLines, splitLines } from './line.ts';
import { type FoundTable, findTables, type TableKnowledge } from './table/find-tables.ts';
import { linesToMdast } from './to-mdast.ts';

export interface Reading {
  readonly body: Root;
  readonly title?: Found<string>;
  readonly verdicts: readonly Verdict[];
  readonly confidence: number;
}

export function readPlain(text: string, knowledge?: TableKnowledge): Reading {
  const lines = readLines(text);
  const tables = tablesAmong(text, lines, knowledge);
  const blocks = isDense(lines) ? lines.map((line) => ({ ...line, blankBefore: true, blankAfter: true })) : lines;
  const { roles, verdicts } = classify(blocks, tables);
  const body = linesToMdast(blocks, roles, tables);
  const title = roles[0] === 'title' ? lines[0]?.raw : undefined;
  return {
    body,
    ...(title === undefined ? {} : { title: { value: title, from: 'text', confidence: 0.95 } }),
    verdicts,
    confidence: tables.reduce((least, table) => Math.min(least, table.confidence), 0.9),
  };
}

/** Tables by line index. A blank line ends a table, so blank lines are put back for the search. */
function tablesAmong(text: string, lines: readonly Line[], knowledge: TableKnowledge | undefined): FoundTable[] {
  const source = splitLines(text);
  const spaced: string[] = [];
  const indexes: number[] = [];
  for (const [at, line] of lines.entries()) {
    if (line.blankBefore && at > 0) {
      spaced.push('');
      indexes.push(at);
    }
    spaced.push(source[line.number - 1] ?? '');
    indexes.push(at);
  }
  const isItem = (at: number) => spaced[at] !== '' && lines[indexes[at] ?? 0]?.marker !== undefined;
  return findTables(spaced, isItem, knowledge).map((table) => ({
    ...table,
    start: indexes[table.start] ?? 0,
    end: (indexes[table.end - 1] ?? 0) + 1,
  }));
}

/** Longer lines were not wrapped by hand. */
const UNWRAPPED = 120;

/** A text printed with hardly a blank line: each line is a block of its own. */
function isDense(lines: readonly Line[]): boolean {
  const blanks = lines.filter((line) => line.blankBefore).length;
  return lines.length > 5 && blanks < lines.length * 0.05 + 1 && lines.some((line) => line.raw.length > UNWRAPPED);
}
