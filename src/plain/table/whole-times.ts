/** A time of day has two digits of minutes: `8:05` and `340`, where `8:053` and `40` were cut. */
const AND_MORE = /^(.*\b\d{1,2}:[0-5]\d)(\d+)$/su;

export function withWholeTimes(row: readonly string[]): string[] {
  const cells = [...row];
  for (let at = 0; at + 1 < cells.length; at += 1) {
    const [, time, more] = AND_MORE.exec(cells[at] as string) ?? [];
    const next = cells[at + 1] as string;
    if (time === undefined || more === undefined || !(next === '' || /^\d/.test(next))) continue;
    cells[at] = time;
    cells[at + 1] = more + next;
  }
  return cells;
}
