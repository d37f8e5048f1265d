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
const SIGN = /[=;{}()[\]$]|^import |^from |^\/[/*]/;
/** Statements that end as such, lone brackets, prompts, comments of programs, assignments, calls, definitions. */
const STATEMENT =
  /[\w)\]}"'];$|[{[(]$|^[{}\])]+[;,)]*$|^(?:\$|>>>) \S|^#!\/|^\/[/*] |^[\w.[\]"'$*]+ (?:[:+-]?=|=>) (?!\p{L}+ \p{L})\S|^[\w.:]+\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)[:;]?$|^(?:import [\w.{*]+|from \S+ import |#include [<"]|(?:def|class|func|fn|function) \w+\s?[(:{]|(?:const|let|var) \w+ =|return\b.*[;)\]]$)/u;
const SENTENCE = /\p{L}{2} \p{L}+ \p{L}+ \p{L}.*[.!?:]$/u;

/** Marks the runs of lines that are code. */
export function markBare(lines: readonly Line[], roles: (Role | undefined)[]): void {
  for (let start = 0; start < lines.length; ) {
    const end = mayBeCode(lines[start] as Line, roles[start]) ? runEnd(lines, roles, start) : start;
    if (end - start >= FEWEST_LINES) roles.fill('code', start, end);
    start = Math.max(end, start + 1);
  }
}

const mayBeCode = ({ raw, isQuoted, marker }: Line, role: Role | undefined): boolean =>
  role === undefined &&
  !isQuoted &&
  marker === undefined &&
  raw.length <= LONGEST &&
  SIGN.test(raw) &&
  STATEMENT.test(raw) &&
  !SENTENCE.test(raw);

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
  for (let at = start; at < Math.min(lines.length, start + MOST_LINES); at += 1) {
    const line = lines[at] as Line;
    if (roles[at] !== undefined || line.isQuoted || (at > start && line.blankBefore)) break;
    const isSetIn = line.indent >= LEAST_INDENT && at > start;
    const isStated = mayBeCode(line, undefined);
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
