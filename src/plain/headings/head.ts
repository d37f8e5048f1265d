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
import { countWords, isUnspaced } from '../../words.ts';
import { isName } from '../forms/name.ts';
import { isSentence } from '../forms/sentence.ts';
import { spokenIn } from '../forms/spoken.ts';
import type { ClassChance } from '../line-model/line-class.ts';
import { beginsParagraph, stopsInside } from '../lines/goes-on.ts';
import { endsQuestion, endsSentence, type Line } from '../lines/line.ts';
import type { Role } from '../roles/role.ts';
import { belowMenu, belowWay, isFramed, linesOfFrame } from './frame.ts';
import { isAnswered } from './questions.ts';
import { isTrail, TITLE_LENGTH, TITLE_LINES } from './title-line.ts';
import { isBelowMenu, isDoubtful, isSign, leadsAway, mayHold, titleScore, YEAR_LAST } from './title-score.ts';

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
/** A better title is better by so much, and scores so much. */
const MARGIN = 0.5;
const LEAST_SCORE = 0.5;
/** Of what stands on top of a menu. */
const MAY_BE_MENU = 0.7;
const SURE_HEADING = 0.8;
/** What the text speaks of so much is its matter. */
const WELL_SPOKEN = 2;
const CENTRED = 16;
const FEWEST_MENU = 3;
/** With so many buttons a menu begins. */
const LONG_MENU = 5;
const HAN = /[\u2e80-\u9fff]/;
const LONG = 110;
const PARAGRAPH = 60;
const FEWEST_ASKED = 3;
/** Longer lines are sentences, or parts of them. */
const SAID = 40;
/** What is more likely than not the rest of a sentence. */
const WRAPPED = 0.5;

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
  // What ends as a sentence may be the title: where the model likely finds it, and where it asks and only buttons stand above.
  const isTitle = (at: number): boolean =>
    (at === found && chance(at, 'title') >= LIKELY_TITLE) || (at > 0 && asks(lines[at] as Line) && areButtons(at));
  const areButtons = (stop: number): boolean => lines.slice(0, stop).every(isButton);
  const end = beginningOf(lines, roles, first, (line, at) => speaks(line, at) && !isTitle(at), isTitle, goesOn);
  const inFrame = isFramed(lines, roles, end, isButton);
  const spokenOf = spokenFrom(lines, end);
  const spoken = (at: number): number => spokenOf((lines[at] as Line).raw);
  const marked = lines.findIndex(({ hashes }) => hashes > 0);
  // What a text browser set in the middle of the page is the title.
  const isCentred = (lines[found]?.indent ?? 0) >= CENTRED;
  const isOpen = marked === -1 && !isCentred;
  if (end < 1 || (end > HEAD_LINES && !inFrame))
    return { title: isOpen ? nearText(found) : found, outside: new Set(), end: 0, isSpoken: () => true };
  const above = Array.from({ length: end }, (_, at) => at);
  const isWrapped = (at: number): boolean => beginsParagraph(lines, at) || goesOn(at + 1);
  const isOut = (at: number): boolean => {
    const line = lines[at] as Line;
    if (isTrail(line) || isSign(line)) return true;
    return isButton(line) && (spoken(at) === 0 || isInMenu(at));
  };
  /** One of several buttons in a row, most of which the text does not speak of. */
  const isInMenu = (at: number): boolean => {
    if (spoken(at) >= WELL_SPOKEN && /\s/.test((lines[at] as Line).raw)) return false;
    let start = at;
    let stop = at + 1;
    while (start > 0 && isButton(lines[start - 1] as Line)) start -= 1;
    while (stop < end - 1 && isButton(lines[stop] as Line)) stop += 1;
    const run = Array.from({ length: stop - start }, (_, n) => start + n);
    // The last of them may be the title itself.
    const isLast = at === stop - 1 && stop >= end - 1 && !(stop === end - 1 && isBetter(stop, at));
    if (isLast || run.length < FEWEST_MENU || standsOut(at)) return false;
    const isOnTop = start === 0 && run.every((other) => chance(other, 'title') < SURE_TITLE && isBetter(stop, other));
    return isOnTop || run.filter((other) => spoken(other) === 0).length * 2 >= run.length;
  };
  /** It says more, and the text speaks of it no less. */
  const isBetter = (other: number, at: number): boolean =>
    countWords((lines[other] as Line).raw) > countWords((lines[at] as Line).raw) &&
    spoken(other) >= Math.max(1, spoken(at)) &&
    !isName((lines[other] as Line).raw);
  /** The text speaks of it as much as of any line above, and none is as long. */
  const standsOut = (at: number): boolean => {
    const size = (lines[at] as Line).raw.length;
    const roots = spoken(at);
    return (
      roots > 0 &&
      above.every((other) => other === at || ((lines[other] as Line).raw.length < size && spoken(other) <= roots))
    );
  };
  const isMarked = lines[marked]?.hashes === 1 && marked < (inFrame ? end : TITLE_LINES) && roles[marked] === undefined;
  const candidates = isMarked ? [marked] : isOpen ? [betterTitle(), wordiest()] : [];
  const likeliest = candidates.find((at) => at !== -1) ?? found;
  const title = isOpen ? nearText(likeliest) : likeliest;
  if (inFrame && title !== -1 && title < end) {
    const frame = linesOfFrame(lines, title, end, isButton, spoken);
    if (frame.length > 0)
      return { title, outside: new Set(frame), end, isSpoken: (at, least = 1) => spoken(at) >= least };
  }
  const outside = above.filter((at) => at < title && roles[at] === undefined && isOut(at));
  // A name alone is rather the author's.
  const isAuthor = outside.length === 1 && isName((lines[outside[0] as number] as Line).raw);
  return { title, outside: new Set(isAuthor ? [] : outside), end, isSpoken: (at, least = 1) => spoken(at) >= least };

  /**
   * So far above the first sentence the short lines are the text's own, from the first one on: a line below it is the title
   * where that is likely, or where a menu stands above.
   */
  function nearText(at: number): number {
    const top = lines[0] as Line;
    if (at === 0 || end - at <= HEAD_LINES || roles[0] !== undefined || !mayHold(top, () => true)) return at;
    const isOver = at === -1 ? areButtons(LONG_MENU) : chance(at, 'title') >= LIKELY_TITLE || saysMoreThanMenu(at);
    return isOver ? at : 0;
  }

  /** Whether it has more words than each button of the menu above it. */
  function saysMoreThanMenu(at: number): boolean {
    const words = countWords((lines[at] as Line).raw);
    return at > FEWEST_MENU && lines.slice(0, at).every((line) => isButton(line) && countWords(line.raw) < words);
  }

  function betterTitle(): number {
    const isFound = found !== -1 && found < end;
    const place = { lines, chance, spoken, isButton, isInMenu, end };
    if (inFrame) {
      const mayBe = (at: number): boolean => titleScore(place, at) > Number.NEGATIVE_INFINITY;
      const below = belowWay(lines, end, mayBe, (at) => spoken(at) > 0 && !isName((lines[at] as Line).raw));
      if (below !== -1) return below;
      const under = belowMenu(lines, found, end, isButton, spoken);
      if (under !== -1 && (mayBe(under) || spoken(under) >= WELL_SPOKEN) && !isName((lines[under] as Line).raw))
        return under;
    }
    if (isFound && isOverSite(end - 1)) return end - 1;
    const scores = above.map((at) =>
      roles[at] === undefined && !isWrapped(at) ? titleScore(place, at) : Number.NEGATIVE_INFINITY,
    );
    const best = scores.reduce((most, score, at) => (score > (scores[most] as number) ? at : most), 0);
    const score = scores[best] as number;
    if (isFound && (isSure(found, best) || isWrapped(found) || !isBelowMenu(place, best))) return -1;
    const margin = isFound && (isOut(found) || leadsAway(lines[found] as Line)) ? 0 : MARGIN;
    if (isFound && score <= (scores[found] as number) + margin) return -1;
    const isLikely =
      isFound || chance(best, 'title') >= LEAST_TITLE || isNamed(best) || (best > 0 && isBelowMenu(place, best));
    return isLikely && score >= LEAST_SCORE ? best : -1;
  }

  /** Where nothing but buttons stands over the text and none is likely the title: the one that has more words than any other, below the first. */
  function wordiest(): number {
    const isLikely = found !== -1 && (spoken(found) > 0 || chance(found, 'title') >= LEAST_TITLE);
    if (isLikely || !inFrame || !areButtons(end)) return -1;
    const counts = above.map((at) => countWords((lines[at] as Line).raw));
    const most = Math.max(...counts);
    const at = counts.indexOf(most);
    return at > 0 && counts.lastIndexOf(most) === at ? at : -1;
  }

  /** Whether the model is to be believed that found this line: of a way or a menu not where the text speaks of another one. */
  function isSure(at: number, best: number): boolean {
    const line = lines[at] as Line;
    if (spoken(at) === 0 && best > at && leadsAway(line) && spoken(best) > 0) return false;
    if (isInMenu(at) && (best > at || (spoken(at) === 0 && isNamed(best))) && spoken(best) >= WELL_SPOKEN) return false;
    if (isOut(at) && best > at && spoken(best) >= WELL_SPOKEN && isOverClutter(at, best)) return false;
    return chance(at, 'title') >= (isOut(at) || isDoubtful(line) ? SURE_TITLE : LIKELY_TITLE);
  }

  /** The first line, with more words than a button, of which the text speaks. */
  function isNamed(at: number): boolean {
    return at === 0 && !isButton(lines[at] as Line) && spoken(at) >= WELL_SPOKEN;
  }

  /** Whether clutter stands between them, or nothing over what is likely the title as well. */
  function isOverClutter(at: number, best: number): boolean {
    if (best === at + 1) return chance(best, 'title') >= LIKELY_TITLE;
    return lines.slice(at + 1, best).every((_, n) => chance(at + 1 + n, 'cut') >= MAY_BE_MENU);
  }

  /** Right over the text, and below clutter that stands between it and a line that was hardly found to be the title. */
  function isOverSite(at: number): boolean {
    if (at <= found + 1 || chance(found, 'title') >= MAY_BE_MENU || spoken(at) < WELL_SPOKEN) return false;
    if (chance(at, 'heading') + chance(at, 'title') < SURE_HEADING || roles[at] !== undefined) return false;
    return lines.slice(found + 1, at).every((_, n) => chance(found + 1 + n, 'cut') >= MAY_BE_MENU);
  }
}

