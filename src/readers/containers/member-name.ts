/** Names of members as ids: never absolute, never leading out of the archive, no two alike. */

export interface MemberName {
  readonly id: string;
  readonly warnings?: readonly string[];
}

/** Makes names for one archive; a name that was mended carries a warning. */
export function namer(archive: string): (name: string) => MemberName {
  const seen = new Map<string, number>();
  return (name) => {
    const safe = safeName(name);
    const count = (seen.get(safe) ?? 0) + 1;
    seen.set(safe, count);
    const id = `${archive}/${safe}${count > 1 ? `#${count}` : ''}`;
    return safe === name ? { id } : { id, warnings: [`unsafe name in the archive: ${JSON.stringify(name)}`] };
  };
}

function safeName(name: string): string {
  const parts = name
    .replace(/[\0-\x1f\x7f]/g, '_')
    .replace(/^[a-z]:/i, '')
    .split(/[/\\]/);
  const safe: string[] = [];
  for (const part of parts) {
    if (part === '..') safe.pop();
    else if (part !== '' && part !== '.') safe.push(part);
  }
  return safe.join('/') || 'unnamed';
}
