/** What a line is that the model has told a class of, by what stands before it. */

import { isQuote } from '../forms/sentence.ts';
import type { ClassChance, LineClass } from '../line-model/line-class.ts';
import { endsSentence, type Line } from '../lines/line.ts';
import type { Role } from './role.ts';

const SURE_CONTINUATION = 0.6;
/** Where nothing is wrapped, such a line is rather one of its own. */
const BEGINS = /^[\p{Lu}\p{Nd}]/u;
/** Scripts without capitals do not tell what begins. */
const MAY_BEGIN = /^[\p{Lu}\p{Lo}\p{Nd}]/u;

/** What no line goes on with. */
const APART: ReadonlySet<Role> = new Set(['row', 'fence', 'rule', 'code', 'line']);

export function roleOf(
  line: Line,
  at: number,
  is: LineClass,
  chance: ClassChance,
  before: Role | undefined,
  isWrapped: boolean,
  isAmong: boolean,
  isSpeech: boolean,
): Role {
  if (is === 'cut') return 'cut';
  if (line.hashes > 0) return 'heading';
  const mayContinue = !line.blankBefore && before !== undefined && !APART.has(before);
  if (line.marker !== undefined) {
    if (isSpeech) return 'prose';
    if (is === 'heading' && line.marker.ordered && !isAmong) return 'heading';
    const goesOn = is === 'continue' && isWrapped && mayContinue && chance(at, 'continue') >= SURE_CONTINUATION;
    return goesOn ? 'continue' : 'item';
  }
  if (is === 'heading' || is === 'title') return 'heading';
  if (is === 'item') return 'prose';
  const goesOn =
    isWrapped ||
    !(before === 'item' ? MAY_BEGIN : BEGINS).test(line.raw) ||
    chance(at, 'continue') >= SURE_CONTINUATION;
  if (is === 'continue' && mayContinue && goesOn) return before === 'cut' ? 'cut' : 'continue';
  return isQuote(line) ? 'quote' : 'prose';
}

//   – We had nothing to lose, said the coach.     ← no tool prints items so
export function isSpeech(lines: readonly Line[], at: number, isDense: boolean): boolean {
  const [before, { raw, marker, blankBefore }] = [lines[at - 1], lines[at] as Line];
  if (!/^[–—]/.test(raw) || marker === undefined || (!blankBefore && !isDense && before?.marker !== undefined))
    return false;
  if (isDense) return endsSentence(raw);
  let end = at;
  while (lines[end + 1]?.blankBefore === false && lines[end + 1]?.marker === undefined && end < at + MOST_SPOKEN)
    end += 1;
  if (lines[end + 1]?.blankBefore === false && lines[end + 1]?.marker !== undefined) return false;
  return lines.slice(at, end + 1).some((line) => endsSentence(line.raw));
}
const MOST_SPOKEN = 8;

/** Right under another number, or right over one. */
export const isAmongItems = (lines: readonly Line[], at: number): boolean =>
  (lines[at]?.blankBefore === false && lines[at - 1]?.marker?.kind === lines[at]?.marker?.kind) ||
  (lines[at + 1]?.blankBefore === false && lines[at + 1]?.marker?.ordered === true);
