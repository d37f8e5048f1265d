/** Tables among the lines of a flat text: delimited ones first, then rows whose cells run together. */
import type { WordModel } from '../../model/words.ts';
import { INVISIBLE } from '../lines/glyphs.ts';
import { GAP, kindsOf } from '../lines/kinds.ts';
import type { TableModels } from './columns/judge.ts';
import { readAligned } from './forms/aligned.ts';
import { readBoxed } from './forms/boxed.ts';
import { readPiped, readRuled, readTabbed } from './forms/delimited.ts';
import { readGapped } from './forms/gaps.ts';
import { readLeaders } from './forms/leaders.ts';
import { readSeparated } from './forms/separated.ts';
import { readStacked } from './forms/stacked.ts';
import { partsOf } from './repeated-header.ts';
import { gluedReader } from './rows/glued-reader.ts';
import { isSentence } from './rows/rows-among.ts';
import { readTorn } from './rows/torn.ts';
import { type Wrapping, wrappingOf } from './rows/unwrap.ts';
import { withoutInvisible } from './seams/row.ts';

export interface FoundTable {
  /** Index of the first line. */
  readonly start: number;
  /** Index after the last line. */
  readonly end: number;
  /** Rectangular; an empty string is an empty cell. */
  readonly rows: readonly (readonly string[])[];
  /** The first row names the columns. */
  readonly header: boolean;
  /** `table:tabs`, `table:boxed`, `table:pipes`, `table:leaders`, `table:separated`, `table:aligned`, `table:stacked`, `table:glued`,
   * `table:space`. */
  readonly by: string;
  readonly confidence: number;
}

/** A forecast below this says little of the way in which cells are parted. */
const DOUBT = 0.4;
/** What so doubtful a table says where the others are no surer. */
const LEAST_EVIDENCE = 0.001;
/** Rows that lists tear are no more lines than this together: each run of a long list would look at all the rest. */
const LONGEST_TORN = 400;
/** So many lines are looked at as the first row of what goes on to one end. */
const MOST_TRIES = 3;
/** Beside tables of other forms. */
const SURE_BESIDE_OTHERS = 0.75;

/** What finding rows that run together takes; without it such rows stay lines. */
export interface TableKnowledge {
  readonly models: TableModels;
  /** Asked for once where rows may be such: what tells the language of a text looks at all its words. */
  readonly words: () => WordModel | undefined;
}

/** What is known of the lines already. */
export interface ToldOfLines {
  /** How the text was wrapped: the lines may not show all of it. */
  readonly wrapping?: () => Wrapping | undefined;
  /** What `kindsOf` tells of each. */
  readonly kinds?: readonly number[];
}

/**
 * Lines are as they stand, with their indents, blank ones empty. Items of lists end a run of lines as blank ones do; only a row
 * of tabs or pipes, or an aligned one, may hold them.
 */
export function findTables(
  lines: readonly string[],
  isItem: (at: number) => boolean = () => false,
  knowledge?: TableKnowledge,
  { wrapping = () => wrappingOf(lines), kinds = lines.map(kindsOf) }: ToldOfLines = {},
): FoundTable[] {
  const found: FoundTable[] = [];
  const taken = new Uint8Array(lines.length);
  for (const read of [readTabbed, readBoxed, readRuled, readLeaders, readSeparated, readGapped])
    for (const table of read(lines, kinds)) {
      if (taken.subarray(table.start, table.end).includes(1)) continue;
      taken.fill(1, table.start, table.end);
      found.push(table);
    }
  const own = lines.map((line, at) => (isItem(at) ? '' : line));
  const isVisible = (at: number) => ((kinds[at] as number) & INVISIBLE) === 0;
  const trimmed = own.map((line, at) => (isVisible(at) ? line.trim() : bare(line)));
  const take = (tables: readonly FoundTable[]) => {
    for (const { start, end } of tables) {
      own.fill('', start, end);
      trimmed.fill('', start, end);
    }
  };
  take(found);
  const stacked = readStacked(trimmed, (at) => (lines[at] as string).trim() === '');
  take(stacked);
  const seen = readSeen(lines, own, trimmed, isItem, (at) => ((kinds[at] as number) & GAP) !== 0);
  take(seen);
  for (const table of [...stacked, ...seen]) found.push(table);
  if (knowledge !== undefined) {
    const hasOthers = found.some((table) => !isShown(lines, table));
    for (const table of readJoined(lines, own, trimmed, isItem, isVisible, knowledge, hasOthers, wrapping()))
      found.push(table);
  }
  return found.filter((table) => !isListing(table)).sort((a, b) => a.start - b.start);
}

