/** The name that was most likely meant: one that holds the other, else the one that takes the fewest changes. */
export function nearest(written: string, names: readonly string[]): string | undefined {
  const word = written.toLowerCase();
  const measured = names
    .map((name) => ({ name, distance: name.includes(word) || word.includes(name) ? 0.5 : changes(word, name) }))
    .sort((a, b) => a.distance - b.distance);
  return measured[0]?.name;
}

/** Letters to put in, take out or replace (Levenshtein). */
function changes(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at];
    for (let to = 1; to <= other.length; to += 1) {
      const replaced = (row[to - 1] ?? 0) + (one[at - 1] === other[to - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
