/**
 * Where the comments below an article begin: each has a name, the day and hour it was written, and some text.
 *
 *   3 thoughts on this
 *
 *   Ines
 *   16 February 2022 at 08:12
 *
 *   With me it was the yeast.
 */
import { DIGIT } from '../lines/glyphs.ts';
import type { Line } from '../lines/line.ts';

const LONGEST = 48;
/** A day with its year, and an hour. */
const WRITTEN = /^(?=.*(?<!\p{Nd})(?:19|20)\p{Nd}{2}(?!\p{Nd})).*\p{Nd}{1,2}[:.]\p{Nd}{2}/u;
const NAME = 40;

/** Right over the day and hour it was written: who wrote it. */
export const isPosted = (lines: readonly Line[], at: number): boolean => {
  const next = lines[at + 1];
  return next !== undefined && isWritten(next);
};

const isWritten = ({ raw, kinds }: Line): boolean =>
  raw.length <= LONGEST && (kinds & DIGIT) !== 0 && WRITTEN.test(raw);

const FEWEST = 2;
/** An initial ends no sentence. */
const STOPPED = /\p{L}{2}[.!?…]$|[。！？।۔]$/u;

/** The index of the first line of theirs, or −1. `first` is the first sentence of the article: who wrote before it writes a forum. */
export function commentsFrom(lines: readonly Line[], first: number, isSentence: (line: Line) => boolean): number {
  const starts: number[] = [];
  for (const [at, line] of lines.entries()) {
    const name = lines[at - 1];
    if (name === undefined || !isWritten(line)) continue;
    if (name.raw.length <= NAME && !STOPPED.test(name.raw) && name.marker === undefined && name.hashes === 0)
      starts.push(at - 1);
  }
  const start = starts[0] ?? -1;
  if (starts.length < FEWEST || start <= first || first === -1) return -1;
  const names = new Set(starts.map((at) => lines[at]?.raw));
  const hasText = starts.every((at) => lines.slice(at + 2, at + 5).some(isSentence));
  const sentences = lines.slice(first, start).filter(isSentence).length;
  if (names.size < starts.length || !hasText || sentences < FEWEST) return -1;
  const head = lines[start - 1];
  return head !== undefined &&
    head.raw.length <= LONGEST + NAME &&
    !isSentence(head) &&
    /^\p{Nd}|\p{Nd}\)?$/u.test(head.raw)
    ? start - 1
    : start;
}
