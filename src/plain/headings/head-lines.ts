/**
 * What stands between the title and the text and is the article's: who wrote it and when, where it takes place, what it
 * costs. None of it heads anything.
 *
 *   Keeper of the village library
 *   Sawo Foundation, Bantul
 *   part time, 1,200 a month
 */
import { countWords } from '../../words.ts';
import { hasLabel } from '../forms/labels.ts';
import { isDay, isName } from '../forms/name.ts';
import { isSentence } from '../forms/sentence.ts';
import { hasAuthors } from '../forms/signatures.ts';
import type { Line } from '../lines/line.ts';
import { type Head, isButton, lastLabel } from './head.ts';
import { isDayOfYear } from './headings-by-form.ts';

const SURE_CUT = 0.9;
const MAY_BE_CUT = 0.4;
/** A name right below the text is rather the author's. */
const MAY_SIGN = 0.8;
const NAMING_WORDS = 5;
const LISTED_WORDS = 3;
const WELL_SPOKEN = 2;
const FIGURE = /\p{L}.*\p{Nd}/u;
/** Where titles are written with capitals throughout, these tell no names. */
const LATER_SMALL = /\s\p{Ll}\p{L}{3}/u;

export interface HeadLines {
  /** Whether a line stands between the title and the text. */
  isInHead(at: number): boolean;
  /** Whether a line stays that is clutter with this chance. */
  stays(at: number, cut: number): boolean;
  /** Whether it heads nothing. */
  isNoHeading(at: number, cut: number): boolean;
  /** Whether it is a button right over the text, below who wrote it and when. */
  isLastButton(at: number): boolean;
  /** Whether it is a name below the text, which may be the author's. */
  signs(at: number, cut: number): boolean;
  readonly isTitleCase: boolean;
}

export function headLines(lines: readonly Line[], { title, end, isSpoken }: Head): HeadLines {
  const isTitleCase = !LATER_SMALL.test(lines[title]?.raw ?? '');
  const isInHead = (at: number): boolean => title !== -1 && at > title && at < end;
  const isBy = ({ raw }: Line, cut: number): boolean => cut < SURE_CUT && !isTitleCase && isName(raw);
  const isDated = (at: number): boolean => {
    const line = lines[at] as Line;
    return isDay(line.raw) || isDayOfYear(line) || isBy(line, 0) || hasAuthors(line) || AGO.test(line.raw);
  };
  const last = lastLabel(lines, title, end);
  const isLabelled = (at: number, cut: number): boolean => {
    const line = lines[at] as Line;
    if (!hasLabel(line)) return false;
    return (cut < MAY_SIGN && namesOne(line)) || hasLabel(lines[at - 1]) || hasLabel(lines[at + 1]);
  };
  return {
    isInHead,
    isTitleCase,
    stays: (at, cut) => {
      const line = lines[at] as Line;
      if (!isInHead(at)) return false;
      if (isDay(line.raw) || isDayOfYear(line) || isBy(line, cut) || hasAuthors(line) || isLabelled(at, cut))
        return true;
      return isListed(line) && (cut < SURE_CUT || isSpoken(at));
    },
    isNoHeading: (at, cut) => {
      const line = lines[at] as Line;
      if (!isInHead(at)) return false;
      if (isDayOfYear(line) || BY.test(line.raw) || (!isSpoken(at, WELL_SPOKEN) && FIGURE.test(line.raw))) return true;
      return !isSpoken(at) && (isAbout(line, cut) || isBy(line, 0) || at < last || isListed(line));
    },
    isLastButton: (at) => {
      const next = lines[at + 1];
      const isLoose = (n: number): boolean => isInHead(n) && isButton(lines[n] as Line) && !isSpoken(n);
      if (!isLoose(at) || next === undefined || !isSentence(next)) return false;
      let above = at - 1;
      while (isLoose(above) && !isDated(above)) above -= 1;
      return isInHead(above) && isDated(above);
    },
    signs: (at, cut) => cut < MAY_SIGN && isBy(lines[at] as Line, cut),
  };
}

//   di Paolo Restelli     von Ines Holt
const BY = /^\p{Ll}{1,5}(?: \p{Lu}[\p{L}\p{M}.'’-]*){2,3}$/u;

//   Updated 5 minutes ago     Reading time: 4 minutes
const AGO = /^\p{L}[^\p{Nd}.]{1,24}\s\p{Nd}{1,2}\s[^\p{Nd}.]{0,24}\p{L}$/u;

//   Author: Ines Holt
const namesOne = ({ raw }: Line): boolean => !/[,،、\p{Nd}]/u.test(raw) && countWords(raw) <= NAMING_WORDS;

/** Buttons name one thing each. */
const isListed = ({ raw, marker }: Line): boolean =>
  marker === undefined && /[,،、፣] ?[^\s,،、፣]/.test(raw) && !/[|>»#/]/.test(raw) && countWords(raw) >= LISTED_WORDS;

/** Who wrote it and when, and how long it takes: labelled, with a number behind its first word, or maybe clutter. */
const isAbout = ({ raw, marker }: Line, cut: number): boolean =>
  marker === undefined && (cut > MAY_BE_CUT || /\p{L}.*(?:[:：]\s|\p{Nd})/u.test(raw));
