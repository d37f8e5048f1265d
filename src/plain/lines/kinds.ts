/**
 * Which kinds of characters a line has: one scan that spares most lines most of the patterns that look for a few of them. Flags of
 * `glyphs.ts`, and these for two that follow each other.
 */
import { codeUnitAt } from '../../code-unit.ts';
import { BLANK, flagsOf, knownFlags, LEADER, SPACE } from './glyphs.ts';

/** Two blanks, behind something else. */
export const GAP = BLANK << 2;
/** A leader behind another one or behind a blank. */
export const LEADERS = LEADER << 7;
/** A stop before white space. */
export const STOP_BEFORE_SPACE = SPACE << 21;

const LEADER_FOR_BLANK = 4;
const SPACE_FOR_STOP = 3;
const SPACE_CODE = 32;

export function kindsOf(line: string): number {
  const { length } = line;
  let at = 0;
  while (at < length && codeUnitAt(line, at) === SPACE_CODE) at += 1;
  let kinds = 0;
  let before = 0;
  for (; at < length; at += 1) {
    const code = codeUnitAt(line, at);
    const flags = (knownFlags[code] as number) || flagsOf(code);
    kinds |=
      flags |
      ((before & flags & BLANK) << 2) |
      (((before | (before >> LEADER_FOR_BLANK)) & flags & LEADER) << 7) |
      (((before >> SPACE_FOR_STOP) & flags & SPACE) << 21);
    before = flags;
  }
  return kinds;
}
