/** What form tells of headings, beside what the model says: speeches are none, numbers of versions and lines like other headings are. */
import { CAPITAL, DIGIT, HALF, WIDE } from '../lines/glyphs.ts';
import { endsSentence, isUnparted, type Line } from '../lines/line.ts';
import type { Role } from '../roles/role.ts';

const LONGEST = 60;
const FEWEST = 2;
const LONGEST_LABEL = 32;

//   KEEPER: Twice. Once for a hat, and once for a goose.
const SPOKEN = /^(\p{L}[^:：\n]{0,30}?)\s?[:：]\s*\S/u;

/** Lines that begin with a name and a colon, where two such names take turns: a conversation. */
export function speeches(lines: readonly Line[]): ReadonlySet<number> {
  const byName = new Map<string, number[]>();
  for (const [at, { raw, marker, hashes }] of lines.entries()) {
    if (marker !== undefined || hashes > 0) continue;
    const beginning = raw.slice(0, LONGEST_LABEL + 4);
    const name = /[:：]/.test(beginning) ? SPOKEN.exec(beginning)?.[1] : undefined;
    if (name === undefined) continue;
    const same = byName.get(name);
    if (same === undefined) byName.set(name, [at]);
    else same.push(at);
  }
  const speakers = [...byName.values()].filter((same) => same.length >= FEWEST);
  return new Set(speakers.length >= FEWEST ? speakers.flat() : []);
}

//   2.4.0 (2024-05-11)      v1.2 – 3 May 2024      [0.9.1-beta]
const VERSION =
  /^\[?(?:\p{L}{1,12}\s)?(v?)(\p{Nd}{1,3})\.\p{Nd}{1,3}((?:\.\p{Nd}{1,3}){0,2})(?:[-.+]?\p{L}{1,6}[.-]?\p{Nd}{0,3})?\]?(?:[\s(（–—:-]+(.{4,24}?)[)）]?)?$/u;
const DATED = /\p{Nd}{4}|\p{Nd}{1,2}[./]\p{Nd}{1,2}/u;

/** Lines that are a version each, with the day it came out or without. */
export function versions(lines: readonly Line[]): ReadonlySet<number> {
  const found: number[] = [];
  for (const [at, { raw, kinds, blankBefore, marker, isQuoted }] of lines.entries()) {
    if (!blankBefore || marker !== undefined || isQuoted || raw.length > LONGEST || at === lines.length - 1) continue;
    if ((kinds & (DIGIT | HALF)) === 0) continue;
    const [, sign = '', , more = '', day = ''] = VERSION.exec(raw) ?? [undefined];
    if (VERSION.test(raw) && (sign !== '' || more !== '' || DATED.test(day))) found.push(at);
  }
  const different = new Set(found.map((at) => lines[at]?.raw));
  return new Set(different.size >= FEWEST && different.size === found.length ? found : []);
}

//   3 March      4 March      9 March      ← each alone, over what is longer
const DAY =
  /^(?:(?:\p{L}{2,12}[,.]? )?\p{Nd}{1,2}(?:\.|\p{L}{1,2})? (?:de |of )?\p{L}{3,12}\.?(?:,? \p{Nd}{4})?|\p{Nd}{1,2}[月월] ?\p{Nd}{1,2}[日일])$/u;
const FEWEST_DAYS = 3;

//   Friday 10 March     Mustang, 15 August
const PLACED = /^\p{L}[\p{L}\p{M} .-]{1,30}[,،፣] ?\p{Nd}{1,2}\.? [\p{L}\p{M}]{2,12}\.?(?: \p{Nd}{2,4})?$/u;

/** A day of the year, with the day of the week or a place. */
export const isDayOfYear = ({ raw }: Line): boolean =>
  raw.length <= LONGEST && ((/^\p{L}/u.test(raw) && DAY.test(raw)) || PLACED.test(raw));

/** Days over the entries of a diary: several, no two alike. */
export function days(lines: readonly Line[]): ReadonlySet<number> {
  const found = [...lines.keys()].filter((at) => {
    const { raw, blankBefore, blankAfter, marker, isQuoted } = lines[at] as Line;
    if (!blankBefore || !blankAfter || marker !== undefined || isQuoted || raw.length > LONGEST) return false;
    return DAY.test(raw) && (lines[at + 1]?.raw.length ?? 0) > raw.length;
  });
  const different = new Set(found.map((at) => lines[at]?.raw));
  return new Set(found.length >= FEWEST_DAYS && different.size === found.length ? found : []);
}

