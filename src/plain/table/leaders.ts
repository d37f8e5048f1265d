/**
 * Names and values joined by dots, as in contents and on menus:
 *
 *   Pea soup with mint ............ 6.50
 *   Clear beet broth .............. 5.80
 */
import type { FoundTable } from './find-tables.ts';

const LEADER = /\s*(?:\.{4,}|(?:[.·] ){3,}[.·]?|…{2,}|_{5,}|·{4,})\s*/;
/** What each of them has: quick to look for. */
const SOME_LEADER = /\.{4}|[.·] [.·] [.·] |…{2}|_{5}|·{4}/;
const LONGEST_LINE = 300;
const LONGEST_VALUE = 30;
const FEWEST = 2;

export function readLeaders(lines: readonly string[]): FoundTable[] {
  const tables: FoundTable[] = [];
  for (let start = 0; start < lines.length; ) {
    const rows: string[][] = [];
    for (let row = partsOf(lines[start] as string); row !== undefined; row = partsOf(lines[start + rows.length] ?? ''))
      rows.push(row);
    if (rows.length >= FEWEST)
      tables.push({ start, end: start + rows.length, rows, header: false, by: 'table:leaders', confidence: 0.9 });
    start += Math.max(1, rows.length);
  }
  return tables;
}

function partsOf(line: string): string[] | undefined {
  if (line.length > LONGEST_LINE || !SOME_LEADER.test(line)) return undefined;
  const parts = line.trim().split(LEADER);
  const [name, value] = parts;
  return parts.length === 2 && name && value && value.length <= LONGEST_VALUE ? [name, value] : undefined;
}
