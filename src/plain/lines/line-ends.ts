/** What the ends of wrapped lines stood for, in scripts where the letters around them do not tell. */
import { codeUnitAt } from '../../code-unit.ts';
import { measuresOf, shownWidth, widthOf } from '../table/forms/width.ts';
import type { Line } from './line.ts';

/** The lines, those marked whose ends tell what they stood for by how all are broken. */
export const withLineEnds = (lines: Line[]): Line[] =>
  lines.some(({ raw }) => raw !== '' && codeUnitAt(raw, 0) >= FIRST_ODD)
    ? ofKorean(PHRASED.reduce(ofPhrases, lines))
    : lines;

/** No letter below is of such a script. */
const FIRST_ODD = 0xe00;

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

/** How lines of Thai, Lao, Burmese and Khmer end and begin within a sentence. */
const PHRASED = ['\u0e01-\u0e4e', '\u0e81-\u0ecd', '\u1000-\u103f', '\u1780-\u17d3'].map((letters) => ({
  end: new RegExp(`[${letters}]$`),
  start: new RegExp(`^[${letters}]`),
}));
const FEWEST_PHRASES = 3;
/** Most words are no wider. */
const WORD = 6;
/** Where lines end at blanks one in so many leaves room for a word. */
const RAGGED = 6;

/**
 * Such scripts have blanks between phrases, none between words. Programs that break lines at blanks alone leave them ragged, and the blank
 * comes back; those that know where words begin fill the lines.
 *
 *   ฝนตกทุกวันในเดือนนี้
 *   ชาวบ้านจึงย้ายเรือขึ้นไปไว้บนฝั่งก่อนน้ำจะขึ้น
 */
function ofPhrases(lines: Line[], { end, start }: { readonly end: RegExp; readonly start: RegExp }): Line[] {
  const { at } = breaksBetween(lines, end, start);
  if (at.length === 0) return lines;
  const ended = at.map((line) => lines[line] as Line);
  // Few of them do not tell how wide the page is: all lines do.
  const others = at.length < FEWEST_PHRASES ? lines.filter(({ raw }) => raw.includes(' ')) : [];
  const holdsBlank = ended.map(({ raw }) => raw.includes(' '));
  const pages = measuresOf(ended.map(({ raw }) => raw)).map((measure) => {
    const widths = ended.map(({ indent, raw }) => indent + widthOf(raw, measure));
    const own = widths.filter((_, n) => holdsBlank[n]);
    const widest = [...own, ...others.map(({ indent, raw }) => indent + widthOf(raw, measure))].reduce(
      (most, width) => Math.max(most, width),
      0,
    );
    return { widths, widest, limit: widths.reduce((most, width) => Math.max(most, width), 0) };
  });
  const isFilled = pages.some(
    ({ widths, widest }) => widths.filter((width) => width + WORD <= widest).length * RAGGED < at.length,
  );
  if (isFilled) return lines;
  // A phrase wider than the page was cut within, there where the others were; some programs leave them whole.
  const cutting = pages.filter(
    ({ widths, widest, limit }) => limit <= widest + WORD || widths.indexOf(limit) !== widths.lastIndexOf(limit),
  );
  const isCut = (n: number) => !holdsBlank[n] && cutting.some(({ widths, limit }) => widths[n] === limit);
  return joinedBy(lines, at, (n) => (isCut(n) ? undefined : ' '));
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
  const widest = widths.reduce((most, width) => Math.max(most, width), 0);
  // Shorter lines are rows and headings.
  const long = widths.filter((width) => width * 2 > widest);
  if (long.length < FEWEST_FULL || long.some((width) => width + SYLLABLE < widest)) return lines;
  const bordersIn = countBorders(lines);
  return joinedBy(lines, at, (n) => {
    // One more syllable had room there.
    if ((widths[n] as number) + SYLLABLE <= widest) return ' ';
    const line = at[n] as number;
    const { raw } = lines[line] as Line;
    return bordersIn(codeUnitAt(raw, raw.length - 1), codeUnitAt((lines[line + 1] as Line).raw, 0)) ? ' ' : '';
  });
}

/** Whether a word more likely ends between two syllables than goes on, as a text has them elsewhere. */
function countBorders(lines: readonly Line[]): (left: number, right: number) => boolean {
  const together = new Map<number, number>();
  const parted = new Map<number, number>();
  const lefts = new Map<number, number>();
  const rights = new Map<number, number>();
  let seen = 0;
  for (const { raw } of lines) {
    seen += raw.length;
    if (seen > ENOUGH) break;
    for (let at = 1; at < raw.length; at += 1) {
      const left = codeUnitAt(raw, at - 1);
      const right = codeUnitAt(raw, at);
      count(together, pairOf(left, right));
      if (left !== BLANK) count(lefts, left);
      else if (at > 1) count(parted, pairOf(codeUnitAt(raw, at - 2), right));
      if (right !== BLANK) count(rights, right);
    }
  }
  return (left, right) => {
    const within = countOf(together, pairOf(left, right));
    const apart = countOf(parted, pairOf(left, right));
    if (within !== apart) return apart > within;
    // A stop beside it counts once more.
    const ends =
      (countOf(together, pairOf(left, BLANK)) + PRIOR) /
      (countOf(lefts, left) + countOf(together, pairOf(left, STOP)) + 1);
    const begins =
      (countOf(together, pairOf(BLANK, right)) + PRIOR) /
      (countOf(rights, right) + countOf(together, pairOf(STOP, right)) + 1);
    return ends * begins > (1 - ends) * (1 - begins);
  };
}

const BLANK = 32;
const STOP = 46;
const pairOf = (left: number, right: number): number => (left << 16) | right;
const countOf = (counts: ReadonlyMap<number, number>, what: number): number => counts.get(what) ?? 0;
const count = (counts: Map<number, number>, what: number): void => {
  counts.set(what, (counts.get(what) ?? 0) + 1);
};

/** So many characters tell what words a text has. */
const ENOUGH = 100_000;
/** The share of syllables that end a word, or begin one. */
const PRIOR = 0.3;
