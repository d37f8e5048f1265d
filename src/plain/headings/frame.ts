/**
 * The frame that a site puts around its articles, where a whole page was printed: menus and the way to the page above the
 * title, who wrote it, when, and where to share it below.
 *
 *   Harwick Times
 *   News
 *   Travel
 *   Search
 *   Home › Travel › Coast
 *   Two days in Harwick      ← the title: the way to it stands above
 *   By Ida Moss
 *   4 min read
 *   Share
 *   Harwick lies on a small peninsula …
 */
import { lettersOf } from '../../words.ts';
import { isDay, isName } from '../forms/name.ts';
import { isSentence } from '../forms/sentence.ts';
import { endsQuestion, type Line } from '../lines/line.ts';
import type { Role } from '../roles/role.ts';
import { isTrail } from './title-line.ts';

const MOST_LINES = 60;
const FEWEST_MENU = 4;
const FEWEST_ABOVE = 3;
const LONGEST = 90;
/** Of the frame between the title and the text: who wrote it and when, and buttons. */
const MOST_BELOW = 12;
const MOST_LOOSE = 6;
/** A notice on top may have sentences. */
const NOTICE_LINES = 3;
/** Of what stands on top how much is buttons. */
const MENU_SHARE = 0.5;

/** The first sentence of the article: one over a menu and the way to the page is a notice of the site's. */
export function firstOfText(lines: readonly Line[], speaks: (line: Line, at: number) => boolean): number {
  const first = lines.findIndex(speaks);
  if (first === -1 || first >= NOTICE_LINES) return first;
  const stop = Math.min(lines.length, first + MOST_LINES);
  let below = first + 1;
  while (below < stop && mayBeFrame(lines[below] as Line)) below += 1;
  const next = lines.findIndex((line, at) => at > first && speaks(line, at));
  const way = lines.slice(first + 1, below).some(isTrail);
  return way && below - first > FEWEST_MENU && next !== -1 && next <= below ? next : first;
}

/** The title may be marked as such. */
const mayBeFrame = (line: Line): boolean =>
  line.marker === undefined && line.hashes <= 1 && !line.isQuoted && line.raw.length <= LONGEST && !saysSomething(line);

/** A question may be the title. */
const saysSomething = (line: Line): boolean => isSentence(line) && !endsQuestion(line.raw);

/** Whether the lines above `end` are those of a site. */
export function isFramed(
  lines: readonly Line[],
  roles: readonly (Role | undefined)[],
  end: number,
  isButton: (line: Line) => boolean,
): boolean {
  if (end <= FEWEST_MENU || end > MOST_LINES) return false;
  const above = lines.slice(0, end);
  if (!above.every((line, at) => roles[at] === undefined && (at < NOTICE_LINES || mayBeFrame(line)))) return false;
  if (above.slice(FEWEST_ABOVE - 1).some(isTrail)) return true;
  // The name of the site may be longer.
  const isMenu = above.slice(0, FEWEST_MENU + 1).filter(isButton).length >= FEWEST_MENU;
  return isMenu && above.filter(isButton).length >= MENU_SHARE * end;
}

/** The line below the last way to the page that may be a title, or −1. */
export function belowWay(
  lines: readonly Line[],
  end: number,
  mayBeTitle: (at: number) => boolean,
  isMatter: (at: number) => boolean,
): number {
  for (let way = end - 2; way > 0; way -= 1) {
    const line = lines[way] as Line;
    const isSure = isTrail(line);
    if (!isSure && !(way >= FEWEST_ABOVE && isShortWay(line))) continue;
    for (let at = way + 1; at < Math.min(end, way + FEWEST_ABOVE); at += 1)
      if (mayBeTitle(at) && (isSure || isMatter(at))) return at;
    if (isSure) return -1;
  }
  return -1;
}

/** The line right below a long menu in which `found` stands, where the text hardly speaks of what the menu names, or −1. */
export function belowMenu(
  lines: readonly Line[],
  found: number,
  end: number,
  isButton: (line: Line) => boolean,
  spoken: (at: number) => number,
): number {
  let at = found;
  let unsaid = 0;
  for (; at >= 0 && at < end && isButton(lines[at] as Line); at += 1) if (spoken(at) === 0) unsaid += 1;
  const count = at - found;
  return count >= LONG_MENU && unsaid * 2 > count && at < end && spoken(at) > 0 ? at : -1;
}
const LONG_MENU = 10;

//   Home / Notices      Home | Events | Music
const isShortWay = ({ raw }: Line): boolean => {
  const steps = raw.split(SHORT_STEP);
  if (steps.length < 2) steps.push(...raw.split(PIPE).slice(1));
  const least = PIPE.test(raw) ? FEWEST_PIPED : 2;
  return steps.length >= least && raw.split(EITHER).every((part) => part.length <= STEP && !/\p{Nd}/u.test(part));
};
const SHORT_STEP = /\s[>›»→/]\s/;
const PIPE = /\s\|\s/;
const EITHER = /\s[>›»→/|]\s/;
const FEWEST_PIPED = 3;
const STEP = 24;

/** The lines of the frame above the text, where the title is known. */
export function linesOfFrame(
  lines: readonly Line[],
  title: number,
  end: number,
  isButton: (line: Line) => boolean,
  spoken: (at: number) => number,
): number[] {
  if (title < FEWEST_ABOVE) return [];
  const above = Array.from({ length: title }, (_, at) => at);
  const contents = contentsOf(lines, title, end);
  const below: number[] = [];
  // Below more lines than a frame has there, buttons are those of a text that is made of short lines.
  const isLong = end - title > MOST_BELOW;
  for (let at = title + 1; at < end; at += 1) {
    const line = lines[at] as Line;
    const isLoose = (isButton(line) && !isName(line.raw) && spoken(at) < 2) || (isCounted(line) && spoken(at) === 0);
    // Alone right over the text it may head it.
    const isHead = at === end - 1 && below.at(-1) !== at - 1;
    if (contents.has(at) || (isLoose && !isHead)) below.push(at);
    else if (saysSomething(line) || (isLong && contents.size === 0)) break;
  }
  // Nor is so long a run of them.
  return isLong && contents.size === 0 && below.length > MOST_LOOSE ? above : [...above, ...below];
}

//   On this page
//   Before you begin     ← headings that come again below
//   Make a plan
function contentsOf(lines: readonly Line[], title: number, end: number): ReadonlySet<number> {
  const keys = new Set(lines.slice(end).map(({ raw }) => raw.length <= LONGEST && lettersOf(raw)));
  const found: number[] = [];
  for (let at = title + 1; at < end; at += 1) if (keys.has(lettersOf((lines[at] as Line).raw))) found.push(at);
  if (found.length < FEWEST_CONTENTS) return new Set();
  const head = (found[0] as number) - 1;
  return new Set(head > title && !/\p{Nd}/u.test((lines[head] as Line).raw) ? [head, ...found] : found);
}
const FEWEST_CONTENTS = 2;

/** How many have read it, what they think of it: no day. */
const isCounted = ({ raw }: Line): boolean => COUNTED.test(raw) && !isDay(raw) && !YEAR.test(raw);
//   Saved 312      Views: 1,203      ★★★★☆ 4.3
const COUNTED =
  /^(?:[★☆⭐]{2}.*|(?:[\p{L}\p{M}]+[\s:：]+){0,3}\p{Nd}{1,3}(?:[., ]?\p{Nd}{2,3}){1,2}(?:\s?\p{L}[\p{L}\p{M}.]*){0,2})$/u;
const YEAR = /(?<!\p{Nd})(?:19|20)\p{Nd}{2}(?!\p{Nd})/u;
