/**
 * Buttons and links below an article whose text has no blank lines: words without a stop, of which some are clutter for
 * certain. They stay together.
 *
 *   The driver takes wishes, too. They are written into a book.
 *   Share
 *   Read also
 *   A new pier for the harbour     ← cut
 */
import { countWords } from '../words.ts';
import { endsSentence, type Line } from './line.ts';
import type { Role } from './role.ts';
import { isSentence } from './sentence.ts';

const MOST_LINES = 8;
const MOST_WORDS = 3;
const LONGEST = 28;

export function cutDenseTail(lines: readonly Line[], roles: Role[]): void {
  if (lines.some(({ blankBefore }, at) => at > 0 && blankBefore)) return;
  const firstCut = roles.indexOf('cut', Math.max(0, lines.length - MOST_LINES));
  if (firstCut === -1 || roles.slice(firstCut).some((role) => role !== 'cut' && !LOOSE.has(role))) return;
  let start = firstCut;
  while (start > 0 && LOOSE.has(roles[start - 1] as Role) && isButton(lines[start - 1] as Line)) start -= 1;
  const above = lines[start - 1];
  const isBelowText = above !== undefined && isSentence(above) && roles[start - 1] === 'prose';
  if (isBelowText && lines.length - start <= MOST_LINES) roles.fill('cut', start);
}

const LOOSE: ReadonlySet<Role> = new Set(['prose', 'heading', 'continue', 'cut']);

const isButton = ({ raw, marker }: Line): boolean =>
  marker === undefined &&
  raw.length <= LONGEST &&
  countWords(raw) <= MOST_WORDS &&
  !endsSentence(raw) &&
  !/[\p{Nd},;@]/u.test(raw);
