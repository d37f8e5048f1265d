/** How likely clutter a line has to be until it is cut, and what stays however likely it is. */
import { once } from '../../once.ts';
import { countWords, isUnspaced } from '../../words.ts';
import { hasLabel, isLabelled } from '../forms/labels.ts';
import { isQuote, isSentence } from '../forms/sentence.ts';
import { beginsClosing, closes, isBelowPlace, isDated, isPlaced, isSignature, signsOff } from '../forms/signatures.ts';
import { isAgenda } from '../forms/times.ts';
import { COUNT } from '../line-model/counts.ts';
import { endsOpen, goesOnFrom, SMALL } from '../lines/goes-on.ts';
import { endsQuestion, endsSentence, type Line } from '../lines/line.ts';
import type { Role } from '../roles/role.ts';
import { brokenPlaces } from '../table/rows/broken-habits.ts';
import { rowsAmong } from '../table/rows/rows-among.ts';
import { sentencesBelowRows } from './closing-rows.ts';

/** Less sure cuts keep their line: a lost paragraph is worse than a share line that stays. */
const SURE_CUT = 0.62;
const SURE_SENTENCE_CUT = 0.95;
/** Right below what is cut, of "2 comments", and at the very end, where nothing is left that a heading could head. */
const SURE_NEXT_CUT = 0.25;
const SURE_NEXT_SENTENCE_CUT = 0.7;
const SURE_LAST_SENTENCE_CUT = 0.6;
/** Between sentences of the article clutter is rare, and no item is. */
const SURE_INNER_CUT = 0.95;
const SHARED_CUT = 0.4;
/** Over what is hardly clutter a list is none before it surely is. */
const SHARED_CUT_INSIDE = 0.75;
const MAY_FOLLOW = 0.3;
const LABEL_LENGTH = 16;
/** Where words have no blanks between them. */
const UNSPACED_LABEL_LENGTH = 4;
const LABELLED = 50;

/** Where a line stands. */
export interface Place {
  /** Between sentences of the article. */
  readonly isInner: boolean;
  /** Above its title. */
  readonly isAbove: boolean;
  /** What the line before is. */
  readonly before: Role | undefined;
}

/** The chance from which on a line is cut; what is less likely clutter needs no look at its words. */
export function enoughToCut(lines: readonly Line[], at: number, { isInner, before }: Place, chance: number): number {
  if (chance < SURE_NEXT_CUT) return 1;
  const line = lines[at] as Line;
  const isAmongCut = !isInner && (before === 'cut' || at === lines.length - 1 || COUNT.test(line.raw));
  if (isSentence(line) && before === 'cut' && at === lines.length - 1) return SURE_LAST_SENTENCE_CUT;
  if (isSentence(line)) return isAmongCut ? SURE_NEXT_SENTENCE_CUT : SURE_SENTENCE_CUT;
  if (isInner || line.hashes > 0) return SURE_INNER_CUT;
  if (isAmongCut) return SURE_NEXT_CUT;
  return SHORT_SENTENCE.test(line.raw) && countWords(line.raw) >= SHORT_WORDS ? SURE_SHORT_CUT : SURE_CUT;
}

//   Anna put on her glasses.
const SHORT_SENTENCE = /[\p{L}\p{M}][.।。።։]$/u;
const SHORT_WORDS = 3;
const SURE_SHORT_CUT = 0.8;

/**
 * A list is the article's or it is not: behind its last sentence the items of one are cut together, or stay. Those that a
 * line leads up to, and those that are sentences, stay, as do `rows`.
 */
