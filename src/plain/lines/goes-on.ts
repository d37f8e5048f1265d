/** Whether a line goes on in the next one, by how the one ends and the other begins. */

import { SENTENCES } from '../line-model/measures.ts';
import { CLOSED_STOP } from './glyphs.ts';
import { STOP_BEFORE_SPACE } from './kinds.ts';
import { endsSentence, type Line } from './line.ts';

/** Georgian letters are small ones to Unicode, and yet begin sentences: the script has no capitals there. */
export const SMALL = /^(?![\u10d0-\u10ff])\p{Ll}/u;
const OPEN = /[\p{Ll}\p{Lo}\p{M},]$/u;
/** Shorter lines are labels, whatever comes next. */
const OPEN_LENGTH = 20;

/** A line that breaks off: what begins with a small letter goes on with it, be there a blank line between. */
export const endsOpen = (line: Line | undefined): boolean =>
  line !== undefined && line.raw.length >= OPEN_LENGTH && OPEN.test(line.raw.slice(-2));

const DENSE = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** In scripts without capitals the line that breaks off is at least as long. */
export const goesOnFrom = (before: Line | undefined, { raw, marker }: Line): boolean =>
  before !== undefined &&
  marker === undefined &&
  (SMALL.test(raw) || (DENSE.test(raw) && DENSE.test(before.raw.slice(-1)) && before.raw.length >= raw.length)) &&
  endsOpen(before);

/** The line goes on in the next one, and a sentence ends there before the line does: no title of two lines does so. */
export function beginsParagraph(lines: readonly Line[], at: number): boolean {
  const next = lines[at + 1];
  if (next === undefined || next.blankBefore || !goesOnFrom(lines[at], next)) return false;
  return stopsInside(next, SENTENCES) || endsSentence(next.raw);
}

/** Whether a sentence ends in the line, among so many characters at its beginning, before it does. */
export const stopsInside = ({ raw, kinds }: Line, length = raw.length): boolean =>
  (kinds & (STOP_BEFORE_SPACE | CLOSED_STOP)) !== 0 && STOP_INSIDE.test(raw.slice(0, length));

//   Take a short survey. (It is in English)
export const STOP_INSIDE = /[^.\s][.!?]\s|[。！？।॥۔።។။]/;
