/**
 * Each line of a flat text gets a role, from its own form and from where it stands; no role hangs on a phrase
 * of some language.
 */
import type { Verdict } from '../document.ts';
import { countWords, lettersOf } from '../words.ts';
import { endsColon, endsQuestion, endsSentence, type Line } from './line.ts';
import type { FoundTable } from './table/find-tables.ts';

export type Role = 'title' | 'heading' | 'item' | 'quote' | 'prose' | 'row' | 'cut';

export interface Classified {
  readonly roles: readonly Role[];
  readonly verdicts: readonly Verdict[];
}

/** Longer lines are sentences: 98.8 % of 2,005 headings of articles in 13 languages and 99.9 % of 119,598 of courses in 55 are no longer. */
const HEADING_LETTERS = 110;
const QUOTED = /^[“"«„「『‹][^“"«„「『]{3,}[”"»“」』›][\s.。!！،,…]*$/u;

export function classify(lines: readonly Line[], tables: readonly FoundTable[]): Classified {
  const roles: Role[] = lines.map((line) => (line.marker ? 'item' : 'prose'));
  const cutBy: string[] = [];
  const cut = (at: number, by: string) => {
    if (roles[at] === 'cut') return;
    roles[at] = 'cut';
    cutBy[at] = by;
  };
  for (const { start, end } of tables) for (let at = start; at < end; at += 1) roles[at] = 'row';
  markQuotes(lines, roles);
  markHeadings(lines, roles);
  const title = markTitle(lines, roles, cut);
  cutBefore(lines, roles, title, cut);
  cutAfter(lines, roles, cut);
  const verdicts = lines.flatMap((line, at): Verdict[] => {
    const by = cutBy[at];
    return by === undefined ? [] : [{ keep: false, by, path: `line ${line.number}`, text: line.raw }];
  });
  return { roles, verdicts };
}

const alone = (line: Line): boolean => line.blankBefore && line.blankAfter;

function markQuotes(lines: readonly Line[], roles: Role[]): void {
  for (const [at, line] of lines.entries()) {
    if (roles[at] === 'prose' && alone(line) && QUOTED.test(line.raw)) roles[at] = 'quote';
  }
}

/** A heading is a short line alone that does not end as a sentence, with something other than a heading of its size below. */
function markHeadings(lines: readonly Line[], roles: Role[]): void {
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1];
    if (roles[at] !== 'prose' || !line.blankBefore || next === undefined) continue;
    if (!alone(line) && !(next.marker === undefined && next.raw.length > line.raw.length * 3)) continue;
    if (looksLikeHeading(line)) roles[at] = 'heading';
  }
}

function looksLikeHeading(line: Line): boolean {
  const { raw } = line;
  if (raw.length > HEADING_LETTERS || line.indent > 8 || !/\p{L}/u.test(raw)) return false;
  if (endsColon(raw) || /[,،、;]$/.test(raw) || /^https?:/.test(raw)) return false;
  return !endsSentence(raw) || (endsQuestion(raw) && !/[.!。！।]\s/.test(raw));
}

/** The title is the first line, where it stands alone; a repeat of it further down goes. */
function markTitle(lines: readonly Line[], roles: Role[], cut: (at: number, by: string) => void): number {
  const first = lines[0];
  if (first === undefined || roles[0] === 'row' || roles[0] === 'item') return -1;
  const key = lettersOf(first.raw);
  const repeat = lines.findIndex((line, at) => at > 0 && at < 12 && lettersOf(line.raw) === key);
  if (repeat === -1 && !(roles[0] === 'heading' || (alone(first) && looksLikeHeading(first)))) return -1;
  roles[0] = 'title';
  for (const [at, line] of lines.entries()) {
    if (at > 0 && roles[at] !== 'row' && lettersOf(line.raw) === key) cut(at, 'line:repeated-title');
  }
  return Math.max(0, repeat);
}

/** Short lines between a title and its repeat belong to the template: share bars, dates, bread crumbs. */
function cutBefore(lines: readonly Line[], roles: Role[], until: number, cut: (at: number, by: string) => void): void {
  for (let at = 1; at < until; at += 1) {
    const line = lines[at];
    if (line !== undefined && roles[at] !== 'row' && countWords(line.raw) <= 12) cut(at, 'line:before-article');
  }
}

const COUNT = /^\p{Nd}+\s+\p{L}+(?:\s+\p{L}+)?$/u;

/** After the last paragraph or item: "0 + noun" and the short headings that lead to nothing. */
function cutAfter(lines: readonly Line[], roles: Role[], cut: (at: number, by: string) => void): void {
  let last = lines.length - 1;
  while (last > 0 && (roles[last] === 'heading' || (roles[last] === 'prose' && looksShort(lines[last] as Line))))
    last -= 1;
  if (last <= 0) return;
  for (let at = last + 1; at < lines.length; at += 1) {
    cut(at, COUNT.test((lines[at] as Line).raw) ? 'line:count' : 'line:after-article');
  }
}

const looksShort = (line: Line): boolean =>
  countWords(line.raw) <= 6 && !endsSentence(line.raw) && !endsColon(line.raw);
