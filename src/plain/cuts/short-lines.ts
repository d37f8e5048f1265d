/**
 * Texts made of short lines: who is who, credits, programmes, prices, words with what they mean. The model takes such lines
 * for clutter the farther they stand below the last sentence, be they the article's or not:
 *
 *   The club was founded in 1931.
 *   Chair
 *   Hedwig Brandl      ← .01
 *   …
 *   Meets at
 *   The Lime Tree      ← .45
 *   12 Mill Lane       ← .77
 *
 * So they stay where nothing tells of a frame around the text. Where there is one, its lower part is an unbroken run at the
 * end, each line of which is about as likely clutter as the last ones.
 */
import { lettersOf } from '../../words.ts';
import { isSentence } from '../forms/sentence.ts';
import { closes, isBelowPlace } from '../forms/signatures.ts';
import { signsOf } from '../forms/signs.ts';
import type { Line } from '../lines/line.ts';
import type { Overview } from '../overview.ts';
import type { Role } from '../roles/role.ts';
import { NOTICE } from './outside.ts';

const LONGEST = 60;
/** What is more likely than not the rest of a sentence. */
const WRAPPED = 0.5;
/** A heading and what stands under it. */
const FEWEST_RUN = 4;
/** Of the text: of articles with sentences a frame, with the lists whose marks are gone, has at most .59. */
const SHARE = 0.6;
/** Where a menu stands above the title, or a notice of copyright at the end, there is a frame. */
const FEWEST_MENU = 2;
const LAST_LINES = 4;
/** Who wrote it and when, and buttons. */
const MOST_BELOW_TITLE = 6;
const TWICE = 8;
/** What ends a frame is surely part of it: other lines of it have odds of clutter less by a factor of e to this. */
const SAMPLE = 5;
const MUCH_LESS = 1.25;

/** Where clutter may stand. */
interface Bounds {
  readonly isMadeOfShort: boolean;
  /** None between the title, which is the first line, and the text. */
  readonly keepsHead: boolean;
  /** None above this line but above the text. */
  readonly from: number;
}

export function shortLines(
  { lines, chance, title, first, last, outside }: Overview,
  roles: readonly (Role | undefined)[],
  chances: readonly number[],
): Bounds {
  const isShort = (line: Line, at: number): boolean =>
    chance(at, 'continue') < WRAPPED && !line.isQuoted && line.raw.length <= LONGEST && !isSentence(line);
  const below = last + 1;
  if (first === -1 || !isMadeOfShort()) return { isMadeOfShort: false, keepsHead: false, from: 0 };
  const isTwice = isRepeated(lines, title);
  const head = lines.slice(1, first);
  const isOwnHead =
    head.length >= MOST_BELOW_TITLE && head.every((line, at) => line.marker === undefined && isShort(line, at + 1));
  const keepsHead = title === 0 && isOwnHead && !isTwice;
  const isFramed = outside.size >= FEWEST_MENU || isTwice || hasNotice(lines);
  return {
    isMadeOfShort: true,
    keepsHead,
    from: isFramed ? belowForm(lines, startOfFrame(chances, below)) : belowSigned(lines, below),
  };

  /** Whether they are most of what stands below the title. */
  function isMadeOfShort(): boolean {
    const start = title === -1 || title > first ? first : title + 1;
    let all = 0;
    let short = 0;
    let run = 0;
    let size = 0;
    for (const [at, line] of lines.entries()) {
      if (at < start || outside.has(at)) continue;
      all += line.raw.length;
      // Rows of tables and code stay wherever they stand.
      if (roles[at] !== undefined) continue;
      [run, size] = at > last || isShort(line, at) ? [run + 1, size + line.raw.length] : [0, 0];
      if (at > last || run > FEWEST_RUN) short += line.raw.length;
      else if (run === FEWEST_RUN) short += size;
    }
    return short >= all * SHARE;
  }
}

/** The title stands once more below it, as templates of blogs have it. */
function isRepeated(lines: readonly Line[], title: number): boolean {
  const key = lettersOf(lines[title]?.raw ?? '');
  return key !== '' && lines.slice(title + 1, title + TWICE).some(({ raw }) => lettersOf(raw) === key);
}

const hasNotice = (lines: readonly Line[]): boolean =>
  lines.slice(-LAST_LINES).some(({ raw, isQuoted }) => !isQuoted && NOTICE.test(raw));

/** Who signed ends the text; where nobody did, it ends with its last line. */
function belowSigned(lines: readonly Line[], below: number): number {
  const signed = lines.findLastIndex((_, at) => at >= below && (isBelowPlace(lines, at) || closes(lines, at)));
  return signed === -1 ? lines.length : signed + 1;
}

/** Where the odds of the lines to the end are, taken together, the most above what is asked of each. */
function startOfFrame(chances: readonly number[], below: number): number {
  const odds = chances.map(oddsOf);
  const sample = odds.slice(Math.max(below, odds.length - SAMPLE)).sort((a, b) => a - b);
  const asked = (sample[sample.length >> 1] as number) - MUCH_LESS;
  let most = 0;
  let sum = 0;
  let start = odds.length;
  for (let at = odds.length - 1; at >= below; at -= 1) {
    sum += (odds[at] as number) - asked;
    if (sum > most) [most, start] = [sum, at];
  }
  return start;
}

const oddsOf = (chance: number): number => Math.log(Math.max(LEAST, chance) / Math.max(LEAST, 1 - chance));
const LEAST = 0.005;

/** What goes on in the form of the lines above stays with them. */
function belowForm(lines: readonly Line[], start: number): number {
  let at = start;
  const signs = signsOf(lines[start - 1]);
  while (signs !== '' && signsOf(lines[at]) === signs) at += 1;
  return at;
}
