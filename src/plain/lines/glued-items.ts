/**
 * Items that a tool printed on one line, each behind its bullet:
 *
 *   Bring with you: • a rope • a lamp • bread
 */
const BULLET = /[•‣◦▪■●▶✓✔]/g;
/** Two may part the halves of an item, or words of a menu. */
const FEWEST = 3;
/** Without the blank it is rather the cell of a table. */
const LEADS_UP = /[:：]\s$/;

/** What stands before the first bullet, if anything does, and the items with their bullets; undefined for other lines. */
export function gluedItems(line: string): string[] | undefined {
  BULLET.lastIndex = 0;
  const sign = BULLET.exec(line)?.[0];
  if (sign === undefined) return undefined;
  const [before = '', ...items] = line.split(sign);
  const texts = items.map((item) => item.trim());
  if (texts.length < FEWEST || texts.includes('')) return undefined;
  const lead = before.trim();
  if (lead !== '' && !LEADS_UP.test(before)) return undefined;
  const indent = lead === '' ? before : '';
  return [...(lead === '' ? [] : [before.trimEnd()]), ...texts.map((text) => `${indent}${sign} ${text}`)];
}
