/**
 * Buttons and links below an article: a few words without a stop each, of which some are clutter for certain. They stay
 * together.
 *
 *   The driver takes wishes, too. They are written into a book.
 *   Share
 *   Read also
 *   A new pier for the harbour     ← cut
 */
import { countWords } from '../../words.ts';
import { isName } from '../forms/name.ts';
import { isSentence } from '../forms/sentence.ts';
import { isSigner } from '../forms/signatures.ts';
import { COUNT } from '../line-model/counts.ts';
import { endsSentence, isUnparted, type Line } from '../lines/line.ts';
import type { Role } from '../roles/role.ts';

const MOST_LINES = 8;
const MOST_WORDS = 3;
const LONGEST = 28;

/** `chance` is that of clutter, of which nothing stands above `from`. */
export function cutTail(lines: readonly Line[], roles: Role[], chance: (at: number) => number, from: number): void {
  const isDense = isUnparted(lines);
  if (isDense) cutDenseTail(lines, roles, from);
  cutLooseTail(lines, roles, chance, isDense ? DENSE : PARTED);
}

interface Limits {
  /** The least chance of each line, and that of all. */
  readonly least: number;
  readonly mean: number;
  /** The longest line that is none of a few words. */
  readonly longest: number;
}
/** Without blank lines the model is less sure of anything. */
const DENSE: Limits = { least: 0.15, mean: 0.25, longest: 60 };
const PARTED: Limits = { least: 0.08, mean: 0.3, longest: LONGEST };

/** The lines above what is cut for certain, up to the text. */
function cutLooseTail(
  lines: readonly Line[],
  roles: Role[],
  chance: (at: number) => number,
  { least, mean, longest }: Limits,
): void {
  const others: number[] = [];
  let start = lines.length;
  const isLoose = (at: number): boolean => {
    const line = lines[at] as Line;
    if (!LOOSE.has(roles[at] as Role) || line.marker !== undefined) return false;
    const isFew = isButton(line);
    // What is asked for its chance is looked at from all sides.
    if (!isFew && (line.raw.length > longest || endsSentence(line.raw))) return false;
    return chance(at) >= (isFew ? least : mean) && !isName(line.raw);
  };
  while (start > 0 && (roles[start - 1] === 'cut' || isLoose(start - 1))) {
    start -= 1;
    if (roles[start] !== 'cut') others.push(start);
  }
  const sum = others.reduce((whole, at) => whole + chance(at), 0);
  if (others.length === 0 || others.length > MOST_LINES || lines.length - start === others.length) return;
  if (sum < mean * others.length || !isBelowText(lines, roles, start)) return;
  for (const at of others) roles[at] = 'cut';
}

function cutDenseTail(lines: readonly Line[], roles: Role[], from: number): void {
  const last = lines.length - 1;
  if (COUNT.test(lines[last]?.raw ?? '') && !COUNT.test(lines[last - 1]?.raw ?? '')) roles[last] = 'cut';
  const firstCut = roles.indexOf('cut', Math.max(0, lines.length - MOST_LINES));
  if (firstCut === -1 || roles.slice(firstCut).some((role) => role !== 'cut' && !LOOSE.has(role))) return;
  let start = firstCut;
  while (start > from && LOOSE.has(roles[start - 1] as Role) && isButton(lines[start - 1] as Line)) start -= 1;
  if (isBelowText(lines, roles, start) && lines.length - start <= MOST_LINES) roles.fill('cut', start);
}

const isBelowText = (lines: readonly Line[], roles: readonly Role[], start: number): boolean => {
  const above = lines[start - 1];
  const isText = roles[start - 1] === 'prose' || roles[start - 1] === 'continue';
  return isText && above !== undefined && (isSentence(above) || isSigner(lines, start - 1));
};

const LOOSE: ReadonlySet<Role> = new Set(['prose', 'heading', 'continue', 'cut']);

const isButton = ({ raw, marker }: Line): boolean =>
  marker === undefined &&
  raw.length <= LONGEST &&
  countWords(raw) <= MOST_WORDS &&
  !endsSentence(raw) &&
  !/[\p{Nd},;@]/u.test(raw);
