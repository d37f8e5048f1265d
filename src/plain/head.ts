/**
 * What stands above the first sentence of an article: site name, menu, the way to the page, a button for sharing, and the
 * title among them. Buttons are short, and the text does not speak of them:
 *
 *   Share
 *   Two days in Harwick: where to eat and sleep     ← the title
 *   By Ida Moss
 *
 *   Harwick lies on a small peninsula …
 */
import { countWords, isUnspaced } from '../words.ts';
import { beginsParagraph, STOP_INSIDE } from './goes-on.ts';
import { endsQuestion, endsSentence, type Line } from './line.ts';
import type { ClassChance } from './line-class.ts';
import { isName } from './name.ts';
import type { Role } from './role.ts';
import { spokenIn } from './spoken.ts';
import { endsInComma, isTrail, TITLE_LENGTH, TITLE_LINES } from './title-line.ts';

/** Longer heads are lists of some kind. */
const HEAD_LINES = 12;
const BUTTON_LENGTH = 30;
const BUTTON_WORDS = 3;
/** In scripts without blanks between words. */
const UNSPACED_LENGTH = 16;
const HAN_LENGTH = 8;
/** The model is believed that says so. */
const SURE_TITLE = 0.9;
const LIKELY_TITLE = 0.5;
/** Where the model has no title among the first lines, it thinks at least so much of one. */
const LEAST_TITLE = 0.05;
/** Of what stands on top of a menu. */
const MAY_BE_MENU = 0.7;
const SURE_HEADING = 0.8;
const SURE_CUT = 0.85;
/** A title that is not spoken of has more words than a button. */
const TITLE_WORDS = 4;
/** Of what the text speaks so much no model says that it is clutter. */
const WELL_SPOKEN = 2;
const CENTRED = 16;
const FEWEST_MENU = 3;
const LONGER = 1.3;
//   Basket (0)
const COUNTED = /^\p{L}[\p{L}\p{M}]{1,15} ?\(\p{Nd}{1,3}\)$/u;
const HAN = /[\u2e80-\u9fff]/;
const LONG = 110;
const PARAGRAPH = 60;
const FEWEST_ASKED = 3;
/** Longer lines are sentences, or parts of them. */
const SAID = 40;
/** What is more likely than not the rest of a sentence. */
const WRAPPED = 0.5;
/** Set in brackets, in the middle of a sentence, an address, a date, or what leads up to something. */
const NO_TITLE =
  /^[(（]|^(?![\u10d0-\u10ff])\p{Ll}|@|:\/\/|[:：]$|(?<!\p{Nd})(?:19|20)\p{Nd}{2}(?!\p{Nd})(?=.*\p{Nd}{1,2}[:.]\p{Nd}{2})|^\p{Nd}{1,2}[./-]\p{Nd}{1,2}[./-]\p{Nd}{2,4}/u;
//   Circular n. 112      ← no sentence ends there
const NUMBERED = /\p{L}{1,4}\. ?(?=\p{Nd})/gu;
//   Published 3 May 2022     ← a title with a day in it says more besides
const DATED = /\p{Nd}{1,2}\.? \p{L}+\.? (?:19|20)\p{Nd}{2}/u;
const DATED_WORDS = 7;
//   of 12 May 2021.      z dnia 12 maja 2021 r.
const YEAR_LAST = /\p{Nd}{4}\.? ?\p{L}{0,2}\.$/u;
//   By: Ida Moss
const LABEL = /^\p{L}[^:：]{0,15}[:：]\s/u;

export interface Head {
  /** The line of the title, or −1. */
  readonly title: number;
  /** Lines above it that are none of the article's. */
  readonly outside: ReadonlySet<number>;
  /** The first line below that belongs to the text itself. */
  readonly end: number;
  /** Whether the text speaks of what a line above `end` names, with `least` roots or more. */
  isSpoken(at: number, least?: number): boolean;
}

/** `found` is the line that the model takes for the title, `speaks` tells the sentences of the article, the first of which is `first`. */
export function headOf(
  lines: readonly Line[],
  roles: readonly (Role | undefined)[],
  chance: ClassChance,
  found: number,
  first: number,
  speaks: (line: Line, at: number) => boolean,
): Head {
  const goesOn = (at: number): boolean => lines[at]?.blankBefore === false && chance(at, 'continue') > WRAPPED;
  const end = beginningOf(lines, first, speaks, goesOn);
  if (end < 1 || end > HEAD_LINES) return { title: found, outside: new Set(), end: 0, isSpoken: () => true };
  const above = Array.from({ length: end }, (_, at) => at);
  const spokenOf = spokenFrom(lines, end);
  const spoken = (at: number): number => spokenOf((lines[at] as Line).raw);
  const isWrapped = (at: number): boolean => beginsParagraph(lines, at) || goesOn(at + 1);
  const mayBe = (at: number): boolean =>
    roles[at] === undefined &&
    !isWrapped(at) &&
    (chance(at, 'cut') < SURE_CUT || spoken(at) >= WELL_SPOKEN || asks((lines[at] as Line).raw, spokenOf)) &&
    mayBeTitle(lines[at] as Line, spokenOf);
  const isOut = (at: number): boolean => {
    const line = lines[at] as Line;
    if (isTrail(line) || COUNTED.test(line.raw)) return true;
    return isButton(line) && (spoken(at) === 0 || isInMenu(at));
  };
  /** One of several buttons in a row, most of which the text does not speak of. */
  const isInMenu = (at: number): boolean => {
    let start = at;
    let stop = at + 1;
    while (start > 0 && isButton(lines[start - 1] as Line)) start -= 1;
    while (stop < end - 1 && isButton(lines[stop] as Line)) stop += 1;
    const run = Array.from({ length: stop - start }, (_, n) => start + n);
    // The last of them may be the title itself.
    const isLast =
      at === stop - 1 &&
      ((spoken(at) >= WELL_SPOKEN && /\s/.test((lines[at] as Line).raw)) || !above.slice(stop).some(mayBe));
    return !isLast && run.length >= FEWEST_MENU && run.filter((other) => spoken(other) === 0).length * 2 >= run.length;
  };
  const marked = lines.findIndex(({ hashes }) => hashes > 0);
  const isMarked = lines[marked]?.hashes === 1 && marked < TITLE_LINES && roles[marked] === undefined;
  // What a text browser set in the middle of the page is the title.
  const isCentred = (lines[found]?.indent ?? 0) >= CENTRED;
  const better = marked === -1 && !isCentred ? betterTitle() : -1;
  const title = isMarked ? marked : better === -1 ? found : better;
  const outside = above.filter((at) => at < title && roles[at] === undefined && isOut(at));
  // A name alone is rather the author's.
  const isAuthor = outside.length === 1 && isName((lines[outside[0] as number] as Line).raw);
  return { title, outside: new Set(isAuthor ? [] : outside), end, isSpoken: (at, least = 1) => spoken(at) >= least };

  /** What stands between a menu and the text, says more than the menu does, and is less likely clutter than a heading. */
  function isLeftOver(at: number): boolean {
    const { raw } = lines[at] as Line;
    if (at < FEWEST_MENU || roles[at] !== undefined || (found !== -1 && chance(found, 'title') >= MAY_BE_MENU))
      return false;
    const longest = lines.slice(0, at).reduce((most, other) => Math.max(most, other.raw.length), 0);
    if (raw.length <= longest) return false;
    const likely = chance(at, 'heading') + chance(at, 'title');
    return likely > chance(at, 'cut') || (raw.length >= longest * LONGER && chance(at, 'cut') < SURE_CUT);
  }

  /** Right over the text, and below clutter that stands between it and a line that was hardly found to be the title. */
  function isOverSite(at: number): boolean {
    if (at <= found + 1 || chance(found, 'title') >= MAY_BE_MENU || !mayBe(at) || spoken(at) < WELL_SPOKEN)
      return false;
    if (chance(at, 'heading') + chance(at, 'title') < SURE_HEADING) return false;
    return lines.slice(found + 1, at).every((_, n) => chance(found + 1 + n, 'cut') >= MAY_BE_MENU);
  }

  function betterTitle(): number {
    const isFound = found !== -1 && found < end;
    if (isFound && isOverSite(end - 1)) return end - 1;
    if (
      isFound &&
      chance(found, 'title') >= (isOut(found) || isNoTitle((lines[found] as Line).raw) ? SURE_TITLE : LIKELY_TITLE)
    )
      return -1;
    // What stands right below nothing but buttons.
    const top = above.findIndex((at) => !isOut(at));
    const isTop = top > 0 && top !== found && mayBe(top);
    if (top === -1 && isLeftOver(end - 1)) return end - 1;
    if (isFound) return isTop && (isOut(found) || (top < found && spoken(top) > 0)) ? top : -1;
    if (isTop && !(isButton(lines[top] as Line) && chance(top, 'title') < LEAST_TITLE)) return top;
    const likely = above.filter((at) => at !== found && mayBe(at) && !isOut(at));
    return likely.reduce(
      (best, at) => (chance(at, 'title') > (best === -1 ? LEAST_TITLE : chance(best, 'title')) ? at : best),
      -1,
    );
  }
}

const isNoTitle = (raw: string): boolean => NO_TITLE.test(raw) || DATED.test(raw) || FIGURE.test(raw);
//   Preparation: 40 minutes
const FIGURE = /^\p{L}[^:：]{1,30}[:：]\s*\p{Nd}+(?:[.,]\p{Nd}+)?(?: ?[\p{L}%€$]+\.?)?$/u;

/** Where the paragraph of the first sentence begins; a question alone may be the title. */
function beginningOf(
  lines: readonly Line[],
  first: number,
  speaks: (line: Line, at: number) => boolean,
  goesOn: (at: number) => boolean,
): number {
  let at = first;
  if (lines[at] !== undefined && isNoSentence(lines[at] as Line))
    at = lines.findIndex((line, n) => n > first && !isNoSentence(line) && speaks(line, n));
  // No title is so long, ended or not, nor has it several sentences.
  const long = lines.findIndex(({ raw }) => raw.length > TITLE_LENGTH || (raw.length > PARAGRAPH && saysMore(raw)));
  if (long !== -1 && long < at) at = long;
  while (at > 0 && goesOn(at)) at -= 1;
  if (isFirstOfQuestions(lines, at - 1)) at -= 1;
  if (at <= HEAD_LINES) return at;
  // Verses are no sentences, nor need items be.
  const block = lines.findIndex(
    ({ blankBefore, blankAfter, marker }, n) => n > 0 && ((blankBefore && !blankAfter) || marker !== undefined),
  );
  return block === -1 ? at : block;
}

const saysMore = (raw: string): boolean => STOP_INSIDE.test(raw) && endsSentence(raw) && !endsQuestion(raw);

/** Of several questions, each over its answer: none of them is the title. */
function isFirstOfQuestions(lines: readonly Line[], first: number): boolean {
  if (first < 1 || !isAsked(lines, first)) return false;
  let count = 0;
  for (let at = first; at + 1 < lines.length && count < FEWEST_ASKED; at += 1) if (isAsked(lines, at)) count += 1;
  return count >= FEWEST_ASKED;
}

const isAsked = (lines: readonly Line[], at: number): boolean => {
  const [line, next] = [lines[at] as Line, lines[at + 1]];
  if (!endsQuestion(line.raw) || !isNoSentence(line) || line.marker !== undefined) return false;
  return next !== undefined && endsSentence(next.raw) && !endsQuestion(next.raw);
};

/** A question, or a year with its abbreviation. */
const isNoSentence = ({ raw }: Line): boolean =>
  raw.length <= LONG && (endsQuestion(raw) || YEAR_LAST.test(raw)) && !STOP_INSIDE.test(raw);

/** How many roots of a text are spoken of from `end` on. */
function spokenFrom(lines: readonly Line[], end: number): (text: string) => number {
  const counts = new Map<string, number>();
  let count: ((text: string) => number) | undefined;
  return (text) => {
    const isText = ({ raw }: Line, at: number): boolean => raw.length > SAID && (at >= end || STOP_INSIDE.test(raw));
    count ??= spokenIn(lines.filter(isText).map(({ raw }) => raw));
    const known = counts.get(text) ?? count(text);
    counts.set(text, known);
    return known;
  };
}

/** Who asks may tell why before. */
const asks = (raw: string, spokenOf: (text: string) => number): boolean =>
  endsQuestion(raw) && raw.length <= LONG && spokenOf(raw) > 0;

function mayBeTitle(line: Line, spokenOf: (text: string) => number): boolean {
  const { raw, marker, isQuoted } = line;
  if (marker !== undefined || isQuoted || raw.length > TITLE_LENGTH || isTrail(line) || endsInComma(line)) return false;
  if (
    (endsSentence(raw) && !endsQuestion(raw) && !YEAR_LAST.test(raw)) ||
    (STOP_INSIDE.test(raw.replace(NUMBERED, '')) && !asks(raw, spokenOf)) ||
    NO_TITLE.test(raw)
  )
    return false;
  if (DATED.test(raw)) return countWords(raw) >= DATED_WORDS && spokenOf(raw) >= WELL_SPOKEN;
  const label = LABEL.exec(raw)?.[0];
  if (label !== undefined) {
    const rest = raw.slice(label.length);
    return spokenOf(label) > 0 || (countWords(rest) >= TITLE_WORDS && spokenOf(rest) >= WELL_SPOKEN);
  }
  return spokenOf(raw) > 0 || countWords(raw) >= TITLE_WORDS;
}

/** One to three words, no number and no stop. */
function isButton({ raw, marker, hashes, isQuoted }: Line): boolean {
  if (marker !== undefined || hashes > 0 || isQuoted || raw.length > BUTTON_LENGTH) return false;
  if (/[\p{Nd}:：,，;；]/u.test(raw) || endsSentence(raw)) return false;
  if (isUnspaced(raw)) return raw.length <= (HAN.test(raw) ? HAN_LENGTH : UNSPACED_LENGTH);
  return countWords(raw) <= BUTTON_WORDS;
}

const FEWEST_LABELS = 3;
const LABEL_END = 60;

/** The last of several lines that stand alone each between the title and the text, −1 where there are few: only that one may head something. */
export function lastLabel(lines: readonly Line[], title: number, end: number): number {
  if (title === -1) return -1;
  let at = title + 1;
  const isAlone = ({ raw, marker, blankBefore, blankAfter }: Line): boolean =>
    marker === undefined && blankBefore && blankAfter && raw.length <= LABEL_END && !/[:：]$/.test(raw);
  while (at < end && isAlone(lines[at] as Line)) at += 1;
  return at - title > FEWEST_LABELS ? at - 1 : -1;
}
