/**
 * Markers that a tool printed on lines of their own, above what they mark:
 *
 *   •                          1.
 *   A map of the old paths     Open the flue
 *   •                          2.
 *   Two apples                 Stack the birch
 */
const BULLET = /^[•‣◦▪▫■□●○◆▶➢⁃∙·]$/u;
const NUMBER = /^\(?(\p{Nd}{1,3})[.)]$/u;
const LONGEST = 6;
const FEWEST = 2;
/** Where nothing leads up to them they may stand between two things. */
const FEWEST_UNLED = 5;

/** The indexes of such lines: bullets of a kind, or numbers that count, each over a text. */
export function tornMarkers(lines: readonly string[]): ReadonlySet<number> {
  const bullets = new Map<string, number[]>();
  const numbers: { readonly at: number; readonly value: number }[] = [];
  for (const [at, line] of lines.entries()) {
    const sign = line.trim();
    if (sign === '' || sign.length > LONGEST || !marksText(lines, at)) continue;
    const value = NUMBER.exec(sign)?.[1];
    if (value !== undefined) numbers.push({ at, value: Number(value) });
    else if (BULLET.test(sign)) {
      const same = bullets.get(sign);
      if (same === undefined) bullets.set(sign, [at]);
      else same.push(at);
    }
  }
  const counted = numbers.filter(
    ({ value }, n) => numbers[n - 1]?.value === value - 1 || numbers[n + 1]?.value === value + 1,
  );
  return new Set([
    ...[...bullets.values()]
      .filter((same) => same.length >= (isLedUpTo(lines, same[0] as number) ? FEWEST : FEWEST_UNLED))
      .flat(),
    ...counted.map(({ at }) => at),
  ]);
}

/** A text stands below, right there or after one blank line. */
function marksText(lines: readonly string[], at: number): boolean {
  const below = lines[at + 1]?.trim() === '' ? lines[at + 2] : lines[at + 1];
  return below !== undefined && /\p{L}/u.test(below.trim().slice(0, 80));
}

const isLedUpTo = (lines: readonly string[], at: number): boolean => {
  const above = lines[at - 1]?.trim() ?? '';
  return above === '' || /[:：]$/.test(above);
};
