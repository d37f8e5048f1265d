/**
 * Tables drawn with lines, as terminal programs, text browsers and reStructuredText do:
 *
 *   ┌──────┬───────┐     +------+----------+
 *   │Day   │Opens  │     | Tool | Lent to  |
 *   ├──────┼───────┤     +======+==========+
 *   │Monday│closed │     | Saw  | the      |
 *   └──────┴───────┘     |      | school   |
 *                        +------+----------+
 */
import type { FoundTable } from '../find-tables.ts';

const CORNERS = '+┌├└╔╠╚┏┣┗╭╰╞╟╒╘┝┠';
const DRAWN = /^[\s+=─━═┬┼┴╦╬╩┳╋┻╤╪╧╥╫╨┌├└╔╠╚┏┣┗╭╰╞╟╒╘┝┠┐┤┘╗╣╝┓┫┛╮╯╡╢╕╛┥┨-]*$/;
const STROKE = /[=─━═-]{2}/;
const CONTENT = /^[|│║┃].*[|│║┃]$/;
const FEWEST_GROUPS = 3;

export function readBoxed(lines: readonly string[]): FoundTable[] {
  const tables: FoundTable[] = [];
  for (let start = 0; start < lines.length; start += 1) {
    if (!isBorder(lines[start])) continue;
    const groups: string[][][] = [[]];
    let isRuled = false;
    let end = start + 1;
    for (; end < lines.length; end += 1) {
      const line = (lines[end] as string).trim();
      if (isBorder(line)) {
        // The border of another table.
        if (groups.length > 1 && groups.at(-1)?.length === 0) break;
        isRuled ||= /[=═]/.test(line) && groups.length === 1;
        groups.push([]);
      } else if (CONTENT.test(line)) groups.at(-1)?.push(cellsOf(line));
      else break;
    }
    const table = tableOf(
      groups.filter((group) => group.length > 0),
      isRuled,
    );
    if (table !== undefined) tables.push({ ...table, start, end });
    start = end - 1;
  }
  return tables;
}

function isBorder(line: string | undefined): boolean {
  const drawn = line?.trim() ?? '';
  return drawn !== '' && CORNERS.includes(drawn[0] as string) && DRAWN.test(drawn) && STROKE.test(drawn);
}

/** Between drawn lines a bar is text. */
const cellsOf = (line: string): string[] =>
  line
    .slice(1, -1)
    .split(line.startsWith('|') ? '|' : /[│║┃]/)
    .map((cell) => cell.trim());

/**
 * Where each row is ruled off its lines belong together; else each line is a row, but for one whose first cell is empty. Under a
 * double rule stand rows of reStructuredText, or all that others print: whole lines are rows.
 */
function tableOf(groups: readonly string[][][], isRuled: boolean): Omit<FoundTable, 'start' | 'end'> | undefined {
  const width = groups[0]?.[0]?.length ?? 0;
  if (width < 2 || groups.flat().some((cells) => cells.length !== width)) return undefined;
  const [head, ...body] = groups as [string[][], ...string[][][]];
  const isTorn = body.some((group) => group.some((cells) => cells.includes('')));
  const isGrid = groups.length >= FEWEST_GROUPS || (isRuled && isTorn);
  const rows =
    body.length === 0
      ? byFirstCell(head)
      : [joined(head), ...body.flatMap(isGrid ? (group) => [joined(group)] : byFirstCell)];
  return rows.length < 2 ? undefined : { rows, header: body.length > 0, by: 'table:boxed', confidence: 0.97 };
}

const byFirstCell = (group: readonly string[][]): string[][] => {
  const rows: string[][][] = [];
  for (const cells of group) {
    if (cells[0] === '' && rows.length > 0) rows.at(-1)?.push(cells);
    else rows.push([cells]);
  }
  return rows.map(joined);
};

const joined = (lines: readonly string[][]): string[] =>
  (lines[0] as string[]).map((_, column) =>
    lines
      .map((cells) => cells[column])
      .filter((cell) => cell !== '')
      .join(' '),
  );
