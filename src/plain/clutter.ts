/** How likely clutter a line has to be until it is cut, and what stays however likely it is. */
import { countWords, isUnspaced } from '../words.ts';
import { endsOpen, goesOnFrom, SMALL } from './goes-on.ts';
import { endsQuestion, endsSentence, type Line } from './line.ts';
import { isName } from './name.ts';
import type { Role } from './role.ts';
import { isQuote, isSentence } from './sentence.ts';
import { brokenPlaces } from './table/rows/broken-habits.ts';
import { rowsAmong } from './table/rows/rows-among.ts';

/** Less sure cuts keep their line: a lost paragraph is worse than a share line that stays. */
const SURE_CUT = 0.62;
const SURE_SENTENCE_CUT = 0.95;
/** Right below what is cut, of "2 comments", and at the very end, where nothing is left that a heading could head. */
const SURE_NEXT_CUT = 0.25;
const SURE_NEXT_SENTENCE_CUT = 0.7;
/** Between sentences of the article clutter is rare, and no item is. */
const SURE_INNER_CUT = 0.95;
const SHARED_CUT = 0.4;
const LABEL_LENGTH = 16;
/** Where words have no blanks between them. */
const UNSPACED_LABEL_LENGTH = 4;
const LABELLED = 50;

/** Where a line stands. */
export interface Place {
  /** Between sentences of the article. */
  readonly isInner: boolean;
  /** What the line before is. */
  readonly before: Role | undefined;
}

/** The chance from which on a line is cut; what is less likely clutter needs no look at its words. */
export function enoughToCut(lines: readonly Line[], at: number, { isInner, before }: Place, chance: number): number {
  if (chance < SURE_NEXT_CUT) return 1;
  const line = lines[at] as Line;
  const isAmongCut = !isInner && (before === 'cut' || at === lines.length - 1 || COUNT.test(line.raw));
  if (isSentence(line)) return isAmongCut ? SURE_NEXT_SENTENCE_CUT : SURE_SENTENCE_CUT;
  if (isInner || line.hashes > 0) return SURE_INNER_CUT;
  return isAmongCut ? SURE_NEXT_CUT : SURE_CUT;
}

//   2 comments
export const COUNT = /^\p{Nd}+\s+\p{L}+(?:\s+\p{L}+)?$/u;

/**
 * A list is the article's or it is not: behind its last sentence the items of one are cut together, or stay. Those that a
 * line leads up to, and those that are sentences, stay.
 */
export function sharedFates(
  lines: readonly Line[],
  roles: readonly (Role | undefined)[],
  last: number,
  cutChance: (at: number) => number,
): (boolean | undefined)[] {
  const fates: (boolean | undefined)[] = [];
  const isItem = (at: number): boolean => roles[at] === undefined && lines[at]?.marker?.ordered === false;
  for (let start = last + 1; start < lines.length; ) {
    let end = start;
    let sum = 0;
    while (isItem(end)) {
      sum += cutChance(end);
      end += 1;
    }
    if (end - start > 1) {
      const isOwn = LEADS_UP.test(lines[start - 1]?.raw ?? '') || lines.slice(start, end).some(isSentence);
      for (let at = start; at < end; at += 1) fates[at] = !isOwn && sum >= SHARED_CUT * (end - start);
    }
    start = Math.max(end, start + 1);
  }
  return fates;
}

const LEADS_UP = /[:：]$/;

/** What form says of a text's lines, whatever the model makes of them. */
interface ByForm {
  readonly roles: readonly (Role | undefined)[];
  /** Headings that are counted, or alike in another way. */
  readonly counted: ReadonlySet<number>;
  /** Items of lists that are the article's. */
  readonly own: ReadonlySet<number>;
}

/** Tells what stays, however likely clutter it is. */
export function stayingLines(
  lines: readonly Line[],
  { roles, counted, own }: ByForm,
): (at: number, place: Place) => boolean {
  let rows: Uint8Array | undefined;
  let flows: Uint8Array | undefined;
  const isRowLike = (at: number): boolean => {
    rows ??= rowLike(lines);
    return rows[at] === 1;
  };
  const isFlowing = (at: number): boolean => {
    flows ??= flowing(lines, roles);
    return flows[at] === 1;
  };
  return (at, { isInner, before }) => {
    const line = lines[at] as Line;
    const above = before === 'cut' ? undefined : lines[at - 1];
    return (
      counted.has(at) ||
      isFlowing(at) ||
      (endsSentence(line.raw) &&
        (leadsOn(above, counted.has(at - 1)) || (before === 'heading' && isNumbered(above)))) ||
      goesOnFrom(above, line) ||
      isLabel(line, lines[at + 1]) ||
      isQuote(line) ||
      isSignature(lines, at) ||
      (before !== 'cut' && at === lines.length - 1 && isSigned(line)) ||
      isDated(lines, at) ||
      isLabelled(lines, at) ||
      line.isSetIn === true ||
      own.has(at) ||
      line.marker?.ordered === true ||
      (isInner && (line.marker !== undefined || isRowLike(at)))
    );
  };
}

