/**
 * Items whose markers a tool dropped: short lines right below each other. None of them is a heading, be it the last one over
 * a paragraph.
 *
 *   Take with you
 *   a torch
 *   a warm jacket
 *   cash for the hut        ← no heading
 *   How to get there
 */
import { countWords } from '../../words.ts';
import { isContact } from '../forms/labels.ts';
import { isSentence } from '../forms/sentence.ts';
import type { ClassChance } from '../line-model/line-class.ts';
import { widthOf } from '../line-model/settled.ts';
import { SMALL } from '../lines/goes-on.ts';
import { endsSentence, type Line } from '../lines/line.ts';
import type { Role } from '../roles/role.ts';

const FEWEST = 2;
const LIKELY = 0.3;
const SHARE = 0.8;

/** Whether a line goes with the items above it rather than heading what comes below. */
export function endsItems(lines: readonly Line[], chance: ClassChance, at: number): boolean {
  const line = lines[at] as Line;
  if (line.blankBefore || line.marker !== undefined || line.hashes > 0) return false;
  for (let above = at - 1; above >= at - FEWEST; above -= 1) {
    const other = lines[above];
    if (other === undefined || other.marker !== undefined || chance(above, 'item') < LIKELY) return false;
    if (above > at - FEWEST && other.blankBefore) return false;
  }
  if (endsSentence(line.raw) && endsSentence((lines[at - 1] as Line).raw)) return true;
  return chance(at, 'item') >= SHARE * chance(at, 'heading');
}

const LONGEST = 40;
const MOST_WORDS = 4;
const ITEM = 80;
const CAPITAL = /^\p{Lu}/u;
const MAY_HEAD = 0.1;
const LIKE_ITEM = 2;
const SURE_ITEMS = 0.55;

/** A few words right over two items or more: they begin with small letters or numbers and it does not, or the model is sure of them. */
export function headsItems(lines: readonly Line[], chance: ClassChance, at: number): boolean {
  const { raw, marker, isQuoted, hashes, blankBefore } = lines[at] as Line;
  if (marker !== undefined || isQuoted || hashes > 0 || raw.length > LONGEST || /[\p{Nd}:：,،，、;]/u.test(raw))
    return false;
  if (endsSentence(raw) || countWords(raw) > MOST_WORDS || chance(at, 'heading') < MAY_HEAD) return false;
  const items = [lines[at + 1], lines[at + 2]].filter((line) => line !== undefined && isBare(line));
  if (items.length < FEWEST) return false;
  const above = lines[at - 1];
  if (CAPITAL.test(raw) && items.every((line) => line !== undefined && startsSmall(line))) return true;
  const isBelow = blankBefore && above !== undefined && (endsSentence(above.raw) || isSentence(above));
  if (chance(at, 'item') > (CAPITAL.test(raw) ? 1 : LIKE_ITEM) * chance(at, 'heading')) return false;
  return isBelow && chance(at + 1, 'item') + chance(at + 2, 'item') >= FEWEST * SURE_ITEMS;
}

//   casca de um limão     200 g de arroz
export const startsSmall = ({ raw }: Line): boolean => SMALL.test(raw) || AMOUNT.test(raw);
const AMOUNT = /^\p{Nd}+(?:[.,/]\p{Nd}+)? \p{Ll}/u;

/** No longer than an item is, and nothing ends it. */
export const isPiece = (raw: string): boolean => raw.length <= ITEM && !endsSentence(raw) && !/[:：,،，、;]$/.test(raw);

const isBare = ({ raw, blankBefore, marker }: Line): boolean => !blankBefore && marker === undefined && isPiece(raw);

const LONGEST_ITEM = 160;
const LEAST_MEAN = 0.2;
const SURE_MEAN = 0.4;

/**
 * Makes items of such lines below a heading or a colon, up to a blank line or the next heading. Where paragraphs stand right
 * below each other, a list has blank lines around it.
 */
export function markBareItems(lines: readonly Line[], roles: Role[], chance: ClassChance, isDense: boolean): void {
  // A tool that prints markers drops none.
  if (lines.some(({ marker }) => marker !== undefined)) return;
  const width = widthOf(lines);
  for (let at = 0; at + 1 < lines.length; at += 1) {
    const isHead = roles[at] === 'heading' || (roles[at] === 'prose' && /[:：]$/.test((lines[at] as Line).raw));
    const start = at + 1;
    if (!isHead || (isDense && !lines[start]?.blankBefore)) continue;
    const isCapital = CAPITAL.test((lines[at] as Line).raw);
    const mayHead = (line: number): boolean =>
      chance(line, 'heading') >= LEAST_MEAN &&
      chance(line, 'item') < SURE_MEAN &&
      !(isCapital && SMALL.test(lines[line]?.raw ?? ''));
    let end = start;
    while (end < lines.length && LOOSE.has(roles[end] as Role) && (end === start || !lines[end]?.blankBefore)) {
      if (mayHead(end)) break;
      end += 1;
    }
    const isClosed =
      end === lines.length ||
      lines[end]?.blankBefore === true ||
      (!isDense && (roles[end] === 'heading' || mayHead(end)));
    // What begins with small letters below a heading goes on with nothing.
    const areSmall = roles[at] === 'heading' && end - start > FEWEST && lines.slice(start, end).every(startsSmall);
    // The last line may head the paragraph below.
    const mayLastHead = !isDense && !areSmall && end < lines.length && end - start > FEWEST;
    const last = mayLastHead && isUnlike(chance, start, end - 1) ? end - 1 : end;
    const likeItem = (line: number): number =>
      chance(line, 'item') - chance(line, 'row') + (areSmall ? chance(line, 'continue') : 0);
    if (isClosed && areItems(lines.slice(start, last), width, (n) => likeItem(start + n)))
      roles.fill('item', start, last);
    at = Math.max(at, end - 1);
  }
}

/** Less like an item than those from `start` on. */
function isUnlike(chance: ClassChance, start: number, at: number): boolean {
  let sum = 0;
  for (let other = start; other < at; other += 1) sum += chance(other, 'item');
  return chance(at, 'item') < (sum / (at - start)) * SHARE;
}

const LOOSE: ReadonlySet<Role> = new Set(['prose', 'continue']);

function areItems(lines: readonly Line[], width: number, chance: (n: number) => number): boolean {
  if (lines.length < FEWEST) return false;
  const longest = lines.reduce((most, { raw }) => Math.max(most, raw.length), 0);
  if (longest > LONGEST_ITEM || (width > 0 && longest > width * FULL)) return false;
  const isOdd = (line: Line): boolean =>
    line.marker !== undefined || line.isQuoted || /[,،、:：]$/.test(line.raw) || isContact(line);
  if (lines.some(isOdd)) return false;
  const mean = lines.reduce((sum, _, n) => sum + chance(n), 0) / lines.length;
  if (lines.length === FEWEST) return mean >= SURE_ITEMS;
  return mean >= (lines.some(({ raw }) => endsSentence(raw)) ? SURE_MEAN : LEAST_MEAN);
}

/** Of the width that a text was wrapped to. */
const FULL = 0.8;
