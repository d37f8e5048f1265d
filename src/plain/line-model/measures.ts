/** What each line shows by itself, in columns: one pass over its characters. */
import { codeUnitAt } from '../../code-unit.ts';
import {
  CASELESS,
  CLOSER,
  DIGIT,
  flagsOf,
  knownFlags,
  LETTER,
  lowerOf,
  OPENING_QUOTE,
  SIGN,
  SPACE,
  STOP,
  UNSPACED,
  UPPER,
  WORD,
} from '../lines/glyphs.ts';
import type { Line } from '../lines/line.ts';
import type { Columns } from './columns.ts';

/** Longer lines are sentences whatever stands around them. */
export const LONG = 110;
/** Longer ones hold several, and the model need not be asked. */
export const SENTENCES = 240;
/** Of a line, the characters whose words are looked at; of a text, the words. */
const SPOKEN = 600;
const MOST_PIECES = 60_000;

export const ENDING = {
  other: 0,
  stop: 1,
  question: 2,
  colon: 3,
  comma: 4,
  ellipsis: 5,
  bracket: 6,
  quote: 7,
  digit: 8,
};
const OPENING = { small: 0, capital: 1, caseless: 2, digit: 3, quote: 4, other: 5 };

export interface Measures {
  readonly count: number;
  readonly length: Float32Array;
  readonly words: Float32Array;
  readonly stops: Float32Array;
  readonly ending: Uint8Array;
  readonly opening: Uint8Array;
  /** Counts of characters, 0 for lines over `LONG`. */
  readonly digits: Uint16Array;
  readonly signs: Uint16Array;
  readonly letters: Uint16Array;
  readonly caseless: Uint16Array;
  /** Words with a capital first, and all capitals. */
  readonly capitals: Uint16Array;
  readonly uppers: Uint16Array;
  /** Numbers and words by runs: `12 comments` has one of each. */
  readonly numbers: Uint16Array;
  /** A colon inside the line: `Label: value`. */
  readonly labels: Uint8Array;
  /** Equal for lines of the same letters and digits, 0 for lines over `LONG` and lines without any. */
  readonly key: Float64Array;
  /** Numbers for the words of the lines, one line after the other. */
  readonly pieces: Int32Array;
  /** Where the pieces of a line begin; one more than there are lines. */
  readonly from: Int32Array;
}

export function measure(lines: readonly Line[], columns: Columns): Measures {
  const count = lines.length;
  const measures = {
    count,
    length: columns.floats(count),
    words: columns.floats(count),
    stops: columns.floats(count),
    ending: columns.bytes(count),
    opening: columns.bytes(count),
    digits: columns.shorts(count),
    signs: columns.shorts(count),
    letters: columns.shorts(count),
    caseless: columns.shorts(count),
    capitals: columns.shorts(count),
    uppers: columns.shorts(count),
    numbers: columns.shorts(count),
    labels: columns.bytes(count),
    key: columns.doubles(count),
    pieces: columns.integers(mostPieces(lines)),
    from: columns.integers(count + 1),
  };
  const walk = { pieces: 0 };
  for (let at = 0; at < count; at += 1) {
    const { text, raw } = lines[at] as Line;
    measures.length[at] = raw.length;
    measures.ending[at] = endingOf(raw);
    measures.opening[at] = openingOf(text);
    if (raw.length <= SENTENCES || walk.pieces < MOST_PIECES) walkLine(measures, at, text, raw.length, walk);
    if (raw.length > SENTENCES) {
      measures.words[at] = 100;
      measures.stops[at] = 4;
    }
    measures.from[at + 1] = walk.pieces;
  }
  return { ...measures, pieces: measures.pieces.subarray(0, walk.pieces) };
}

/** A word takes two characters with the sign behind it, a pair of letters without blanks one. */
export function mostPieces(lines: readonly Line[]): number {
  let pieces = 0;
  for (const { text, kinds } of lines) {
    const length = Math.min(text.length, SPOKEN);
    pieces += (kinds & UNSPACED) === 0 ? (length >> 1) + 1 : length;
    if (pieces >= MOST_PIECES) return MOST_PIECES + 1;
  }
  return pieces + 1;
}

type Writable = { -readonly [name in keyof Measures]: Measures[name] };

/** A small letter of an alphabet is of none of these kinds but the first. */
const NO_SMALL_LETTER = LETTER | UPPER | CASELESS | UNSPACED;
const COLON = 58;
const WIDE_COLON = 0xff1a;

