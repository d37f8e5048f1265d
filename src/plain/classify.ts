/**
 * Each line of a flat text gets a role: what form alone settles (table rows, fences, hash marks) first, the learned
 * model for the rest. No role hangs on a phrase of some language.
 */
import type { Verdict } from '../document.ts';
import { mayBeCode } from './code/statements.ts';
import { commentsFrom } from './cuts/comments.ts';
import { cutsOf, type Fate } from './cuts/cuts.ts';
import { cutTail } from './cuts/dense-tail.ts';
import { cutFrameTail } from './cuts/frame-tail.ts';
import { verdictsOf } from './cuts/line-verdicts.ts';
import { cutHeadingsOverNothing, cutOutside } from './cuts/outside.ts';
import { isSentence } from './forms/sentence.ts';
import { thinHeadings } from './headings/among-short-lines.ts';
import { completeCapitals } from './headings/headings-by-form.ts';
import { missedHeadings } from './headings/missed-headings.ts';
import { noHeadings } from './headings/no-headings.ts';
import { cutRepeatedTitle, TITLE_LENGTH } from './headings/title-line.ts';
import { CLASSES, type ClassChance, type LineClass } from './line-model/line-class.ts';
import { type LineModel, lineChances } from './line-model/line-model.ts';
import { goesOnFrom } from './lines/goes-on.ts';
import type { Line } from './lines/line.ts';
import { isBelowEnd, isBelowTitle, isSetInBelowHeading, mayWrap } from './lines/wraps.ts';
import { markBareItems } from './lists/bare-items.ts';
import { overviewOf } from './overview.ts';
import type { Role } from './roles/role.ts';
import { isAmongItems, isSpeech, roleOf } from './roles/role-of.ts';
import { codeByForm, rolesByForm } from './roles/roles-by-form.ts';
import { joinStanzas } from './roles/stanzas.ts';
import { readWrappedProse } from './roles/wrapped-prose.ts';
import type { FoundTable } from './table/find-tables.ts';

export interface Classified {
  readonly roles: readonly Role[];
  /** How sure each role is, 0 to 1. */
  readonly chances: readonly number[];
  readonly verdicts: readonly Verdict[];
}

/** Where the model took a line for clutter that stays, it says little else of it. */
const SURE_BUT_KEPT = 0.8;
/** So many lines above an article are a site's frame. */
const FEWEST_OUTSIDE = 5;
const CUT = CLASSES.indexOf('cut');

export interface Classifying {
  /** No line is cut. */
  readonly keepsAll?: boolean;
  /** A lone hash mark says where headings have theirs. */
  readonly isMarkdown?: boolean;
  /** What `codeByForm` tells of the lines. */
  readonly code?: readonly (Role | undefined)[];
}

