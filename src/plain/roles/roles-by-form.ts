/** Roles that form alone settles: rows of tables that were found, code between fences, rules, quoted and stamped lines. */

import { markBare } from '../code/bare.ts';
import { fencesOf } from '../code/fences.ts';
import { markTrees } from '../code/file-trees.ts';
import { markIndented } from '../code/indented.ts';
import { markOutput, markPrinted } from '../code/output.ts';
import { markSettings } from '../code/settings.ts';
import { speakers } from '../headings/headings-by-form.ts';
import { HYPHEN } from '../lines/glyphs.ts';
import type { Line } from '../lines/line.ts';
import { TASK } from '../lists/lists.ts';
import type { FoundTable } from '../table/find-tables.ts';
import type { Role } from './role.ts';

//   * * *     ━━━━━━     -----
const RULE = /^(?:[*_─━═=—–-]\s*){3,}$/;

//   ![A barrel](img/barrel.png)
const PICTURE = /^!\[[^\]]*\]\([^()\s]+(?:\([^()\s]*\)[^()\s]*)?(?:\s+"[^"]*")?\)$/;

/** In Markdown what is set in by four blanks is code without signs of it. */
export function rolesByForm(
  lines: readonly Line[],
  code: readonly (Role | undefined)[],
  tables: readonly FoundTable[],
  isMarkdown = false,
): (Role | undefined)[] {
  const roles = code.slice();
  for (const { start, end } of tables) roles.fill('row', start, end);
  for (const [at, line] of lines.entries()) roles[at] ??= roleByForm(line, lines[at - 1]);
  markQuoted(lines, roles);
  markStamped(lines, roles);
  markCues(lines, roles);
  markSpeeches(lines, roles);
  markDrawings(lines, roles);
  markSignature(lines, roles);
  markIndented(lines, roles, isMarkdown);
  return roles;
}

function roleByForm({ raw, text, marker, blankBefore }: Line, before: Line | undefined): Role | undefined {
  if (before?.isCutOff && !blankBefore && marker === undefined) return 'continue';
  if (RULE.test(raw)) return 'rule';
  if (PICTURE.test(raw)) return 'prose';
  return marker?.ordered === false && TASK.test(text) ? 'item' : undefined;
}

/** Lines that are code whatever else they look like: none is the row of a table. */
export function codeByForm(lines: readonly Line[]): (Role | undefined)[] {
  const roles: (Role | undefined)[] = lines.map(() => undefined);
  markFences(lines, roles);
  markTrees(lines, roles);
  markSettings(lines, roles);
  markBare(lines, roles);
  markPrinted(lines, roles);
  return roles;
}

/** Code, logs and subtitles: what stands in columns there is no table. */
export function apartFromTables(
  lines: readonly Line[],
  code: readonly (Role | undefined)[] = codeByForm(lines),
): (Role | undefined)[] {
  const roles = code.slice();
  markOutput(lines, roles);
  markStamped(lines, roles, DATED);
  markCues(lines, roles);
  return roles;
}

/** Lines written after `>`: a blank one between them parts paragraphs. */
function markQuoted(lines: readonly Line[], roles: (Role | undefined)[]): void {
  for (const [at, { isQuoted, quoteDepth, blankBefore, marker }] of lines.entries()) {
    if (!isQuoted || roles[at] !== undefined) continue;
    const goesOn = !blankBefore && lines[at - 1]?.quoteDepth === quoteDepth && marker === undefined;
    roles[at] = goesOn ? 'continue' : 'quote';
  }
}

//   [08:41] runa: has anyone seen the long ladder?
//   09.15 Coffee
//   2023-05-01 06:00:02,310 ERROR rope broke
const STAMP =
  /^[[(<]?(?:\p{Nd}{4}[-/.]\p{Nd}{2}[-/.]\p{Nd}{2}[T ,]{1,2})?\p{Nd}{1,2}[:.]\p{Nd}{2}(?:[:.]\p{Nd}{2})?(?:[.,]\p{Nd}{1,6})?(?:\s?[ap]\.?m\.?|Z|[+-]\p{Nd}{2}:?\p{Nd}{2})?[\])>]?[\s\u00a0–—-]+\S/iu;
const MAY_BE_STAMP = /^[[(<\p{Nd}]/u;
const DATED = /^[[(<]?\p{Nd}{4}[-/.]\p{Nd}{2}[-/.]\p{Nd}{2}[T ,]/u;
const STAMP_LENGTH = 36;
const FEWEST_STAMPED = 3;

/** Lines that each begin with a time are a log or a timetable: their ends mean something. */
function markStamped(lines: readonly Line[], roles: (Role | undefined)[], stamp = MAY_BE_STAMP): void {
  const isStamped = (at: number): boolean => {
    const { raw } = lines[at] as Line;
    return roles[at] === undefined && stamp.test(raw) && STAMP.test(raw.slice(0, STAMP_LENGTH));
  };
  for (let start = 0; start < lines.length; ) {
    let end = start;
    while (end < lines.length && isStamped(end) && (end === start || lines[end]?.blankBefore === false)) end += 1;
    if (end - start >= FEWEST_STAMPED) {
      roles[start] = 'prose';
      roles.fill('line', start + 1, end);
    }
    start = Math.max(end, start + 1);
  }
}

//   12
//   00:00:04,300 --> 00:00:07,850
//   what is said there
const CUE = /^\p{Nd}{1,2}:\p{Nd}{2}(?::\p{Nd}{2})?[.,]\p{Nd}{3}\s*-->\s*\p{Nd}/u;

/** Subtitles: the number, the time, and lines that end where they end. */
function markCues(lines: readonly Line[], roles: (Role | undefined)[]): void {
  for (const [at, { raw, kinds }] of lines.entries()) {
    if ((kinds & HYPHEN) === 0 || !raw.includes('-->') || !CUE.test(raw)) continue;
    const start = lines[at]?.blankBefore !== true && /^\p{Nd}+$/u.test(lines[at - 1]?.raw ?? '') ? at - 1 : at;
    let end = at + 1;
    while (lines[end]?.blankBefore === false) end += 1;
    roles[start] = 'prose';
    roles.fill('line', start + 1, end);
  }
}

/** Who speaks in a play stands on a line of its own above what is said. */
function markSpeeches(lines: readonly Line[], roles: (Role | undefined)[]): void {
  for (const at of speakers(lines)) {
    if (roles[at] !== undefined || roles[at + 1] !== undefined) continue;
    roles[at] = 'prose';
    const isOneLine = lines[at + 1]?.blankAfter === true;
    roles[at + 1] = isOneLine ? 'line' : 'prose';
  }
}

const FEWEST_DRAWN = 3;
const MOST_LETTERS = 0.3;

//    .--.
//   /    \\
//   \\_.  /      ← made of signs; blanks are part of it
function markDrawings(lines: readonly Line[], roles: (Role | undefined)[]): void {
  for (let start = 0; start < lines.length; ) {
    if (!lines[start]?.blankBefore) {
      start += 1;
      continue;
    }
    let end = start;
    let letters = 0;
    let signs = 0;
    for (; end < lines.length && roles[end] === undefined && (end === start || !lines[end]?.blankBefore); end += 1) {
      const { raw, marker } = lines[end] as Line;
      if (marker !== undefined || raw.length > DRAWN_WIDTH || (end === start && WORDS.test(raw))) break;
      letters += raw.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
      signs += raw.match(/[|/\\_'`.+<>=*#~^()\u2500-\u25ff-]/g)?.length ?? 0;
    }
    const isDrawn = end - start >= FEWEST_DRAWN && signs > 0 && letters <= (letters + signs) * MOST_LETTERS;
    if (isDrawn) roles.fill('code', start, end);
    start = Math.max(end, start + 1);
  }
}
const DRAWN_WIDTH = 100;
/** So begins no drawing, and most other blocks do. */
const WORDS = /^.{0,12}?\p{L}{4}/u;

const DELIMITER = '--';
const MOST_SIGNED = 8;

/** What stands below two dashes at the end of a letter: who wrote it. */
function markSignature(lines: readonly Line[], roles: (Role | undefined)[]): void {
  const start = Math.max(0, lines.length - MOST_SIGNED - 1);
  const at = start + lines.slice(start).findLastIndex(({ raw }) => raw === DELIMITER);
  if (lines[at]?.raw !== DELIMITER || at === 0) return;
  roles[at] = 'rule';
  for (let line = at + 1; line < lines.length; line += 1)
    roles[line] = line === at + 1 || lines[line]?.blankBefore ? 'prose' : 'line';
}

/** Lines between code fences, and the fences. */
function markFences(lines: readonly Line[], roles: (Role | undefined)[]): void {
  for (const { open, close } of fencesOf(lines)) {
    roles.fill('code', open + 1, close);
    roles[open] = 'fence';
    roles[close] = 'fence';
  }
}
