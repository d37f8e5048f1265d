/**
 * The lower part of the frame that a site puts around its articles: buttons, related posts with their days or prices, an
 * address, links, and who holds the rights. No sentence of the article's stands below its first line.
 *
 *   The driver takes wishes, too. They are written into a book.
 *   Add to basket
 *   You may also like
 *   Pier lamp     24.00
 *   Rope, 20 m    31.50
 *   About us
 *   © 2016–2024 Harwick Boats
 */
import { countWords, isUnspaced } from '../../words.ts';
import { isDay } from '../forms/name.ts';
import { isSentence } from '../forms/sentence.ts';
import { isSigner } from '../forms/signatures.ts';
import { endsSentence, isUnparted, type Line } from '../lines/line.ts';
import type { Role } from '../roles/role.ts';

/** Of shorter tails the model knows what belongs to them. */
const FEWEST = 6;
/** Without a notice of copyright. */
const FEWEST_FRAMED = 8;
const LONGEST = 80;
const MOST_WORDS = 10;
const LAST_LINES = 4;
/** What stands in a list without its marks is the article's. */
const FEWEST_ITEMS = 3;
/** What heads it may have so many lines. */
const OWN_LINES = 3;
/** Who signs does it once: where titles have their days they lead to other pages. */
const FEWEST_DATED = 2;

//   Built with Reedpress. © 2024 The Knot team
const NOTICE = /©|\([cC]\)\s*\p{Nd}{4}|\bCopyright\b/u;

/** What is known of the page besides its lines. */
interface Page {
  /** A frame stands above the article, too. */
  readonly isFramed: boolean;
  /** Nothing above is clutter below the text. */
  readonly from: number;
  /** Whether a line may be the article's by its form, however likely clutter it is. */
  readonly stays: (at: number) => boolean;
}

export function cutFrameTail(lines: readonly Line[], roles: Role[], { isFramed, from: least, stays }: Page): void {
  let start = lines.length;
  while (start > Math.max(1, least) && (roles[start - 1] === 'cut' || isLoose(start - 1))) start -= 1;
  // What goes on from the line before is its sentence's rest.
  while (roles[start] === 'continue') start += 1;
  start = belowOwn(isDecided(start) ? start + roles.slice(start).indexOf('cut') : start);
  const count = lines.length - start;
  if (count < FEWEST || !isBelowText(start)) return;
  if (hasNotice() || (isFramed && count >= FEWEST_FRAMED)) roles.fill('cut', start);

  function isLoose(at: number): boolean {
    const line = lines[at] as Line;
    const { raw, marker, hashes, isQuoted } = line;
    if (!LOOSE.has(roles[at] as Role) || marker !== undefined || hashes > 0 || isQuoted) return false;
    if (at >= lines.length - LAST_LINES && NOTICE.test(raw)) return true;
    // The rest of a sentence that was wrapped.
    const before = lines[at - 1]?.raw ?? '';
    if (roles[at] === 'continue' && (endsSentence(raw) || before.length + raw.length > LONGEST)) return false;
    return (
      raw.length <= LONGEST &&
      (isUnspaced(raw) || countWords(raw) <= MOST_WORDS) &&
      !isSentence(line) &&
      !/[:：]$/.test(raw)
    );
  }

  function hasNotice(): boolean {
    return lines.slice(-LAST_LINES).some(({ raw, isQuoted }) => !isQuoted && NOTICE.test(raw));
  }

  /** Whether the model found where the frame begins: most of the lines it has cut, and none of the first. */
  function isDecided(from: number): boolean {
    const below = roles.slice(from);
    return below.indexOf('cut') > 0 && below.filter((role) => role === 'cut').length * 2 >= below.length;
  }

  /** What may be the article's where it comes first, with what heads it, and what stands right below a line as the items of a list do. */
  function belowOwn(from: number): number {
    let at = from;
    const areDated = lines.slice(from).filter(({ raw }) => isDay(raw)).length >= FEWEST_DATED;
    const isByDay = (next: number): boolean => isDay((lines[next] as Line).raw) || isDay(lines[next + 1]?.raw ?? '');
    const isOwn = (next: number): boolean => roles[next] !== 'cut' && stays(next) && !(areDated && isByDay(next));
    for (let next = from; next < Math.min(lines.length, at + OWN_LINES); next += 1) if (isOwn(next)) at = next + 1;
    if (!isUnparted(lines)) {
      let end = at + 1;
      while (lines[end]?.blankBefore === false) end += 1;
      if (end - at > FEWEST_ITEMS && lines.length - end >= FEWEST) at = end;
    }
    return at;
  }

  function isBelowText(at: number): boolean {
    const above = lines[at - 1];
    if (above === undefined) return false;
    return roles[at - 1] !== 'heading' || endsSentence(above.raw) || isSigner(lines, at - 1) || isDay(above.raw);
  }
}

const LOOSE: ReadonlySet<Role> = new Set(['prose', 'heading', 'continue']);
