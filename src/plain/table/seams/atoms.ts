/** Times, dates and amounts have a form: no cell ends inside one, and figures that touch its end belong to the next cell. */
import { LIKELY, NEVER, SURELY } from './certainty.ts';
import type { Joint, Row } from './row.ts';

//   7:108:05      → 7:10 | 8:05          12.05.2025340 → 12.05.2025 | 340          50%20% → 50% | 20%          18 °C30 °C → 18 °C | 30 °C
const FORMS =
  /(?<!\d)(?:19|20)\d{2}\s?[年년]\s?\d{1,2}\s?[月월](?:\s?\d{1,2}\s?[日号號일])?|\d{1,2}:[0-5]\d(?:\s?[–-]\s?\d{1,2}:[0-5]\d)?|\d{1,2}\.[0-5]\d\s?–\s?\d{1,2}\.[0-5]\d|(?<!\d)\d{1,2}([./-])\d{1,2}\1(?:19|20)\d{2}|(?<!\d)(?:19|20)\d{2}-[01]\d-[0-3]\d|\d%|\d[ \u00a0\u202f]?(?:°(?:[CFKСФ](?!\p{Ll}))?|[℃℉])/gu;
/** Symbols of units, which are the same in all languages of a script, belong to the number before them. */
//   14.7km6 → 14.7km | 6
const MEASURES =
  /\d[ \u00a0\u202f]?(?:[kcmµμn]m[²³]?|[kM]?Wh|mAh|[kmµμ]g|[mcdh]l|k?cal|[kMG]?Hz|[hk]Pa|км²?|см|мм|кг|мл|ккал|кДж|кВт|Гц|χλμ|كم|سم|مم|[كم]?جم|مل)(?![\p{Ll}\p{M}])|\d[ \u00a0\u202f]?(?:m[AL]|[kM][JW]|[kKMGT]i?B)(?![\p{L}\p{M}])|\d[ \u00a0\u202f](?:[gmlhst]|м|г|л|ч|т)(?:(?![\p{L}\p{M}])|(?=\p{Lu}\p{Ll})(?!(?:Pa|Hz|Sv)(?!\p{Ll})))/gu;
