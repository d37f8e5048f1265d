/**
 * Each line of a flat text gets a role: what form alone settles (table rows, fences, hash marks) first, the learned
 * model for the rest. No role hangs on a phrase of some language.
 */
import type { Verdict } from '../document.ts';
import { askedHeadings, labelledHeadings, standsOver } from './alike-headings.ts';
import { bareBlocks } from './bare-blocks.ts';
import { headsItems, markBareItems } from './bare-items.ts';
import { closingRows } from './closing-rows.ts';
import { enoughToCut, type Place, sharedFates, stayingLines } from './clutter.ts';
import { mayBeCode } from './code/statements.ts';
import { commentsFrom } from './comments.ts';
import { COUNT } from './counts.ts';
import { headsDense, isDenseProse } from './dense-headings.ts';
import { cutTail } from './dense-tail.ts';
import { goesOnFrom } from './goes-on.ts';
import { headOf } from './head.ts';
import { headLines } from './head-lines.ts';
import { boldHeadings, bracketed, completeCapitals, days, speeches, versions } from './headings-by-form.ts';
import { endsQuestion, endsSentence, isUnparted, type Line } from './line.ts';
import { CLASSES, type ClassChance, type LineClass } from './line-class.ts';
import { type LineModel, lineChances } from './line-model.ts';
import { verdictsOf } from './line-verdicts.ts';
import { noHeadings } from './no-headings.ts';
import { cutHeadingsOverNothing, cutOutside } from './outside.ts';
import { ownLists } from './own-lists.ts';
import type { Role } from './role.ts';
import { isAmongItems, isSpeech, roleOf } from './role-of.ts';
import { rolesByForm } from './roles-by-form.ts';
import { isSentence, isSentences } from './sentence.ts';
import { countedHeadings, dottedHeadings, isNumberedTitle, numberedHeadings } from './series.ts';
import { widthOf } from './settled.ts';
import { joinStanzas } from './stanzas.ts';
import type { FoundTable } from './table/find-tables.ts';
import { hours } from './times.ts';
import { cutRepeatedTitle, titleLine } from './title-line.ts';
import { readWrappedProse } from './wrapped-prose.ts';
import { isBelowEnd, isBelowTitle, isSetInBelowHeading, mayWrap } from './wraps.ts';

export interface Classified {
  readonly roles: readonly Role[];
  /** How sure each role is, 0 to 1. */
  readonly chances: readonly number[];
  readonly verdicts: readonly Verdict[];
}

/** A sentence that is less likely clutter speaks for the article. */
const SPEAKS = 0.5;
/** So few lines say too little for the model to give up most of them while sentences follow. */
const SHORT_TEXT = 40;
/** Shorter lines are none that a wrap ended. */
const WRAPPED = 30;
const MUCH_BELOW = 0.5;
const MAY_STAY = 0.7;
const FEWEST_ITEMS = 2;
/** Where the model took a line for clutter that stays, it says little else of it. */
const SURE_BUT_KEPT = 0.8;
/** What stands under a heading that is surely none of the clutter goes only where it is surely clutter. */
const SURE_KEPT = 0.1;
const SURE_CUT = 0.9;
const MAY_BE_HEADING = 0.1;
const HEADING_LENGTH = 110;
const FEWEST_MARKED = 3;
const CUT = CLASSES.indexOf('cut');

