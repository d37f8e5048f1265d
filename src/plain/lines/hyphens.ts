/**
 * Words that a wrap has cut are made whole, on the line that they begin on:
 *
 *   The passen-                      The passengers
 *   gers must sit, and the    →      must sit, and the
 *
 * What was written with a hyphen keeps it, where the word itself or the rest of the text tells.
 */
import { codeUnitAt } from '../../code-unit.ts';
import { DIGIT, flagsOf, knownFlags, WORD } from './glyphs.ts';
import { splitLines } from './line.ts';

export interface Unhyphenated {
  readonly text: string;
  /** How many words were cut: a text with such is wrapped, however narrow it is. */
  readonly count: number;
  /** The indexes of the lines that end in them. */
  readonly lines: ReadonlySet<number>;
}

const CUT = /(?:^|[^\p{L}\p{M}\p{N}-])((?:[\p{L}\p{M}]+[-‐])*[\p{L}\p{M}]{2,})(?:[-‐\u00ad]|¬)$/u;
const GOES_ON = /^([ \t]*)(\p{Ll}[\p{L}\p{M}]+)(\S*)[ \t]*/u;
/** "Ein- und Ausgang": the hyphen stands for the end of the second word. */
const JOINS = /^(?:und|oder|bzw|and|or|to|et|ou|en|of|og|och|eller|y|o|e|ed|i)$/;
const HYPHEN_END = /[-‐\u00ad¬][ \t]*$/;
/** Code is no prose. */
const FENCE = /^[ \t]*(?:```|~~~)/;

const NONE: ReadonlySet<number> = new Set();

export function withoutHyphens(text: string): Unhyphenated {
  if (!/[-‐\u00ad¬][ \t]*\r?\n[ \t]*\p{Ll}/u.test(text)) return { text, count: 0, lines: NONE };
  const lines = splitLines(text);
  if (lines.some((line) => FENCE.test(line))) return { text, count: 0, lines: NONE };
  const cuts = lines.flatMap(cutAtEnd);
  if (cuts.length === 0) return { text, count: 0, lines: NONE };
  const words = wordsLike(text, cuts);
  const joined = new Set<number>();
  for (let at = 0; at + 1 < lines.length; at += 1) {
    const line = lines[at] as string;
    const [cut] = cutAtEnd(line);
    const next = cut === undefined ? null : GOES_ON.exec(lines[at + 1] as string);
    if (cut === undefined || next === null || JOINS.test(next[2] as string)) continue;
    const left = line.trimEnd();
    const [whole, indent, rest, tail] = next as unknown as [string, string, string, string];
    const word = joinedWord(cut, rest, left.endsWith('\u00ad') || left.endsWith('¬'), words);
    const before = left.slice(0, left.length - cut.length - 1);
    const after = (lines[at + 1] as string).slice(whole.length);
    // No line is emptied: it would part paragraphs.
    if (after.trim() !== '') {
      lines[at] = before + word + tail;
      lines[at + 1] = indent + after;
    } else if (before.trim() !== '') {
      lines[at] = before.trimEnd();
      lines[at + 1] = indent + word + tail;
    } else continue;
    joined.add(at);
  }
  // A form feed parted lines: what stood on its sides is not joined, and it stays.
  const count = joined.size;
  return { text: count === 0 ? text : rejoined(text, lines), count, lines: joined };
}

/** Longer runs of letters and hyphens are no word. */
const LONGEST = 80;

/** What stands of a word before the hyphen at the end of a line, if it does. */
function cutAtEnd(line: string): string[] {
  const cut = HYPHEN_END.test(line) ? CUT.exec(line.trimEnd().slice(-LONGEST))?.[1] : undefined;
  return cut === undefined ? [] : [cut];
}

/** The lines with the ends that they had. */
function rejoined(text: string, lines: readonly string[]): string {
  const ends = text.match(/\r\n?|\n|\u2028|\u2029|\f|\v/g) ?? [];
  return lines.map((line, at) => line + (ends[at] ?? '')).join('');
}

interface Words {
  readonly whole: ReadonlySet<string>;
  readonly hyphenated: ReadonlySet<string>;
}

/** The words of a text that may begin as one of the cut ones does: most are none, and cost no more than a look at their letters. */
function wordsLike(text: string, cuts: readonly string[]): Words {
  const whole = new Set<string>();
  const hyphenated = new Set<string>();
  const begins = beginnings(cuts);
  const small = text.toLowerCase();
  const { length } = small;
  const isLetter = (at: number): boolean => {
    const code = codeUnitAt(small, at);
    return (((knownFlags[code] as number) || flagsOf(code)) & (WORD | DIGIT)) === WORD;
  };
  for (let at = 0; at < length; at += 1) {
    if (!isLetter(at)) continue;
    const start = at;
    let isWhole = true;
    for (at += 1; at < length; at += 1) {
      if (isLetter(at)) continue;
      if (codeUnitAt(small, at) !== HYPHEN || at + 1 === length || !isLetter(at + 1)) break;
      isWhole = false;
    }
    if (begins(small, start)) (isWhole ? whole : hyphenated).add(small.slice(start, at));
  }
  return { whole, hyphenated };
}

const HYPHEN = 45;
const SLOTS = 1 << 16;
const LONG_BEGINNING = 4;
const SHORT_BEGINNING = 2;

/** Tells of a place whether a word may begin there as one of these does; it may be wrong, but misses none. */
function beginnings(words: readonly string[]): (text: string, at: number) => boolean {
  const long = new Uint8Array(SLOTS);
  const short = new Uint8Array(SLOTS);
  for (const word of words) {
    const small = word.toLowerCase();
    if (small.length < LONG_BEGINNING) short[slotOf(small, 0, SHORT_BEGINNING)] = 1;
    else long[slotOf(small, 0, LONG_BEGINNING)] = 1;
  }
  return (text, at) => long[slotOf(text, at, LONG_BEGINNING)] === 1 || short[slotOf(text, at, SHORT_BEGINNING)] === 1;
}

function slotOf(text: string, start: number, length: number): number {
  let hash = 0;
  for (let at = start; at < start + length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x9e3779b1);
  return (hash >>> 16) & (SLOTS - 1);
}

function joinedWord(left: string, right: string, isSoft: boolean, { whole, hyphenated }: Words): string {
  const solid = left + right;
  const parted = `${left}-${right}`;
  if (isSoft || whole.has(solid.toLowerCase())) return solid;
  return left.includes('-') || hyphenated.has(parted.toLowerCase()) ? parted : solid;
}
