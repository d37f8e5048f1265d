/** What the ends of wrapped lines stood for, in scripts where the letters around them do not tell. */

import { shownWidth } from '../table/forms/width.ts';
import type { Line } from './line.ts';

/** The lines, those marked whose ends tell what they stood for by how all are broken. */
export const withLineEnds = (lines: Line[]): Line[] => ofKorean(ofThai(lines));

/** Lines that end in such letters and go on in such. */
interface Breaks {
  /** Indexes of the lines. */
  readonly at: readonly number[];
  /** How wide each stands. */
  readonly widths: readonly number[];
}

function breaksBetween(lines: readonly Line[], end: RegExp, start: RegExp): Breaks {
  const at: number[] = [];
  for (let line = 0; line + 1 < lines.length; line += 1) {
    const next = lines[line + 1] as Line;
    if (!next.blankBefore && start.test(next.raw) && end.test((lines[line] as Line).raw)) at.push(line);
  }
  return { at, widths: at.map((line) => (lines[line] as Line).indent + shownWidth((lines[line] as Line).raw)) };
}

/** The lines with what is put at the ends of some when they are joined; nothing where nothing is known. */
function joinedBy(lines: Line[], at: readonly number[], gapOf: (n: number) => '' | ' ' | undefined): Line[] {
  const marked = [...lines];
  for (const [n, line] of at.entries()) {
    const gap = gapOf(n);
    if (gap !== undefined) marked[line] = { ...(lines[line] as Line), endsIn: gap };
  }
  return marked;
}

const THAI_END = /[\u0e01-\u0e4e]$/;
const THAI_START = /^[\u0e01-\u0e4e]/;
const FEWEST_PHRASES = 3;
/** Wider than nearly all words. */
const WORD = 12;
/** One in so many lines leaves room for more than a word. */
const RAGGED = 4;

/**
 * Thai writes blanks between phrases, none between words. Programs that break lines at blanks alone leave them ragged, and the blank
 * comes back; those that know where words begin fill the lines.
 *
 *   ฝนตกทุกวันในเดือนนี้
 *   ชาวบ้านจึงย้ายเรือขึ้นไปไว้บนฝั่งก่อนน้ำจะขึ้น
 */
function ofThai(lines: Line[]): Line[] {
  const { at, widths } = breaksBetween(lines, THAI_END, THAI_START);
  if (at.length < FEWEST_PHRASES) return lines;
  const holdsBlank = at.map((line) => (lines[line] as Line).raw.includes(' '));
  const widest = widths.reduce((most, width, n) => (holdsBlank[n] ? Math.max(most, width) : most), 0);
  if (widths.filter((width) => width + WORD <= widest).length * RAGGED < at.length) return lines;
  // A phrase wider than the page was cut within.
  return joinedBy(lines, at, (n) => (!holdsBlank[n] && (widths[n] as number) >= widest ? undefined : ' '));
}

const HANGUL_END = /\p{Script=Hangul}$/u;
const HANGUL_START = /^\p{Script=Hangul}/u;
const FEWEST_FULL = 6;
/** The width of one syllable. */
const SYLLABLE = 2;

/**
 * Some programs break lines of Korean between any two syllables, as they do with Chinese: then all are full, and most words at
 * their ends were cut. The rest of the text tells where words end.
 *
 *   서비스를 하는
 *   데이터를 보  ← 보호합니다
 *   호합니다.
 */
function ofKorean(lines: Line[]): Line[] {
  const { at, widths } = breaksBetween(lines, HANGUL_END, HANGUL_START);
  if (at.length < FEWEST_FULL) return lines;
  const widest = widths.reduce((most, width) => Math.max(most, width), 0);
  if (widths.some((width) => width + SYLLABLE < widest)) return lines;
  const bordersIn = countBorders(lines);
  return joinedBy(lines, at, (n) => {
    // One more syllable had room there.
    if ((widths[n] as number) + SYLLABLE <= widest) return ' ';
    const line = at[n] as number;
    return bordersIn((lines[line] as Line).raw.slice(-1), (lines[line + 1] as Line).raw.slice(0, 1)) ? ' ' : '';
  });
}

/** Whether a word more likely ends between two syllables than goes on, as a text has them elsewhere. */
function countBorders(lines: readonly Line[]): (left: string, right: string) => boolean {
  const counts = new Map<string, number>();
  const add = (what: string) => counts.set(what, (counts.get(what) ?? 0) + 1);
  let seen = 0;
  for (const { raw } of lines) {
    seen += raw.length;
    if (seen > ENOUGH) break;
    for (let at = 1; at < raw.length; at += 1) {
      const left = raw[at - 1] as string;
      const right = raw[at] as string;
      add(left + right);
      if (left === ' ') add(`${raw[at - 2] ?? ''} ${right}`);
      else add(`${left}.`);
      if (right !== ' ') add(`.${right}`);
    }
  }
  const of = (what: string): number => counts.get(what) ?? 0;
  return (left, right) => {
    const within = of(left + right);
    const apart = of(`${left} ${right}`);
    if (within !== apart) return apart > within;
    const ends = (of(`${left} `) + PRIOR) / (of(`${left}.`) + 1);
    const begins = (of(` ${right}`) + PRIOR) / (of(`.${right}`) + 1);
    return ends * begins > (1 - ends) * (1 - begins);
  };
}

/** So many characters tell what words a text has. */
const ENOUGH = 100_000;
/** The share of syllables that end a word, or begin one. */
const PRIOR = 0.3;
