/** Lines that begin with a time of day, or are one. */
import { endsSentence, isUnparted, type Line } from '../lines/line.ts';

const TIME = '\\p{Nd}{1,2}(?:[:.]|[hч点時时] ?)\\p{Nd}{2}(?: ?[ap]\\.?m\\.?)?';
//   18:52      kl. 18.52      18h52
const ALONE = new RegExp(`^(?:\\p{L}{1,3}\\.? )?${TIME}(?: ?\\p{L}{1,4}\\.?)?$`, 'iu');
//   18.00 Supper with the band     18:00–19:30 Supper
const ENTRY = new RegExp(
  `^(?:[\\p{L}\\p{M}]{2,10}\\.? )?${TIME}(?:\\s?[–—-]\\s?${TIME})?(?: ?[\\p{L}\\p{M}]{1,6})?[\\s.,:–—-]+\\p{L}`,
  'iu',
);
const ALONE_LENGTH = 16;
const ENTRY_START = 24;
const FEWEST = 3;
const LONGER = 40;

const begins = ({ raw }: Line): boolean => /^.{0,11}\p{Nd}/u.test(raw);

/** The times over the entries of a report that is written while things happen: several, each alone over what is longer. */
export function hours(lines: readonly Line[]): ReadonlySet<number> {
  const isDense = isUnparted(lines);
  const found = [...lines.keys()].filter((at) => {
    const { raw, blankBefore, blankAfter, marker } = lines[at] as Line;
    if (raw.length > ALONE_LENGTH || marker !== undefined || !(isDense || (blankBefore && blankAfter))) return false;
    return ALONE.test(raw) && (lines[at + 1]?.raw.length ?? 0) >= LONGER;
  });
  const different = new Set(found.map((at) => lines[at]?.raw));
  return new Set(found.length >= FEWEST && different.size === found.length ? found : []);
}

/** The entries of a programme: right below each other, none of them heads anything. */
export const isEntry = (lines: readonly Line[], at: number): boolean =>
  hasTime(lines[at]) && (hasTime(lines[at - 1]) || hasTime(lines[at + 1]));

/** Several entries, and the line that heads them. */
export function isAgenda(lines: readonly Line[], at: number): boolean {
  const first = hasTime(lines[at]) ? at : at + 1;
  if (first > at && (!hasTime(lines[first]) || endsSentence((lines[at] as Line).raw))) return false;
  let start = first;
  let end = first;
  while (hasTime(lines[start - 1]) && end - start < FEWEST) start -= 1;
  while (hasTime(lines[end]) && end - start < FEWEST) end += 1;
  return end - start >= FEWEST;
}

const hasTime = (line: Line | undefined): boolean =>
  line !== undefined && line.marker === undefined && begins(line) && ENTRY.test(line.raw.slice(0, ENTRY_START));
