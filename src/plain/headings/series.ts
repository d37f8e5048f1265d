/**
 * Headings that a text counts: `§ 3 Loans`, `Chapter 4`, `Example 2: …`, `第3章`. The same word or sign before a number that
 * grows, each alone between blank lines and over something else.
 */
import { DIGIT, HALF, WIDE } from '../lines/glyphs.ts';
import { STOP_INSIDE } from '../lines/goes-on.ts';
import { endsQuestion, endsSentence, isUnparted, type Line } from '../lines/line.ts';
import { valueOfHan, valueOfRoman } from '../lines/numerals.ts';

const LONGEST = 110;
const COUNTED = /^([^\p{Nd}]{0,11}[\p{L}§][^\p{L}\p{Nd}]{0,2})(\p{Nd}{1,3})(?![\p{Nd}:.,/-]\p{Nd})/u;
//   一　出発     第二章 灯
const HAN = /^(第?)([一二三四五六七八九十]{1,3})(?:[章節节条條部回幕编編話话][\s\u3000]?|[\s\u3000]+)(?=\S|$)/u;
//   II. The keeper     Kapitel IV
const ROMAN = /^((?:[\p{L}§]{2,11}[ \u00a0])?)([IVXLC]{1,6})(?=[\s.:–—)-]|$)/u;
const FEWEST = 2;

/** The word or sign before the number, and its value. */
function numberOf({ raw, kinds }: Line): [string, number] | undefined {
  const [, prefix, number] = ((kinds & (DIGIT | HALF)) !== 0 && COUNTED.exec(raw)) || [];
  if (prefix !== undefined) return [prefix, Number(number)];
  const [, han, numeral] = ((kinds & WIDE) !== 0 && HAN.exec(raw)) || [];
  if (numeral !== undefined) return [`一${han}`, valueOfHan(numeral)];
  const [, word, roman] = ROMAN.exec(raw) ?? [];
  return roman === undefined ? undefined : [`I${word}`, valueOfRoman(roman)];
}

/** A counted heading may end with a stop where it is as short as this and one of several. */
const SHORT = 60;
const FEWEST_STOPPED = 3;

export function countedHeadings(lines: readonly Line[]): ReadonlySet<number> {
  const series = new Map<string, Member[]>();
  const isDense = isUnparted(lines);
  for (const [at, line] of lines.entries()) {
    const { raw, marker, blankBefore, isQuoted } = line;
    if (marker !== undefined || isQuoted || raw.length > LONGEST || !(blankBefore || isDense)) continue;
    const [prefix, value] = numberOf(line) ?? [];
    const isLoose = isDense || !line.blankAfter || endsSentence(raw);
    if (prefix === undefined || value === undefined) continue;
    if (isLoose && !headsMore(line, lines[at + 1]) && !headsOther(lines, at, prefix)) continue;
    const before = series.get(prefix);
    if (before === undefined) series.set(prefix, [{ at, value, isLoose }]);
    else before.push({ at, value, isLoose });
  }
  const found = new Set<number>();
  for (const [prefix, members] of series) {
    const isOne =
      members.length >=
        (prefix.startsWith('I') || members.every(({ isLoose }) => !isLoose) ? FEWEST : FEWEST_STOPPED) &&
      members.every((member, n) => n === 0 || grows(members[n - 1] as Member, member)) &&
      (members.at(-1) as Member).at < lines.length - 1;
    if (isOne) for (const { at } of members) found.add(at);
  }
  return found;
}

/** Short, and right over a sentence, an item or what is longer. */
const headsMore = ({ raw }: Line, next: Line | undefined): boolean =>
  raw.length <= SHORT &&
  !/[:：,;]$/.test(raw) &&
  next !== undefined &&
  !STOP_INSIDE.test(raw.replace(/^.{0,14}?(?:\p{Nd}+|[IVXLC]+)[.)]/u, '')) &&
  (next.marker !== undefined || next.raw.length > raw.length || endsSentence(next.raw) || next.raw.endsWith(':'));

