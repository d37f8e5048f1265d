/**
 * Names and values joined by dots, as in contents and on menus:
 *
 *   Pea soup with mint ............ 6.50
 *   Clear beet broth .............. 5.80
 */
import { LEADERS } from '../../lines/kinds.ts';
import type { FoundTable } from '../find-tables.ts';

const LEADER = /\s*(\.{4,}|(?:[.·] ){3,}[.·]?|…{2,}|_{5,}|·{4,})\s*/;
/** Shorter ones are how a voice breaks off, in Chinese as `……`: a figure behind one, a longer one above or below, says more. */
const LONG = /^(?:\.{6,}|(?:[.·] ){5,}[.·]?|…{3,}|_{5,}|·{4,})$/;
const FIGURE = /^(?:pp?\.|第|\p{Lu}{2,3})?[\s\p{Sc}+−–-]*\p{Nd}/u;
const LONGEST_LINE = 300;
const LONGEST_VALUE = 30;
const FEWEST = 2;

/** `kinds` are what `kindsOf` tells of the lines. */
export function readLeaders(lines: readonly string[], kinds: readonly number[]): FoundTable[] {
  const rowAt = (at: number): Row | undefined =>
    ((kinds[at] ?? 0) & LEADERS) === 0 ? undefined : rowOf(lines[at] as string);
  const tables: FoundTable[] = [];
  for (let start = 0; start < lines.length; ) {
    const rows: string[][] = [];
    let isSure = false;
    for (let row = rowAt(start); row !== undefined; row = rowAt(start + rows.length)) {
      rows.push(row.cells);
      isSure ||= row.isSure;
    }
    if (rows.length >= FEWEST && isSure)
      tables.push({ start, end: start + rows.length, rows, header: false, by: 'table:leaders', confidence: 0.9 });
    start += Math.max(1, rows.length);
  }
  return tables;
}

interface Row {
  readonly cells: string[];
  /** It is no sentence that breaks off. */
  readonly isSure: boolean;
}

function rowOf(line: string): Row | undefined {
  if (line.length > LONGEST_LINE) return undefined;
  const parts = line.trim().split(LEADER);
  const [name, leader, value] = parts;
  if (parts.length !== 3 || !name || !leader || !value || value.length > LONGEST_VALUE) return undefined;
  return { cells: [name, value], isSure: LONG.test(leader) || FIGURE.test(value) };
}
