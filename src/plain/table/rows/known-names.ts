/**
 * Names of programs look like cells without a blank between them, but a text says them elsewhere, too:
 *
 *   Sub ThrowErrors                               Sub Throw    | Errors
 *   On Local Error GoTo AlertAndExecNext          ... AlertAnd | ExecNext
 *   ...
 *   AlertAndExecNext:
 */
import { codeUnitAt } from '../../../code-unit.ts';
import { CASELESS, flagsOf, LETTER, UPPER, WORD } from '../../lines/glyphs.ts';
import type { Line } from '../../lines/line.ts';
import type { FoundTable } from '../find-tables.ts';

const WORDS = /[\p{L}\p{M}\p{N}_]+/gu;
/** Of the names that are cut so many are said elsewhere. */
const SHARE = 0.5;

/** Tables whose cells may end within a word. */
const CUTS_WORDS = new Set(['table:glued', 'table:one-line']);

/** The tables without those whose cells are mostly pieces of names that other lines of the text, code among them, have whole. */
export function withoutCutNames(tables: readonly FoundTable[], lines: readonly Line[]): FoundTable[] {
  const cuts = tables.map((table) => (CUTS_WORDS.has(table.by) ? cutWords(table, lines) : []));
  const asked = new Set(cuts.flat().flatMap(namesIn));
  if (asked.size === 0) return [...tables];
  const isCell = new Uint8Array(lines.length);
  for (const { start, end } of tables) isCell.fill(1, start, end);
  const known = new Set<string>();
  for (const [at, { raw }] of lines.entries())
    if (isCell[at] === 0) for (const name of namesIn(raw)) if (asked.has(name)) known.add(name);
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

/** The words of a text that have a capital behind a small letter. */
function namesIn(text: string): string[] {
  const names: string[] = [];
  let before = 0;
  let start = 0;
  for (let at = 0, { length } = text; at < length; at += 1) {
    const flags = flagsAt(text, at);
    if ((flags & WORD) === 0) start = at + 1;
    else if ((flags & UPPER) !== 0 && (before & (LETTER | UPPER | CASELESS)) === LETTER) {
      do at += 1;
      while (at < length && (flagsAt(text, at) & WORD) !== 0);
      names.push(text.slice(start, at));
      start = at + 1;
    }
    before = flags;
  }
  return names;
}

const LOW_LINE = 95;

function flagsAt(text: string, at: number): number {
  const code = codeUnitAt(text, at);
  return code === LOW_LINE ? WORD : flagsOf(code);
}

const wordsOf = (text: string): string[] => text.match(WORDS) ?? [];