/** Where the paragraph of the first sentence begins; a question alone may be the title. */
function beginningOf(
  lines: readonly Line[],
  roles: readonly (Role | undefined)[],
  first: number,
  speaks: (line: Line, at: number) => boolean,
  isTitle: (at: number) => boolean,
  goesOn: (at: number) => boolean,
): number {
  let at = first;
  if (lines[at] !== undefined && (isNoSentence(lines[at] as Line) || isTitle(at)))
    at = lines.findIndex((line, n) => n > first && !isNoSentence(line) && speaks(line, n));
  // No title is so long, ended or not, nor has it several sentences.
  const long = lines.findIndex(
    (line) => line.raw.length > TITLE_LENGTH || (line.raw.length > PARAGRAPH && saysMore(line)),
  );
  if (long !== -1 && long < at) at = long;
  while (at > 0 && goesOn(at)) at -= 1;
  if (isFirstOfQuestions(lines, at - 1)) at -= 1;
  if (at <= HEAD_LINES || isFramed(lines, roles, at, isButton)) return at;
  // Verses are no sentences, nor need items be.
  const block = lines.findIndex(
    ({ blankBefore, blankAfter, marker }, n) => n > 0 && ((blankBefore && !blankAfter) || marker !== undefined),
  );
  return block === -1 ? at : block;
}

