/** What is known of a text as a whole before its lines get their roles one by one. */

import { closingRows } from './cuts/closing-rows.ts';
import { isSentence } from './forms/sentence.ts';
import { hours } from './forms/times.ts';
import { isDenseProse } from './headings/dense-headings.ts';
import { firstOfText } from './headings/frame.ts';
import { headOf } from './headings/head.ts';
import { type HeadLines, headLines } from './headings/head-lines.ts';
import { boldHeadings, bracketed, days, speeches, versions } from './headings/headings-by-form.ts';
import { labelledHeadings } from './headings/labelled-headings.ts';
import { askedHeadings } from './headings/questions.ts';
import { countedHeadings, dottedHeadings, isNumberedTitle, numberedHeadings } from './headings/series.ts';
import { titleLine } from './headings/title-line.ts';
import type { ClassChance } from './line-model/line-class.ts';
import { widthOf } from './line-model/settled.ts';
import { endsSentence, isUnparted, type Line } from './lines/line.ts';
import { type BareBlocks, bareBlocks } from './lists/bare-blocks.ts';
import type { Role } from './roles/role.ts';

/** A sentence that is less likely clutter speaks for the article. */
const SPEAKS = 0.5;
/** Shorter lines are none that a wrap ended. */
const WRAPPED = 30;
const FEWEST_MARKED = 3;

export interface Overview {
  readonly lines: readonly Line[];
  readonly chance: ClassChance;
  /** How wide the page was that the text was wrapped for; 0 where it was not. */
  readonly width: number;
  /** The line of the title, or −1. */
  readonly title: number;
  /** Lines above the title that are none of the article's. */
  readonly outside: ReadonlySet<number>;
  /** The first and the last line that speak for the article; −1 for none. */
  readonly first: number;
  readonly last: number;
  readonly head: HeadLines;
  /** Paragraphs stand right below each other. */
  readonly isDense: boolean;
  /** Headings have their marks. */
  readonly isMarked: boolean;
  /** The headings with numbers like 3.2. */
  readonly dotted: ReadonlySet<number>;
  /** Lines that are headings whatever the model makes of them: others of their kind tell. */
  readonly counted: ReadonlySet<number>;
  /** Questions that head their answers. */
  readonly asked: ReadonlySet<number>;
  /** Lines that say who speaks. */
  readonly spoken: ReadonlySet<number>;
  readonly bare: BareBlocks;
  /** The rows of what closes the text as a table does. */
  readonly closing: ReadonlySet<number>;
}

/** @param roles what form has settled; in Markdown a lone hash mark says where headings have theirs */
export function overviewOf(
  lines: readonly Line[],
  roles: readonly (Role | undefined)[],
  chance: ClassChance,
  isMarkdown: boolean,
): Overview {
  const speaks = (line: Line, at: number): boolean =>
    roles[at] === undefined && chance(at, 'cut') < SPEAKS && (isSentence(line) || endsParagraph(line, at));
  const endsParagraph = (line: Line, at: number): boolean =>
    !line.blankBefore &&
    chance(at, 'continue') > SPEAKS &&
    endsSentence(line.raw) &&
    (lines[at - 1]?.raw.length ?? 0) >= WRAPPED;
  const first = firstOfText(lines, speaks);
  const last = lines.findLastIndex(speaks);
  const likeliest = isNumberedTitle(lines) ? 0 : titleLine(lines, roles, chance);
  const found = headOf(lines, roles, chance, likeliest, first, speaks);
  const dotted = dottedHeadings(lines);
  const isDense = isDenseProse(lines);
  return {
    lines,
    chance,
    width: widthOf(lines),
    title: found.title,
    outside: found.outside,
    first,
    last,
    head: headLines(lines, found),
    isDense,
    // Who marks headings marks them all.
    isMarked: lines.filter(({ hashes }) => hashes > 0).length >= (isMarkdown ? 1 : FEWEST_MARKED),
    dotted,
    counted: new Set([
      ...countedHeadings(lines),
      ...dotted,
      ...numberedHeadings(lines),
      ...versions(lines),
      ...days(lines),
      ...hours(lines),
      ...bracketed(lines),
      ...boldHeadings(lines),
      ...lines.flatMap(({ permalink }, at) => (permalink === 'heading' ? [at] : [])),
      ...labelledHeadings(lines),
    ]),
    asked: askedHeadings(lines, isDense || isUnparted(lines)),
    spoken: speeches(lines),
    bare: bareBlocks(lines, roles, chance, isDense),
    closing: closingRows(lines, roles, last, (at) => chance(at, 'cut')),
  };
}

/** Between sentences of the article. */
export const isInner = ({ first, last }: Overview, at: number): boolean => at > first && at < last;