export function sharedFates(
  lines: readonly Line[],
  roles: readonly (Role | undefined)[],
  last: number,
  cutChance: (at: number) => number,
  rows: ReadonlySet<number>,
): (boolean | undefined)[] {
  const fates: (boolean | undefined)[] = lines.map(() => undefined);
  const says = (line: Line): boolean => line.raw.length > LONG_AS_TEXT || isSentence(line);
  const said = once(() =>
    lines
      .slice(0, last + 1)
      .filter(says)
      .map(({ raw }) => raw),
  );
  let asked = 0;
  for (const at of rows) fates[at] = false;
  const isItem = (at: number): boolean => roles[at] === undefined && lines[at]?.marker?.ordered === false;
  for (let start = last + 1; start < lines.length; ) {
    let end = start;
    let sum = 0;
    while (isItem(end)) {
      sum += cutChance(end);
      end += 1;
    }
    if (end - start > 1) {
      const items = lines.slice(start, end);
      const hasHeading = areFacts(items) || items.every(isWork) || items.every(isOfYear) || areResults(items);
      const isOwn =
        (LEADS_UP.test(lines[start - 1]?.raw ?? '') && !isAmongClutter(start - 1)) ||
        items.some(isSentence) ||
        items.every(beginsSmall) ||
        items.every(isTurn) ||
        hasHeading;
      const isFollowed = end < lines.length && cutChance(end) < MAY_FOLLOW;
      const least = isFollowed ? SHARED_CUT_INSIDE : SHARED_CUT;
      for (let at = start; at < end; at += 1) fates[at] = !isOwn && sum >= least * (end - start);
      // Its heading stays with it.
      if (hasHeading && start > last + 1 && roles[start - 1] === undefined) fates[start - 1] = false;
    }
    if (end === start) end = shareFacts(start);
    start = Math.max(end, start + 1);
  }
  return fates;

  /** It may be clutter, and what stands before it is. */
  function isAmongClutter(at: number): boolean {
    const chance = cutChance(at);
    return (
      chance >= SURE_CUT || (chance >= SURE_NEXT_CUT && roles[at - 1] === undefined && cutChance(at - 1) >= SURE_CUT)
    );
  }

  /** The text has used the word that is explained. */
  function isUsed({ text }: Line): boolean {
    const word = text.slice(0, text.search(/[:：]| [–—-] /));
    if (word.length <= 1 || asked >= MOST_ASKED) return false;
    asked += 1;
    return said().some((raw) => raw.includes(word));
  }

  /** Names with their figures, one of which the text has spoken of: no titles of other pages. */
  function areResults(items: readonly Line[]): boolean {
    return items.length <= MOST_USED && items.every(isResult) && items.some(isUsed);
  }

  /** Several words with their values, one of which is less likely clutter, all stay: gives the line after them. */
  function shareFacts(start: number): number {
    let end = start;
    let least = 1;
    while (roles[end] === undefined && isFact(lines[end])) {
      least = Math.min(least, cutChance(end));
      end += 1;
    }
    if (end - start < FEWEST_FACTS) return end;
    const above = lines[start - 1];
    const isHeaded = above !== undefined && roles[start - 1] === undefined && !isSentence(above);
    const facts = lines.slice(start, end);
    const areTerms =
      facts.every(isTerm) ||
      facts.every(isYeared) ||
      areResults(facts) ||
      (facts.length <= MOST_USED && facts.every(isUsed));
    if (areTerms || least < MAY_BE_OWN || (isHeaded && cutChance(start - 1) < SURE_OWN)) {
      fates.fill(false, start, end);
      if (areTerms && isHeaded && start > last + 1) fates[start - 1] = false;
    }
    return end;
  }
}

//   ebb – the water that goes out
const TERM = /^(?:\*\*|__?)?\p{Ll}[\p{L}\p{M}'’-]*(?: [\p{L}\p{M}'’-]+){0,2}(?:\*\*|__?)? [–—-] (?=\p{Ll})/u;
//   **விசை** – பொத்தான்      ← one word where letters have no case, or one set off
const CASELESS_TERM = /^(?:\*\*[^*]{1,40}\*\*|\p{Lo}[\p{L}\p{M}]{0,15}) [–—-] \p{L}/u;
const isTerm = (line: Line | undefined): boolean =>
  line !== undefined && line.marker === undefined && (TERM.test(line.raw) || CASELESS_TERM.test(line.raw));
