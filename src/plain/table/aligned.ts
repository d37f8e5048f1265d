/**
 * Rows whose cells stand under each other, as text browsers print them:
 *
 *   Town      Votes  Remark
 *   Oslo        120  counted twice, at
 *                    the mayor's wish
 *        ^^^^      ^^ blank in all lines: a gutter
 *
 * Wrapped cells are joined again where the line above was full.
 */
import { hasHeader } from './delimited.ts';
import type { FoundTable } from './find-tables.ts';
import { joinWrapped } from './wrapped.ts';

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;
const NO_WIDTH = /[\p{M}\p{Cf}]/u;

/** Programs count columns by characters or by what a terminal shows. */
const MEASURES: readonly ((character: string) => number)[] = [
  () => 1,
  (character) => (WIDE.test(character) ? 2 : NO_WIDTH.test(character) ? 0 : 1),
];

const MOST_LINES = 600;
const WIDEST = 1000;

/** A run of lines with their indents → a table, if gutters go through it. */
export function readAligned(run: readonly string[]): FoundTable | undefined {
  if (run.length > MOST_LINES || run.some((line) => line.length > WIDEST)) return undefined;
  if (run.filter((line) => /\S {2,}\S/.test(line)).length < Math.max(1, run.length * 0.25)) return undefined;
  let best: Cut | undefined;
  for (const measure of MEASURES) {
    const found = cut(run, measure);
    if (found !== undefined && found.edges > (best?.edges ?? 0)) best = found;
  }
  if (best === undefined) return undefined;
  const rows = joinWrapped(best.rows);
  if (rows.length < 2) return undefined;
  return { start: 0, end: run.length, rows, header: hasHeader(rows), by: 'table:aligned', confidence: 0.8 };
}

interface Placed {
  /** The index of the character that stands at each display column; -1 where none begins. */
  readonly at: Int32Array;
  readonly text: string;
}

function place(text: string, measure: (character: string) => number): Placed {
  const at: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const width = measure(text[index] as string);
    for (let step = 0; step < width; step += 1) at.push(step === 0 ? index : -1);
  }
  return { at: Int32Array.from(at), text };
}

function cut(run: readonly string[], measure: (character: string) => number): Cut | undefined {
  const lines = run.map((line) => place(line.trimEnd(), measure));
  const width = lines.reduce((most, { at }) => Math.max(most, at.length), 0);
  const used = new Int32Array(width + 1);
  for (const { at, text } of lines)
    for (let column = 0; column < at.length; column += 1)
      if (at[column] === -1 || text[at[column] as number]?.trim() !== '') used[column] = (used[column] as number) + 1;
  const gutters: { from: number; to: number }[] = [];
  let edges = 0;
  for (let from = 0; from < width; from += 1) {
    if (used[from] !== 0) continue;
    let to = from;
    while (to < width && used[to] === 0) to += 1;
    const aligned = from > 0 && to < width ? alignedAt(lines, from, to) : 0;
    if (aligned > 0) gutters.push({ from, to });
    edges += aligned;
    from = to;
  }
  if (gutters.length === 0) return undefined;
  const rows = lines.map((line) => pieces(line, gutters));
  // Two blanks everywhere are a way of writing, as in opening hours, not columns.
  if (gutters.length === 1 && run.every((line) => / {2}/.test(line.trim()) && !/ {3}|\S \S.* {2}/.test(line.trim())))
    return undefined;
  const split = rows.filter((row) => row.filter((cell) => cell !== '').length > 1).length;
  return split < 2 || split < rows.length * 0.4 || edges < 2 ? undefined : { rows, edges };
}

/**
 * In how many lines a cell begins or ends at a gutter; 0 where the blanks under each other are chance: a gutter has text on
 * both sides, wider apart than words in some lines, and cells of several lines begin, or end, at it.
 */
function alignedAt(lines: readonly Placed[], from: number, to: number): number {
  let both = 0;
  let wide = 0;
  let begins = 0;
  let ends = 0;
  let tight = 0;
  for (const { at, text } of lines) {
    if (at.length <= to) continue;
    const left = text.slice(0, Math.max(0, at[from] as number));
    const right = text.slice(Math.max(0, at[to] as number));
    if (left.trim() === '' || right.trim() === '') continue;
    const gap = to - from + left.length - left.trimEnd().length + right.length - right.trimStart().length;
    both += 1;
    if (gap > 1) wide += 1;
    if (!/^ /.test(right)) {
      begins += 1;
      if (gap === 1) tight += 1;
    }
    if (!/ $/.test(left)) ends += 1;
  }
  // Words of one cell stand under each other where rows repeat themselves, but one blank apart.
  if (both === 0 || wide < both * 0.34 || (begins > 0 && tight === begins)) return 0;
  const most = Math.max(begins, ends);
  if (both === 1) return wide === 1 && to - from > 1 ? 1 : 0;
  return wide === both || most >= Math.max(2, both * 0.4) ? Math.max(1, most) : 0;
}

interface Cut {
  readonly rows: string[][];
  /** How many cells begin or end at a gutter. */
  readonly edges: number;
}

function pieces({ at, text }: Placed, gutters: readonly { from: number; to: number }[]): string[] {
  const cells: string[] = [];
  let start = 0;
  for (const { to } of gutters) {
    const end = to < at.length ? (at[to] as number) : text.length;
    cells.push(text.slice(start, end).trim());
    start = end;
  }
  cells.push(text.slice(start).trim());
  return cells;
}