/** With `keepsAll` no line is cut; in Markdown a lone hash mark says where headings have theirs. */
export function classify(
  lines: readonly Line[],
  tables: readonly FoundTable[],
  model: LineModel,
  { keepsAll = false, isMarkdown = false } = {},
): Classified {
  const roles = rolesByForm(lines, tables, isMarkdown);
  const table = lineChances(model, lines, roles);
  const chance: ClassChance = (at, is) => table[at * CLASSES.length + CLASSES.indexOf(is)] as number;
  const width = widthOf(lines);
  const speaks = (line: Line, at: number): boolean =>
    roles[at] === undefined && chance(at, 'cut') < SPEAKS && (isSentence(line) || endsParagraph(line, at));
  const endsParagraph = (line: Line, at: number): boolean =>
    !line.blankBefore &&
    chance(at, 'continue') > SPEAKS &&
    endsSentence(line.raw) &&
    (lines[at - 1]?.raw.length ?? 0) >= WRAPPED;
  const first = lines.findIndex(speaks);
  const last = lines.findLastIndex(speaks);
  const found = headOf(
    lines,
    roles,
    chance,
    isNumberedTitle(lines) ? 0 : titleLine(lines, roles, chance),
    first,
    speaks,
  );
  const { title, outside } = found;
  const ending = endOfShort(lines, last, chance);
  // Without a sentence of its own there is no article that something could stand outside of.
  const mayCut = !keepsAll && first !== -1;
  // Who marks headings marks them all.
  const isMarked = lines.filter(({ hashes }) => hashes > 0).length >= (isMarkdown ? 1 : FEWEST_MARKED);
  const dotted = dottedHeadings(lines);
  const counted = new Set([
    ...countedHeadings(lines),
    ...dotted,
    ...numberedHeadings(lines),
    ...versions(lines),
    ...days(lines),
    ...hours(lines),
    ...bracketed(lines),
    ...boldHeadings(lines),
    ...lines.flatMap(({ isLinked }, at) => (isLinked ? [at] : [])),
    ...labelledHeadings(lines),
  ]);
  const spoken = speeches(lines);
  const isDense = isDenseProse(lines);
  const asked = askedHeadings(lines, isDense || isUnparted(lines));
  const bare = bareBlocks(lines, roles, chance, isDense);
  const head = headLines(lines, found);
  const rows = closingRows(lines, roles, last, (at) => chance(at, 'cut'));
  const items = rows.size === 0 ? bare.items : new Set([...bare.items, ...rows]);
  const isNoHeading = noHeadings({ lines, chance, title, first, last, dotted, head, spoken, items });
  const own = ownLists(lines, title, (at) => counted.has(at));
  const shared = sharedFates(lines, roles, last, (at) => chance(at, 'cut'), rows);
  const stays = stayingLines(lines, { roles: roles.slice(), counted, own });
  const chances = lines.map(() => 1);
  const cutChances = lines.map((_, at) => chance(at, 'cut'));
  let chanceAbove = 1;
  for (const [at, line] of lines.entries()) {
    if (roles[at] !== undefined) continue;
    if (mayCut && outside.has(at)) {
      roles[at] = 'cut';
      continue;
    }
    const cutChance = cutChances[at] as number;
    const place: Place = { isInner: at > first && at < last, before: roles[at - 1] };
    const isUnderKept = roles[at - 1] === 'heading' && chanceAbove < SURE_KEPT && cutChance < SURE_CUT;
    chanceAbove = cutChance;
    const isAnswered =
      endsQuestion(line.raw) &&
      at + 1 < lines.length &&
      chance(at + 1, 'cut') < SPEAKS / 2 &&
      endsSentence((lines[at + 1] as Line).raw) &&
      !endsQuestion((lines[at + 1] as Line).raw);
    const isCut = shared[at] ?? (!isUnderKept && !isAnswered && cutChance >= enoughToCut(lines, at, place, cutChance));
    const isKept = isCut && stays(at, place);
    const signs = isCut && roles[at - 1] !== 'cut' && head.signs(at, cutChance);
    const goes =
      mayCut &&
      isCut &&
      !isKept &&
      !head.stays(at, cutChance) &&
      !signs &&
      (at <= last || at > ending || COUNT.test(line.raw));
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
    chances[at] = goes ? cutChance : sure;
    roles[at] =
      at === title
        ? 'title'
        : roleOf(
            line,
            at,
            is,
            chance,
            roles[at - 1],
            mayWrap(lines, at, roles[at - 1], width),
            isAmongItems(lines, at),
            isSpeech(lines, at, isDense),
          );
    if (roles[at] === 'prose' && mayGoOn(roles[at - 1]) && !line.blankBefore && goesOnFrom(lines[at - 1], line))
      roles[at] = 'continue';
    const isApart = (): boolean =>
      spoken.has(at) ||
      line.isLinked === true ||
      lines[at - 1]?.isLinked !== undefined ||
      counted.has(at) ||
      counted.has(at - 1) ||
      bare.heads.has(at) ||
      bare.heads.has(at - 1) ||
      mayBeCode(line) ||
      isSetInBelowHeading(line, lines[at - 1], roles[at - 1]) ||
      isBelowEnd(lines, at, width) ||
      isBelowTitle(lines, at, roles[at - 1], width);
    if (roles[at] === 'continue' && isApart()) roles[at] = 'prose';
    const readsAsHeading =
      counted.has(at) ||
      bare.heads.has(at) ||
      (asked.has(at) && at > title && !spoken.has(at)) ||
      (place.isInner && !spoken.has(at) && standsOver(lines, at, chance(at, 'heading'))) ||
      (at > title &&
        (roles[at + 1] === 'row' || counted.has(at + 1)) &&
        isOver(line, isDense && endsSentence(lines[at - 1]?.raw ?? ''), chance(at, 'heading'))) ||
      (isDense &&
        !counted.has(at + 1) &&
        !spoken.has(at) &&
        at > title &&
        chance(at, 'heading') >= MAY_BE_HEADING &&
        headsDense(lines, at)) ||
      (at > title && !spoken.has(at) && headsItems(lines, chance, at)) ||
      (!spoken.has(at) && isQuestionOverAnswer(line, lines[at + 1]));
    if ((roles[at] === 'prose' || (roles[at] === 'item' && counted.has(at))) && !isMarked && readsAsHeading)
      roles[at] = 'heading';
    if (bare.between.has(at) && (roles[at] === 'prose' || roles[at] === 'continue')) roles[at] = 'item';
  }
  const settled = roles as Role[];
  readWrappedProse(lines, settled, (at) => counted.has(at));
  const named = settled[title] === 'title' ? title : -1;
  completeCapitals(lines, settled);
  markBareItems(lines, settled, chance, isDense);
  joinStanzas(lines, settled);
  if (mayCut) {
    const comments = commentsFrom(lines, first, isSentence);
    if (comments !== -1) settled.fill('cut', comments);
    cutTail(lines, settled, (at) => {
      const isKept = stays(at, { isInner: false, before: settled[at - 1] });
      return isKept ? 0 : (cutChances[at] as number);
    });
    cutOutside(lines, settled, named);
    cutRepeatedTitle(lines, settled, named);
    cutHeadingsOverNothing(settled, ending);
  }
  return { roles: settled, chances, verdicts: verdictsOf(lines, settled, named) };
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

/** A few words right over the rows of a table or another heading, and no number among them, as captions have one. */
const isOver = ({ raw, blankBefore, blankAfter }: Line, isBelow: boolean, chance: number): boolean =>
  (blankBefore || isBelow) &&
  !blankAfter &&
  chance >= LEAST_OVER &&
  raw.length <= HEADED &&
  !/[\p{Nd}:：,;|\t]/u.test(raw) &&
  (!endsSentence(raw) || endsQuestion(raw));
const LEAST_OVER = 0.2;

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

/** A short question alone, with an answer under it: few texts teach it, but readers know it for a heading. */
function isQuestionOverAnswer(line: Line, next: Line | undefined): boolean {
  if (/^[–—]/.test(line.raw)) return false;
  if (!line.blankBefore || !line.blankAfter || next === undefined) return false;
  if (line.raw.length > HEADING_LENGTH || !endsQuestion(line.raw) || /[.!。！।]\s/.test(line.raw)) return false;
  return next.marker !== undefined || next.raw.length > line.raw.length;
}
