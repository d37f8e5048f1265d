/**
 * Headings that a text counts: `§ 3 Loans`, `Chapter 4`, `Example 2: …`, `第3章`. The same word or sign before a number that
 * grows, each alone between blank lines and over something else.
 */
import { endsSentence, type Line } from './line.ts';

const LONGEST = 110;
const COUNTED = /^([^\p{Nd}]{0,11}[\p{L}§][^\p{L}\p{Nd}]{0,2})(\p{Nd}{1,3})(?![\p{Nd}:.,/-]\p{Nd})/u;
const FEWEST = 2;

export function countedHeadings(lines: readonly Line[]): ReadonlySet<number> {
  const series = new Map<string, { readonly at: number; readonly value: number }[]>();
  for (const [at, { raw, marker, blankBefore, blankAfter, isQuoted }] of lines.entries()) {
    if (!blankBefore || !blankAfter || marker !== undefined || isQuoted || raw.length > LONGEST) continue;
    const [, prefix, number] = COUNTED.exec(raw) ?? [];
    if (prefix === undefined || endsSentence(raw)) continue;
    const one = { at, value: Number(number) };
    const before = series.get(prefix);
    if (before === undefined) series.set(prefix, [one]);
    else before.push(one);
  }
  const found = new Set<number>();
  for (const members of series.values()) {
    const isOne =
      members.length >= FEWEST &&
      members.every(({ at, value }, n) => n === 0 || grows(members[n - 1] as Member, { at, value })) &&
      (members.at(-1) as Member).at < lines.length - 1;
    if (isOne) for (const { at } of members) found.add(at);
  }
  return found;
}

interface Member {
  readonly at: number;
  readonly value: number;
}

const grows = (before: Member, after: Member): boolean => after.value > before.value && after.at > before.at + 1;