export function classify(
  lines: readonly Line[],
  tables: readonly FoundTable[],
  model: LineModel,
  { keepsAll = false, isMarkdown = false, code = codeByForm(lines) }: Classifying = {},
): Classified {
  const roles = rolesByForm(lines, code, tables, isMarkdown);
  const table = lineChances(model, lines, roles);
  const chance: ClassChance = (at, is) => table[at * CLASSES.length + CLASSES.indexOf(is)] as number;
  const overview = overviewOf(lines, roles, chance, isMarkdown);
  const { width, title, outside, first, head, isDense, isMarked, counted, spoken, bare } = overview;
  // Without a sentence of its own there is no article that something could stand outside of.
  const mayCut = !keepsAll && first !== -1;
  const cuts = cutsOf(overview, roles, mayCut);
  const isNoHeading = noHeadings(overview);
  const isMissed = missedHeadings(overview, roles);
  const chances = lines.map(() => 1);
  for (const at of lines.keys()) {
    if (roles[at] !== undefined) continue;
    if (mayCut && outside.has(at)) {
      roles[at] = 'cut';
      continue;
    }
    const fate = cuts.fateOf(at);
    const [is, sure] = classOf(at, fate);
    chances[at] = fate.goes ? (cuts.chances[at] as number) : sure;
    roles[at] = at === title && mayBeTitle(at, is) ? 'title' : roleAt(at, is);
  }
  const settled = roles as Role[];
  readWrappedProse(lines, settled, (at) => counted.has(at));
  if (cuts.isMadeOfShort) thinHeadings(lines, settled, (at) => counted.has(at));
  const named = settled[title] === 'title' ? title : -1;
  completeCapitals(lines, settled);
  markBareItems(lines, settled, chance, isDense);
  joinStanzas(lines, settled);
  if (mayCut) {
    const comments = commentsFrom(lines, first, isSentence);
    if (comments !== -1) settled.fill('cut', comments);
    const staysBehind = (at: number): boolean => cuts.staysBehind(at, settled[at - 1]);
    cutTail(lines, settled, (at) => (staysBehind(at) ? 0 : (cuts.chances[at] as number)), cuts.from);
    cutFrameTail(lines, settled, {
      isFramed: outside.size >= FEWEST_OUTSIDE,
      from: cuts.from,
      stays: staysBehind,
    });
    cutOutside(lines, settled, named, cuts.from);
    cutRepeatedTitle(lines, settled, named);
    cutHeadingsOverNothing(settled, Math.max(cuts.ending, cuts.from - 1));
    // Tables stay wherever they stand.
    for (const { start, end } of tables) settled.fill('row', start, end);
  }
  return { roles: settled, chances, verdicts: verdictsOf(lines, settled, named) };

  /** What the model takes a line for, given whether it goes and what it cannot be, and how sure that is. */
  function classOf(at: number, { goes, isCut, signs }: Fate): [LineClass, number] {
    const line = lines[at] as Line;
    const cutChance = cuts.chances[at] as number;
    // Where a cut is not sure enough the line is what it would be else.
    table[at * CLASSES.length + CUT] = goes ? 1 : 0;
    let [is, sure] = best(table, at);
    if (!goes && cutChance >= SURE_BUT_KEPT && !head.isInHead(at) && headsNext(line, lines[at + 1])) is = 'heading';
    const isHeading = is === 'heading' || is === 'title';
    const guess = { is, sure, cutChance, isCut, signs };
    if (isHeading && line.hashes === 0 && (isMarked || isNoHeading(at, guess))) {
      unlikeHeading(table, at);
      [is, sure] = best(table, at);
    }
    return [is, sure];
  }

  /** A line as long as a sentence is no title unless the model says so. */
  function mayBeTitle(at: number, is: LineClass): boolean {
    return is === 'title' || is === 'heading' || (lines[at] as Line).raw.length <= TITLE_LENGTH;
  }

  /** The role of a line of a class, by the lines around it. */
  function roleAt(at: number, is: LineClass): Role {
    const line = lines[at] as Line;
    const before = roles[at - 1];
    const isWrapped = mayWrap(lines, at, before, width);
    let role = roleOf(line, at, is, chance, before, isWrapped, isAmongItems(lines, at), isSpeech(lines, at, isDense));
    if (role === 'prose' && mayGoOn(before) && !line.blankBefore && goesOnFrom(lines[at - 1], line)) role = 'continue';
    if (role === 'continue' && isApart(at)) role = 'prose';
    const mayHead = role === 'prose' || (role === 'item' && counted.has(at));
    if (mayHead && !isMarked && isMissed(at)) return 'heading';
    return bare.between.has(at) && (role === 'prose' || role === 'continue') ? 'item' : role;
  }

  /** Whether a line does not go on with the one above, whatever the model makes of it. */
  function isApart(at: number): boolean {
    const line = lines[at] as Line;
    const above = lines[at - 1];
    return (
      spoken.has(at) ||
      line.permalink === 'heading' ||
      above?.permalink !== undefined ||
      counted.has(at) ||
      counted.has(at - 1) ||
      bare.heads.has(at) ||
      head.isLastButton(at) ||
      bare.heads.has(at - 1) ||
      mayBeCode(line) ||
      isSetInBelowHeading(line, above, roles[at - 1]) ||
      isBelowEnd(lines, at, width) ||
      isBelowTitle(lines, at, roles[at - 1], width)
    );
  }
}

/** A few words without a stop right over a sentence. */
const headsNext = (line: Line, next: Line | undefined): boolean =>
  next !== undefined &&
  line.marker === undefined &&
  next.marker === undefined &&
  line.raw.length <= HEADED &&
  !/[\p{P}\p{Nd}]$/u.test(line.raw) &&
  isSentence(next) &&
  next.raw.length > line.raw.length;
const HEADED = 60;

const mayGoOn = (before: Role | undefined): boolean => before === 'prose' || before === 'item' || before === 'continue';

const HEADINGS = [CLASSES.indexOf('heading'), CLASSES.indexOf('title')] as const;

function unlikeHeading(table: Float32Array, at: number): void {
  for (const is of HEADINGS) table[at * CLASSES.length + is] = 0;
}

function best(table: Float32Array, at: number): [LineClass, number] {
  let most = 0;
  for (let is = 1; is < CLASSES.length; is += 1) {
    if ((table[at * CLASSES.length + is] as number) > (table[at * CLASSES.length + most] as number)) most = is;
  }
  return [CLASSES[most] as LineClass, table[at * CLASSES.length + most] as number];
}
