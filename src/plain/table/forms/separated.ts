/**
 * Comma-separated values (RFC 4180), with semicolons where a comma is the decimal sign, as spreadsheets write them:
 *
 *   name,remark,price
 *   "Spoon, long","made of ""good"" ash",12
 */

import type { FoundTable } from '../find-tables.ts';
import { UNSPACED } from '../rows/rows-among.ts';
import { hasHeader } from './delimited.ts';

const FEWEST_ROWS = 3;
/** Fewer are a phrase. */
const FEWEST_FIELDS = { ',': 3, ';': 2 } as const;
const LONGEST = 2000;
/** Code, and lists of names in brackets. */
const CODE = /[{}]|\)\s*;?$|=>|==/;
/** Code, and the first item of a list; below names of columns it is an empty last field. */
const GOES_ON = /[;,]\s*$/;

const BESIDE_DIGIT = /\p{Nd}[,;]|[,;]\p{Nd}/u;

type Separator = keyof typeof FEWEST_FIELDS;

export function readSeparated(lines: readonly string[]): FoundTable[] {
  const tables: FoundTable[] = [];
  for (let start = 0; start < lines.length; start += 1) {
    const line = lines[start] as string;
    for (const separator of [';', ','] as const) {
      const width = fieldsOf(line, separator)?.length ?? 0;
      // Names of columns: a comma between figures is a decimal sign first.
      if (width < FEWEST_FIELDS[separator] || BESIDE_DIGIT.test(line) || GOES_ON.test(line)) continue;
      const rows: string[][] = [];
      for (let at = start; at < lines.length; at += 1) {
        const fields = fieldsOf(lines[at] as string, separator);
        if (fields?.length !== width) break;
        rows.push(fields);
      }
      if (rows.length < FEWEST_ROWS || isUnspacedProse(rows)) continue;
      tables.push({
        start,
        end: start + rows.length,
        rows,
        header: hasHeader(rows),
        by: 'table:separated',
        confidence: 0.9,
      });
      start += rows.length - 1;
      break;
    }
  }
  return tables;
}

/** A blank after the first comma, which no field in quotes holds, is how prose is written. */
const isBlankAt = (line: string, at: number): boolean => line[at] === ' ' && at < line.trimEnd().length;

/** Where words have no blanks between them clauses have none behind a comma: only figures in a column make fields of them. */
function isUnspacedProse([first = [], ...others]: readonly string[][]): boolean {
  if (!UNSPACED.test(first.join(''))) return false;
  return !first.some((_, column) => {
    const cells = others.map((row) => row[column] as string).filter((cell) => cell !== '');
    return cells.length > 0 && !cells.some((cell) => UNSPACED.test(cell));
  });
}

/** The fields of a line; nothing where it reads as prose or code, or quotes do not pair. */
function fieldsOf(line: string, separator: Separator): string[] | undefined {
  const first = line.indexOf(separator);
  if (first === -1 || line.length > LONGEST || (isBlankAt(line, first + 1) && !line.includes('"'))) return undefined;
  if (CODE.test(line)) return undefined;
  const fields: string[] = [];
  const text = line.trim();
  for (let at = 0; at <= text.length; ) {
    if (text[at] === '"') {
      let value = '';
      let to = at + 1;
      for (; to < text.length && (text[to] !== '"' || text[to + 1] === '"'); to += 1) {
        if (text[to] === '"') to += 1;
        value += text[to];
      }
      if (text[to] !== '"' || (to + 1 < text.length && text[to + 1] !== separator)) return undefined;
      fields.push(value.trim());
      at = to + 2;
      if (to + 1 === text.length) break;
      continue;
    }
    const next = text.indexOf(separator, at);
    const field = text.slice(at, next === -1 ? text.length : next);
    // A blank after a comma is how prose is written.
    if (fields.length > 0 && /^\s/.test(field)) return undefined;
    fields.push(field.trim());
    if (next === -1) break;
    at = next + 1;
  }
  return fields;
}