//   II. Loans
//   Article 3           ← counted by itself
//   A member may borrow four books at a time.
const headsOther = (lines: readonly Line[], at: number, prefix: string): boolean => {
  const [line, next] = [lines[at] as Line, lines[at + 1]];
  const below = next !== undefined && next.marker === undefined ? numberOf(next)?.[0] : undefined;
  if (next === undefined || below === undefined || below === prefix) return false;
  return line.raw.length <= SHORT && !endsOpenly(line.raw) && headsMore(next, lines[at + 2]);
};

//   3.2 Test run     ← over what is no such line
const DOTTED =
  /^((?:\p{Lu}|\p{Nd}{1,2})(?:\.\p{Nd}{1,2}){0,5}\.)(\p{Nd}{1,2})\.?[ \t\u00a0]+(?=[\p{L}“"«„「『‹¿¡(（])/u;
const LONGEST_DOTTED = 110;
/** Two questions may share a number. */
const LONGEST_QUESTION = 240;

export const hasNumber = ({ raw }: Line): boolean => DOTTED.test(raw);

/** Headings below numbered ones: `3.1`, `3.2`, each with a text of its own, and one over the first below it: `3.2` over `3.2.1`. */
export function dottedHeadings(lines: readonly Line[]): ReadonlySet<number> {
  const found = new Set<number>();
  const last = new Map<string, Member>();
  for (const [at, { raw, marker, isQuoted }] of lines.entries()) {
    if (marker !== undefined || isQuoted || raw.length > (endsQuestion(raw) ? LONGEST_QUESTION : LONGEST_DOTTED))
      continue;
    const [, prefix, number] = DOTTED.exec(raw) ?? [];
    const next = lines[at + 1];
    if (prefix === undefined || next === undefined || isListed(lines, at) || endsOpenly(raw)) continue;
    const before = last.get(prefix);
    const value = Number(number);
    if (before?.value === value - 1) found.add(before.at).add(at);
    const over = value === 1 ? parentOf(prefix, last) : undefined;
    if (over !== undefined) found.add(over.at).add(at);
    last.set(prefix, { at, value });
  }
  return found;
}

/** Whether the first line is the only one with a number like `13.4`, or has that of a chapter: all others stand below it. */
export function isNumberedTitle(lines: readonly Line[]): boolean {
  const [first] = lines;
  if (first === undefined || first.marker !== undefined) return false;
  const [, prefix] = DOTTED.exec(first.raw.slice(0, LONGEST_DOTTED)) ?? [];
  if (prefix === undefined) return isChapter(lines);
  if (!isShort(first) || (isListed(lines, 0) && !isOverContents(lines))) return false;
  return !lines.some(({ raw }, at) => at > 0 && raw.startsWith(prefix) && DOTTED.exec(raw)?.[1] === prefix);
}

//   67.4. Implementation
//   67.4.1. Storage         ← contents: all of them stand below the number of the title
//   67.4.2. Locks
function isOverContents(lines: readonly Line[]): boolean {
  const own = DOTTED.exec((lines[0] as Line).raw.slice(0, LONGEST_DOTTED));
  if (own === null) return false;
  const below = `${own[1]}${own[2]}.`;
  let end = 1;
  while (DOTTED.exec(lines[end]?.raw ?? '')?.[1]?.startsWith(below)) end += 1;
  return end > FEWEST && !isListed(lines, end - 1);
}

//   Chapter 12. Support      第12章 支持     ← over 12.1 and 12.2
const CHAPTER = /^\P{Nd}{0,12}(\p{Nd}{1,2})(?!\p{Nd})\P{Nd}*\p{L}/u;

function isChapter(lines: readonly Line[]): boolean {
  const { raw } = lines[0] as Line;
  const number = raw.length > LONGEST || endsOpenly(raw) ? undefined : CHAPTER.exec(raw)?.[1];
  if (number === undefined) return false;
  const sections = lines.flatMap(({ raw: other }) => DOTTED.exec(other.slice(0, LONGEST))?.[1] ?? []);
  return sections.length >= FEWEST && sections.every((section) => section.startsWith(`${number}.`));
}

const isShort = ({ raw }: Line): boolean => raw.length <= LONGEST_DOTTED && !endsOpenly(raw);

/** Whether another such line follows at once, as in a table of contents; `3.2`, `3.2.1` and `3.2.1.1` over a text do so, too. */
function isListed(lines: readonly Line[], first: number): boolean {
  for (let at = first; ; at += 1) {
    const [, prefix, number] = DOTTED.exec(lines[at]?.raw ?? '') ?? [];
    const [, below] = DOTTED.exec(lines[at + 1]?.raw ?? '') ?? [];
    if (below === undefined) return false;
    if (below !== `${prefix}${number}.`) return true;
  }
}

/** Of `3.2.` the line that was the last of `3.`, if that was its second. */
function parentOf(prefix: string, last: ReadonlyMap<string, Member>): Member | undefined {
  const [, before = '', number] = /^(.*\.)(\p{Nd}{1,2})\.$/u.exec(prefix) ?? [];
  const member = last.get(before);
  return member?.value === Number(number) ? member : undefined;
}

const endsOpenly = (raw: string): boolean =>
  !endsQuestion(raw) && ((endsSentence(raw) && !raw.endsWith('…')) || /[,;:，；：]$/.test(raw));

interface Member {
  readonly at: number;
  readonly value: number;
  /** Nothing but its number sets it apart from a sentence. */
  readonly isLoose?: boolean;
}

const grows = (before: Member, after: Member): boolean => after.value > before.value && after.at > before.at + 1;

/** Numbers that count up, one after the other, where most have a text of their own: no items, but headings. */
const FEWEST_TEXTS = 2;
const MOST_BARE = 1 / 3;

//   一、把墙用起来            1. Election of the chair
//   在墙上装一排挂钩…        The board proposed Poul, who was …
export function numberedHeadings(lines: readonly Line[]): ReadonlySet<number> {
  const found = new Set<number>();
  const open = new Map<string, number[]>();
  const close = (members: readonly number[]): void => {
    const texts = members.filter((at) => isOverText(lines[at] as Line, lines[at + 1])).length;
    const bare = members.filter((at) => lines[at + 1]?.marker?.kind === lines[at]?.marker?.kind).length;
    if (
      members.length >= FEWEST_STOPPED &&
      texts >= FEWEST_TEXTS &&
      bare === 0 &&
      texts >= members.length * (1 - MOST_BARE)
    )
      for (const at of members) found.add(at);
  };
  for (const [at, { raw, text, marker, indent }] of lines.entries()) {
    if (marker?.ordered !== true || !COUNTS.test(marker.kind)) continue;
    const value = valueOfMarker(raw, marker.start);
    const key = `${indent} ${marker.kind}`;
    const members = open.get(key);
    const before = members?.at(-1);
    const isNext =
      before !== undefined &&
      value === valueOfMarker((lines[before] as Line).raw, lines[before]?.marker?.start ?? 0) + 1;
    const isShort = text.length <= SHORT && !endsOpenly(text) && at < lines.length - 1;
    if (members !== undefined && isNext && isShort) members.push(at);
    else {
      if (members !== undefined) close(members);
      open.set(key, value === 1 && isShort ? [at] : []);
    }
  }
  for (const members of open.values()) close(members);
  return found;
}

const COUNTS = /[1一a]/;

const valueOfMarker = (raw: string, start: number): number => {
  const han = /^[（(]?([一二三四五六七八九十]{1,3})[、．.）)]/.exec(raw)?.[1];
  return han === undefined ? start : valueOfHan(han);
};

/** Below it stands a sentence that is longer, and set in no deeper: the rest of an item would be. */
const isOverText = ({ raw, indent, marker }: Line, next: Line | undefined): boolean =>
  next !== undefined &&
  next.marker === undefined &&
  next.raw.length > raw.length &&
  endsSentence(next.raw) &&
  (marker === undefined || next.indent <= indent);
