/**
 * Comments of programs begin with a hash mark, as headings of Markdown do:
 *
 *   # Start the server
 *   python app.py --port 8080
 */

import type { Line } from '../line.ts';
import { fencesOf } from './fences.ts';
import { isCommand } from './statements.ts';

/** No heading is longer. */
const LONGEST_HEADING = 150;

/** Gives comments their hash marks back: those in fenced code, those over or under what looks like code, and those among themselves. */
export function withoutComments(lines: readonly Line[]): Line[] {
  const out = lines.slice();
  for (const { open, close } of fencesOf(lines))
    for (let at = open + 1; at < close; at += 1)
      if ((lines[at] as Line).hashes > 0) out[at] = commentOf(lines[at] as Line);
  let isAny = false;
  for (let start = 0; start < out.length; ) {
    let end = start;
    while (end < out.length && mayBeComment(out[end] as Line) && (end === start || touches(out, end))) end += 1;
    if (areComments(out, start, end)) {
      isAny = true;
      for (let at = start; at < end; at += 1) out[at] = commentOf(out[at] as Line);
    }
    start = Math.max(end, start + 1);
  }
  // Who marks headings with one mark alone has but one, the title.
  if (!isAny || out.some(({ hashes }) => hashes > 1)) return out;
  return out.map((line, at) => (at > 0 && mayBeComment(line) ? commentOf(line) : line));
}

const touches = (lines: readonly Line[], at: number): boolean => lines[at]?.blankBefore === false;

const mayBeComment = ({ hashes, isQuoted }: Line): boolean => hashes === 1 && !isQuoted;

function commentOf(line: Line): Line {
  const raw = `${'#'.repeat(line.hashes)} ${line.raw}`;
  return { ...line, raw, text: raw, hashes: 0, isComment: true };
}

/** Two headings do not follow each other so, and beside commands stands none. */
function areComments(lines: readonly Line[], start: number, end: number): boolean {
  if (end - start !== 1) return end > start;
  if ((lines[start] as Line).raw.length > LONGEST_HEADING) return true;
  return (
    (touches(lines, end) && isCommand(lines[end] as Line)) ||
    (touches(lines, start) && isCommand(lines[start - 1] as Line))
  );
}
