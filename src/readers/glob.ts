/** Shell patterns → one regular expression: `*` and `?` within a name, `**` across folders, `[a-z]`, `{a,b}`. */
export function globToRegExp(glob: string): RegExp {
  let source = '';
  let depth = 0;
  for (let at = 0; at < glob.length; at += 1) {
    const sign = glob[at] as string;
    const set = sign === '[' ? /^\[([!^]?)([^\]]+)\]/.exec(glob.slice(at)) : null;
    if (glob.startsWith('**/', at)) {
      source += '(?:.*/)?';
      at += 2;
    } else if (glob.startsWith('**', at)) {
      source += '.*';
      at += 1;
    } else if (sign === '*') source += '[^/]*';
    else if (sign === '?') source += '[^/]';
    else if (set !== null) {
      source += `[${set[1] === '' ? '' : '^'}${(set[2] ?? '').replace(/[\\\]]/g, '\\$&')}]`;
      at += set[0].length - 1;
    } else if (sign === '{' && glob.includes('}', at)) {
      source += '(?:';
      depth += 1;
    } else if (sign === '}' && depth > 0) {
      source += ')';
      depth -= 1;
    } else if (sign === ',' && depth > 0) source += '|';
    else source += sign.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  }
  return new RegExp(`^${source}$`, 's');
}
