/**
 * Comments of programs begin with a hash mark, as headings of Markdown do, and so does what the superuser is told to type:
 *
 *   # Start the server
 *   python app.py --port 8080
 *
 *   # apt install python3
 */

import type { Line } from '../lines/line.ts';
import { fencesOf } from './fences.ts';
import { isCommand, isCommandLine } from './statements.ts';

/** A title stands higher. */
const TITLE_LINES = 5;
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
    const runEnd = runOfMarked(out, start);
    let end = runEnd;
    while (end < out.length && mayBeComment(out[end] as Line) && (end === start || touches(out, end))) end += 1;
    if (runEnd > start || areComments(out, start, end)) {
      isAny = true;
      for (let at = start; at < end; at += 1) out[at] = commentOf(out[at] as Line);
    }
    start = Math.max(end, start + 1);
  }
  const isDeep = out.some(({ hashes }) => hashes > 1);
  const marked = out.filter((line, at) => at > 0 && mayBeComment(line));
  const isLate = out.findIndex(mayBeComment) >= TITLE_LINES;
  // Headings do not all begin small.
  isAny ||= (marked.length > 1 || isLate) && marked.length > 0 && marked.every(isTyped);
  for (const [at, line] of out.entries())
    if (at > 0 && mayBeComment(line) && isCommandLine({ ...line, hashes: 0 })) out[at] = commentOf(line);
  // Who marks headings with one mark alone has but one, the title.
  if (!isAny || isDeep) return out;
  return out.map((line, at) => (at > 0 && mayBeComment(line) ? commentOf(line) : line));
}

const isTyped = (line: Line): boolean => isCommand({ ...line, hashes: 0 }) && /^[a-z./$<]/.test(line.raw);

const touches = (lines: readonly Line[], at: number): boolean => lines[at]?.blankBefore === false;

const mayBeComment = ({ hashes, isQuoted }: Line): boolean => hashes === 1 && !isQuoted;

/** Lines with hash marks right under each other: headings would each be a part of the one above. */
function runOfMarked(lines: readonly Line[], start: number): number {
  let end = start;
  let isStair = true;
  while (end < lines.length && isMarked(lines[end] as Line) && (end === start || touches(lines, end))) {
    if (end > start && (lines[end] as Line).hashes <= (lines[end - 1] as Line).hashes) isStair = false;
    end += 1;
  }
  return isStair || end - start < FEWEST_MARKED ? start : end;
}
const FEWEST_MARKED = 3;
const isMarked = ({ hashes, isQuoted }: Line): boolean => hashes > 0 && !isQuoted;

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
