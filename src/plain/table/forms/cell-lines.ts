/**
 * Tables printed one cell a line, with nothing that shows the rows: names of the columns, then lines whose kinds recur.
 *
 *   The results:    a sentence, or a blank line: cells begin behind it, or one heading later
 *   Town
 *   Mayor
 *   Votes
 *   Oslo            words
 *   Anne Lae        words
 *   120             a figure in every third line, none in the first three
 *   Bergen
 *   Marit War
 *   98
 *
 * Names with what belongs to them look alike: a page prints its cards, its team and its dates so, but without names of columns.
 */
import { beginsInSign, endsInSign } from '../../lines/line.ts';
import type { FoundTable } from '../find-tables.ts';

const MOST_COLUMNS = 8;
const MOST_CELLS = 400;
const LONGEST_WORDS = 80;
const LONGEST_FIGURE = 32;
/** A figure, perhaps with its unit, a date or a time: `14 crowns`, `$9.50`, `12.5 km²`, `1 200 €`, `7 May 2020`. */
const FIGURE =
  /^(?:\p{Lu}{1,3}\p{Sc}\s?|\p{Lu}{3}\s)?[\p{Sc}+(~≈<>≤≥–−-]{0,2}\s?\p{Nd}(?:[\p{Nd}.,:%/()’'+–−-]|[ \u00a0\u202f](?=\p{Nd}))*(?:\s?[\p{L}\p{M}\p{Sc}%°²³./]{1,12}(?:\s[\p{L}\p{M}.]{1,12})?)?(?:\s(?:19|20)\p{Nd}\p{Nd})?$/u;
/** `April 18, 2023` */
const DATE = /^[\p{L}\p{M}]{3,10}\.? \p{Nd}{1,2}(?:, \p{Nd}{4})?$/u;
const DAY =
  /\p{L}.*(?:19|20)\p{Nd}\p{Nd}$|^(?:19|20)\p{Nd}\p{Nd}[-./年]|[-./](?:19|20)\p{Nd}\p{Nd}\b|^[\p{L}\p{M}]{3,10}\.? \p{Nd}{1,2}(?:, \p{Nd}{4})?$/u;
const SIGN = /^(?:[✓✔✗✘×●○☑☒✅❌★☆]+|[?–—−-]|n\/a)$/iu;
const SENTENCE = /[.!?:…。！？：।؟۔]["'”’»)\]]*$/;
/** What ends so and is shorter is an abbreviation. */
const SHORTEST_SENTENCE = 8;
const SHORTEST_UNSPACED_SENTENCE = 4;
const UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u4e00-\u9fff]/;
const LONGEST_NAME = 48;
/** Rows below the names: lines of pages agree by chance in twos, but for those that fill all the room between sentences. */
const FEWEST_ROWS = 3;
const FEWEST_ROWS_OF_TWO = 4;
const FEWEST_ALONE = 2;
/** The first cells of rows are names, most of them said once. */
const SHARE_OF_NAMES = 0.7;

/** A sentence, a figure or a sign, words. */
type Kind = 's' | 'f' | 'w';

function kindOf(line: string): Kind {
  if (line.length > LONGEST_WORDS) return 's';
  if ((mayBeSign(line) && SIGN.test(line)) || (line.length <= LONGEST_FIGURE && (FIGURE.test(line) || DATE.test(line))))
    return 'f';
  if (!endsInSign(line) || !SENTENCE.test(line)) return 'w';
  const least = UNSPACED.test(line) ? SHORTEST_UNSPACED_SENTENCE : SHORTEST_SENTENCE;
  return line.length >= least || line.length === 1 ? 's' : 'w';
}

const mayBeSign = (line: string): boolean => beginsInSign(line) || line.length === NOT_ANY.length;
const NOT_ANY = 'n/a';

/** Tables among lines that stand directly under each other. */
export function readCellLines(lines: readonly string[]): FoundTable[] {
  const kinds = lines.map(kindOf);
  const tables: FoundTable[] = [];
  for (let at = 0; at < lines.length; ) {
    const mayBegin = kinds[at] === 'w' && (isEdge(kinds, at) || at === tables.at(-1)?.end);
    const table = mayBegin ? furthest(tableAt(lines, kinds, at), tableAt(lines, kinds, at + 1)) : undefined;
    if (table !== undefined) tables.push(table);
    at = table?.end ?? at + 1;
  }
  return tables;
}

/** Whether a sentence, or the end of the lines, is before a line, or where it is itself. */
const isEdge = (kinds: readonly Kind[], at: number, from: 0 | 1 = 1): boolean => (kinds[at - from] ?? 's') === 's';

/** Where rows begin a line too early, with a heading among the names, the last cells are left over. */
const furthest = (one: FoundTable | undefined, other: FoundTable | undefined): FoundTable | undefined =>
  one === undefined || (other !== undefined && other.end > one.end) ? other : one;

/** The table of the fewest columns that begins at a line. */
function tableAt(lines: readonly string[], kinds: readonly Kind[], start: number): FoundTable | undefined {
  for (let columns = 2; columns <= MOST_COLUMNS; columns += 1) {
    const names = columns === 2 ? [start, start + 1] : [start + columns - 1];
    if (!names.every((at) => isName(lines, kinds, at))) return undefined;
    const end = endOfRows(lines, kinds, start, columns);
    if (end === undefined) continue;
    const rows: string[][] = [];
    for (let row = start; row < end; row += columns) rows.push(lines.slice(row, row + columns));
    return { start, end, rows, header: true, by: 'table:stacked', confidence: 0.7 };
  }
  return undefined;
}

const NAME = /^[\p{Lu}\p{Lt}\p{Lo}\p{N}#№(].*[^,:;]$|^№$/u;

const isName = (lines: readonly string[], kinds: readonly Kind[], at: number): boolean =>
  kinds[at] === 'w' && (lines[at] as string).length <= LONGEST_NAME && NAME.test(lines[at] as string);

/** Where rows end whose lines are each of the kind of their column; nothing where they do not look like rows. */
function endOfRows(
  lines: readonly string[],
  kinds: readonly Kind[],
  start: number,
  columns: number,
): number | undefined {
  const body = start + columns;
  const form = kinds.slice(body, body + columns);
  if (form.length < columns) return undefined;
  if (!form.includes('f')) return undefined;
  let end = body + columns;
  let fits = columns;
  while (end < lines.length && end - start < MOST_CELLS) {
    fits = 0;
    while (fits < columns && isOfKind(lines[end + fits], kinds[end + fits], form[fits] as Kind, fits)) fits += 1;
    if (fits < columns) break;
    end += columns;
  }
  const rows = (end - body) / columns;
  const isAlone = isEdge(kinds, start) && isEdge(kinds, end, 0);
  if (rows < (isAlone ? FEWEST_ALONE : columns === 2 ? FEWEST_ROWS_OF_TWO : FEWEST_ROWS)) return undefined;
  // One sign again and again is a button.
  const cells = lines.slice(body, end).filter((_, at) => form[at % columns] === 'f');
  if (cells.every((cell) => cell === cells[0])) return undefined;
  // So pages list what else they have, with the day on which it came out.
  if (!isAlone && cells.every((cell) => DAY.test(cell))) return undefined;
  // A row that goes on as far as its figures: the columns begin elsewhere.
  if (fits < columns && form.slice(0, fits).some((kind) => kind !== 'w')) return undefined;
  const first = Array.from({ length: rows }, (_, row) => lines[body + row * columns] as string);
  if (form[0] === 's') return undefined;
  if (form[0] === 'w') return new Set(first).size >= rows * SHARE_OF_NAMES && first.every(isBegun) ? end : undefined;
  if (form.includes('w')) return areCounted(first) ? end : undefined;
  return columns > 2 && kinds[end] !== 'f' && haveOneShape(lines.slice(body, end), columns) ? end : undefined;
}

/** Rows are named by figures, too: `1 bedroom`, `2nd`. */
const isOfKind = (line: string | undefined, kind: Kind | undefined, form: Kind, column: number): boolean =>
  kind === form || (column === 0 && kind === 'f' && form === 'w' && /^[^:]*\p{L}\p{L}/u.test(line as string));

/** Whether the figures of each column are of one form, and no count goes through all of them. */
function haveOneShape(cells: readonly string[], columns: number): boolean {
  const shapes = cells.map((cell) => cell.replace(/[\p{Nd}.,]+/gu, '9'));
  return shapes.every((shape, at) => shape === shapes[at % columns]) && !areCounted(cells);
}

/** Lines that go on with the one above are pieces of it. */
const isBegun = (line: string): boolean => /^[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u.test(line);

/** Numbers of rows, or years: each is one more, or one less, than the one before. */
function areCounted(cells: readonly string[]): boolean {
  const steps = cells.slice(1).map((cell, at) => Number.parseInt(cell, 10) - Number.parseInt(cells[at] as string, 10));
  return Math.abs(steps[0] as number) === 1 && steps.every((step) => step === steps[0]);
}