//   2021 Four in the morning, Harwick      ← of a life: a year alone or with its month leads to other pages
const YEARED = /^(?:19|20)\p{Nd}{2}(?:[:：,،]|\s+[–—-])?\s+\p{L}[\p{L}\p{M}'’]*[,،、]?\s+\p{L}/u;
const isYeared = (line: Line): boolean => line.marker === undefined && YEARED.test(line.raw);
const isFact = (line: Line | undefined): boolean =>
  hasLabel(line) ||
  isTerm(line) ||
  (line !== undefined && line.marker === undefined && (isResult(line) || isYeared(line)));
//   Lukas Adomaitis – 27 points
const RESULT = /^\p{L}[^–—:：\p{Nd}]{2,40}(?: [–—-]|[:：]) \p{Nd}[^–—:：]{0,24}$/u;
const isResult = ({ text }: Line): boolean => RESULT.test(text);
const FEWEST_FACTS = 3;
/** The whole text is searched for each word: no article explains so many. */
const MOST_USED = 60;
/** Nor have all its lists together: the text is searched so often. */
const MOST_ASKED = 300;
/** Of a wrapped paragraph. */
const LONG_AS_TEXT = 60;
const MAY_BE_OWN = 0.6;
const SURE_OWN = 0.1;
const LEADS_UP = /[:：]$/;
//   Chairs are few; bring a cushion          ← titles of other pages have no such clauses
//   If it rains, we play in the gym
const areFacts = (items: readonly Line[]): boolean =>
  items.filter(({ text }) => CLAUSES.test(text)).length * 2 > items.length;
const CLAUSES = /[,;،؛，；、]/;
//   — I know.
const isTurn = ({ raw }: Line): boolean => /^[–—]/.test(raw) && endsSentence(raw);
//   『海辺の時計屋』     ← titles of books, where those of other pages have no marks
const isWork = ({ text }: Line): boolean => /^[『《「«“„].*[』》」»”“]$/.test(text);
//   The dry well (1994)
const isOfYear = ({ text }: Line): boolean => /\p{L}[^\p{L}\p{N}]{0,3}[(（](?:1[5-9]|20)\p{Nd}{2}[)）]$/u.test(text);
const beginsSmall = ({ text }: Line): boolean => SMALL.test(text);

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
  const rows = once(() => rowLike(lines));
  const flows = once(() => flowing(lines, roles));
  const below = once(() => sentencesBelowRows(lines, roles));
  return (at, { isInner, isAbove, before }) => {
    const line = lines[at] as Line;
    const above = before === 'cut' ? undefined : lines[at - 1];
    return (
      counted.has(at) ||
      flows()[at] === 1 ||
      below().has(at) ||
      (endsSentence(line.raw) &&
        (leadsOn(above, counted.has(at - 1)) || (before === 'heading' && isNumbered(above)))) ||
      goesOnFrom(above, line) ||
      (!isAbove && isLabel(line, lines[at + 1])) ||
      isQuote(line) ||
      isAside(line) ||
      (isInner && line.hashes > 0) ||
      isSignature(lines, at) ||
      (before !== 'cut' && (signsOff(lines, at) || closes(lines, at))) ||
      isDated(lines, at) ||
      isLabelled(lines, at) ||
      isAgenda(lines, at) ||
      (before !== 'cut' && (beginsClosing(lines, at) || isPlaced(lines, at) || isBelowPlace(lines, at))) ||
      line.isSetIn === true ||
      own.has(at) ||
      line.marker?.ordered === true ||
      (isInner && (line.marker !== undefined || rows()[at] === 1 || isOverItems(line, above, lines[at + 1])))
    );
  };
}

/** Items stay between sentences, and so does what heads them. */
const isOverItems = (line: Line, above: Line | undefined, next: Line | undefined): boolean =>
  above !== undefined && line.blankBefore && next?.marker !== undefined && endsSentence(above.raw);

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

//   (First printed in the autumn of 2022)
const isAside = ({ raw }: Line): boolean => /^[(（].{8,}[)）]$/.test(raw);

/** One word over a sentence heads a note: what a blog puts there has more words, or no sentence under it. */
const isLabel = ({ raw }: Line, next: Line | undefined): boolean =>
  raw.length <= LABEL_LENGTH &&
  (raw.length <= UNSPACED_LABEL_LENGTH || !isUnspaced(raw)) &&
  !/[\s\p{N}]/u.test(raw) &&
  next !== undefined &&
  next.marker === undefined &&
  (next.raw.length > LABELLED || isSentence(next));
