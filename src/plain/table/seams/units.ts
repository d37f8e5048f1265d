/**
 * What all rows write behind a number is its unit, in whatever language, and what they all write before one names it:
 *
 *   白峰温泉14,800円あり     鷹ノ湯11,500円なし     円 belongs to the number
 *   ป้าแดง 25 บาท           บ้านขนม 40 บาท         so does บาท, where one blank parts cells
 *   Furmint szeptember 24. 312                     and szeptember to the 24
 */
import type { Block } from './block.ts';
import { changeAt, LIKELY, NEVER, SURELY } from './certainty.ts';
import type { Row } from './row.ts';

const NUMBER = /\p{Nd}([ \u00a0\u202f]?)(\p{L}[\p{L}\p{M}]*(?:["״]\p{Lo})?|\p{Sc})/gu;
/** The word before a number, which is no unit of another. */
const NAME = /(?<=^|[^\p{Nd}\s]\s)(\p{L}[\p{L}\p{M}]*) (?=\p{Nd})/gu;
const BEFORE_NUMBER = /(?<!\S)(\p{L}[\p{L}\p{M}]*) (?=\p{Nd})/gu;
/** A header stands over the rows. */
const FEWEST_ROWS = 3;
const SHARE_OF_ROWS = { glued: 0.8, space: 0.75 };
const MOST_NUMBERS = 6;
const LONGEST = 12;
/** Only some scripts write words for units right behind figures. */
const TOUCHES = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** Parts of dates and times, behind which they go on. */
const GOES_ON = /[年月日号號时時点點年월일시분分间間]$/;
const UNSPACED = /^[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** What stands for units in all languages of a script. */
const SYMBOL = /^(?:[kcm]?m|[km]?g|[mcd]?l|h|s|км|см|мм|м|кг|г|мл|л|т|ч|с)$/;
/** Behind a blank fewer letters are the beginning of several units, or of their plurals. */
const SHORTEST_APART = 3;
/** What follows the unit begins another cell, but for `5個以上`. */
const RATHER = 1;
/** The more different words follow, the surer. */
const DIVERSE = 3;

interface Unit {
  readonly row: number;
  /** The index of its first letter. */
  readonly from: number;
  readonly letters: string;
  /** A blank stands before it. */
  readonly isApart: boolean;
}

/** Changes the scores of the places before and behind units. */
export function keepUnits({ rows, joint }: Block, scores: readonly Float32Array[]): void {
  const body = rows.slice(1);
  const change = (unit: Pick<Unit, 'row'>, at: number, to: (score: number) => number): void => {
    changeAt(rows[unit.row] as Row, scores[unit.row] as Float32Array, at, to);
  };
  const least = Math.max(FEWEST_ROWS, body.length * SHARE_OF_ROWS[joint]);
  const named = new Set<string>();
  if (joint === 'space')
    for (const names of sameOrdinals(body.map(namesOf), least))
      if (new Set(names.map(({ letters }) => letters)).size === 1) named.add((names[0] as Unit).letters);
  for (const [at, { text }] of body.entries())
    for (const { index, 1: letters = '' } of named.size > 0 ? text.matchAll(BEFORE_NUMBER) : [])
      if (named.has(letters)) change({ row: at + 1 }, index + letters.length + 1, () => NEVER);
  const found = body.map((row, at) => unitsOf(row, at).filter(({ letters }) => !named.has(letters)));
  for (const units of sameOrdinals(found, least)) {
    const shared = sharedStart(units.map(({ letters }) => letters));
    const others = units.map(({ letters }) => letters.slice(shared.length));
    if (shared === '' || shared.length > LONGEST) continue;
    const areApart = units.every(({ isApart }) => isApart);
    if (joint === 'space') {
      if (!areApart || others.some((other) => other !== '') || !units.every((unit) => isWhole(unit, rows))) continue;
      const followers = followersOf(units, rows).size;
      for (const unit of units) {
        change(unit, unit.from, () => NEVER);
        if (followers > 1) change(unit, unit.from + shared.length + 1, (score) => raised(score, followers));
      }
      for (const group of groupsBefore(units, rows)) change(group, group.from, () => NEVER);
    } else if (units.every(({ isApart }) => !isApart)) {
      if (!TOUCHES.test(shared)) continue;
      const followers = others.includes('') ? 0 : new Set(others.map(([first]) => first)).size;
      for (const unit of units) {
        const end = unit.from + shared.length;
        change(unit, unit.from, () => NEVER);
        if (followers > 1) change(unit, end, (score) => raised(score, followers));
        const isEnd = unit.letters === shared && !GOES_ON.test(shared);
        if (isEnd && /\p{Nd}/u.test((rows[unit.row] as Row).text[end] ?? '')) change(unit, end, () => SURELY);
      }
    } else if (areApart && endsWord(shared, others))
      for (const unit of units) change(unit, unit.from + shared.length, (score) => Math.max(LIKELY, score));
  }
}

const raised = (score: number, followers: number): number =>
  followers < DIVERSE ? score + RATHER : Math.max(score + RATHER, LIKELY);

/** Whether a blank follows, or nothing. */
const isWhole = ({ row, from, letters }: Unit, rows: readonly Row[]): boolean =>
  /^(?:\s|$)/.test((rows[row] as Row).text.slice(from + letters.length));

/** The words behind units; none where some row has no word there. */
function followersOf(units: readonly Unit[], rows: readonly Row[]): Set<string> {
  const words = units.map(({ row, from, letters }) => {
    const behind = (rows[row] as Row).text.slice(from + letters.length);
    return /^ (\p{L}\S*)/u.exec(behind)?.[1];
  });
  return new Set(words.includes(undefined) ? [] : (words as string[]));
}

//   Hire 1 240 kr
//   Meal 395 kr
const GROUPED = /(?<![\p{Nd}.,] ?)([1-9]\p{Nd}{0,2}) \p{Nd}{3} $/u;
const SHORT = /(?<![\p{Nd}.,] ?)\p{Nd}{1,3} $/u;

/** Where the thousands of numbers before their unit are parted by a blank; none where a counter may stand before them. */
function groupsBefore(units: readonly Unit[], rows: readonly Row[]): Pick<Unit, 'row' | 'from'>[] {
  const before = units.map(({ row, from }) => (rows[row] as Row).figures.slice(0, from));
  const heads = before.map((text) => GROUPED.exec(text)?.[1]);
  const areCounted = heads.every((head, at) => Number(head) === Number(heads[0]) + at);
  if (areCounted || before.some((text, at) => heads[at] === undefined && !SHORT.test(text))) return [];
  return units.flatMap(({ row, from }, at) => (heads[at] === undefined ? [] : [{ row, from: from - '000 '.length }]));
}

/** Whether what all have in common is a whole word, behind which other cells begin. */
function endsWord(shared: string, others: readonly string[]): boolean {
  const more = others.filter((other) => other !== '');
  //   15.000 đcó chay     30.000 đ      where it ends a row it is whole
  if (shared.length < SHORTEST_APART && !SYMBOL.test(shared)) return more.length > 0 && more.length < others.length;
  if (UNSPACED.test(shared) || SYMBOL.test(shared))
    return more.length === others.length && new Set(more.map(([first]) => first)).size > 1;
  //   120 saatSalı     240 saather gün     160 saatCumartesi
  if (more.length === others.length)
    return new Set(more.map(([first]) => first)).size >= DIVERSE && more.some((word) => /^\p{Lu}/u.test(word));
  return more.length > 0 && more.every(({ length }) => length >= SHORTEST_APART);
}

const unitsOf = ({ text }: Row, at: number): Unit[] =>
  [...text.matchAll(NUMBER)].map(({ index, 0: all, 1: blank, 2: letters = '' }) => ({
    row: at + 1,
    from: index + all.length - letters.length,
    letters,
    isApart: blank !== '',
  }));

const namesOf = ({ text }: Row, at: number): Unit[] =>
  [...text.matchAll(NAME)].map(({ index, 1: letters = '' }) => ({ row: at + 1, from: index, letters, isApart: true }));

/** What stands in the same place of its row, from the left or from the right, in enough rows. */
function* sameOrdinals(found: readonly (readonly Unit[])[], least: number): Generator<Unit[]> {
  if (found.filter((own) => own.length > 0).length < least) return;
  for (let ordinal = 0; ordinal < MOST_NUMBERS; ordinal += 1)
    for (const units of [found.map((own) => own[ordinal]), found.map((own) => own.at(-1 - ordinal))]) {
      const own = units.filter((unit) => unit !== undefined);
      if (own.length >= least) yield own;
    }
}

function sharedStart(words: readonly string[]): string {
  const [first = '', ...others] = words;
  let length = first.length;
  for (const word of others) while (!word.startsWith(first.slice(0, length))) length -= 1;
  return first.slice(0, length);
}
