/**
 * What a page printed at its top or bottom and a tool put into the text where the page ended:
 *
 *   the tool until it takes the same shape, and yet it flows, so
 *
 *   A SHORT HISTORY OF SPECTACLES              43     ← comes again with another number, and breaks a sentence
 *
 *   that a tool left overnight has a new opinion in the morning.
 *
 * Form and place tell it: the same letters, numbers that grow, and a sentence that goes on below.
 */
import type { Verdict } from '../document.ts';
import { endsSentence, type Line } from './line.ts';

const HEAD_LENGTH = 120;
const NUMBER = /\p{Nd}{1,4}/u;
const ALONE = /^[\W_]*\p{Nd}{1,4}[\W_]*$/u;
/** Shorter lines may be the last of a list or a table: nothing breaks there. */
const BROKEN = 30;
const STARTS_ANEW = /^[\p{Lu}\p{N}\p{P}\p{S}]/u;

export interface Furnished {
  readonly lines: Line[];
  readonly verdicts: readonly Verdict[];
}

/** Takes them out, and joins the sentences that they break. */
export function withoutRunningHeads(lines: Line[]): Furnished {
  const groups = new Map<string, number[]>();
  for (const [at, line] of lines.entries()) {
    const { raw, blankBefore, blankAfter, marker } = line;
    if (raw.length > HEAD_LENGTH || !blankBefore || !blankAfter || !NUMBER.test(raw)) continue;
    if (marker !== undefined && !ALONE.test(raw)) continue;
    const key = keyOf(raw);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [at]);
    else group.push(at);
  }
  const heads = new Set<number>();
  for (const group of groups.values()) {
    const breaking = group.filter((at) => breaksSentence(lines[at - 1], lines[at + 1])).length;
    if (group.length > 1 && breaking * 2 >= group.length && grow(group.map((at) => lines[at] as Line)))
      for (const at of group) heads.add(at);
  }
  if (heads.size === 0) return { lines, verdicts: [] };
  const kept = lines.flatMap((line, at) => {
    if (heads.has(at)) return [];
    const isJoined = heads.has(at - 1) && breaksSentence(lines[at - 2], line);
    return [isJoined ? { ...line, blankBefore: false, blanksBefore: 0 } : line];
  });
  for (const [at, line] of kept.entries()) line.blankAfter = kept[at + 1]?.blankBefore ?? true;
  const verdicts = [...heads]
    .sort((a, b) => a - b)
    .map((at): Verdict => {
      const { number, raw } = lines[at] as Line;
      return { keep: false, by: 'line:running-head', path: `line ${number}`, text: raw };
    });
  return { lines: kept, verdicts };
}

/** Left and right pages have their number on other sides. */
function keyOf(raw: string): string {
  const key = raw.replace(/\p{Nd}+/gu, '0').replace(/\s+/g, ' ');
  return ALONE.test(raw) ? key : key.replace(/^0 (?=.*\p{L})(.*)$/su, '$1 0');
}

const breaksSentence = (before: Line | undefined, after: Line | undefined): boolean =>
  before !== undefined &&
  after !== undefined &&
  after.marker === undefined &&
  before.raw.length >= BROKEN &&
  !endsSentence(before.raw) &&
  !before.raw.endsWith(':') &&
  !STARTS_ANEW.test(after.raw);

/** The last number of each is higher than that of the one before. */
function grow(lines: readonly Line[]): boolean {
  const pages = lines.map(({ raw }) => Number(raw.match(/\d+/g)?.at(-1) ?? Number.NaN));
  return pages.every((page, at) => at === 0 || page > (pages[at - 1] as number));
}
