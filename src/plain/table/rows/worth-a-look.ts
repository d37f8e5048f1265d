/** Whether runs of lines are worth the models that read them as rows: what can be told of most lines at little cost. */
import { wideIn } from '../../../words.ts';
import { brokenPlaces, hasCaselessWords, plainlyBrokenPlaces } from './broken-habits.ts';

/** Letters without case show no seam: their lines are looked at while the text is not long. */
const BROKEN_SHARE = 0.4;

/** Statements of programs, markup, and what is quoted with its marks. */
const CODE = /^<.*>$|[;{}]$|^> /;
const CODE_SHARE = 0.5;

export const isCode = (run: readonly string[]): boolean =>
  run.filter((line) => CODE.test(line)).length >= run.length * CODE_SHARE;

const WORD = /[\p{L}\p{N}]/u;

/** What signs draw has no words in most of its lines. */
export const isDrawn = (run: readonly string[]): boolean =>
  run.filter((line) => WORD.test(line)).length * 2 < run.length;

/** Whom Markdown serves for bold letters, or for links, writes tables with bars. */
const BOLD = /\*\*\S|\]\(\S/;

export const isMarked = (run: readonly string[]): boolean =>
  run.filter((line) => BOLD.test(line)).length * 2 >= run.length;

//   20228,45,210     24.31221,5     00:00257     no number has such marks, and no time
const NUMBERS_TOGETHER = /(?<!\p{Nd})\p{Nd}{5,}[.,]\p{Nd}|[.,]\p{Nd}{4,}[.,]\p{Nd}|\p{Nd}:\p{Nd}{3,}/u;

export function mayBeGlued(run: readonly string[], isLong: boolean): boolean {
  const asks = (line: string) =>
    isLong
      ? plainlyBrokenPlaces(line, 1) > 0
      : brokenPlaces(line, 1) > 0 || hasCaselessWords(line) || NUMBERS_TOGETHER.test(line);
  const asking = run.filter(asks).length;
  return asking >= Math.max(2, run.length * BROKEN_SHARE);
}

/** Longer lines with blanks only are prose. */
const LONGEST_SPACED = 600;

/** More lines of such a form in a row are rows, and no table each. */
export const MOST_ONE_LINE = 3;

/** How many lines around one, and it itself, ask without a line between that does not. */
export function neighbours(asks: readonly boolean[], at: number): number {
  let from = at;
  let to = at + 1;
  while (at - from <= MOST_ONE_LINE && asks[from - 1]) from -= 1;
  while (to - at <= MOST_ONE_LINE && asks[to]) to += 1;
  return to - from;
}

/** So many blanks are no empty cells: the lines are padded. */
const PADDING = /\S {4,}\S/;

export function mayBeSpaced(run: readonly string[], isLong: boolean, isUnwrapped: boolean): boolean {
  if (isLong || run.length < 3) return false;
  if (isUnwrapped) return true;
  if (run.filter((line) => PADDING.test(line)).length >= run.length / 2) return false;
  const long = run.filter((line) => line.length > LONGEST_SPACED).length;
  return long < run.length / 2 && run.filter((line) => /\S\s\S/u.test(line)).length >= run.length / 2;
}

/** All lines but the last are about as long as the longest, and few show a seam: one paragraph, broken to fit a page. */
export function isWrapped(run: readonly string[]): boolean {
  const widths = run.map((line) => line.length + wideIn(line));
  const widest = widths.reduce((most, width) => Math.max(most, width), 0);
  if (widest < 50 || widest > 110 || widths.slice(0, -1).some((width) => width <= widest * 0.75)) return false;
  return run.filter((line) => plainlyBrokenPlaces(line, 1) > 0).length < run.length / 2;
}
