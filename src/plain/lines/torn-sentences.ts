/**
 * Programs that print each element of a page on lines of its own tear sentences where a link or a bold word stands:
 *
 *   The boat is rowed by
 *   two children
 *   , as is the custom, and
 *   the third
 *   has the lamp.
 *
 * A line that begins with a stop or a comma tells so; in a text with several such, what begins with a small letter does, too.
 */

import { mayBeCode } from '../code/statements.ts';
import { codeByForm } from '../roles/roles-by-form.ts';
import { joint } from './joint.ts';
import { kindsOf } from './kinds.ts';
import { beginsInSign, endsSentence, type Line } from './line.ts';

/** Punctuation that stands behind a word, at the beginning of a line; in scripts without blanks the next word may touch it. */
const CLOSING = /^(?:[。，、；：！？）」』】]|(?:[.,;:!?)\]”»،؛؟]+|['’]s)(?=\s|$|[^\p{L}\p{N}.]))/u;
/** So many lines that begin so, and one in so many of all, show the way in which the text was printed. */
const FEWEST = 3;
const ONE_IN = 60;
/** Begins in the middle of a sentence. */
const SMALL = /^[(（“«"]?(?![\u10d0-\u10ff])\p{Ll}/u;
const LONG = 20;
const SHORT = 5;
const LONGEST_PIECE = 60;
/** No sentence is longer; what is joined is looked at again with each piece. */
const LONGEST_SENTENCE = 4000;
const TAIL = 12;
const OPENING = /[([{（「『“«]/;
const ENDED = /[.!?:;…。！？：；؟۔।]["'”’»)\]）」』]*$/u;

/** The lines with torn sentences made whole; as they were where few are torn. */
export function withoutTears(lines: Line[]): Line[] {
  let closing = closingLines(lines);
  if (!areMany(closing, lines)) return lines;
  const code = codeByForm(lines);
  closing = closing.filter((at) => code[at] === undefined);
  if (!areMany(closing, lines)) return lines;
  const isClosing = new Set(closing);
  const whole: Line[] = [];
  for (const [at, line] of lines.entries()) {
    const mayBe = whole.length > 0 && code[at] === undefined && code[at - 1] === undefined;
    const goesOn = isClosing.has(at) || (mayGoOn(line) && isMiddle(line, isClosing.has(at + 1), whole.at(-1)));
    if (!mayBe || !goesOn || isLong(whole.at(-1) as Line)) {
      whole.push(line);
      continue;
    }
    // What stands before is a piece of the sentence, too, be it the text of a link.
    takeUp(whole);
    whole.push(joined(whole.pop() as Line, line));
  }
  return whole;
}

function closingLines(lines: readonly Line[]): number[] {
  const found: number[] = [];
  for (const [at, line] of lines.entries())
    if (mayGoOn(line) && beginsInSign(line.raw) && CLOSING.test(line.raw)) found.push(at);
  return found;
}

const areMany = (some: readonly number[], all: readonly Line[]): boolean =>
  some.length >= FEWEST && some.length * ONE_IN >= all.length;

const hasEnded = ({ raw }: Line): boolean => ENDED.test(raw.slice(-TAIL));

const isLong = ({ raw }: Line): boolean => raw.length > LONGEST_SENTENCE;

const mayGoOn = ({ blankBefore, marker, hashes, isQuoted, isComment }: Line): boolean =>
  !blankBefore && marker === undefined && hashes === 0 && !isQuoted && !isComment;

function isMiddle({ raw }: Line, beforeClosed: boolean, before: Line | undefined): boolean {
  if (before === undefined || hasEnded(before) || !SMALL.test(raw)) return false;
  // Items without marks may begin with small letters as well, and are neither sentences nor single short words.
  return raw.length >= LONG || raw.length <= SHORT || endsSentence(raw) || beforeClosed;
}

/** The last line, if it is but a piece, goes to the one before it, where that has not ended. */
function takeUp(whole: Line[]): void {
  const last = whole.at(-1) as Line;
  const before = whole.at(-2);
  const isPiece = last.raw.length <= LONGEST_PIECE || SMALL.test(last.raw);
  if (before === undefined || !isPiece || !mayGoOn(last) || hasEnded(before) || isLong(before)) return;
  if (before.hashes > 0 || before.isComment || mayBeCode(last)) return;
  whole.pop();
  whole.push(joined(whole.pop() as Line, last));
}

function joined(left: Line, right: Line): Line {
  const gap = CLOSING.test(right.raw) || OPENING.test(left.raw.slice(-1)) ? '' : joint(left.raw, right.raw);
  const seam = left.raw.slice(-1) + gap + right.raw.slice(0, 1);
  return {
    ...left,
    raw: `${left.raw}${gap}${right.raw}`,
    kinds: left.kinds | right.kinds | kindsOf(seam),
    text: `${left.text}${gap}${right.raw}`,
    blankAfter: right.blankAfter,
    isWhole: true,
  };
}
