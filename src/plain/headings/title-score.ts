/**
 * Which of the lines above the text is its title, where the model does not say: one that the text speaks of, that has more
 * words than a button, and nothing but menus above it.
 */
import { countWords, isUnspaced } from '../../words.ts';
import { isName } from '../forms/name.ts';
import type { ClassChance } from '../line-model/line-class.ts';
import { STOP_INSIDE, stopsInside } from '../lines/goes-on.ts';
import { endsQuestion, endsSentence, type Line } from '../lines/line.ts';
import { endsInComma, isTrail, TITLE_LENGTH } from './title-line.ts';

const LONG = 110;
const WORDS = 4;
/** Letters that stand for a word where no blanks part them. */
const WORD_LENGTH = 3;
const DATED_WORDS = 7;
const LABELLED_WORDS = 3;
const WELL_SPOKEN = 2;

/** Set in brackets, in the middle of a sentence, an address, a date, or what leads up to something. */
const NO_TITLE =
  /^[(（,،;.]|^(?![\u10d0-\u10ff])\p{Ll}|@|:\/\/|[:：]$|(?<!\p{Nd})(?:19|20)\p{Nd}{2}(?!\p{Nd})(?=.*\p{Nd}{1,2}[:.]\p{Nd}{2})|^\p{Nd}{1,2}[./-]\p{Nd}{1,2}[./-]\p{Nd}{2,4}/u;
//   Circular n. 112      ← no sentence ends there
const NUMBERED = /\p{L}{1,4}\. ?(?=\p{Nd})/gu;
//   Published 3 May 2022     ← a title with a day in it says more besides
const DATED = /\p{Nd}{1,2}\.? \p{L}+\.? (?:19|20)\p{Nd}{2}/u;
//   of 12 May 2021.      z dnia 12 maja 2021 r.
export const YEAR_LAST = /\p{Nd}{4} \p{L}{1,2}\.$/u;
//   By: Ida Moss
const LABEL = /^\p{L}[^:：]{0,15}[:：]\s/u;
//   Preparation: 40 minutes
const FIGURE = /^\p{L}[^:：]{1,30}[:：]\s*\p{Nd}+(?:[.,]\p{Nd}+)?(?: ?[\p{L}%€$]+\.?)?$/u;
//   Basket (0)     4,6 (128 votes)     3 answers
const COUNTED =
  /^(?:\p{L}[\p{L}\p{M}]{1,15} ?\(\p{Nd}{1,5}\)|\p{Nd}{1,3}(?:[.,]\p{Nd}{1,3})? ?\(?(?:\p{Nd}+ ?)?[\p{L}\p{M}]+\.?\)?)$/u;
//   News | Sport | Contact     Questions / House
const PIPES = /\s[|•·]\s/;
const STEP = /\s(?:[>›»→/])\s/;

/** What the lines above the text are. */
export interface Above {
  readonly lines: readonly Line[];
  readonly chance: ClassChance;
  /** How many roots of a line the text speaks of. */
  spoken(at: number): number;
  isButton(line: Line): boolean;
  /** Whether it is one of several buttons in a row. */
  isInMenu(at: number): boolean;
  /** The first line of the text. */
  readonly end: number;
}

/** Whether a line leads to other pages, or counts what readers did. */
export const isSign = ({ raw }: Line): boolean =>
  COUNTED.test(raw) || (PIPES.test(raw) && raw.split(PIPES).every(isBrief));
const isBrief = (part: string): boolean => countWords(part) <= 2 && !/\p{Nd}/u.test(part);

/** What may be the way to the page or a menu in a line. */
export const leadsAway = ({ raw }: Line): boolean => PIPES.test(raw) || STEP.test(raw);

/** What only a sure model takes for a title. */
export const isDoubtful = (line: Line): boolean =>
  leadsAway(line) || NO_TITLE.test(line.raw) || DATED.test(line.raw) || FIGURE.test(line.raw);

export const mayHold = (line: Line, isSpoken: () => boolean): boolean => {
  const { raw, marker, isQuoted } = line;
  if (marker !== undefined || isQuoted || raw.length > TITLE_LENGTH || endsInComma(line) || isTrail(line)) return false;
  if (NO_TITLE.test(raw) || isSign(line)) return false;
  // Who asks may tell why before.
  if (endsQuestion(raw)) return !stopsInside(line) || (raw.length <= LONG && isSpoken());
  return (!endsSentence(raw) || YEAR_LAST.test(raw)) && !STOP_INSIDE.test(raw.replace(NUMBERED, ''));
};

/** More for what is more like a title; −∞ for what can be none. */
export function titleScore(above: Above, at: number): number {
  const { lines, chance, spoken, isButton } = above;
  const line = lines[at] as Line;
  const { raw } = line;
  if (!mayHold(line, () => spoken(at) > 0)) return Number.NEGATIVE_INFINITY;
  const roots = above.isInMenu(at) ? 0 : Math.min(WELL_SPOKEN, spoken(at));
  const words = isUnspaced(raw) ? raw.length / WORD_LENGTH : countWords(raw);
  let score = 4 * chance(at, 'title') - chance(at, 'cut') / 2 + 1.5 * roots;
  if (words >= WORDS) score += 1;
  else if (words >= WORDS - 1) score += 0.5;
  if (isButton(line) && roots === 0) score -= 3.5;
  if (isName(raw)) score -= 2;
  if (FIGURE.test(raw) || (DATED.test(raw) && words < DATED_WORDS)) score -= 3;
  const label = LABEL.exec(raw)?.[0];
  if (label !== undefined && countWords(raw.slice(label.length)) < LABELLED_WORDS) score -= 2;
  if (STEP.test(raw) && roots === 0) score -= 3;
  if ((raw.match(/\p{Nd}+(?:[.,]\p{Nd}+)*/gu)?.length ?? 0) > 1) score -= 2;
  if (at === 0 || !isBelowMenu(above, at)) return score;
  return at === above.end - 1 && isLongest(lines, at) ? score + 4 : score + 1;
}

/** Whether nothing but menus, ways and counts stand above. */
export const isBelowMenu = ({ lines, chance, spoken, isButton, isInMenu }: Above, end: number): boolean =>
  lines
    .slice(0, end)
    .every(
      (line, at) =>
        isTrail(line) ||
        isSign(line) ||
        STEP.test(line.raw) ||
        (isButton(line) && (spoken(at) === 0 || isInMenu(at) || chance(at, 'cut') >= MAY_BE_CUT)),
    );

/** Right over the text, it says more than the menu above it. */
const isLongest = (lines: readonly Line[], at: number): boolean =>
  at >= FEWEST_MENU && lines.slice(0, at).every(({ raw }) => raw.length < (lines[at] as Line).raw.length);
const FEWEST_MENU = 3;
const MAY_BE_CUT = 0.5;