//   class | value          what a text shows of the output of programs says nothing of how its own tables were printed
//   ------+------
const isShown = (lines: readonly string[], { start, end }: FoundTable): boolean =>
  lines.slice(start, end).some((line) => CROSSED.test(line));
const CROSSED = /^\s*[-=]+\+[-=+]+\s*$/;

//   Temperature: 26°C      what a program printed again and again: no line names the columns
//   Temperature: 28°C
const isListing = ({ rows, by }: FoundTable): boolean =>
  rows.length >= FEWEST_LISTED &&
  by !== 'table:pipes' &&
  rows[0]?.[0] !== '' &&
  rows.every(([cell]) => cell === rows[0]?.[0]);
const FEWEST_LISTED = 3;

const bare = (line: string): string => withoutInvisible(line).trim();

/** A line without its ends, but with the no-break spaces that hold cells open there. */
function heldOpen(line: string, trimmed: string): string {
  if (trimmed === '' || trimmed.length === line.length || !line.includes('\u00a0')) return trimmed;
  const visible = withoutInvisible(line);
  const before = visible.slice(0, visible.length - visible.trimStart().length);
  const behind = visible.slice(visible.trimEnd().length);
  const holds = (blanks: string) => '\u00a0'.repeat(blanks.split('\u00a0').length - 1);
  return `${holds(before)}${trimmed}${holds(behind)}`;
}

const moved = (table: FoundTable, by: number): FoundTable => ({
  ...table,
  start: table.start + by,
  end: table.end + by,
});

/** Of so many lines in a row one at least is blank where blank lines part blocks. */
const LINES_A_BLANK = 12;

const isDense = (lines: readonly string[], isVisible: (at: number) => boolean): boolean =>
  lines.filter((line, at) => line === '' || (isVisible(at) ? line.trim() : bare(line)) === '').length * LINES_A_BLANK <
  lines.length;

/** The end of a run of lines with text, which are trimmed. */
function runEnd(trimmed: readonly string[], start: number): number {
  let end = start;
  while (end < trimmed.length && trimmed[end] !== '') end += 1;
  return end;
}

/** Tables whose columns can be seen: by pipes, or because their cells stand under each other. */
function readSeen(
  lines: readonly string[],
  own: readonly string[],
  trimmed: readonly string[],
  isItem: (at: number) => boolean,
  hasGap: (at: number) => boolean,
): FoundTable[] {
  const found: FoundTable[] = [];
  const loose = looseReader(own, trimmed);
  for (let start = 0; start < own.length; ) {
    const end = runEnd(trimmed, start);
    const whole = alignedWithItems(lines, start, end, isItem) ?? loose(start, end);
    if (whole !== undefined) {
      found.push(whole);
      start = whole.end;
      continue;
    }
    const piped = readPiped(own.slice(start, end)).map((table) => moved(table, start));
    for (const table of piped) found.push(table);
    for (const run of between(piped, start, end)) {
      let gap = run.start;
      while (gap < run.end && !hasGap(gap)) gap += 1;
      if (gap === run.end) continue;
      const table = readAligned(own.slice(run.start, run.end));
      if (table !== undefined) found.push(moved(table, run.start));
    }
    start = Math.max(end, start) + 1;
  }
  return found;
}

/** What lies between tables of a run. */
function between(tables: readonly FoundTable[], start: number, end: number): { start: number; end: number }[] {
  const left = [start, ...tables.map((table) => table.end)].map((from, at) => ({
    start: from,
    end: tables[at]?.start ?? end,
  }));
  return left.filter((run) => run.end > run.start);
}

/** Tables whose cells run together. Lines that other tables have taken are empty in `own` and `trimmed`; those that are visible have
 * no invisible characters. */
