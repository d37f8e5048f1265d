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

const CUTS_WORDS = new Set(['table:glued', 'table:one-line']);

/** The tables without those whose cells are mostly pieces of names that other lines of the text, code among them, have whole. */
export function withoutCutNames(tables: readonly FoundTable[], lines: readonly Line[]): FoundTable[] {
  const cuts = tables.map((table) => (CUTS_WORDS.has(table.by) ? cutWords(table, lines) : []));
  const asked = new Set(cuts.flat().filter((word) => INNER_CAPITAL.test(word)));
  if (asked.size === 0) return [...tables];
  const isCell = new Uint8Array(lines.length);
  for (const { start, end } of tables) isCell.fill(1, start, end);
  const known = new Set<string>();
  for (const [at, { raw }] of lines.entries())
    if (isCell[at] === 0 && INNER_CAPITAL.test(raw))
      for (const word of wordsOf(raw)) if (asked.has(word)) known.add(word);
  return tables.filter((_, at) => {
    const words = cuts[at] as string[];
    const count = words.filter((word) => known.has(word)).length;
    return count === 0 || count < words.length * SHARE;
  });
}

/** The words of the lines that no cell has whole. */
function cutWords({ start, end, rows }: FoundTable, lines: readonly Line[]): string[] {
  const whole = new Set(rows.flat().flatMap(wordsOf));
  return lines.slice(start, end).flatMap(({ raw }) => wordsOf(raw).filter((word) => !whole.has(word)));
}

const wordsOf = (text: string): string[] => text.match(WORD) ?? [];
