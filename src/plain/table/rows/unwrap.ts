/** Hard wraps of a whole text: how wide its page is, and which of its lines are full. */
import { codeUnitAt } from '../../../code-unit.ts';
import { flagsOf, ODD, SPACE, WIDE } from '../../lines/glyphs.ts';
import { kindsOf } from '../../lines/kinds.ts';
import { BREAKS_ANYWHERE, breaksAnywhere, type Measure, measuresOf, widthOf } from '../forms/width.ts';
import { UNSPACED } from './rows-among.ts';

export interface Wrapping {
  readonly width: number;
  readonly measure: Measure;
  /** Lines of Chinese and Japanese end at blanks alone. */
  readonly atBlanks: boolean;
}

const NARROWEST = 40;
const WIDEST = 120;
/** Some lines may be longer than the page: addresses, code, and what was torn within brackets and is whole again. */
const LONGER = 0.08;
/** Lines are measured in so many ways where marks share a place with letters: a page holds more characters then. */
const ALL_MEASURES = 3;
const FEWEST_PAIRS = 6;
const FEWEST_FIRSTS = 3;
const NEARLY_ALL = 0.75;
const TRIED = 4;
const SHARE_OF_FULL = 0.6;
const AS_MANY = 0.05;
const LONGEST_WORD = 40;

/** How a program broke the lines of a text to fit a page; nothing where it did not. `kinds` are what `kindsOf` tells of them. */
export function wrappingOf(lines: readonly string[], kinds = lines.map(kindsOf)): Wrapping | undefined {
  const bare = lines.map((line) => line.trimEnd());
  const measures = measuresOf(bare, kinds);
  const hasBlank = bare.map((line) => line.trimStart().includes(' '));
  const isWide = bare.map((line, at) => ((kinds[at] as number) & WIDE) !== 0 && BREAKS_ANYWHERE.test(line));
  // One word alone, as phrases of Thai are, may be wider than the page.
  const mayBreak = hasBlank.map((has, at) => has || (isWide[at] as boolean));
  const page = pageOf({ bare, kinds, breaks: mayBreak }, measures, false);
  if (page !== undefined || hasBlank.filter((has, at) => has && isWide[at]).length < FEWEST_FIRSTS) return page;
  return pageOf({ bare, kinds, breaks: hasBlank }, measures, true);
}

/** The lines of a text without blanks at their ends. */
interface Printed {
  readonly bare: readonly string[];
  readonly kinds: readonly number[];
  /** Whether a program may have broken each of them. */
  readonly breaks: readonly boolean[];
}

function pageOf(printed: Printed, measures: readonly Measure[], atBlanks: boolean): Wrapping | undefined {
  const { bare, breaks } = printed;
  const longest = measures.length < ALL_MEASURES ? WIDEST : WIDEST * 2;
  let written = 0;
  let longer = 0;
  for (let at = 0; at < bare.length; at += 1) {
    const { length } = bare[at] as string;
    if (length > 0) written += 1;
    if (length > longest && breaks[at]) longer += 1;
  }
  const mostLonger = written * LONGER;
  if (longer > mostLonger) return undefined;
  const pages: { wrapping: Wrapping; share: number }[] = [];
  let tried: Room | undefined;
  for (const measure of measures) {
    const room = roomOf(printed, measure, atBlanks);
    // Most texts are as wide by one measure as by the other.
    if (tried !== undefined && isSame(room.widths, tried.widths) && isSame(room.wanted, tried.wanted)) break;
    tried = room;
    for (const width of pageWidths(room, breaks, mostLonger)) {
      const share = shareOfFull(room, width, atBlanks ? width / 4 : width / 2);
      if (share >= SHARE_OF_FULL) pages.push({ wrapping: { width, measure, atBlanks }, share });
    }
  }
  // A page a little narrower has as many full lines, one much wider has them by chance.
  const most = pages.reduce((best, { share }) => Math.max(best, share), 0);
  return pages.find(({ share }) => share >= most - AS_MANY)?.wrapping;
}