const asks = ({ raw }: Line): boolean => raw.length <= LONG && endsQuestion(raw);

const saysMore = (line: Line): boolean => stopsInside(line) && endsSentence(line.raw) && !endsQuestion(line.raw);

/** Of several questions, each over its answer: none of them is the title. */
function isFirstOfQuestions(lines: readonly Line[], first: number): boolean {
  if (first < 1 || !isAsked(lines, first)) return false;
  let count = 0;
  for (let at = first; at + 1 < lines.length && count < FEWEST_ASKED; at += 1) if (isAsked(lines, at)) count += 1;
  return count >= FEWEST_ASKED;
}

const isAsked = (lines: readonly Line[], at: number): boolean => {
  const line = lines[at] as Line;
  return isAnswered(line, lines[at + 1]) && isNoSentence(line) && line.marker === undefined;
};

/** A question, or a year with its abbreviation. */
const isNoSentence = (line: Line): boolean =>
  line.raw.length <= LONG && (endsQuestion(line.raw) || YEAR_LAST.test(line.raw)) && !stopsInside(line);

/** How many roots of a text are spoken of from `end` on. */
function spokenFrom(lines: readonly Line[], end: number): (text: string) => number {
  const counts = new Map<string, number>();
  let count: ((text: string) => number) | undefined;
  return (text) => {
    const isText = (line: Line, at: number): boolean =>
      (line.raw.length > SAID || isSentence(line)) && (at >= end || stopsInside(line));
    count ??= spokenIn(lines.filter(isText).map(({ raw }) => raw));
    const known = counts.get(text) ?? count(text);
    counts.set(text, known);
    return known;
  };
}

/** One to three words, no number and no stop. */
export function isButton({ raw, marker, hashes, isQuoted }: Line): boolean {
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
