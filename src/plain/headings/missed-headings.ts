/** What the model does not take for a heading, and is one by its form or its place. */

import { hasLabel, isContact } from '../forms/labels.ts';
import { isName } from '../forms/name.ts';
import { isSentence } from '../forms/sentence.ts';
import type { ClassChance } from '../line-model/line-class.ts';
import { endsQuestion, endsSentence, type Line } from '../lines/line.ts';
import { headsItems } from '../lists/bare-items.ts';
import { isInner, type Overview } from '../overview.ts';
import type { Role } from '../roles/role.ts';
import { headsDense } from './dense-headings.ts';
import { isQuestionOverAnswer } from './questions.ts';

const SHORT = 60;
/** How likely a heading the model has to find a line: over a table or a heading, between sentences, in dense texts. */
const LEAST_OVER = 0.2;
const LEAST_ALONE = 0.4;
const LEAST_IN_DENSE = 0.1;
const LEAST_OVER_HEADING = 0.35;
/** How likely the one below is. */
const SURE_BELOW = 0.7;

/** @param roles of the lines above the one that is asked about, and of those that form has settled */
export function missedHeadings(overview: Overview, roles: readonly (Role | undefined)[]): (at: number) => boolean {
  const { lines, chance, title, isDense, counted, asked, spoken, bare } = overview;
  const isOverPart = (at: number): boolean =>
    (roles[at + 1] === 'row' || counted.has(at + 1)) &&
    isOver(lines[at] as Line, isDense && endsSentence(lines[at - 1]?.raw ?? ''), chance(at, 'heading'));
  const isOverDense = (at: number): boolean =>
    isDense && !counted.has(at + 1) && chance(at, 'heading') >= LEAST_IN_DENSE && headsDense(lines, at);
  return (at) => {
    if (counted.has(at) || bare.heads.has(at) || (at > title && isOverPart(at))) return true;
    if (spoken.has(at)) return false;
    if (isQuestionOverAnswer(lines[at] as Line, lines[at + 1])) return true;
    if (isInner(overview, at) && chance(at, 'heading') >= LEAST_ALONE && standsOver(lines, at)) return true;
    if (at > title && chance(at, 'heading') >= LEAST_OVER_HEADING && standsOverHeading(lines, chance, at)) return true;
    if (at > title && chance(at, 'heading') >= LEAST_IN_DENSE && headsContacts(lines, at)) return true;
    return at > title && (asked.has(at) || isOverDense(at) || headsItems(lines, chance, at));
  };
}

//   The players                    ← alone, as is what it stands over
//   The Flame
//   Founded in 1923, the band has played all over the valley.
function standsOverHeading(lines: readonly Line[], chance: ClassChance, at: number): boolean {
  const [above, line, next, text] = [lines[at - 1], lines[at] as Line, lines[at + 1], lines[at + 2]];
  if (
    above === undefined ||
    next === undefined ||
    text === undefined ||
    !isAlone(line) ||
    isName(line.raw) ||
    !isAlone(next)
  )
    return false;
  if (chance(at + 1, 'heading') < SURE_BELOW || !isSentence(text)) return false;
  return isSentence(above) || above.marker !== undefined || hasLabel(above);
}
const isAlone = ({ raw, marker, blankBefore, blankAfter, isQuoted, hashes }: Line): boolean =>
  blankBefore && blankAfter && marker === undefined && !isQuoted && hashes === 0 && mayName(raw);
const mayName = (raw: string): boolean => raw.length <= SHORT && !endsSentence(raw) && !NO_NAME.test(raw);

//   Contact
//   Ilze Kalns, keeper      ← or none
//   tel. 29 000 123
function headsContacts(lines: readonly Line[], at: number): boolean {
  const [above, line, next] = [lines[at - 1], lines[at] as Line, lines[at + 1]];
  if (above === undefined || next === undefined || !isSentence(above) || !ONE_WORD.test(line.raw)) return false;
  return isContact(next) || (!isSentence(next) && next.raw.length <= SHORT && isContact(lines[at + 2]));
}
const ONE_WORD = /^(?=\p{Lu}|\p{Lo})[\p{L}\p{M}]{4,20}[:：]?$/u;

/** A few words right over the rows of a table or another heading, and no number among them, as captions have one. */
const isOver = ({ raw, blankBefore, blankAfter }: Line, isBelow: boolean, chance: number): boolean =>
  (blankBefore || isBelow) &&
  !blankAfter &&
  chance >= LEAST_OVER &&
  raw.length <= SHORT &&
  !/[\p{Nd}:：,;|\t]/u.test(raw) &&
  (!endsSentence(raw) || endsQuestion(raw));

/** A few words without a stop, alone between what ends and what says more: the model need not be sure of them. */
function standsOver(lines: readonly Line[], at: number): boolean {
  const [above, line, next] = [lines[at - 1], lines[at] as Line, lines[at + 1]];
  const { raw, marker, blankBefore, blankAfter, indent, isQuoted, hashes } = line;
  if (above === undefined || next === undefined || !blankBefore || !blankAfter || isQuoted || hashes > 0) return false;
  if (marker !== undefined || raw.length > SHORT || endsSentence(raw) || NO_NAME.test(raw) || isName(raw)) return false;
  if (above.marker === undefined ? !isSentence(above) : indent > above.indent) return false;
  if (next.marker !== undefined) return true;
  return next.raw.length > raw.length && isSentence(next);
}
const NO_NAME = /[\p{Nd}:：,，،、;=|@/()（]|^[^\p{Lu}\p{Lo}"“„«「¿¡]/u;
