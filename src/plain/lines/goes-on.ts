/** Whether a line goes on in the next one, by how the one ends and the other begins. */

import { SENTENCES } from '../line-model/measures.ts';
import { endsSentence, type Line } from './line.ts';

/** Georgian letters are small ones to Unicode, and yet begin sentences: the script has no capitals there. */
export const SMALL = /^(?![\u10d0-\u10ff])\p{Ll}/u;
const OPEN = /[\p{Ll}\p{Lo}\p{M},]$/u;
/** Shorter lines are labels, whatever comes next. */
const OPEN_LENGTH = 20;

/** A line that breaks off: what begins with a small letter goes on with it, be there a blank line between. */
export const endsOpen = (line: Line | undefined): boolean =>
  line !== undefined && line.raw.length >= OPEN_LENGTH && OPEN.test(line.raw);

const DENSE = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** In scripts without capitals the line that breaks off is at least as long. */
export const goesOnFrom = (before: Line | undefined, { raw, marker }: Line): boolean =>
  before !== undefined &&
  marker === undefined &&
  endsOpen(before) &&
  (SMALL.test(raw) || (DENSE.test(raw) && DENSE.test(before.raw.slice(-1)) && before.raw.length >= raw.length));

/** The line goes on in the next one, and a sentence ends there before the line does: no title of two lines does so. */
export function beginsParagraph(lines: readonly Line[], at: number): boolean {
  const next = lines[at + 1];
  if (next === undefined || next.blankBefore || !goesOnFrom(lines[at], next)) return false;
  return STOP_INSIDE.test(next.raw.slice(0, SENTENCES)) || endsSentence(next.raw);
}

//   Take a short survey. (It is in English)
export const STOP_INSIDE = /[^.\s][.!?]\s|[。！？।॥۔።។။]/;
