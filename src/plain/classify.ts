/**
 * Each line of a flat text gets a role: what form alone settles (table rows, fences, hash marks) first, the learned
 * model for the rest. No role hangs on a phrase of some language.
 */
import type { Verdict } from '../document.ts';
import { countWords, isUnspaced, lettersOf } from '../words.ts';
import { beginsParagraph, endsOpen, goesOnFrom, SMALL, STOP_INSIDE } from './goes-on.ts';
import { bracketed, completeCapitals, days, speeches, versions } from './headings-by-form.ts';
import { endsQuestion, endsSentence, type Line } from './line.ts';
import { CLASSES, type LineClass } from './line-class.ts';
import { type LineModel, lineChances } from './line-model.ts';
import { SENTENCES } from './measures.ts';
import { cutOutside } from './outside.ts';
import { ownLists } from './own-lists.ts';
import type { Role } from './role.ts';
import { rolesByForm } from './roles-by-form.ts';
import { countedHeadings } from './series.ts';
import { widthOf } from './settled.ts';
import { brokenPlaces } from './table/broken-habits.ts';
import { classReader } from './table/characters.ts';
import type { FoundTable } from './table/find-tables.ts';
import { rowsAmong } from './table/rows-among.ts';

export interface Classified {
  readonly roles: readonly Role[];
  /** How sure each role is, 0 to 1. */
  readonly chances: readonly number[];
  readonly verdicts: readonly Verdict[];
}