/** What is counted, be it a heading or a question, is answered by the sentence right under it: no clutter has numbers. */
const leadsOn = (before: Line | undefined, isCounted: boolean): boolean =>
  before !== undefined && (isCounted || (before.marker?.ordered === true && endsQuestion(before.raw)));

const isNumbered = (heading: Line | undefined): boolean => heading?.marker?.ordered === true;

/** 1 for lines that may be the rows of a table which could not be read: they are content, whatever they look like. */
function rowLike(lines: readonly Line[]): Uint8Array {
  const found = new Uint8Array(lines.length);
  const texts = lines.map(({ raw }) => raw);
  for (const { start, end } of rowsAmong(texts, brokenPlaces)) found.fill(1, start, end);
  return found;
}

/** Fewer words in all may be a notice that was wrapped. */
const PARAGRAPH_WORDS = 12;

/**
 * 1 for the lines of paragraphs that were wrapped: of their line ends half break a sentence, and the last one ends it.
 *
 *   crossing at low water is permitted only in         ← no clutter is written so
 *   daylight. The passengers must sit.
 */
function flowing(lines: readonly Line[], roles: readonly (Role | undefined)[]): Uint8Array {
  const found = new Uint8Array(lines.length);
  const isLine = (at: number): boolean =>
    roles[at] === undefined && lines[at]?.marker === undefined && lines[at]?.hashes === 0;
  for (let start = 0; start < lines.length; ) {
    let end = start + 1;
    let broken = 0;
    if (isLine(start)) {
      for (; end < lines.length && isLine(end) && lines[end]?.blankBefore === false; end += 1)
        if (endsOpen(lines[end - 1]) && SMALL.test((lines[end] as Line).raw)) broken += 1;
      const isWrapped = end - start > 1 && broken * 2 >= end - start - 1 && endsSentence((lines[end - 1] as Line).raw);
      if (isWrapped) {
        const words = lines.slice(start, end).reduce((sum, { raw }) => sum + countWords(raw), 0);
        if (words >= PARAGRAPH_WORDS) found.fill(1, start, end);
      }
    }
    start = end;
  }
  return found;
}

/** One word over a sentence heads a note: what a blog puts there has more words, or no sentence under it. */
const isLabel = ({ raw }: Line, next: Line | undefined): boolean =>
  raw.length <= LABEL_LENGTH &&
  (raw.length <= UNSPACED_LABEL_LENGTH || !isUnspaced(raw)) &&
  !/[\s\p{N}]/u.test(raw) &&
  next !== undefined &&
  next.marker === undefined &&
  (next.raw.length > LABELLED || isSentence(next));

//   Prep time: 15 min
//   Cooking: 25 min
const LABEL = /^\p{L}[^:：\p{Nd}]{1,24}[:：]\s*(?!\/\/)\S/u;

/** Words with their values, at least two below each other, and the line that heads them. */
const isLabelled = (lines: readonly Line[], at: number): boolean =>
  hasLabel(lines[at])
    ? hasLabel(lines[at - 1]) || hasLabel(lines[at + 1])
    : hasLabel(lines[at + 1]) && hasLabel(lines[at + 2]) && headsLabels(lines[at] as Line);
const headsLabels = ({ raw, marker }: Line): boolean =>
  marker === undefined && raw.length <= LABELLED && !/\p{Nd}/u.test(raw) && !endsSentence(raw);
const hasLabel = (line: Line | undefined): boolean =>
  line !== undefined && line.raw.length <= LABELLED && LABEL.test(line.raw);

//   桂花社区居委会
//   2023年4月20日
const DAY = /^(?=\P{Nd}*\p{Nd}+\P{Nd}+\p{Nd}+)(?=.*\p{Nd}{4})[^:]{6,24}$/u;
const MOST_SIGNED = 3;

/** In the last block, if that is a name or two over a day: who signed a notice, and when. */
function isDated(lines: readonly Line[], at: number): boolean {
  if (
    at < lines.length - MOST_SIGNED ||
    !DAY.test((lines.at(-1) as Line).raw) ||
    COUNT.test((lines.at(-1) as Line).raw)
  )
    return false;
  const start = lines.findLastIndex(({ blankBefore }) => blankBefore);
  const size = lines.length - start;
  return start > 0 && start <= at && size > 1 && size <= MOST_SIGNED && !/\p{Nd}/u.test((lines[start] as Line).raw);
}

//   Ritva Lahtinen, secretary     Ritva Lahtinen
const SIGNED = /^\p{L}[^\p{P}\p{Nd}]{2,30}[,،，] ?[^\p{P}\p{Nd}]{3,40}$/u;

/** The last line below the text itself: who signed it. */
const isSigned = ({ raw, blankBefore }: Line): boolean => blankBefore && (SIGNED.test(raw) || isName(raw));

/** The last line, alone and set in below short ones: who wrote the verses above. */
function isSignature(lines: readonly Line[], at: number): boolean {
  const [before, line] = [lines[at - 1], lines[at] as Line];
  if (at !== lines.length - 1 || before === undefined || !line.blankBefore) return false;
  return line.indent >= before.indent + SET_IN && before.raw.length <= VERSE && !before.blankBefore;
}
const VERSE = 60;
const SET_IN = 4;