function readJoined(
  lines: readonly string[],
  own: readonly string[],
  trimmed: readonly string[],
  isItem: (at: number) => boolean,
  isVisible: (at: number) => boolean,
  { models, words }: TableKnowledge,
  hasOthers: boolean,
  wrapping: Wrapping | undefined,
): FoundTable[] {
  const held = own.map((line, at) => heldOpen(line, trimmed[at] as string));
  const lastProse = trimmed.findLastIndex(isSentence);
  const reader = gluedReader(trimmed, held, models, words, {
    isDense: isDense(lines, isVisible),
    marksItems: lines.some((_, at) => isItem(at)),
  });
  const runs: (readonly FoundTable[])[] = [];
  let triedTo = -1;
  let tries = 0;
  for (let start = 0; start < own.length; ) {
    let end = runEnd(trimmed, start);
    const torn = tornTable(start, end);
    if (torn.length > 0) {
      runs.push(torn);
      end = torn.reduce((last, table) => Math.max(last, table.end), end);
    } else if (wrapping === undefined && end > start) {
      const run = trimmed.slice(start, end);
      const readRun = () =>
        reader.readRun(run, { isClosing: start > lastProse, at: start }).map((table) => moved(table, start));
      const readAmong = () => reader.readAmong(run).map((table) => moved(table, start));
      let tables = reader.isDense ? [] : readRun();
      const among = tables.length > 0 ? [] : readAmong();
      if (reader.isDense && among.length === 0) tables = readRun();
      if (tables.length > 0) runs.push(tables);
      else if (among.length > 0) runs.push(...among.map((table) => [table]));
      else if (!hasOthers) runs.push(...reader.readLines(run).map((table) => [moved(table, start)]));
    }
    start = Math.max(end, start) + 1;
  }
  return settled(runs, hasOthers).flatMap(partsOf);

  function tornTable(start: number, end: number): FoundTable[] {
    if (end - start < 2) return [];
    let last = end;
    const most = start + LONGEST_TORN;
    while (last < Math.min(most, own.length) && (isItem(last) || trimmed[last] !== '')) last += 1;
    if (last >= most) return [];
    // Items that no row follows are a list below the table.
    while (last > end && isItem(last - 1)) last -= 1;
    if (wrapping === undefined && last === end) return [];
    tries = last === triedTo ? tries + 1 : 1;
    triedTo = last;
    if (tries > MOST_TRIES) return [];
    const run = lines.slice(start, last).map((line, at) => (isVisible(start + at) ? line : withoutInvisible(line)));
    return readTorn(run, (at) => isItem(start + at), reader, wrapping, start);
  }
}

/**
 * One program has printed the whole text, and parts cells in one way: what the surest tables show decides between the readings of
 * the others. Where it parts cells by more than blanks elsewhere it hardly leaves them together here.
 */
function settled(runs: readonly (readonly FoundTable[])[], hasOthers: boolean): FoundTable[] {
  const evidence = new Map<string, number>();
  // Where rows stand on lines of their own a line is hardly a whole table.
  const hasRows = runs.some((tables) => tables.some(({ by }) => by === 'table:glued'));
  for (const { by, confidence } of runs.flat()) {
    const isLine = by === 'table:one-line';
    const says = isLine && hasRows ? LEAST_EVIDENCE : Math.max(LEAST_EVIDENCE * confidence, confidence - DOUBT);
    evidence.set(by, (evidence.get(by) ?? 0) + says);
  }
  const [main] = [...evidence].reduce((best, each) => (each[1] > best[1] ? each : best), ['', 0]);
  return runs.flatMap((tables) => {
    const usual = tables.filter(({ by }) => by === main && !hasOthers);
    const sure = tables.filter(({ confidence }) => confidence >= SURE_BESIDE_OTHERS);
    const from = usual.length > 0 ? usual : sure;
    return from.length === 0 ? [] : [from.reduce((best, table) => (table.confidence > best.confidence ? table : best))];
  });
}

/**
 * Aligned cells that hold lists, whose lines are no items of the text:
 *
 *   Kind     General  One of these:
 *                     - hours
 *   Name     General  What it is called.
 */
function alignedWithItems(
  lines: readonly string[],
  start: number,
  item: number,
  isItem: (at: number) => boolean,
): FoundTable | undefined {
  if (item >= lines.length || !isItem(item) || item - start > LONGEST_TORN) return undefined;
  if (item === start && !isNames(lines[item] as string)) return undefined;
  let end = item;
  while (end < Math.min(lines.length, start + LONGEST_TORN) && bare(lines[end] as string) !== '') end += 1;
  const table = readAligned(lines.slice(start, end));
  return table === undefined || start + table.end <= item ? undefined : moved(table, start);
}

/** `M.   Player   Goals` is no first item where rows stand under it. */
const isNames = (line: string): boolean => /\S {2,}\S.*\S {2,}\S/.test(line);

const FEWEST_LOOSE = 3;

/** Reads aligned rows with a blank line between each two. */
function looseReader(
  own: readonly string[],
  trimmed: readonly string[],
): (start: number, firstEnd: number) => FoundTable | undefined {
  let triedTo = 0;
  let tries = 0;
  return (start, firstEnd) => {
    if (start >= triedTo) tries = 0;
    if (tries === MOST_TRIES) return undefined;
    const rows: string[] = [];
    let end = start;
    for (let from = start, to = firstEnd; to - from === 1 && (own[from] as string).trim().includes('  '); ) {
      rows.push(own[from] as string);
      end = to;
      from = to + 1;
      to = runEnd(trimmed, from);
    }
    if (rows.length < FEWEST_LOOSE) return undefined;
    triedTo = end;
    tries += 1;
    const table = readAligned(rows);
    return table === undefined || table.rows.length < rows.length ? undefined : { ...table, start, end };
  };
}
