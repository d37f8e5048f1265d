/** Lists right under the title or a counted heading whose items say more than the names of a menu do. */
import { countWords } from '../../words.ts';
import type { Line } from '../lines/line.ts';

/** Menus have a word or two an item. */
const WORDS = 3;
const FEWEST_WORDS_COUNTED = 2;

/** The indexes of their items. `isCounted` tells what is a heading for sure. */
export function ownLists(
  lines: readonly Line[],
  title: number,
  isCounted: (at: number) => boolean,
): ReadonlySet<number> {
  const found = new Set<number>();
  for (let start = 1; start < lines.length; start += 1) {
    if (!isBullet(lines[start]) || isBullet(lines[start - 1])) continue;
    if (start - 1 !== title && !isCounted(start - 1)) continue;
    let end = start;
    let words = 0;
    for (; isBullet(lines[end]); end += 1) words += countWords((lines[end] as Line).text);
    const least = isCounted(start - 1) ? FEWEST_WORDS_COUNTED : WORDS;
    if (words >= (end - start) * least) for (let at = start; at < end; at += 1) found.add(at);
    start = end;
  }
  return found;
}

const isBullet = (line: Line | undefined): boolean => line?.marker?.ordered === false;