const QUOTED = /^[“"«„「『‹][^“"«„「『]{3,}[”"»“」』›][\s.。!！،,…]*$/u;
/** Less sure cuts keep their line: a lost paragraph is worse than a share line that stays. */
const SURE_CUT = 0.62;
const SURE_SENTENCE_CUT = 0.95;
/** Right below what is cut, of "2 comments", and at the very end, where nothing is left that a heading could head. */
const SURE_NEXT_CUT = 0.25;
const SURE_NEXT_SENTENCE_CUT = 0.7;
/** Between sentences of the article clutter is rare, and no item is. */
const SURE_INNER_CUT = 0.95;
const SHARED_CUT = 0.4;
/** A sentence that is less likely clutter speaks for the article. */
const SPEAKS = 0.5;
const SURE_CONTINUATION = 0.6;
const TITLE_CHANCE = 0.3;
const TITLE_LINES = 40;
const TITLE_LENGTH = 160;
const MORE_LIKELY = 1.6;
const HEADING_LENGTH = 110;
const SENTENCE_WORDS = 6;
const FEWEST_MARKED = 3;
const TAIL = 12;
const LABEL_LENGTH = 16;
/** Where words have no blanks between them. */
const UNSPACED_LABEL_LENGTH = 4;
const LABELLED = 50;
const CUT = CLASSES.indexOf('cut');

/** With `keepsAll` no line is cut; in Markdown a lone hash mark says where headings have theirs. */
export function classify(
  lines: readonly Line[],
  tables: readonly FoundTable[],
  model: LineModel,
  { keepsAll = false, isMarkdown = false } = {},
): Classified {
  const roles = rolesByForm(lines, tables);
  const table = lineChances(model, lines, (at) => roles[at] === 'row');
  const chance = (at: number, is: LineClass): number => table[at * CLASSES.length + CLASSES.indexOf(is)] as number;
  const title = titleLine(lines, roles, chance);
  const speaks = (line: Line, at: number): boolean =>
    roles[at] === undefined && chance(at, 'cut') < SPEAKS && isSentence(line);
  const first = lines.findIndex(speaks);
  const last = lines.findLastIndex(speaks);
  // Without a sentence of its own there is no article that something could stand outside of.
  const mayCut = !keepsAll && first !== -1;
  // Who marks headings marks them all.
  const isMarked = lines.filter(({ hashes }) => hashes > 0).length >= (isMarkdown ? 1 : FEWEST_MARKED);
  const isWrapped = widthOf(lines) > 0;
  const counted = new Set([...countedHeadings(lines), ...versions(lines), ...days(lines), ...bracketed(lines)]);
  const spoken = speeches(lines);
  const own = ownLists(lines, title, (at) => counted.has(at));
  const shared = sharedFates(lines, roles, last, (at) => chance(at, 'cut'));
  let rows: Uint8Array | undefined;
  const isRowLike = (at: number): boolean => {
    rows ??= rowLike(lines);
    return rows[at] === 1;
  };
  const byForm = roles.slice();
  let flows: Uint8Array | undefined;
  const isFlowing = (at: number): boolean => {
    flows ??= flowing(lines, byForm);
    return flows[at] === 1;
  };
  const chances = lines.map(() => 1);
  for (const [at, line] of lines.entries()) {
    if (roles[at] !== undefined) continue;
    const isInner = at > first && at < last;
    const isAmongCut = !isInner && (roles[at - 1] === 'cut' || at === lines.length - 1 || COUNT.test(line.raw));
    const isCut = shared[at] ?? chance(at, 'cut') >= enoughToCut(line, isInner, isAmongCut, chance(at, 'cut'));
    const stays = (): boolean =>
      counted.has(at) ||
      isFlowing(at) ||
      (roles[at - 1] !== 'cut' && endsSentence(line.raw) && leadsOn(lines[at - 1], counted.has(at - 1))) ||
      (roles[at - 1] !== 'cut' && goesOnFrom(lines[at - 1], line)) ||
      isLabel(line, lines[at + 1]) ||
      isQuote(line) ||
      isSignature(lines, at) ||
      line.isSetIn === true ||
      own.has(at) ||
      line.marker?.ordered === true ||
      (isInner && (line.marker !== undefined || isRowLike(at)));
    const cutChance = chance(at, 'cut');
    const goes = mayCut && isCut && !stays();
    // Where a cut is not sure enough the line is what it would be else.
    table[at * CLASSES.length + CUT] = goes ? 1 : 0;
    let [is, sure] = best(table, at);
    const isHeading = is === 'heading' || is === 'title';
    const isOther =
      isMarked ||
      spoken.has(at) ||
      beginsParagraph(lines, at) ||
      (isSentence(line) && !endsQuestion(line.raw)) ||
      (at <= first && isTrail(line));
    if (isHeading && line.hashes === 0 && isOther) {
      unlikeHeading(table, at);
      [is, sure] = best(table, at);
    }
    chances[at] = goes ? cutChance : sure;
    roles[at] =
      at === title ? 'title' : roleOf(line, at, is, chance, roles[at - 1], isWrapped, isAmongItems(lines, at));
    if (roles[at] === 'prose' && mayGoOn(roles[at - 1]) && !line.blankBefore && goesOnFrom(lines[at - 1], line))
      roles[at] = 'continue';
    if (roles[at] === 'continue' && counted.has(at - 1)) roles[at] = 'prose';
    const readsAsHeading = counted.has(at) || (!spoken.has(at) && isQuestionOverAnswer(line, lines[at + 1]));
    if (roles[at] === 'prose' && !isMarked && readsAsHeading) roles[at] = 'heading';
  }
  const settled = roles as Role[];
  completeCapitals(lines, settled);
  if (mayCut) {
    cutOutside(lines, settled, title);
    cutRepeatedTitle(lines, settled, title);
    cutHeadingsOverNothing(settled, last);
  }
  return { roles: settled, chances, verdicts: verdictsOf(lines, settled, title) };
}

/** The chance from which on a line is cut; what is less likely clutter needs no look at its words. */
function enoughToCut(line: Line, isInner: boolean, isAmongCut: boolean, chance: number): number {
  if (chance < SURE_NEXT_CUT) return 1;
  if (isSentence(line)) return isAmongCut ? SURE_NEXT_SENTENCE_CUT : SURE_SENTENCE_CUT;
  if (isInner || line.hashes > 0) return SURE_INNER_CUT;
  return isAmongCut ? SURE_NEXT_CUT : SURE_CUT;
}

/**
 * A list is the article's or it is not: behind its last sentence the items of one are cut together, or stay. Those that a
 * line leads up to, and those that are sentences, stay.
 */
function sharedFates(
  lines: readonly Line[],
  roles: readonly (Role | undefined)[],
  last: number,
  cutChance: (at: number) => number,
): (boolean | undefined)[] {
  const fates: (boolean | undefined)[] = [];
  const isItem = (at: number): boolean => roles[at] === undefined && lines[at]?.marker?.ordered === false;
  for (let start = last + 1; start < lines.length; ) {
    let end = start;
    let sum = 0;
    while (isItem(end)) {
      sum += cutChance(end);
      end += 1;
    }
    if (end - start > 1) {
      const isOwn = LEADS_UP.test(lines[start - 1]?.raw ?? '') || lines.slice(start, end).some(isSentence);
      for (let at = start; at < end; at += 1) fates[at] = !isOwn && sum >= SHARED_CUT * (end - start);
    }
    start = Math.max(end, start + 1);
  }
  return fates;
}

const LEADS_UP = /[:：]$/;

/** 1 for lines that may be the rows of a table which could not be read: they are content, whatever they look like. */
function rowLike(lines: readonly Line[]): Uint8Array {
  const classOf = classReader();
  const found = new Uint8Array(lines.length);
  const texts = lines.map(({ raw }) => raw);
  for (const { start, end } of rowsAmong(texts, (text, most) => brokenPlaces(text, classOf, most)))
    found.fill(1, start, end);
  return found;
}

/** What is counted, be it a heading or a question, is answered by the sentence right under it: no clutter has numbers. */
const leadsOn = (before: Line | undefined, isCounted: boolean): boolean =>
  isCounted || (before?.marker?.ordered === true && endsQuestion(before.raw));

const mayGoOn = (before: Role | undefined): boolean => before === 'prose' || before === 'item' || before === 'continue';

/** Fewer words in all may be a notice that was wrapped. */
const PARAGRAPH_WORDS = 12;

/**
 * 1 for the lines of paragraphs that were wrapped: of their line ends half break a sentence, and the last one ends it.
 *
 *   crossing at low water is permitted only in         ← no clutter is written so
 *   daylight. The passengers must sit.
 */
function flowing(lines: readonly Line[], roles: readonly (Role | undefined)[]): Uint8Array {
  const found = new Uint8Array(lines.length);
  const isLine = (at: number): boolean =>
    roles[at] === undefined && lines[at]?.marker === undefined && lines[at]?.hashes === 0;
  for (let start = 0; start < lines.length; ) {
    let end = start + 1;
    let broken = 0;
    if (isLine(start)) {
      for (; end < lines.length && isLine(end) && lines[end]?.blankBefore === false; end += 1)
        if (endsOpen(lines[end - 1]) && SMALL.test((lines[end] as Line).raw)) broken += 1;
      const isWrapped = end - start > 1 && broken * 2 >= end - start - 1 && endsSentence((lines[end - 1] as Line).raw);
      if (isWrapped) {
        const words = lines.slice(start, end).reduce((sum, { raw }) => sum + countWords(raw), 0);
        if (words >= PARAGRAPH_WORDS) found.fill(1, start, end);
      }
    }
    start = end;
  }
  return found;
}

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

/** The line of the head of the text that is most likely its title, or −1. */
function titleLine(
  lines: readonly Line[],
  roles: readonly (Role | undefined)[],
  chance: (at: number, is: LineClass) => number,
): number {
  if (lines[0]?.hashes === 1 && roles[0] === undefined) return 0;
  let found = -1;
  for (let at = 0; at < Math.min(lines.length, TITLE_LINES); at += 1) {
    if (roles[at] !== undefined || isTrail(lines[at] as Line) || beginsParagraph(lines, at)) continue;
    // The title comes first: what stands lower has to be far more like one.
    if (chance(at, 'title') > (found === -1 ? TITLE_CHANCE : MORE_LIKELY * chance(found, 'title'))) found = at;
  }
  if (found !== -1) return found;
  const first = lines[0] !== undefined && isTrail(lines[0]) ? 1 : 0;
  return headsArticle(lines, roles, chance, first) ? first : -1;
}

//   Shop > Boats > Rowing boats
const STEP = /\s+[>›»→/]\s+/;
const FEWEST_STEPS = 3;

/** The way to the page through its site, which stands over the title. */
const isTrail = ({ raw }: Line): boolean => raw.length <= TITLE_LENGTH && raw.split(STEP).length >= FEWEST_STEPS;

/** The first line, or the one below the trail, short and without a stop, right over what says more: it is the title before it is clutter. */
function headsArticle(
  lines: readonly Line[],
  roles: readonly (Role | undefined)[],
  chance: (at: number, is: LineClass) => number,
  at: number,
): boolean {
  const first = lines[at];
  const second = lines[at + 1];
  if (first === undefined || second === undefined || roles[at] !== undefined || roles[at + 1] !== undefined)
    return false;
  if (first.marker !== undefined || second.marker !== undefined || first.raw.length > TITLE_LENGTH) return false;
  const isLikely = at > 0 || chance(at, 'cut') > TITLE_CHANCE;
  return isLikely && second.raw.length > first.raw.length && !endsSentence(first.raw);
}

/** Where nothing is wrapped, such a line is rather one of its own. */
const BEGINS = /^[\p{Lu}\p{Nd}]/u;

/** What no line goes on with. */
const APART: ReadonlySet<Role> = new Set(['row', 'fence', 'rule', 'code', 'line']);

function roleOf(
  line: Line,
  at: number,
  is: LineClass,
  chance: (at: number, is: LineClass) => number,
  before: Role | undefined,
  isWrapped: boolean,
  isAmong: boolean,
): Role {
  if (is === 'cut') return 'cut';
  if (line.hashes > 0) return 'heading';
  const mayContinue = !line.blankBefore && before !== undefined && !APART.has(before);
  if (line.marker !== undefined) {
    if (is === 'heading' && line.marker.ordered && !isAmong) return 'heading';
    const goesOn = is === 'continue' && isWrapped && mayContinue && chance(at, 'continue') >= SURE_CONTINUATION;
    return goesOn ? 'continue' : 'item';
  }
  if (is === 'heading' || is === 'title') return 'heading';
  if (is === 'item') return 'prose';
  const goesOn = isWrapped || !BEGINS.test(line.raw) || chance(at, 'continue') >= SURE_CONTINUATION;
  if (is === 'continue' && mayContinue && goesOn) return before === 'cut' ? 'cut' : 'continue';
  return isQuote(line) ? 'quote' : 'prose';
}

/** Right under another number, or right over one. */
const isAmongItems = (lines: readonly Line[], at: number): boolean =>
  (lines[at]?.blankBefore === false && lines[at - 1]?.marker?.kind === lines[at]?.marker?.kind) ||
  (lines[at + 1]?.blankBefore === false && lines[at + 1]?.marker?.ordered === true);

const isQuote = ({ raw, blankBefore, blankAfter }: Line): boolean => blankBefore && blankAfter && QUOTED.test(raw);

/** One word over a sentence heads a note: what a blog puts there has more words, or no sentence under it. */
const isLabel = ({ raw }: Line, next: Line | undefined): boolean =>
  raw.length <= LABEL_LENGTH &&
  (raw.length <= UNSPACED_LABEL_LENGTH || !isUnspaced(raw)) &&
  !/[\s\p{N}]/u.test(raw) &&
  next !== undefined &&
  next.marker === undefined &&
  (next.raw.length > LABELLED || isSentence(next));

/** The last line, alone and set in below short ones: who wrote the verses above. */
function isSignature(lines: readonly Line[], at: number): boolean {
  const [before, line] = [lines[at - 1], lines[at] as Line];
  if (at !== lines.length - 1 || before === undefined || !line.blankBefore) return false;
  return line.indent >= before.indent + SET_IN && before.raw.length <= VERSE && !before.blankBefore;
}
const VERSE = 60;
const SET_IN = 4;

/** A short question alone, with an answer under it: few texts teach it, but readers know it for a heading. */
function isQuestionOverAnswer(line: Line, next: Line | undefined): boolean {
  if (!line.blankBefore || !line.blankAfter || next === undefined) return false;
  if (line.raw.length > HEADING_LENGTH || !endsQuestion(line.raw) || /[.!。！।]\s/.test(line.raw)) return false;
  return next.marker !== undefined || next.raw.length > line.raw.length;
}

/** A look at the end is enough, and at the words of a short line. */
function isSentence({ raw }: Line): boolean {
  const ends = endsSentence(raw.slice(-TAIL)) || (ASIDE.test(raw) && STOP_INSIDE.test(raw.slice(0, SENTENCES)));
  return ends && (raw.length > SENTENCES || countWords(raw) >= SENTENCE_WORDS);
}

//   Take a short survey. (It is in English)
const ASIDE = /[)）\]］]$/;

