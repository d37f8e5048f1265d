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

import type { FoundTable } from '../find-tables.ts';
import { isDrawn } from '../rows/worth-a-look.ts';
import { hasHeader } from './delimited.ts';
import { type Measure, measuresOf } from './width.ts';
import { joinWrapped } from './wrapped.ts';

const MOST_LINES = 600;
const WIDEST = 1000;

const GAP = /\S {2,}\S/;
//   E-mail * [            ]      a field of a form
const FIELD = /\[ {2,}\]/;
/** A part of a run takes more to be a table than the whole of it. */
const PART = { rows: 3, edges: 3 };

//   ----------------  --------  ------
const RULE = /^\s*[-=─━═_]{3,}(?:\s+[-=─━═_]{3,})*\s*$/;

/**
 * A run of lines with their indents → a table, if gutters go through it, or through all but the prose over and under it. Lines
 * that rule off its head or its rows are no rows.
 */
export function readAligned(run: readonly string[]): FoundTable | undefined {
  if (run.length < 2) return undefined;
  const shown = Array.from(run.keys()).filter((at) => !RULE.test(run[at] as string));
  if (shown.length === run.length) return readUnruled(run);
  const table = readUnruled(shown.map((at) => run[at] as string));
  if (table === undefined) return undefined;
  const start = table.start === 0 ? 0 : (shown[table.start] as number);
  const end = table.end === shown.length ? run.length : (shown[table.end - 1] as number) + 1;
  return { ...table, start, end };
}

function readUnruled(run: readonly string[]): FoundTable | undefined {
  if (run.length > MOST_LINES || run.some((line) => line.length > WIDEST) || isDrawn(run)) return undefined;
  const first = run.findIndex((line) => GAP.test(line));
  if (first === -1 || run.filter((line) => FIELD.test(line)).length * 2 >= run.length) return undefined;
  const last = run.findLastIndex((line) => GAP.test(line)) + 1;
  let best: (Cut & { start: number; end: number }) | undefined;
  for (const start of new Set([0, Math.max(0, first - 1), first]))
    for (const end of new Set([run.length, last])) {
      const part = run.slice(start, end);
      const isPart = part.length < run.length;
      if (part.filter((line) => GAP.test(line)).length < Math.max(1, part.length * 0.25)) continue;
      const found = bestCut(part);
      if (found === undefined || found.edges <= (best?.edges ?? 0)) continue;
      if (!isPart || (found.rows.length >= PART.rows && found.edges >= PART.edges)) best = { ...found, start, end };
    }
  if (best === undefined) return undefined;
  const { end } = best;
  // A sentence over the names of the columns says what the table shows.
  const lead = best.rows.findIndex((row) => !isSentence(row));
  const start = best.start + Math.max(0, lead);
  const rows = joinWrapped(best.rows.slice(Math.max(0, lead)));
  if (rows.length < 2) return undefined;
  return { start, end, rows, header: hasHeader(rows), by: 'table:aligned', confidence: 0.8 };
}

/** Lines in which blanks under each other are hardly chance. */
const FEWEST = 3;
/** Cells before them look alike, and a name stands over each column. */
const FEWEST_OF_ONE_FORM = 2;

