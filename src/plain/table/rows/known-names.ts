/**
 * Names of programs look like cells without a blank between them, but a text says them elsewhere, too:
 *
 *   Sub ThrowErrors                               Sub Throw    | Errors
 *   On Local Error GoTo AlertAndExecNext          ... AlertAnd | ExecNext
 *   ...
 *   AlertAndExecNext:
 */
import type { Line } from '../../line.ts';
import type { FoundTable } from '../find-tables.ts';

const WORD = /[\p{L}\p{M}\p{N}_]+/gu;
const INNER_CAPITAL = /\p{Ll}\p{Lu}/u;
/** Of the names that are cut so many are said elsewhere. */
const SHARE = 0.5;

/** Tables whose cells may end within a word. */
const CUTS_WORDS = new Set(['table:glued', 'table:one-line']);

/** The tables without those whose cells are mostly pieces of names that other lines of the text, code among them, have whole. */
export function withoutCutNames(tables: readonly FoundTable[], lines: readonly Line[]): FoundTable[] {
  if (!tables.some(({ by }) => CUTS_WORDS.has(by))) return [...tables];
  const isCell = new Uint8Array(lines.length);
  for (const { start, end } of tables) isCell.fill(1, start, end);
  const names = new Set<string>();
  for (const [at, { raw }] of lines.entries())
    if (isCell[at] === 0) for (const word of wordsOf(raw)) if (INNER_CAPITAL.test(word)) names.add(word);
  return tables.filter((table) => !CUTS_WORDS.has(table.by) || !cutsNames(table, lines, names));
}

function cutsNames({ start, end, rows }: FoundTable, lines: readonly Line[], names: ReadonlySet<string>): boolean {
  const whole = new Set(rows.flat().flatMap(wordsOf));
  let cut = 0;
  let known = 0;
  for (const word of lines.slice(start, end).flatMap(({ raw }) => wordsOf(raw))) {
    if (whole.has(word)) continue;
    cut += 1;
    if (names.has(word)) known += 1;
  }
  return known > 0 && known >= cut * SHARE;
}

const wordsOf = (text: string): string[] => text.match(WORD) ?? [];