/** A Hebrew word with its last letter set off is an abbreviation, most often of a unit: 7.5 ק"מ. */
const ABBREVIATED = /[א-ת]["״][א-ת]/g;
//   12 ש"חמשק          behind a number it is a unit, and ends with its last letter
const BEHIND_ABBREVIATED = /(?<=\d ?[א-ת]{1,2}["״][א-ת])[א-ת]/g;
//   25 | 00 rupees      no number begins so, but times do
const NOUGHTS = /(?<=\d)00(?!\d*[:.]\d)/g;
/** Names of pictures: `:tick::cross:`. */
const PICTURES = /:[a-z][a-z0-9_+-]*[a-z0-9]:(?![\d/])/g;
/** Signs that stand as whole cells, each behind a blank. */
const SIGNS_APART = /(?<=\s)[✓✔✗✘☑☒✅❌●○◯](?=\ufe0f?(?:\s|$))/g;
const MAIL_SIGN = /(?<=[\p{L}\d])@(?=[\w-]+\.\w)./gu;
/** Amounts begin with the sign of their currency behind a word: einen Tag€ 9,50; US$ 5 does not. */
const CURRENCY_BEHIND_LETTERS = /(?<=[\p{Ll}\p{Lo}\p{M}])\p{Sc}(?=[ \u00a0]?\d)/gu;
//   Mo–12.00–17.30–     a dash behind a word and before a span of time is a cell that says there is none
const DASH_BEFORE_SPAN = /(?<=\p{L})[–—](?=\d{1,2}[.:]\d\d\s?[–-])/gu;
/** Where a blank parts no cells, it is inside an amount. */
//   23 %54 990 €4,6 → 23 % | 54 990 € | 4,6
const AMOUNTS =
  /(?<=\d)[ \u00a0\u202f]\d{3}(?!\d)(?:[ \u00a0\u202f]?%|[ \u00a0\u202f]\p{Sc})?|\d[ \u00a0\u202f](?:%|\p{Sc})/gu;
/** Even where one does: shares, amounts before another number, telephone numbers. */
const SHARES = /\d[ \u00a0\u202f]%|\p{Sc}\d(?:[\d.,]*\d)?(?= \d)|(?<!\S)0\d{2,5}(?:[ /-]\d{2,})*[ /-]\d{3,}/gu;
const SIGN = /[%\p{Sc}]$/u;
//   Northv5.8 → North | v5.8
const VERSION_BEHIND_LETTERS = /(?<=\p{L})v(?=\d+\.\d)/gu;
//   22029년 → 2 | 2029년: no number of years is as large
const YEAR_BEHIND_FIGURES = /(?<=\d)(?:19|20)\d{2}\s?[년年]/g;
//   1968年480円 → 1968年 | 480円: no month has three figures
const BEHIND_YEAR = /(?<=(?<!\d)(?:19|20)\d{2}[年년])\d{3}/g;
const SUMS = /\d[ \u00a0\u202f]\p{Sc}(?!\S)/gu;
const CURRENCY_FIRST = /(?:^|[^\d\s])\s?\p{Sc}\s?\d/u;
/** Some languages write the sign first. */
const SIGN_FIRST = { glued: /(?:^|[^\d\s])\s?%\s?\d/, space: /(?:^|[^\d\s])\s?%\s?\d|\s%\d/ };
const MAY_HOLD = /\d[^\d,]|[年년"״@\p{Sc}]/u;
/** A date goes on with a time. */
const TIME = /^\d{1,2}:/;
const SHORT_NUMBER = 3;

const isDigit = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
};

function endOfDigits(text: string, from: number): number {
  let end = from;
  while (isDigit(text, end)) end += 1;
  return end;
}

/** Changes the scores of the places in and behind atoms. */
export function respectAtoms(row: Row, joint: Joint, scores: Float32Array): void {
  const { figures: text, places } = row;
  respectPictures(row, joint, scores);
  if (joint === 'space') for (const at of placesBefore(row, SIGNS_APART)) raise(scores, at, SURELY);
  if (!MAY_HOLD.test(text)) return;
  const isSignFirst = SIGN_FIRST[joint].test(text);
  for (const at of placesBefore(row, YEAR_BEHIND_FIGURES)) raise(scores, at, SURELY);
  for (const form of [BEHIND_YEAR, BEHIND_ABBREVIATED])
    for (const at of placesBefore(row, form)) raise(scores, at, SURELY);
  for (const at of placesBefore(row, VERSION_BEHIND_LETTERS)) {
    raise(scores, at, SURELY);
    if (places[at + 1] === (places[at] as number) + 1) scores[at + 1] = NEVER;
  }
  respect(row, text.matchAll(FORMS), isSignFirst, scores);
  respect(row, text.matchAll(MEASURES), isSignFirst, scores);
  respect(row, text.matchAll(ABBREVIATED), false, scores);
  for (const at of placesBefore(row, NOUGHTS)) scores[at] = NEVER;
  for (const at of placesBefore(row, MAIL_SIGN)) {
    scores[at] = NEVER;
    if (places[at + 1] === (places[at] as number) + 1) scores[at + 1] = NEVER;
  }
  respect(row, text.matchAll(joint === 'glued' ? AMOUNTS : SHARES), isSignFirst, scores);
  if (joint === 'space' && !CURRENCY_FIRST.test(text)) respect(row, text.matchAll(SUMS), false, scores);
  for (const at of placesBefore(row, CURRENCY_BEHIND_LETTERS)) raise(scores, at, SURELY);
  for (const at of placesBefore(row, DASH_BEFORE_SPAN)) {
    raise(scores, at, SURELY);
    raise(scores, at + 1, SURELY);
  }
}

/** No cell ends inside the name of a picture, and most end behind it. */
function respectPictures({ figures: text, places }: Row, joint: Joint, scores: Float32Array): void {
  let at = 0;
  for (const { 0: name, index } of text.includes(':') ? text.matchAll(PICTURES) : []) {
    const end = index + name.length;
    while (at < places.length && (places[at] as number) < index) at += 1;
    if (places[at] === index && joint === 'glued') raise(scores, at, SURELY);
    for (; at < places.length && (places[at] as number) < end; at += 1)
      if ((places[at] as number) > index) scores[at] = NEVER;
    if (places[at] === end && joint === 'glued') raise(scores, at, SURELY);
  }
}

function respect(
  { figures: text, places }: Row,
  atoms: Iterable<RegExpExecArray>,
  isSignFirst: boolean,
  scores: Float32Array,
) {
  let at = 0;
  for (const { 0: atom, index } of atoms) {
    if (isSignFirst && atom.endsWith('%')) continue;
    const end = index + atom.length;
    while (at < places.length && (places[at] as number) <= index) at += 1;
    for (; at < places.length && (places[at] as number) < end; at += 1) scores[at] = NEVER;
    // Behind a blank the figure may go on with the sentence.
    if (places[at] === end + 1 && isDigit(text, end + 1) && !TIME.test(text.slice(end + 1, end + 4)))
      raise(scores, at, LIKELY);
    if (places[at] !== end || !isDigit(text, end)) continue;
    raise(scores, at, SURELY);
    if (SIGN.test(atom)) continue;
    const last = endOfDigits(text, end);
    // A short number with something behind it is one; longer runs may be several.
    if (last - end > SHORT_NUMBER || last === text.length) continue;
    for (at += 1; at < places.length && (places[at] as number) < last; at += 1) scores[at] = NEVER;
  }
}

//   Role• one             a mark of a list begins a cell; a dash behind a letter, with a blank behind it, is hardly anything else
//       ^ surely a cut
const LIST_MARKS = /(?<=[^\s•◦▪■●○‣–-])(?:[•◦▪■●○‣](?=\s?\S)|[–-](?=\s\p{L}))/gu;

/** Raises the scores of places where a list begins behind another cell. */
export function respectLists(row: Row, scores: Float32Array): void {
  for (const at of placesBefore(row, LIST_MARKS)) raise(scores, at, SURELY);
}

/** The places, by their number, right before what has a form. */
function placesBefore({ figures: text, places }: Row, form: RegExp): number[] {
  const found: number[] = [];
  let at = 0;
  for (const { index } of text.matchAll(form)) {
    while (at < places.length && (places[at] as number) < index) at += 1;
    if (places[at] === index) found.push(at);
  }
  return found;
}

function raise(scores: Float32Array, at: number, least: number): void {
  scores[at] = Math.max(least, scores[at] as number);
}
