/** What an element's `class` calls it: whole names, for which a pattern would be compiled anew at each start. */
import { codeUnitAt } from '../code-unit.ts';

/**
 * Whether a value of `class` holds one of the names, in any letter case.
 * @param names parted by blanks; `crayon-num*` stands for all names that begin so
 */
export function classNames(names: string): (value: string) => boolean {
  const whole = new Set<string>();
  const beginnings: string[] = [];
  for (const name of names.toLowerCase().split(' ')) {
    if (name.endsWith('*')) beginnings.push(name.slice(0, -1));
    else whole.add(name);
  }
  return (value) => holdsOne(value, whole, beginnings);
}

function holdsOne(value: string, whole: ReadonlySet<string>, beginnings: readonly string[]): boolean {
  for (const name of namesIn(value.toLowerCase()))
    if (whole.has(name) || beginnings.some((beginning) => name.startsWith(beginning))) return true;
  return false;
}

/** The names in a value of `class`. White space parts them; what lies under a blank is nothing else in a name. */
export function namesIn(value: string): string[] {
  const names: string[] = [];
  let from = 0;
  const { length } = value;
  for (let at = 0; at <= length; at += 1) {
    if (at < length && codeUnitAt(value, at) > 32) continue;
    if (at > from) names.push(value.slice(from, at));
    from = at + 1;
  }
  return names;
}

/**
 * Whether a pattern matches where a word of some names begins: at the start, or behind white space, `_` or `-`.
 * @param pattern sticky
 */
export function holdsWord(names: string, pattern: RegExp): boolean {
  for (let at = 0, { length } = names; at < length; at += 1) {
    if (at > 0 && !partsWords(codeUnitAt(names, at - 1))) continue;
    pattern.lastIndex = at;
    if (pattern.test(names)) return true;
  }
  return false;
}

const partsWords = (unit: number): boolean =>
  unit === 0x20 ||
  unit === 0x2d ||
  unit === 0x5f ||
  (unit >= 9 && unit <= 13) ||
  (unit >= 0xa0 && /\s/.test(String.fromCharCode(unit)));