/** The title once more, right under it: below a paragraph it heads something. */
function cutRepeatedTitle(lines: readonly Line[], roles: Role[], title: number): void {
  if (title === -1) return;
  const { raw: said } = lines[title] as Line;
  const key = lettersOf(said);
  for (let at = title + 1; at < Math.min(lines.length, title + TITLE_LINES); at += 1) {
    const { raw } = lines[at] as Line;
    if (roles[at] !== 'cut' && roles[at] !== 'title' && isSentence(lines[at] as Line)) return;
    if (raw.length > 2 * said.length + TAIL) continue;
    if (roles[at] !== 'row' && roles[at] !== 'code' && lettersOf(raw) === key) roles[at] = 'cut';
  }
}

/** After the last sentence, a heading whose lines were all cut heads nothing of the article's. */
function cutHeadingsOverNothing(roles: Role[], last: number): void {
  for (let at = roles.length - 2; at > last; at -= 1) {
    if (roles[at] !== 'heading' || roles[at + 1] !== 'cut') continue;
    let end = at + 1;
    while (roles[end] === 'cut') end += 1;
    if (end === roles.length || roles[end] === 'heading') roles[at] = 'cut';
  }
}

const COUNT = /^\p{Nd}+\s+\p{L}+(?:\s+\p{L}+)?$/u;

function verdictsOf(lines: readonly Line[], roles: readonly Role[], title: number): Verdict[] {
  if (!roles.includes('cut')) return [];
  const key = title === -1 ? undefined : lettersOf((lines[title] as Line).raw);
  const isBody = (line: Line, at: number) =>
    (roles[at] === 'prose' || roles[at] === 'item') && countWords(line.raw.slice(0, SENTENCES)) > SENTENCE_WORDS;
  const first = lines.findIndex(isBody);
  return lines.flatMap((line, at): Verdict[] => {
    if (roles[at] !== 'cut') return [];
    const by =
      lettersOf(line.raw) === key
        ? 'line:repeated-title'
        : COUNT.test(line.raw)
          ? 'line:count'
          : at < first
            ? 'line:before-article'
            : 'line:after-article';
    return [{ keep: false, by, path: `line ${line.number}`, text: line.raw }];
  });
}