/** How wide each line is, and what the first word of the next one takes at its end; 0 where none follows. */
interface Room {
  readonly widths: readonly number[];
  readonly wanted: readonly number[];
}

function roomOf({ bare, kinds }: Printed, measure: Measure, atBlanks: boolean): Room {
  const widths: number[] = [];
  const wanted: number[] = [];
  for (let at = 0; at < bare.length; at += 1) {
    const line = bare[at] as string;
    const isPlain = ((kinds[at] as number) & ODD) === 0 || line.length > 3 * WIDEST;
    widths.push(isPlain ? line.length : widthOf(line, measure));
    const next = bare[at + 1] ?? '';
    wanted.push(next === '' ? 0 : roomFor(line, next.trimStart(), measure, atBlanks));
  }
  return { widths, wanted };
}

const isSame = (one: readonly number[], other: readonly number[]): boolean =>
  one.every((value, at) => value === other[at]);

/** The widths of the widest lines that may break, and the commonest that no more than so many lines are longer than. */
function pageWidths({ widths }: Room, breaks: readonly boolean[], mostLonger: number): number[] {
  const counts = new Array<number>(WIDEST + 1).fill(0);
  let longer = 0;
  for (let at = 0; at < widths.length; at += 1) {
    if (!breaks[at]) continue;
    const width = widths[at] as number;
    if (width > WIDEST) longer += 1;
    else counts[width] = (counts[width] as number) + 1;
  }
  const found: number[] = [];
  for (let width = WIDEST; width >= NARROWEST && longer <= mostLonger; width -= 1) {
    if (counts[width] !== 0) found.push(width);
    longer += counts[width] as number;
  }
  const common = found.slice(TRIED).sort((a, b) => (counts[b] as number) - (counts[a] as number) || b - a);
  return [...found.slice(0, TRIED), ...common.slice(0, TRIED)];
}

/**
 * How many of the lines that others follow, and that are so long, are full for a page of such a width. Where these are few, or rows
 * of tables are among them, the first lines of paragraphs tell.
 */
function shareOfFull({ widths, wanted }: Room, width: number, shortest: number): number {
  let pairs = 0;
  let full = 0;
  let firsts = 0;
  let fullFirsts = 0;
  for (let at = 0; at < widths.length; at += 1) {
    const own = widths[at] as number;
    const next = wanted[at] as number;
    if (own > width || own < shortest || next === 0) continue;
    const isFullLine = own + next > width;
    const isFirst = at === 0 || widths[at - 1] === 0;
    pairs += 1;
    if (isFirst) firsts += 1;
    if (isFullLine) full += 1;
    if (isFullLine && isFirst) fullFirsts += 1;
  }
  const share = pairs < FEWEST_PAIRS ? 0 : full / pairs;
  if (share >= SHARE_OF_FULL || fullFirsts < FEWEST_FIRSTS) return share;
  return fullFirsts >= firsts * NEARLY_ALL ? fullFirsts / firsts : share;
}

/** What the first word of a line takes at the end of the line above. */
function roomFor(above: string, line: string, measure: Measure, atBlanks: boolean): number {
  if (breaksAnywhere(line.charCodeAt(0)) && (!atBlanks || breaksAnywhere(above.charCodeAt(above.length - 1)))) return 2;
  let end = 0;
  let kinds = 0;
  for (const { length } = line; end < length; end += 1) {
    const flags = flagsOf(codeUnitAt(line, end));
    if ((flags & SPACE) !== 0) break;
    kinds |= flags;
  }
  const isLong = end > LONGEST_WORD && (atBlanks || UNSPACED.test(line.slice(0, end)));
  const most = Math.min(end, isLong ? WIDEST : LONGEST_WORD);
  return 1 + ((kinds & ODD) === 0 ? most : widthOf(line.slice(0, most), measure));
}

/** Whether the next line may be there for lack of room in this one. Lines have their indents. */
export const isFull = (line: string, next: string, { width, measure, atBlanks }: Wrapping): boolean =>
  widthOf(line.trimEnd(), measure) + roomFor(line.trimEnd(), next.trim(), measure, atBlanks) > width;
