/**
 * Settings of programs, which their indents alone keep together:
 *
 *   name: bell-tower
 *   services:
 *     clock:
 *       language: python
 */
import type { Line } from '../lines/line.ts';
import type { Role } from '../roles/role.ts';

/** A key of small letters, and its value. */
const KEY = /^[a-z_$][\w.$/-]*:(?: (\S.*))?$/;
const FEWEST_LINES = 3;
const LEAST_STEP = 2;

/** Marks runs of keys and values as code, where some key has others set in under it. */
export function markSettings(lines: readonly Line[], roles: (Role | undefined)[]): void {
  for (let start = 0; start < lines.length; ) {
    const { end, areSettings } = settingsFrom(lines, roles, start);
    if (areSettings && end - start >= FEWEST_LINES) roles.fill('code', start, end);
    start = Math.max(end, start + 1);
  }
}

/** Behind the keys and values that begin with a line: where those are no settings, none begin further down among them. */
function settingsFrom(
  lines: readonly Line[],
  roles: readonly (Role | undefined)[],
  start: number,
): { end: number; areSettings: boolean } {
  const { indent } = lines[start] as Line;
  let end = start;
  let values = 0;
  let blocks = 0;
  for (; end < lines.length && roles[end] === undefined; end += 1) {
    const line = lines[end] as Line;
    if (line.isQuoted || line.indent < indent || (end > start && line.blankBefore)) break;
    const key = KEY.exec(line.raw);
    if (key === null && line.indent === indent && line.isComment !== true) break;
    if (key?.[1] !== undefined) values += 1;
    else if (key !== null && (lines[end + 1]?.indent ?? 0) >= line.indent + LEAST_STEP) blocks += 1;
  }
  return { end, areSettings: values > 0 && blocks > 0 };
}
