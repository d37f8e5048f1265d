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
import type { Verdict } from '../../document.ts';
import { DIGIT, HALF } from './glyphs.ts';
import { endsSentence, type Line, splitLines } from './line.ts';

const HEAD_LENGTH = 120;
const NUMBER = /\p{Nd}{1,4}/u;
const ALONE = /^[\W_]*\p{Nd}{1,4}[\W_]*$/u;
/** Shorter lines may be the last of a list or a table: nothing breaks there. */
const BROKEN = 30;
const FEWEST = 2;
const STARTS_ANEW = /^[\p{Lu}\p{N}\p{P}\p{S}]/u;

export interface Furnished {
  readonly lines: Line[];
  readonly verdicts: readonly Verdict[];
}

/** The indexes of the last line before each form feed and of the first one after it. */
export function pageEdges(text: string): ReadonlySet<number> {
  const edges = new Set<number>();
  if (!text.includes('\f')) return edges;
  let before = 0;
  for (const page of text.split('\f')) {
    const lines = splitLines(page);
    const first = lines.findIndex((line) => line.trim() !== '');
    if (first !== -1) {
      edges.add(before + first);
      edges.add(before + lines.findLastIndex((line) => line.trim() !== ''));
    }
    before += lines.length;
  }
  return edges;
}

/** Takes them out, and joins the sentences that they break. `edges` has the indexes of lines beside form feeds. */
export function withoutRunningHeads(lines: Line[], edges: ReadonlySet<number> = new Set()): Furnished {
  const groups = new Map<string, number[]>();
  for (const [at, line] of lines.entries()) {
    const { raw, kinds, blankBefore, blankAfter, marker } = line;
    if (raw.length > HEAD_LENGTH || !blankBefore || !blankAfter) continue;
    if ((kinds & (DIGIT | HALF)) === 0 || !NUMBER.test(raw)) continue;
    if (marker !== undefined && !ALONE.test(raw)) continue;
    const key = keyOf(raw);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [at]);
    else group.push(at);
  }
  const heads = new Set<number>();
  for (const group of groups.values()) {
    const breaking = group.filter((at) => breaksSentence(lines, at - 1, lines[at + 1])).length;
    const atEdges = group.filter((at) => edges.has((lines[at] as Line).number - 1)).length;
    if (group.length < FEWEST || !grow(group.map((at) => lines[at] as Line))) continue;
    if (Math.max(breaking * 2, atEdges) >= group.length || arePageEnds(lines, group))
      for (const at of group) heads.add(at);
  }
  for (const at of [...heads]) if (isPrintedWide(lines[at + 1]) && isPrintedWide(lines[at])) heads.add(at + 1);
  if (heads.size === 0) return { lines, verdicts: [] };
  const kept = lines.flatMap((line, at) => {
    if (heads.has(at)) return [];
    const isJoined = heads.has(at - 1) && breaksSentence(lines, at - 2, line);
    const isOpen = heads.has(at + 1) && breaksSentence(lines, at, lines[at + 2]);
    return [
      { ...line, ...(isJoined ? { blankBefore: false, blanksBefore: 0 } : {}), ...(isOpen ? { isCutOff: true } : {}) },
    ];
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

//   Morrow                       Informational                      [Page 1]
const WIDE = /\S {3,}\S.* {3,}\S/;

const isPrintedWide = (line: Line | undefined): boolean =>
  line?.blankBefore === true && line.blankAfter && line.marker === undefined && WIDE.test(line.raw);

/** Printed over the width of the page, each with much text after the one before, and numbered one by one. */
function arePageEnds(lines: readonly Line[], group: readonly number[]): boolean {
  return group.every((at, n) => {
    const { raw } = lines[at] as Line;
    const before = group[n - 1];
    const isNext = before === undefined || pageOf(raw) === pageOf((lines[before] as Line).raw) + 1;
    return isPrintedWide(lines[at]) && isNext && (before === undefined || at - before > PAGE_LINES);
  });
}
const PAGE_LINES = 5;

/** Left and right pages have their number on other sides. */
function keyOf(raw: string): string {
  const key = raw.replace(/\p{Nd}+/gu, '0').replace(/\s+/g, ' ');
  return ALONE.test(raw) ? key : key.replace(/^0 (?=.*\p{L})(.*)$/su, '$1 0');
}

function breaksSentence(lines: readonly Line[], at: number, after: Line | undefined): boolean {
  const before = lines[at];
  if (before === undefined || after === undefined || after.marker !== undefined) return false;
  const isLong = before.raw.length >= BROKEN || (!before.blankBefore && (lines[at - 1]?.raw.length ?? 0) >= BROKEN);
  return isLong && !endsSentence(before.raw) && !before.raw.endsWith(':') && !STARTS_ANEW.test(after.raw);
}

/** The last number of each is higher than that of the one before, or the first: `1 / 3`. */
function grow(lines: readonly Line[]): boolean {
  const growsAt = (place: 0 | -1): boolean => {
    const pages = lines.map(({ raw }) => pageOf(raw, place));
    return pages.every((page, at) => at === 0 || page > (pages[at - 1] as number));
  };
  return growsAt(-1) || growsAt(0);
}

const pageOf = (raw: string, place: 0 | -1 = -1): number => Number(raw.match(/\d+/g)?.at(place) ?? Number.NaN);
