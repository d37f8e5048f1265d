/**
 * Code that is set apart by its indent alone, as in texts about programs:
 *
 *   First load the module:
 *
 *       import bell            ← four blanks or more, and the signs that code is made of
 *       bell.ring(3)
 */
import type { Line } from '../lines/line.ts';
import type { Role } from '../roles/role.ts';

const LEAST_INDENT = 4;
const MOST_LINES = 400;
/** Calls, assignments, braces, shell prompts, comments, keywords with what follows them. */
const SIGNS =
  /[;{}]$|^[{}\])]+[;,]?$|^(?:\$|%|>>>|#!|\/\/|\/\*|<\/?[a-z!])|\w\((?:[^)]*\)|$)|\)\s*(?:\{|=>|:$)|[\w\])]\s*(?:=|:=|\+=|-=|==|!=|=>|->|<-|&&|\|\|)\s*\S|^(?:import|from|include|#include|def|class|return|function|const|let|var|fn|func|pub|package|use|using|end|if|for|while|else|elif|do|done|fi|then|try|except|SELECT|INSERT|CREATE)\b(?!,)/;
/** A prompt at the start of a line is code, whatever stands behind it. */
const PROMPT = /^(?:\$|>>>|#!|C:\\)/;
const PROMPTED = /^(?:\$|>>>) \S/;
const LEAST_STEP = 2;
const CODE_SHARE = 0.5;
/** Characters of a line that are looked at. */
const LOOKED_AT = 200;

/** Marks such lines as code; those between two of them, too. */
export function markIndented(lines: readonly Line[], roles: (Role | undefined)[], isMarkdown: boolean): void {
  for (let start = 0; start < lines.length; ) {
    let end = start;
    while (end < lines.length && end - start < MOST_LINES && isSetIn(lines[end] as Line, roles[end])) end += 1;
    if (end > start && isCode(lines, start, end, isMarkdown)) roles.fill('code', start, end);
    start = Math.max(end, start + 1);
  }
  markPrompted(lines, roles);
}

/** A block that begins with a prompt and is set in deeper than what stands above it, however deep that is. */
function markPrompted(lines: readonly Line[], roles: (Role | undefined)[]): void {
  for (const [at, { raw, indent, blankBefore, isQuoted }] of lines.entries()) {
    const before = lines[at - 1];
    if (!blankBefore || before === undefined || indent < before.indent + LEAST_STEP || isQuoted) continue;
    for (
      let end = at;
      PROMPTED.test(raw) && roles[end] === undefined && (end === at || lines[end]?.blankBefore === false);
    )
      roles[end++] = 'code';
  }
}

const isSetIn = ({ indent, isQuoted }: Line, role: Role | undefined): boolean =>
  role === undefined && !isQuoted && indent >= LEAST_INDENT;

function isCode(lines: readonly Line[], start: number, end: number, isMarkdown: boolean): boolean {
  const first = lines[start] as Line;
  const before = lines[start - 1];
  // The continuation of an item or of a first line set out is no code, and a text that is indented as a whole is none.
  if (
    first.isSetIn ||
    !first.blankBefore ||
    before === undefined ||
    before.indent >= LEAST_INDENT ||
    before.marker !== undefined
  )
    return false;
  const isUnderText = before.raw.endsWith(':') && before.indent === 0;
  if (isMarkdown && isUnderText && !lines.slice(start, end).some(({ marker }) => marker !== undefined)) return true;
  const signs = lines.slice(start, end).filter(({ raw }) => SIGNS.test(raw.slice(0, LOOKED_AT))).length;
  if (signs === 0) return false;
  return PROMPT.test(first.raw) || signs >= (end - start) * CODE_SHARE;
}
