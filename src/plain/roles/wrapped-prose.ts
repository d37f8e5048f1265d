/**
 * Paragraphs of wrapped text that the model took for headings by their first line, which says little of what follows:
 *
 *   The mill stands by the river, and its wheel has not turned since the flood of
 *   that spring. Nobody remembers who built it.
 */
import { endsQuestion, endsSentence, type Line } from '../lines/line.ts';
import type { Role } from './role.ts';

/** No heading is as long. */
const MOST_LINES = 4;
/** Calls and what breaks off may be headings. */
const CALLS = /[!！…][\s"'”’»)\]）」』]*$/u;

/** Makes them prose; `isHeading` tells the lines that are headings whatever follows. */
export function readWrappedProse(lines: readonly Line[], roles: Role[], isHeading: (at: number) => boolean): void {
  for (let at = 0; at + 1 < lines.length; at += 1) {
    if (roles[at] !== 'heading' && roles[at] !== 'title') continue;
    let end = at + 1;
    while (roles[end] === 'continue') end += 1;
    if (end === at + 1 || (lines[at] as Line).hashes > 0 || isHeading(at)) continue;
    const last = (lines[end - 1] as Line).raw;
    const isSentence = endsSentence(last) && !endsQuestion(last) && !CALLS.test(last);
    if (isSentence || end - at > MOST_LINES) roles[at] = 'prose';
    at = end - 1;
  }
}
