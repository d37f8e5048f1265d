/**
 * Verse: blocks of short lines, commas at the ends of some, that end as a sentence does. Their lines belong together,
 * whatever each of them looks like.
 *
 *   Who waits for us at home,
 *   give him sleep,
 *   who sits in the boat,
 *   a wakeful eye.
 */
import { endsSentence, type Line } from '../lines/line.ts';
import type { Role } from './role.ts';

const LONGEST = 60;
const FEWEST = 3;
const MOST = 20;
const SHARE = 1 / 3;

export function joinStanzas(lines: readonly Line[], roles: Role[]): void {
  for (let start = 0; start < lines.length; ) {
    let end = start;
    let commas = 0;
    while (
      end < lines.length &&
      isVerse(lines[end] as Line, roles[end]) &&
      (end === start || !lines[end]?.blankBefore)
    ) {
      if (COMMA.test((lines[end] as Line).raw)) commas += 1;
      end += 1;
    }
    const size = end - start;
    const isWhole = size >= FEWEST && size <= MOST && lines[start]?.blankBefore && lines[end]?.blankBefore !== false;
    if (isWhole && commas >= (size - 1) * SHARE && endsSentence(lines[end - 1]?.raw ?? ''))
      roles.fill('continue', start + 1, end);
    start = Math.max(end, start + 1);
  }
}

const COMMA = /[,،，、፥፣;]$/;

const isVerse = ({ raw, marker, isQuoted, hashes }: Line, role: Role | undefined): boolean =>
  (role === 'prose' || role === 'continue') &&
  raw.length <= LONGEST &&
  marker === undefined &&
  !isQuoted &&
  hashes === 0;
