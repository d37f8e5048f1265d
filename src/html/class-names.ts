/** What an element's `class` calls it: whole names, for which a pattern would be compiled anew at each start. */

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
  for (const name of namesIn(value))
    if (whole.has(name) || beginnings.some((beginning) => name.startsWith(beginning))) return true;
  return false;
}

/** The names in a value of `class`, in small letters. White space parts them; what lies under a blank is nothing else in a name. */
export function namesIn(value: string): string[] {
  const names: string[] = [];
  const lower = value.toLowerCase();
  let from = 0;
  for (let at = 0; at <= lower.length; at += 1) {
    if (at < lower.length && lower.charCodeAt(at) > 32) continue;
    if (at > from) names.push(lower.slice(from, at));
    from = at + 1;
  }
  return names;
}
