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
import type { Line } from './line.ts';
import type { Role } from './role.ts';

const FEWEST_LINES = 3;
const FEWEST_STATEMENTS = 2;
const MOST_LINES = 400;
const CODE_SHARE = 0.75;
/** Longer lines are prose. */
const LONGEST = 160;
const LEAST_INDENT = 2;

/** Signs of which each statement has one; most lines of other texts have none. */
const SIGN = /[=;{}()[\]$]|^import |^from |^\/[/*]|^#!/;
/** Statements that end as such, lone brackets, prompts, comments of programs, assignments, calls, definitions. */
const STATEMENT =
  /[\w)\]}"'];$|[{[(]$|^[{}\])]+[;,)]*$|^(?:\$|>>>) \S|^#!\/|^\/[/*] |^[\w.[\]"'$*]+ (?:[:+-]?=|=>) (?!\p{L}+ \p{L})\S|^[\w.:]+\([^()]*\)[:;]?$|^(?:import [\w.{*]+|from \S+ import |#include [<"]|(?:def|class|func|fn|function) \w+\s?[(:{]|(?:const|let|var) \w+ =|(?:export )?[A-Z_][A-Z0-9_]*=\S|return\b.*[;)\]}]$)/u;
const SENTENCE = /\p{L}{2} \p{L}+ \p{L}+ \p{L}.*[.!?:]$/u;

/** Marks the runs of lines that are code. */
export function markBare(lines: readonly Line[], roles: (Role | undefined)[]): void {
  for (let start = 0; start < lines.length; ) {
    const end = roles[start] === undefined && mayBeCode(lines[start] as Line) ? runEnd(lines, roles, start) : start;
    if (end - start >= (lines[start]?.isComment ? FEWEST_STATEMENTS : FEWEST_LINES)) roles.fill('code', start, end);
    start = Math.max(end, start + 1);
  }
  fillGaps(lines, roles);
}

/** What stands alone between blank lines beside code, and would be code in it: downwards, then what is above such. */
function fillGaps(lines: readonly Line[], roles: (Role | undefined)[]): void {
  if (!roles.includes('code')) return;
  const starts = lines.flatMap(({ blankBefore }, at) => (at === 0 || blankBefore ? [at] : []));
  const fill = (start: number, end: number): void => {
    const [above, below] = [roles[start - 1] === 'code', roles[end] === 'code'];
    if ((!above && !below) || roles[start] !== undefined) return;
    const first = lines[start] as Line;
    const mayJoin = (line: Line, at: number): boolean =>
      mayBeCode(line) ||
      line.indent >= first.indent + LEAST_INDENT ||
      isHead(line, lines[start + at + 1]) ||
      (above && below && JOINS.test(line.raw) && isCommand(line));
    if (lines.slice(start, end).every(mayJoin)) roles.fill('code', start, end);
  };
  for (const [n, start] of starts.entries()) fill(start, starts[n + 1] ?? lines.length);
  for (let n = starts.length - 1; n >= 0; n -= 1) fill(starts[n] as number, starts[n + 1] ?? lines.length);
}

/** Words that end blocks, and what has signs of code. */
const JOINS = /^(?:done|fi|esac|end|pass|break|continue)$|[=;{}()[\]$#]/;

//   while (rope):
//       ring()
const isHead = ({ raw, indent }: Line, next: Line | undefined): boolean =>
  raw.endsWith(':') && SMALL.test(raw) && next !== undefined && next.indent >= indent + LEAST_INDENT;
const SMALL = /^[a-z_@]/;

export const mayBeCode = ({ raw, isQuoted, marker, isComment = false }: Line): boolean =>
  isComment ||
  (!isQuoted &&
    marker === undefined &&
    raw.length <= LONGEST &&
    SIGN.test(raw) &&
    STATEMENT.test(raw) &&
    !SENTENCE.test(raw));

/** Commands begin with small letters of ASCII or with signs, and no stop ends them. */
const COMMAND = /^[a-z_$./<{(@-](?!.*[.!?:,]$)/;

/** Whether a line beside a comment looks like a command or a statement. */
export const isCommand = (line: Line): boolean =>
  mayBeCode(line) ||
  (line.hashes === 0 &&
    !line.isQuoted &&
    line.marker === undefined &&
    line.raw.length <= LONGEST &&
    COMMAND.test(line.raw));

//   while (rope):
//       ring()
const opensBlock = ({ raw, indent }: Line, next: Line | undefined): boolean =>
  raw.endsWith(':') &&
  next !== undefined &&
  !next.blankBefore &&
  next.marker === undefined &&
  next.indent >= indent + LEAST_INDENT;

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
    } else if (line.raw.length > LONGEST || SENTENCE.test(line.raw)) break;
    else skipped += 1;
    if (skipped > (at + 1 - start) / 2) break;
  }
  return statements >= FEWEST_STATEMENTS && others <= (end - start) * (1 - CODE_SHARE) ? end : start;
}
