/**
 * Manuals set their headings out and the text below them in, without a blank line between:
 *
 *   NAME
 *          tideplan - print the times of high and low water
 *
 *   SYNOPSIS
 *          tideplan STATION
 */
import type { Line } from './line.ts';

const LEAST_STEP = 3;
const FEWEST = 3;
const LONGEST = 60;
/** Capitals, or letters that have none: terms over their meanings are written otherwise. */
const HEAD = /^(?=.*\p{L})[^\p{Ll}]+$/u;

/** The indexes of such headings: all lines that are set out and begin a block, but for the first and the last one of the text. */
export function headingsSetOut(lines: readonly Line[]): ReadonlySet<number> {
  const found: number[] = [];
  for (const [at, { raw, indent, blankBefore, marker, hashes, isQuoted }] of lines.entries()) {
    const next = lines[at + 1];
    if (indent >= LEAST_STEP || !blankBefore || marker !== undefined || hashes > 0 || isQuoted) continue;
    const isHead = next !== undefined && !next.blankBefore && next.indent >= indent + LEAST_STEP;
    if (isHead && raw.length <= LONGEST && HEAD.test(raw)) found.push(at);
    else if (at > 0 && at < lines.length - 1) return new Set();
  }
  return new Set(found.length >= FEWEST ? found : []);
}
