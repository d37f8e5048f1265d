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
import { isPiece } from './bare-items.ts';
import { endsSentence, type Line } from './line.ts';
import type { ClassChance } from './line-class.ts';
import type { Role } from './role.ts';
import { isSentence } from './sentence.ts';

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
  if (lines.some(({ marker }) => marker !== undefined)) return { heads, items };
  for (let start = 0; start < lines.length; ) {
    let end = start + 1;
    while (end < lines.length && lines[end]?.blankBefore === false) end += 1;
    const size = end - start;
    if (
      start > 0 &&
      size >= FEWEST &&
      lines.slice(start, end).every(isBare) &&
      roles.slice(start, end).every((role) => role === undefined)
    ) {
      const above = (lines[start - 1] as Line).raw;
      // Below a list the last line of a block heads the next one.
      if (isDense && !endsSentence(above) && !items.has(start - 1))
        for (let at = start; at < end; at += 1) items.add(at);
      if (!isDense && headsNext(lines, chance, end - 1)) {
        heads.add(end - 1);
        if (size > FEWEST && mayHead(lines[start] as Line) && isSentence(lines[start - 1] as Line))
          addInner(start, end - 1);
      }
    }
    start = end;
  }
  return { heads, items };

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
  }
}

/** The last line of a block, over a paragraph of its own. */
function headsNext(lines: readonly Line[], chance: ClassChance, at: number): boolean {
  const next = lines[at + 1];
  if (next === undefined || !next.blankAfter || next.raw.length < PARAGRAPH || !mayHead(lines[at] as Line))
    return false;
  const other = Math.max(chance(at, 'item'), chance(at, 'continue'));
  return chance(at, 'heading') >= Math.max(SURE_LAST, other * LIKE_OTHER);
}

const mayHead = ({ raw }: Line): boolean => raw.length <= LONGEST && !/[\p{Nd}:：,،，、;.]/u.test(raw);

const isBare = ({ raw, isQuoted, hashes }: Line): boolean => !isQuoted && hashes === 0 && isPiece(raw);
