/** Which lines are none of the article's, by the model's chances and what speaks against them. */

import { isSentence, isSentences } from '../forms/sentence.ts';
import { isAnswered } from '../headings/questions.ts';
import { COUNT } from '../line-model/counts.ts';
import type { ClassChance } from '../line-model/line-class.ts';
import type { Line } from '../lines/line.ts';
import { ownLists } from '../lists/own-lists.ts';
import { isInner, type Overview } from '../overview.ts';
import type { Role } from '../roles/role.ts';
import { enoughToCut, type Place, sharedFates, stayingLines } from './clutter.ts';
import { belowCredits } from './credits.ts';
import { shortLines } from './short-lines.ts';

/** So few lines say too little for the model to give up most of them while sentences follow. */
const SHORT_TEXT = 40;
const MUCH_BELOW = 0.5;
const MAY_STAY = 0.7;
const FEWEST_ITEMS = 2;
/** What stands under a heading that is surely none of the clutter goes only where it is surely clutter. */
const SURE_KEPT = 0.1;
const SURE_CUT = 0.9;
/** An answer that is less likely clutter keeps its question. */
const ANSWERS = 0.25;

export interface Fate {
  readonly goes: boolean;
  /** It is clutter, unless something speaks for it. */
  readonly isCut: boolean;
  /** It is a name below the text, and stays. */
  readonly signs: boolean;
}

export interface Cuts {
  /** By line how likely the model finds it clutter. */
  readonly chances: readonly number[];
  /** The last line that may be the article's however much of the clutter is below it. */
  readonly ending: number;
  /** The line from which on what stands below the text may be clutter. */
  readonly from: number;
  /** Most of the text are short lines. */
  readonly isMadeOfShort: boolean;
  /** Whether a line behind the article stays, however likely clutter it is. */
  readonly staysBehind: (at: number, before: Role | undefined) => boolean;
  readonly fateOf: (at: number) => Fate;
}

/** @param roles of the lines above the one that is asked about, and of those that form has settled */
export function cutsOf(overview: Overview, roles: readonly (Role | undefined)[], mayCut: boolean): Cuts {
  const { lines, chance, title, first, last, head, counted, closing } = overview;
  const chances = lines.map((_, at) => chance(at, 'cut'));
  const ending = endOfShort(lines, last, chance);
  const own = ownLists(lines, title, (at) => counted.has(at));
  const short = shortLines(overview, roles, chances);
  const from = Math.max(short.from, belowCredits(lines, last, chances));
  const shared = sharedFates(lines, roles, last, (at) => chances[at] as number, closing);
  const stays = stayingLines(lines, { roles: roles.slice(), counted, own });
  return {
    chances,
    ending,
    from,
    isMadeOfShort: short.isMadeOfShort,
    staysBehind: (at, before) => at < from || stays(at, { isInner: false, isAbove: false, before }),
    fateOf: (at) => {
      const line = lines[at] as Line;
      const place: Place = { isInner: isInner(overview, at), isAbove: at < title, before: roles[at - 1] };
      const cutChance = chances[at] as number;
      const isCut = shared[at] ?? isClutter(at, place);
      const signs = isCut && place.before !== 'cut' && head.signs(at, cutChance);
      const isKept = signs || (isCut && stays(at, place)) || head.stays(at, cutChance);
      const isCount = COUNT.test(line.raw);
      const mayGo =
        at <= last ? isCount || !short.keepsHead || at === 0 || at >= first : at >= from && (at > ending || isCount);
      return { goes: mayCut && isCut && !isKept && mayGo, isCut, signs };
    },
  };

  function isClutter(at: number, place: Place): boolean {
    const cutChance = chances[at] as number;
    const isUnderKept = place.before === 'heading' && (chances[at - 1] as number) < SURE_KEPT && cutChance < SURE_CUT;
    if (isUnderKept || cutChance < enoughToCut(lines, at, place, cutChance)) return false;
    return !((chances[at + 1] ?? 1) < ANSWERS && isAnswered(lines[at] as Line, lines[at + 1]));
  }
}

/**
 * Of a short text most of which stands below the last line that speaks for it: its last line of several sentences, or a
 * sentence that may be its own, as it is below a list, and where nothing that stands between them is surely clutter.
 */
function endOfShort(lines: readonly Line[], last: number, chance: ClassChance): number {
  if (lines.length > SHORT_TEXT || lines.length - last < lines.length * MUCH_BELOW) return last;
  let end = last;
  let most = 0;
  let items = 0;
  for (let at = last + 1; at < lines.length; at += 1) {
    const line = lines[at] as Line;
    const cut = chance(at, 'cut');
    if (line.marker !== undefined) items += 1;
    const isOwn = items >= FEWEST_ITEMS && most < SURE_CUT;
    if (isSentence(line) && (isSentences(line) || cut < MAY_STAY || isOwn)) end = at;
    most = Math.max(most, cut);
  }
  return end;
}