function walkLine(out: Writable, at: number, text: string, length: number, walk: { pieces: number }): void {
  const isLong = length > LONG;
  const end = Math.min(text.length, SPOKEN);
  let before = SPACE;
  let hash = 0;
  let spelt = 0x811c9dc5;
  let again = 0x1b873593;
  let words = 0;
  let unspaced = 0;
  let letters = 0;
  let caseless = 0;
  let capitals = 0;
  let uppers = 0;
  let digits = 0;
  let signs = 0;
  let numbers = 0;
  let stops = 0;
  let last = 0;
  for (let index = 0; index <= end; index += 1) {
    const code = index < end ? codeUnitAt(text, index) : 32;
    const flags = index < end ? (knownFlags[code] as number) || flagsOf(code) : SPACE;
    // Most characters are small letters behind letters: of what is below they take these steps alone.
    if ((flags & NO_SMALL_LETTER) === LETTER && (before & LETTER) !== 0) {
      if (!isLong) {
        spelt = Math.imul(spelt ^ code, 16777619);
        again = Math.imul(again ^ code, 0x5bd1e995);
      }
      hash = Math.imul((hash === 0 ? 0x811c9dc5 : hash) ^ code, 16777619) | 1;
      letters += 1;
      before = flags;
      last = code;
      continue;
    }
    if ((before & STOP) !== 0 && ((flags & SPACE) !== 0 || (last !== 46 && (flags & (SIGN | DIGIT)) === 0))) stops += 1;
    if ((flags & WORD) !== 0) {
      const small = lowerOf(code);
      spelt = Math.imul(spelt ^ small, 16777619);
      again = Math.imul(again ^ small, 0x5bd1e995);
      if ((flags & UNSPACED) !== 0) {
        if ((before & UNSPACED) !== 0 && walk.pieces < MOST_PIECES) {
          out.pieces[walk.pieces] = Math.imul(lowerOf(last) ^ 0x811c9dc5, 16777619) ^ Math.imul(small, 0x27d4eb2d);
          walk.pieces += 1;
        }
        unspaced += 1;
      } else hash = Math.imul((hash === 0 ? 0x811c9dc5 : hash) ^ small, 16777619) | 1;
      if ((flags & LETTER) !== 0) {
        letters += 1;
        if ((flags & CASELESS) !== 0) caseless += 1;
        else if ((flags & UPPER) !== 0) {
          uppers += 1;
          if ((before & LETTER) === 0) capitals += 1;
        }
      } else if ((flags & DIGIT) !== 0) {
        digits += 1;
        if ((before & DIGIT) === 0) numbers += 1;
      }
    } else if ((flags & SIGN) !== 0) {
      signs += 1;
      if ((code === COLON || code === WIDE_COLON) && index > 0 && index + 1 < text.length) out.labels[at] = 1;
    }
    if (hash !== 0 && (flags & (WORD | UNSPACED)) !== WORD && walk.pieces < MOST_PIECES) {
      out.pieces[walk.pieces] = hash;
      walk.pieces += 1;
      hash = 0;
    }
    if ((flags & SPACE) === 0 && (before & SPACE) !== 0) words += 1;
    before = flags;
    last = code;
  }
  out.words[at] = words + (unspaced >> 1);
  out.stops[at] = stops;
  if (isLong) return;
  out.digits[at] = digits;
  out.signs[at] = signs;
  out.letters[at] = letters;
  out.caseless[at] = caseless;
  out.capitals[at] = capitals;
  out.uppers[at] = uppers;
  out.numbers[at] = numbers;
  if (letters + digits > 0) out.key[at] = (spelt >>> 0) * 1048576 + (again >>> 12) + 1;
}

const GREEK_QUESTION = 59;

function endingOf(text: string): number {
  let at = text.length - 1;
  const last = text.charCodeAt(at);
  if ((flagsOf(last) & DIGIT) !== 0) return ENDING.digit;
  if ((flagsOf(last) & LETTER) !== 0) return ENDING.other;
  if (last === GREEK_QUESTION && /\p{Script=Greek}.{0,3};$/u.test(text.slice(-6))) return ENDING.question;
  while (at > 0 && text.length - at < 6 && (flagsOf(text.charCodeAt(at)) & CLOSER) !== 0) at -= 1;
  const sign = text[at] as string;
  if ('!?！？؟'.includes(sign)) return ENDING.question;
  if (sign === '…' || (sign === '.' && text[at - 1] === '.')) return ENDING.ellipsis;
  if ((flagsOf(text.charCodeAt(at)) & STOP) !== 0) return ENDING.stop;
  const end = text.at(-1) as string;
  if (':：'.includes(end)) return ENDING.colon;
  if (',;،؛、，；'.includes(end)) return ENDING.comma;
  if (')]）］}'.includes(end)) return ENDING.bracket;
  return (flagsOf(last) & (CLOSER | OPENING_QUOTE)) !== 0 ? ENDING.quote : ENDING.other;
}

function openingOf(text: string): number {
  const flags = text === '' ? SPACE : flagsOf(text.charCodeAt(0));
  if ((flags & UPPER) !== 0) return OPENING.capital;
  if ((flags & CASELESS) !== 0) return OPENING.caseless;
  if ((flags & LETTER) !== 0) return OPENING.small;
  if ((flags & DIGIT) !== 0) return OPENING.digit;
  return (flags & OPENING_QUOTE) !== 0 ? OPENING.quote : OPENING.other;
}
