/** What the model takes for a heading or a title and is none by its form or its place. */

import { isDirective, mayBeCode } from '../code/statements.ts';
import { isPosted } from '../cuts/comments.ts';
import { isSaid, isSentence } from '../forms/sentence.ts';
import { isByline, isDated, isOverName, isSigner, signsOff } from '../forms/signatures.ts';
import { isEntry } from '../forms/times.ts';
import { COUNT } from '../line-model/counts.ts';
import type { LineClass } from '../line-model/line-class.ts';
import { beginsParagraph } from '../lines/goes-on.ts';
import { endsQuestion, type Line } from '../lines/line.ts';
import { endsItems } from '../lists/bare-items.ts';
import type { Overview } from '../overview.ts';
import { hasNumber } from './series.ts';
import { endsInComma, isTrail } from './title-line.ts';

/** What is so surely a title and none stands for a heading. */
const SURE_TITLE = 0.7;
/** What so surely is a heading is no office over a name. */
const SURE_OFFICE = 0.5;
const FEWEST_NUMBERED = 3;
/** Of a heading without a number. */
const SURE_BESIDE_NUMBERS = 0.95;
/** What a chapter of a manual may be about. */
const NAME_OF_CALL = /^[\w.:]+\([^()\d"']*\)$/;

/** What the model says of a line. */
export interface Guess {
  readonly is: LineClass;
  readonly sure: number;
  readonly cutChance: number;
  /** It is clutter, unless something speaks for it. */
  readonly isCut: boolean;
  /** It is a name below the text. */
  readonly signs: boolean;
}

/** Tells of lines that the model takes for headings whether they are none. */
export function noHeadings(overview: Overview): (at: number, guess: Guess) => boolean {
  const { lines, chance, title, first, last, dotted, head, spoken, bare, closing } = overview;
  // Who numbers sections numbers nearly all of them.
  const isNumbered = dotted.size >= FEWEST_NUMBERED;
  /** Between the title and the text. */
  const isAbout = (at: number, { is, sure, cutChance, isCut }: Guess): boolean =>
    (is === 'title' && (at < title || (sure < SURE_TITLE && head.isInHead(at)))) ||
    (isCut && head.stays(at, cutChance)) ||
    head.isNoHeading(at, cutChance) ||
    head.isLastButton(at) ||
    (at > title && at <= first + 1 && !head.isTitleCase && isByline(lines, at)) ||
    (at <= first && isTrail(lines[at] as Line));
  /** Who says, writes or signs something. */
  const isPerson = (at: number, { sure, signs }: Guess): boolean =>
    signs ||
    spoken.has(at) ||
    isSaid(lines[at] as Line) ||
    isSigner(lines, at) ||
    (at > first && isPosted(lines, at)) ||
    (at > last && sure < SURE_OFFICE && isOverName(lines, at)) ||
    (at > last && (isDated(lines, at) || (at === lines.length - 2 && signsOff(lines, at))));
  /** One of a row of its kind. */
  const isPart = (at: number): boolean =>
    bare.items.has(at) || closing.has(at) || isEntry(lines, at) || endsItems(lines, chance, at);
  const isOther = (line: Line): boolean =>
    line.permalink === 'definition' ||
    endsInComma(line) ||
    isNoName(line) ||
    COUNT.test(line.raw) ||
    isDirective(line) ||
    (mayBeCode(line) && !NAME_OF_CALL.test(line.raw)) ||
    (isSentence(line) && !endsQuestion(line.raw));
  return (at, guess) =>
    at === lines.length - 1 ||
    (isNumbered && !hasNumber(lines[at] as Line) && chance(at, 'heading') < SURE_BESIDE_NUMBERS) ||
    isAbout(at, guess) ||
    isPerson(at, guess) ||
    isPart(at) ||
    (at > first && guess.cutChance >= MAY_BE_WISH && WISH.test((lines[at] as Line).raw)) ||
    isOther(lines[at] as Line) ||
    beginsParagraph(lines, at);
}

//   Have fun at sea!     ← of what may be clutter: who wrote the text wishes something
const WISH = /[\p{L}\p{M}][ \u00a0\u202f]?[!！]$/u;
const MAY_BE_WISH = 0.3;

/** An address, an answer of one letter, a label with its picture (`[Tip] Tip`): they head nothing. */
const isNoName = ({ raw, blankBefore }: Line): boolean =>
  /^[^\p{L}\p{N}]*https?:\/\/\S+$/u.test(raw) ||
  (raw.length === 1 && !blankBefore) ||
  /^\[([^[\]]+)\]\s{1,9}\1$/.test(raw);
