/**
 * Words that a wrap has cut are made whole, on the line that they begin on:
 *
 *   The passen-                      The passengers
 *   gers must sit, and the    →      must sit, and the
 *
 * What was written with a hyphen keeps it, where the word itself or the rest of the text tells.
 */
import { splitLines } from './line.ts';

export interface Unhyphenated {
  readonly text: string;
  /** How many words were cut: a text with such is wrapped, however narrow it is. */
  readonly count: number;
}

const CUT = /(?:^|[^\p{L}\p{M}\p{N}-])((?:[\p{L}\p{M}]+[-‐])*[\p{L}\p{M}]{2,})(?:[-‐\u00ad]|¬)$/u;
const GOES_ON = /^([ \t]*)(\p{Ll}[\p{L}\p{M}]+)(\S*)[ \t]*/u;
/** "Ein- und Ausgang": the hyphen stands for the end of the second word. */
const JOINS = /^(?:und|oder|bzw|and|or|to|et|ou|en|of|og|och|eller|y|o|e|ed|i)$/;
const HYPHEN_END = /[-‐\u00ad¬][ \t]*$/;
/** Code is no prose. */
const FENCE = /^[ \t]*(?:```|~~~)/;

export function withoutHyphens(text: string): Unhyphenated {
  if (!/[-‐\u00ad¬][ \t]*\r?\n[ \t]*\p{Ll}/u.test(text)) return { text, count: 0 };
  const lines = splitLines(text);
  if (lines.some((line) => FENCE.test(line))) return { text, count: 0 };
  const words = wordsOf(text);
  let count = 0;
  for (let at = 0; at + 1 < lines.length; at += 1) {
    const line = lines[at] as string;
    if (!HYPHEN_END.test(line)) continue;
    const left = line.trimEnd();
    const cut = CUT.exec(left.slice(-LONGEST))?.[1];
    const next = GOES_ON.exec(lines[at + 1] as string);
    if (cut === undefined || next === null || JOINS.test(next[2] as string)) continue;
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
    count += 1;
  }
  // A form feed parted lines: what stood on its sides is not joined, and it stays.
  return count === 0 ? { text, count } : { text: rejoined(text, lines), count };
}

/** Longer runs of letters and hyphens are no word. */
const LONGEST = 80;

/** The lines with the ends that they had. */
function rejoined(text: string, lines: readonly string[]): string {
  const ends = text.match(/\r\n?|\n|\u2028|\u2029|\f|\v/g) ?? [];
  return lines.map((line, at) => line + (ends[at] ?? '')).join('');
}

interface Words {
  readonly whole: ReadonlySet<string>;
  readonly hyphenated: ReadonlySet<string>;
}

function wordsOf(text: string): Words {
  const whole = new Set<string>();
  const hyphenated = new Set<string>();
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu))
    (word.includes('-') ? hyphenated : whole).add(word);
  return { whole, hyphenated };
}

function joinedWord(left: string, right: string, isSoft: boolean, { whole, hyphenated }: Words): string {
  const solid = left + right;
  const parted = `${left}-${right}`;
  if (isSoft || whole.has(solid.toLowerCase())) return solid;
  return left.includes('-') || hyphenated.has(parted.toLowerCase()) ? parted : solid;
}
