/**
 * Code that nothing sets apart, as where the code blocks of a page were printed with the rest:
 *
 *   Open the file and read it.
 *   with open("bell.txt") as file:
 *       times = int(file.read())
 *   ring(times)
 *
 * Only lines that are plainly code say so, and nearly all of a run must.
 */
import type { Line } from '../lines/line.ts';
import type { Role } from '../roles/role.ts';
import { isCommand, isCommandLine, isProse, mayBeCode } from './statements.ts';

const FEWEST_LINES = 3;
const FEWEST_STATEMENTS = 2;
const MOST_LINES = 400;
const CODE_SHARE = 0.75;
const LEAST_INDENT = 2;

/** Marks the runs of lines that are code. */
export function markBare(lines: readonly Line[], roles: (Role | undefined)[]): void {
  for (let start = 0; start < lines.length; ) {
    const end = roles[start] === undefined && mayBeCode(lines[start] as Line) ? runEnd(lines, roles, start) : start;
    if (end - start >= fewestFor(lines, start, end)) roles.fill('code', start, end);
    start = Math.max(end, start + 1);
  }
  fillGaps(lines, roles);
}

function fewestFor(lines: readonly Line[], start: number, end: number): number {
  if (lines.slice(start, end).every(isCommandLine)) return 1;
  return lines[start]?.isComment || isAlone(lines, start, end) ? FEWEST_STATEMENTS : FEWEST_LINES;
}

/** Nothing but statements between blank lines. */
const isAlone = (lines: readonly Line[], start: number, end: number): boolean =>
  end > start &&
  lines[start]?.blankBefore === true &&
  lines[end]?.blankBefore !== false &&
  lines.slice(start, end).every(mayBeCode);

/** What code left over beside it, and would be code in it: downwards, then what is above such. */
function fillGaps(lines: readonly Line[], roles: (Role | undefined)[]): void {
  if (!roles.includes('code')) return;
  const gaps = gapsIn(lines, roles);
  for (const gap of gaps) fill(lines, roles, gap);
  for (const gap of gaps.reverse()) fill(lines, roles, gap);
}

interface Gap {
  readonly start: number;
  readonly end: number;
}

/** Runs of lines without a role, which blank lines part, too. */
function gapsIn(lines: readonly Line[], roles: readonly (Role | undefined)[]): Gap[] {
  const gaps: Gap[] = [];
  for (let start = 0; start < lines.length; ) {
    let end = start;
    while (end < lines.length && roles[end] === undefined && (end === start || !lines[end]?.blankBefore)) end += 1;
    if (end > start) gaps.push({ start, end });
    start = Math.max(end, start + 1);
  }
  return gaps;
}

function fill(lines: readonly Line[], roles: (Role | undefined)[], { start, end }: Gap): void {
  const [above, below] = [roles[start - 1] === 'code', roles[end] === 'code'];
  if ((!above && !below) || roles[start] !== undefined) return;
  const first = lines[start] as Line;
  const touches = (above && !first.blankBefore) || (below && !lines[end]?.blankBefore);
  const mayJoin = (line: Line, at: number): boolean =>
    mayBeCode(line) ||
    line.indent >= first.indent + LEAST_INDENT ||
    isHead(line, lines[start + at + 1]) ||
    ((touches || (above && below)) && JOINS.test(line.raw) && isCommand(line));
  if (lines.slice(start, end).every(mayJoin)) roles.fill('code', start, end);
}

/** Words that end blocks, and what has signs of code. */
const JOINS = /^(?:done|fi|esac|end|pass|break|continue)$|[=;{}()[\]$#]/;

//   while (rope):
//       ring()
const leadsIn = ({ raw, indent }: Line, next: Line | undefined): boolean =>
  raw.endsWith(':') && next !== undefined && next.indent >= indent + LEAST_INDENT;

/** Blank lines may part a head from its block where small letters begin it. */
const isHead = (line: Line, next: Line | undefined): boolean => SMALL.test(line.raw) && leadsIn(line, next);
const SMALL = /^[a-z_@]/;

const opensBlock = (line: Line, next: Line | undefined): boolean =>
  leadsIn(line, next) && next?.blankBefore === false && next.marker === undefined;

/** Behind the last statement of those that follow a first one, with few other lines among them; the start where they are no code. */
function runEnd(lines: readonly Line[], roles: readonly (Role | undefined)[], start: number): number {
  let end = start;
  let statements = 0;
  let others = 0;
  let skipped = 0;
  let hasComment = false;
  for (let at = start; at < Math.min(lines.length, start + MOST_LINES); at += 1) {
    const line = lines[at] as Line;
    if (roles[at] !== undefined || line.isQuoted || (at > start && line.blankBefore)) break;
    const isSetIn = line.indent >= LEAST_INDENT && at > start;
    hasComment ||= line.isComment === true;
    const isStated = mayBeCode(line) || (hasComment && isCommand(line));
    if (isStated || isSetIn || opensBlock(line, lines[at + 1])) {
      if (isStated) statements += 1;
      end = at + 1;
      others = skipped;
    } else if (isProse(line)) break;
    else skipped += 1;
    if (skipped > (at + 1 - start) / 2) break;
  }
  const fewest = isCommandLine(lines[start] as Line) ? 1 : FEWEST_STATEMENTS;
  return statements >= fewest && others <= (end - start) * (1 - CODE_SHARE) ? end : start;
}