/** Typists put two blanks behind a sentence: they part no cells. */
const SENTENCE_END = /[.!?]["')\]”’»]?$/;

//   random_page_cost = 1.1    # Down from the default of 4.0
const COMMENT = /^(?:#|\/\/|--|;|%)\s/;

const isSentence = (row: readonly string[]): boolean =>
  row.every((cell, column) => (column === 0 ? /[.!?:。！？।؟]$/.test(cell) : cell === ''));

function bestCut(run: readonly string[]): Cut | undefined {
  let best: Cut | undefined;
  const measures = measuresOf(run);
  for (const measure of measures) {
    const found = cut(run, measure);
    if (found !== undefined && found.worth > (best?.worth ?? 0)) best = found;
  }
  const names = (run[0] as string).trim().split(/ {2,}/);
  if (run.length <= FEWEST || names.length < FEWEST || names.length <= (best?.rows[0]?.length ?? 0)) return best;
  // Some programs centre the names of the columns by another way to count.
  for (const measure of measures) {
    const body = cut(run.slice(1), measure, names.length);
    if (body?.rows[0]?.length === names.length) return { ...body, rows: [names, ...body.rows] };
  }
  return best;
}

interface Placed {
  /** The index of the character that stands at each display column; -1 where none begins. */
  readonly at: Int32Array;
  readonly text: string;
}

function place(text: string, measure: Measure): Placed {
  const at: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const width = measure(text.charCodeAt(index));
    for (let step = 0; step < width; step += 1) at.push(step === 0 ? index : -1);
  }
  return { at: Int32Array.from(at), text };
}

/** @param columns how many the names over the lines ask for; else the first line has the names in their places */
function cut(run: readonly string[], measure: Measure, columns?: number): Cut | undefined {
  const lines = run.map((line) => place(line.trimEnd(), measure));
  const width = lines.reduce((most, { at }) => Math.max(most, at.length), 0);
  const used = new Int32Array(width + 1);
  for (const { at, text } of lines)
    for (let column = 0; column < at.length; column += 1)
      if (at[column] === -1 || text[at[column] as number]?.trim() !== '') used[column] = (used[column] as number) + 1;
  const found: Gutter[] = [];
  for (let from = 0; from < width; from += 1) {
    if (used[from] !== 0) continue;
    let to = from;
    while (to < width && used[to] === 0) to += 1;
    const aligned = from > 0 && to < width ? alignedAt(lines, from, to) : 0;
    if (aligned > 0) found.push({ from, to, aligned, isTight: false });
    const tight =
      from > 0 && aligned === 0 && to - from === 1
        ? tightAt(columns === undefined ? lines.slice(1) : lines, from)
        : undefined;
    if (tight !== undefined) found.push({ from, to, aligned: tight, isTight: true });
    from = to;
  }
  const sure = found.filter(({ aligned }) => aligned > 0);
  // As many as there are names may look like words side by side.
  const gutters =
    columns === undefined ? withNames(sure, lines[0] as Placed) : sure.length < columns - 1 ? found : sure;
  if (gutters.length === 0 || (columns !== undefined && gutters.length !== columns - 1)) return undefined;
  const edges = gutters.reduce((sum, { aligned }) => sum + aligned, 0);
  const rows = lines.map((line) => pieces(line, gutters));
  // Two blanks everywhere are a way of writing, as in opening hours, not columns.
  if (gutters.length === 1 && run.every((line) => / {2}/.test(line.trim()) && !/ {3}|\S \S.* {2}/.test(line.trim())))
    return undefined;
  const split = rows.filter((row) => row.filter((cell) => cell !== '').length > 1).length;
  const remarked = rows.filter((row) => row.length > 1 && COMMENT.test(row.at(-1) as string)).length;
  if (remarked > split / 2) return undefined;
  if (split < 2 || split < rows.length * 0.4 || edges < 2) return undefined;
  return { rows, edges, worth: edges ** 2 / (gutters.length * rows.length) };
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
  const pairs = new Set<string>();
  let widest = 0;
  const tightWords = new Set<string>();
  const tightRights = new Set<string>();
  for (const { at, text } of lines) {
    if (at.length <= to) continue;
    const left = text.slice(0, Math.max(0, at[from] as number));
    const right = text.slice(Math.max(0, at[to] as number));
    if (left.trim() === '' || right.trim() === '') continue;
    const gap = to - from + left.length - left.trimEnd().length + right.length - right.trimStart().length;
    both += 1;
    widest = Math.max(widest, gap);
    if (gap > 1 && !(gap === 2 && SENTENCE_END.test(left.trimEnd()))) wide += 1;
    pairs.add(`${lastWord(left)} ${/\S+/.exec(right)?.[0]}`);
    if (!/^ /.test(right)) {
      begins += 1;
      if (gap === 1) {
        tight += 1;
        tightWords.add(lastWord(left));
        tightRights.add(/^\S+/.exec(right)?.[0] ?? '');
      }
    }
    if (!/ $/.test(left)) ends += 1;
  }
  // Where the names of the columns stand apart the cells below go on behind the same word, which no name stands over, or with it.
  const isWord = [tightWords, tightRights].some(([...words]) => {
    const [word = ''] = words;
    return words.length === 1 && !/\p{Nd}/u.test(word) && word.length < widest;
  });
  if (isWord && tight >= FEWEST && tight === both - 1) return 0;
  // One blank is enough where the longest cells of a column leave no more.
  if (wide > 0 && begins === both && both >= FEWEST && pairs.size > 1) return both;
  // Words of one cell stand under each other where rows repeat themselves, but one blank apart.
  if (both === 0 || wide < both * 0.34 || (begins > 0 && tight === begins)) return 0;
  const most = Math.max(begins, ends);
  if (both === 1) return wide === 1 && to - from > 1 ? 1 : 0;
  return wide === both || most >= Math.max(2, both * 0.4) ? Math.max(1, most) : 0;
}

/** Behind a date it belongs to it. */
const TIME = /^\p{Nd}\p{Nd}:\p{Nd}\p{Nd}/u;

/** Blanks under each other, and how many cells begin or end there. */
interface Gutter {
  readonly from: number;
  readonly to: number;
  readonly aligned: number;
  /** One blank in all lines: the cells before it are equally long. */
  readonly isTight: boolean;
}

/**
 * In how many lines one blank parts cells that are equally long, as times and dates are; 0 where these may be words side by side,
 * and nothing where some line has no one blank there.
 *
 *   17:30 Marit War
 *   09:00 Anne
 *        ^
 */
function tightAt(lines: readonly Placed[], from: number): number | undefined {
  const forms = new Set<string>();
  const lefts = new Set<string>();
  const words = new Set<string>();
  let figures = 0;
  let amounts = 0;
  let count = 0;
  for (const { at, text } of lines) {
    const left = text.slice(0, Math.max(0, at[from] ?? text.length));
    const right = text.slice(Math.max(0, at[from + 1] ?? text.length));
    if (left.trim() === '' || right.trim() === '') continue;
    const word = /^\S+/.exec(right)?.[0];
    if (word === undefined || /\s$/.test(left)) return undefined;
    const last = withNumber(left);
    if (TIME.test(word) && /\p{Nd}$/u.test(last)) return undefined;
    lefts.add(last);
    forms.add(last.replace(/\p{Nd}/gu, '0').replace(/[\p{L}\p{M}]/gu, 'a'));
    // The word before the number on the left stands before that on the right: `Sh 500 Sh 900`.
    words.add(lastWord(left.slice(0, -lastWord(left).length)) === word ? right : word);
    if (/^\p{Nd}/u.test(word) && !/\p{Nd}/u.test(last)) figures += 1;
    //   200 g Rp 68.000
    if (/^\S+ \p{Nd}/u.test(right) && !/\p{Nd}/u.test(lastWord(left))) amounts += 1;
    count += 1;
  }
  const areOfOneForm = forms.size === 1 && [...forms].join('').includes('0');
  const isOneWord = words.size === 1 && amounts < count;
  if (count < FEWEST_OF_ONE_FORM || isOneWord || lefts.size === 1) return undefined;
  if (count < FEWEST) return areOfOneForm ? 0 : undefined;
  return areOfOneForm || figures === count ? count : 0;
}

/** Tight gutters only where the first line has a name on both sides of them. */
function withNames(gutters: readonly Gutter[], first: Placed): Gutter[] {
  const names = pieces(first, gutters);
  if (gutters.every((gutter) => gutter.isTight)) return [];
  return gutters.filter((gutter, at) => !gutter.isTight || (names[at] !== '' && names[at + 1] !== ''));
}

/** The last word, with the number before it: `38 km`. */
function withNumber(left: string): string {
  const last = lastWord(left);
  if (/\p{Nd}/u.test(last)) return last;
  const before = lastWord(left.slice(0, -last.length));
  return /\p{Nd}$/u.test(before) ? `${before} ${last}` : last;
}

/** From the end: a pattern would try each word of a long line. */
function lastWord(text: string): string {
  const words = text.trimEnd();
  let from = words.length;
  while (from > 0 && !/\s/.test(words[from - 1] as string)) from -= 1;
  return words.slice(from);
}

interface Cut {
  readonly rows: string[][];
  /** How many cells begin or end at a gutter. */
  readonly edges: number;
  /** Edges, and more where a larger share of the cells is aligned: the wrong way to count columns aligns some by chance. */
  readonly worth: number;
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
