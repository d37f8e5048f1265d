/**
 * Lists without markers as tools print them that part paragraphs only, or lists only, by blank lines: the one has headings
 * among the items, the other has none between two blank lines.
 *
 *   The garage is locked at night.
 *
 *   Equipment
 *   Gas heating of 2018
 *   Balcony to the south
 *   How to get there          ← heads what follows below the blank line
 *
 *   The station is near …
 */

import { isName } from '../forms/name.ts';
import { isSentence } from '../forms/sentence.ts';
import type { ClassChance } from '../line-model/line-class.ts';
import { endsQuestion, endsSentence, type Line } from '../lines/line.ts';
import type { Role } from '../roles/role.ts';
import { isPiece } from './bare-items.ts';
import { groupsOf, haveSingleLines, mayHeadGroup } from './grouped-blocks.ts';

const FEWEST = 3;
const LONGEST = 40;
const PARAGRAPH = 60;
const SURE_LAST = 0.25;
const LIKE_OTHER = 0.6;
const MAY_HEAD = 0.1;
/** By so much a heading among items is likelier one than they are. */
const RAISED = 3;

export interface BareBlocks {
  /** Lines that head items, or what follows them. */
  readonly heads: ReadonlySet<number>;
  /** Lines among which there is no heading. */
  readonly items: ReadonlySet<number>;
  /** Lines between two headings of a block: the items of the first one. */
  readonly between: ReadonlySet<number>;
}

/** `isDense` tells that paragraphs have no blank lines between them. */
export function bareBlocks(
  lines: readonly Line[],
  roles: readonly (Role | undefined)[],
  chance: ClassChance,
  isDense: boolean,
): BareBlocks {
  const heads = new Set<number>();
  const items = new Set<number>();
  const between = new Set<number>();
  if (lines.some(({ marker }) => marker !== undefined)) return { heads, items, between };
  const isParted = !isDense && haveSingleLines(lines);
  for (let start = 0; start < lines.length; ) {
    const end = endOfBlock(lines, roles, start);
    const isFree = roles[start] === undefined;
    const mayBeGroups = isParted && isFree && end - start >= FEWEST;
    const groups = mayBeGroups ? groupsOf(lines, start, end, roles[start - 1] === 'row') : undefined;
    if (groups !== undefined) {
      for (const at of groups.heads) heads.add(at);
      for (const at of groups.items) between.add(at);
    } else if (isFree && start > 0 && isWhole(start, end)) {
      if (end - start === STACKED && !isDense && areStacked(lines, chance, start)) heads.add(start).add(start + 1);
      if (end - start >= FEWEST && areBare(lines, start, end)) addBare(start, end);
    }
    start = end;
  }
  return { heads, items, between };

  /** No table begins or ends it. */
  function isWhole(start: number, end: number): boolean {
    return lines[start]?.blankBefore === true && lines[end]?.blankBefore !== false;
  }

  function addBare(start: number, end: number): void {
    const above = lines[start - 1] as Line;
    // Below a list the last line of a block heads the next one.
    if (isDense && !endsSentence(above.raw) && !items.has(start - 1))
      for (let at = start; at < end; at += 1) items.add(at);
    if (isDense || !headsNext(lines, chance, end - 1)) return;
    heads.add(end - 1);
    if (end - start > FEWEST && mayHead(lines[start] as Line) && isSentence(above)) addInner(start, end - 1);
  }

  /** The first line, and those that stand out among the others. */
  function addInner(start: number, end: number): void {
    heads.add(start);
    let sum = 0;
    for (let at = start + 1; at < end; at += 1) sum += chance(at, 'heading');
    for (let at = start + 2; at + 1 < end; at += 1) {
      const own = chance(at, 'heading');
      const others = (sum - own) / Math.max(1, end - start - 2);
      if (own >= MAY_HEAD && own >= RAISED * others && mayHead(lines[at] as Line) && !heads.has(at - 1)) heads.add(at);
    }
    for (let at = start + 1; at < end; at += 1) if (!heads.has(at)) between.add(at);
  }
}

/** Lines without blank ones between them, of which form has settled all or none. */
function endOfBlock(lines: readonly Line[], roles: readonly (Role | undefined)[], start: number): number {
  const isSettled = roles[start] !== undefined;
  let end = start + 1;
  while (end < lines.length && lines[end]?.blankBefore === false && (roles[end] !== undefined) === isSettled) end += 1;
  return end;
}

/** The last line of a block, over a paragraph of its own. */
function headsNext(lines: readonly Line[], chance: ClassChance, at: number): boolean {
  const next = lines[at + 1];
  if (next === undefined || !next.blankAfter || next.raw.length < PARAGRAPH || !mayHead(lines[at] as Line))
    return false;
  const other = Math.max(chance(at, 'item'), chance(at, 'continue'));
  return chance(at, 'heading') >= Math.max(SURE_LAST, other * LIKE_OTHER);
}

const STACKED = 2;
/** How likely headings the model has to find two lines, each and together: the one speaks for the other. */
const EACH = 0.2;
const BOTH = 0.5;

//   How it works              ← below a sentence
//   Tell us your rules        ← over another one, which a blank line parts from it
function areStacked(lines: readonly Line[], chance: ClassChance, at: number): boolean {
  const [above, upper, lower, next] = [lines[at - 1] as Line, lines[at] as Line, lines[at + 1] as Line, lines[at + 2]];
  if (next === undefined || !next.blankAfter || next.raw.length <= lower.raw.length || !isSentence(above)) return false;
  const [first, second] = [chance(at, 'heading'), chance(at + 1, 'heading')];
  if (Math.min(first, second) < EACH || first + second < BOTH || !endsSentence(next.raw)) return false;
  return mayHead(upper) && !endsSentence(upper.raw) && mayHeadGroup(lower) && !isName(upper.raw);
}

const mayHead = ({ raw }: Line): boolean => raw.length <= LONGEST && !/[\p{Nd}:：,،，、;.]/u.test(raw);

const isBare = ({ raw, isQuoted, hashes }: Line): boolean => !isQuoted && hashes === 0 && isPiece(raw);

/** Pieces without signs of their own; the first and the last may ask. */
const areBare = (lines: readonly Line[], start: number, end: number): boolean =>
  lines.slice(start, end).every((line, n) => isBare(line) || ((n === 0 || n === end - start - 1) && mayAsk(line)));

const mayAsk = ({ raw, isQuoted, hashes }: Line): boolean =>
  !isQuoted && hashes === 0 && raw.length <= LONGEST && endsQuestion(raw);
