/**
 * Tables of one form in one text: runs of lines that begin with the same line, the header. Read together they say more than each
 * of two or three rows does alone.
 */

export interface Alike {
  /** The header, then the rows of all runs. */
  readonly rows: readonly string[];
  /** By the index of a run's first line: the index in `rows` of its first row under the header. */
  readonly bodies: ReadonlyMap<number, number>;
}

/** By the index of the first line of a run; runs that begin as no other does are left out. Blank lines part runs. */
export function runsAlike(lines: readonly string[], mostRows: number): ReadonlyMap<number, Alike> {
  const open = new Map<string, { rows: string[]; bodies: Map<number, number> }>();
  const found = new Map<number, Alike>();
  for (let start = 0; start < lines.length; ) {
    let end = start;
    while (end < lines.length && lines[end] !== '') end += 1;
    const header = lines[start] as string;
    if (end - start > 1 && end - start <= mostRows) {
      let alike = open.get(header);
      if (alike === undefined || alike.rows.length + end - start - 1 > mostRows) {
        alike = { rows: [header], bodies: new Map() };
        open.set(header, alike);
      }
      alike.bodies.set(start, alike.rows.length);
      alike.rows.push(...lines.slice(start + 1, end));
      if (alike.bodies.size > 1) for (const at of alike.bodies.keys()) found.set(at, alike);
    }
    start = Math.max(end, start) + 1;
  }
  return found;
}
