/** How many cells stand in the right column with the right text: F1, cells on both sides of a digit|digit seam left out. */
const squash = (text: string): string => text.replace(/[^\p{L}\p{N}\p{M}]/gu, '').toLowerCase();
const keyOf = (text: string): string => squash(text) || text.replace(/\s/g, '');

export function cellScore(
  truth: readonly (readonly string[])[] | undefined,
  found: readonly (readonly string[])[],
  joint: 'glued' | 'space',
): number {
  if (truth === undefined) return 0;
  let [right, wanted, given] = [0, 0, 0];
  for (const [at, row] of truth.entries()) {
    const open = joint === 'glued' ? undecidable(row) : new Set<number>();
    const answer = found[at] ?? [];
    for (const [column, cell] of row.entries()) {
      if (cell === '' || open.has(column)) continue;
      wanted += 1;
      if (keyOf(answer[column] ?? '') === keyOf(cell)) right += 1;
    }
    given += Math.max(0, answer.filter((cell) => cell !== '').length - open.size);
  }
  for (const row of found.slice(truth.length)) given += row.filter((cell) => cell !== '').length;
  return wanted + given === 0 ? 1 : (2 * right) / (wanted + Math.max(right, given));
}

function undecidable(row: readonly string[]): Set<number> {
  const filled = row.flatMap((cell, at) => (cell === '' ? [] : [at]));
  const open = new Set<number>();
  for (let at = 1; at < filled.length; at += 1) {
    const [left, right] = [filled[at - 1] as number, filled[at] as number];
    if (/\p{Nd}$/u.test(row[left] as string) && /^\p{Nd}/u.test(row[right] as string)) open.add(left).add(right);
  }
  return open;
}
