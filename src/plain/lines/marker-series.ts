/**
 * Markers that alone would be doubtful, and are none unless others of their kind stand by them:
 *
 *   a. rope      1- lamp      1.灯      ১। বাতি      •lamp      ✅ lamp      ・灯
 *   b. lamp      2- rope      2.縄      ২। দড়ি      •rope      ❌ rope      ・縄
 */
import { valueOfDigits } from './digits.ts';
import { flagsOf, LETTER as IS_LETTER } from './glyphs.ts';
import type { Marker } from './line.ts';
import { valueOfHan } from './numerals.ts';

export interface Marked {
  readonly marker: Marker;
  /** Of the marker and the blanks behind it. */
  readonly length: number;
}

interface Sign extends Marked {
  readonly at: number;
  /** What has to grow from line to line; −1 for bullets. */
  readonly value: number;
  readonly sign: string;
  /** What it shares with those that may follow it, if not its kind. */
  readonly series?: string;
}

//   1- text   1 - text   1.- text   1/ text   1।text   1.本文   1、本文   （1）本文
const NUMBER =
  /^([（(]?)(\p{Nd}{1,3})(\.-| ?[-–](?=\s)|\/(?=\s)|[।۔.)、．）])[ \t\u00a0]*(?=\p{L}|[“"«„「『‹¿¡(（《])/u;
//   a. text   أ. text   أ- text   （一）本文   一、本文
const LETTER =
  /^([（(]?)(?:(\p{L})(?:[.)]|-(?=\s))[ \t\u00a0]+|([一二三四五六七八九十]{1,3})[、．.）)][ \t\u00a0]*)(?=[\p{L}\p{N}“"«„「『‹¿¡《])/u;
//   ①本文
const CIRCLED = /^[①-⑳][ \t\u00a0]*(?=[\p{L}\p{N}“"«„「『‹《])/u;
//   •text   ・本文   ☐ text   ✅ text     (arrows stand before links)
//   §→text, as word processors write the signs of their fonts
const BULLET =
  /^((?:[\uf000-\uf0ff•‣◦▪▫■□●○◆◇▶►▸▹➢➤★☆※◎✓✔✗✘☐☑☒⁃∙·・･]|(?![\p{Nd}#*©®™←-⇿])\p{Extended_Pictographic})\ufe0f?|[§üØqvn](?=\t))[ \t\u00a0]*(?=[\p{L}\p{N}“"«„「『‹¿¡(（《])/u;

/** Signs that say yes or no, and differ from item to item; other pictures that differ begin paragraphs and headings. */
const ANSWERS = /[✓✔✗✘☐☑☒✅❌❎]/u;

const FIRST_LETTERS = /^[aаαאأاكক가ㄱअกა一]$/iu;
/** As they are counted by their old order. */
const ABJAD = ['أبجدهوزحطيكلمن', 'ابجدهوزحطيكلمن'];

/** Lines from one marker to the next: letters may be initials of names, where they stand far apart. */
const FARTHEST_NUMBER = 200;
const FARTHEST_LETTER = 4;
const FEWEST_CAPITALS = 3;
const FEWEST = 2;
const FEWEST_LOOSE = 3;
/** Longer lines are sentences. */
const HEAD = 40;
const LOOKED_AT = 24;

/** By the index of their lines. */
export function markerSeries(lines: readonly string[]): ReadonlyMap<number, Marked> {
  const found = new Map<number, Marked>();
  const open = new Map<string, Sign[]>();
  const close = (signs: readonly Sign[]): void => {
    if (!areMarkers(signs) || !isHeaded(signs[0] as Sign, lines)) return;
    const isOneSign = signs.every(({ sign }) => sign === signs[0]?.sign);
    for (const { at, marker, length } of signs)
      found.set(at, { marker: marker.ordered ? marker : { ...marker, isOwn: !isOneSign }, length });
  };
  for (const [at, line] of lines.entries()) {
    const sign = signOf(line, at);
    if (sign === undefined) continue;
    const { series = sign.marker.kind } = sign;
    const before = open.get(series);
    if (before !== undefined && follows(before, sign, lines)) before.push(sign);
    else {
      if (before !== undefined) close(before);
      open.set(series, [sign]);
    }
  }
  for (const signs of open.values()) close(signs);
  return found;
}

function signOf(line: string, at: number): Sign | undefined {
  const bare = line.trimStart().slice(0, LOOKED_AT);
  if (bare === '' || !mayBeSign(bare)) return undefined;
  const bullet = BULLET.exec(bare);
  if (bullet !== null) {
    const sign = bullet[1] as string;
    const marker = { ordered: false, start: 1, kind: '•', isOwn: false };
    return { at, marker, length: bullet[0].length, value: -1, sign, series: ANSWERS.test(sign) ? 'answer' : sign };
  }
  const number = NUMBER.exec(bare);
  if (number !== null) {
    const [whole, opening, digits, closing] = number as unknown as [string, string, string, string];
    const value = valueOfDigits(digits);
    const isOwn = opening !== '';
    const kind = `${opening}1${closing}`;
    return { at, marker: { ordered: true, start: value, kind, isOwn }, length: whole.length, value, sign: kind };
  }
  const circled = CIRCLED.exec(bare)?.[0];
  if (circled !== undefined) {
    const value = (circled.codePointAt(0) as number) - 0x245f;
    const marker = { ordered: true, start: 1, kind: '①', isOwn: true };
    return { at, marker, length: circled.length, value, sign: circled };
  }
  const letter = LETTER.exec(bare);
  if (letter === null) return undefined;
  const [whole, , single, numeral] = letter;
  const kind = whole.trimEnd().replace((single ?? numeral) as string, numeral === undefined ? 'a' : '一');
  const value = numeral === undefined ? ((single as string).codePointAt(0) ?? 0) : valueOfHan(numeral);
  const marker = { ordered: true, start: 1, kind, isOwn: true };
  return { at, marker, length: whole.length, value, sign: (single ?? numeral) as string };
}

/** Most lines begin with a word. */
const mayBeSign = (bare: string): boolean =>
  (flagsOf(bare.charCodeAt(0)) & IS_LETTER) === 0 ||
  '.)-、．）\t'.includes(bare[1] ?? ' ') ||
  /^[一二三四五六七八九十]/.test(bare);

/** Bullets stand right below each other, or all have a blank line between them; numbers and letters count. */
function follows(signs: readonly Sign[], { at, marker, value, sign }: Sign, lines: readonly string[]): boolean {
  const before = signs.at(-1) as Sign;
  if (!marker.ordered) {
    const step = at - before.at;
    const isSame = signs.length < 2 || step === before.at - (signs.at(-2) as Sign).at;
    return isSame && (step === 1 || (step === 2 && lines[at - 1]?.trim() === ''));
  }
  const isNumber = !marker.isOwn || /[1一①]/.test(marker.kind);
  const farthest = isNumber && !marker.kind.startsWith('1 ') ? FARTHEST_NUMBER : FARTHEST_LETTER;
  return at <= before.at + farthest && (isNumber ? value === before.value + 1 : nextLetter(before.sign, sign));
}

/** Bullets stand below a blank line, a colon or a few words: in the middle of a text they are signs that somebody typed. */
function isHeaded({ at, marker, sign }: Sign, lines: readonly string[]): boolean {
  const before = lines[at - 1]?.trim() ?? '';
  // The middle dot begins lines of Japanese posts as well.
  if (marker.ordered || (before === '' && sign !== '・')) return true;
  return before !== '' && (/[:：]$/.test(before) || (before.length <= HEAD && !/[.!?。！？]$/.test(before)));
}

const nextLetter = (before: string, letter: string): boolean =>
  ABJAD.some((order) => order.indexOf(before) !== -1 && order.indexOf(letter) === order.indexOf(before) + 1) ||
  isNear((letter.codePointAt(0) as number) - (before.codePointAt(0) as number));

/** Some alphabets leave letters out, and Hangul syllables lie far apart. */
const isNear = (step: number): boolean => (step >= 1 && step <= 3) || step === 588 || step === 1176;

function areMarkers(signs: readonly Sign[]): boolean {
  const { at, marker, value, sign } = signs[0] as Sign;
  if (!marker.ordered) return signs.length >= (signs[1]?.at === at + 1 ? FEWEST : FEWEST_LOOSE);
  if (value === 1) return signs.length >= FEWEST;
  return FIRST_LETTERS.test(sign) && signs.length >= (/\p{Lu}/u.test(sign) ? FEWEST_CAPITALS : FEWEST);
}