//   【準備】
const BRACKETED = /^(?:【[^【】]{1,30}】|〖[^〖〗]{1,30}〗|〔[^〔〕]{1,30}〕)$/;

/** Names in the brackets that Chinese and Japanese set around headings, over something. */
export const bracketed = (lines: readonly Line[]): ReadonlySet<number> =>
  new Set(
    [...lines.keys()].filter((at) => {
      const { raw, kinds, isQuoted } = lines[at] as Line;
      return (kinds & WIDE) !== 0 && !isQuoted && at < lines.length - 1 && BRACKETED.test(raw);
    }),
  );

//   **What it costs**     ← over what is longer
const BOLD = /^\*\*[^*]+\*\*:?$/;

/** Lines that are bold as a whole, where they head something: several, and no one right under another. */
export function boldHeadings(lines: readonly Line[]): ReadonlySet<number> {
  const found = [...lines.keys()].filter((at) => {
    const { raw, blankBefore, marker, isQuoted } = lines[at] as Line;
    const next = lines[at + 1];
    if (!blankBefore || marker !== undefined || isQuoted || raw.length > LONGEST_BOLD || next === undefined)
      return false;
    return (
      BOLD.test(raw) && !raw.endsWith('.**') && !BOLD.test(next.raw) && (next.marker !== undefined || !isShort(next))
    );
  });
  return new Set(found.length >= FEWEST ? found : []);
}

const LONGEST_BOLD = 110;
const isShort = ({ raw }: Line): boolean => raw.length < 20 && !endsSentence(raw);

const CAPITALS = /^(?=(?:\P{Lu}*\p{Lu}){3})[^\p{Ll}]*$/u;
/** Quick to look for, and no line of capitals has one. */
const SMALL = /[a-z]/;

const isCapitals = (line: Line | undefined, text = line?.raw ?? ''): boolean =>
  line !== undefined && (line.kinds & CAPITAL) !== 0 && !SMALL.test(text) && CAPITALS.test(text);
const SHARE = 0.5;

/** Where lines of capitals, alone under a blank line, are headings, the others of them are headings too; in a text without
 * blank lines they stand below what ends. */
export function completeCapitals(lines: readonly Line[], roles: Role[]): void {
  const isDense = isUnparted(lines);
  const alike = [...lines.keys()].filter((at) => {
    const line = lines[at] as Line;
    const { raw, blankBefore, marker, hashes, isQuoted } = line;
    const isParted = blankBefore || (isDense && endsBefore(lines[at - 1] as Line));
    if (!isParted || marker !== undefined || hashes > 0 || isQuoted || raw.length > LONGEST) return false;
    const next = lines[at + 1];
    const isOver =
      next !== undefined && !((next.blankBefore || isDense) && isCapitals(next, next.raw.slice(0, LONGEST)));
    return isOver && isCapitals(line) && !endsSentence(raw) && !raw.endsWith(':');
  });
  const headings = alike.filter((at) => roles[at] === 'heading').length;
  if (headings < FEWEST || headings < alike.length * SHARE) return;
  for (const at of alike) if (roles[at] === 'prose') roles[at] = 'heading';
}

const endsBefore = (before: Line): boolean => endsSentence(before.raw) || before.marker !== undefined;

//   BRUNO
//   Did you close the window?     ← in one block, and the name comes again
const NAME_LENGTH = 30;
const FEWEST_SPEECHES = 4;

/** Lines of a play that name who speaks: two of them or more take turns. Others in the same form name others. */
export function speakers(lines: readonly Line[]): ReadonlySet<number> {
  const names = new Map<string, number[]>();
  for (const [at, { raw, blankBefore, blankAfter, marker, hashes }] of lines.entries()) {
    if (!blankBefore || blankAfter || marker !== undefined || hashes > 0 || raw.length > NAME_LENGTH) continue;
    if (endsSentence(raw) || /[,;:：\p{Nd}]/u.test(raw) || lines[at + 1]?.marker !== undefined) continue;
    const same = names.get(raw);
    if (same === undefined) names.set(raw, [at]);
    else same.push(at);
  }
  const groups = [...names.values()];
  const again = groups.filter((same) => same.length >= FEWEST);
  if (again.length < FEWEST || again.flat().length < FEWEST_SPEECHES) return new Set();
  const areCapitals = again.every(([at]) => isCapitals(lines[at as number]));
  return new Set(
    groups.filter((same) => same.length >= FEWEST || (areCapitals && isCapitals(lines[same[0] as number]))).flat(),
  );
}
