/** What a character is, told once for each character that a text has. */

export const LETTER = 1;
export const UPPER = 2;
/** A letter of a script without capitals. */
export const CASELESS = 4;
export const DIGIT = 8;
/** Punctuation or symbol. */
export const SIGN = 16;
export const SPACE = 32;
/** Letters, marks and digits: what words are made of. */
export const WORD = 64;
/** Of a script that writes no blanks between words. */
export const UNSPACED = 128;
export const STOP = 256;
export const OPENING_QUOTE = 512;
/** What may stand after the stop of a sentence: quotes and brackets that close. */
export const CLOSER = 1024;
/** Statements of programs are full of these. */
export const CODE = 2048;
export const HYPHEN = 4096;
/** Marks of direction and other characters that nobody sees, but for joiners. */
export const INVISIBLE = 8192;
/** What items have before them. */
export const BULLET = 16384;
const KNOWN = 32768;
/** What parts the steps of a way through a site. */
export const STEP = 65536;
/** What a command is typed behind. */
export const PROMPT = 131072;
/** What joins names and values in contents: dots and strokes. */
export const LEADER = 262144;
/** It may be a mark that takes a place of its own. */
export const SPACING_MARK = 524288;
/** It may take two columns on a screen. */
export const WIDE = 1048576;
/** It may take no column or two on a screen. */
export const ODD = 2097152;
export const BLANK = 4194304;
/** A stop that needs no blank behind it. */
export const CLOSED_STOP = 8388608;
/** Of a pair that is one character, which may be of any kind. */
export const HALF = 134217728;
/** It may be a capital letter to Unicode, which knows some without small ones. */
export const CAPITAL = 268435456;

const isUnspaced = (code: number): boolean =>
  (code >= 0xe00 && code <= 0xeff) ||
  (code >= 0x1000 && code <= 0x109f) ||
  (code >= 0x1780 && code <= 0x17ff) ||
  (code >= 0x3040 && code <= 0x9fff);

/** Its capitals stand in whole lines of capitals alone, never at the beginning of a word. */
const isGeorgian = (code: number): boolean => code >= 0x10d0 && code <= 0x10ff;

const STOPS = '.!?。．！？｡।॥۔؟։።';
const QUOTES = '"“«„「『‹\'‘';
const CLOSERS = '"\'”’“»)]）］}」』›';
const CLOSED_STOPS = '。！？।॥۔።။។';
const CODES = '=;{}()[]$';
const BULLETS = '•‣◦▪■●▶✓✔';
const STEPS = '>›»→/＞';
const PROMPTS = '$#%➜❯>=';
const LEADERS = '.·…_';
const UNSEEN = /[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad\u061c]/;
/** Of those below what follows. */
const NO_OR_TWO_COLUMNS = /[\u1100-\u115f\p{M}\p{Cf}]/u;
const FIRST_WIDE = 0x2e80;

function tell(code: number): number {
  // Half of a pair is a rare letter or, far more often, a picture.
  if (code >= 0xd800 && code <= 0xdfff) return KNOWN | SIGN | SPACING_MARK | WIDE | ODD | HALF | CAPITAL;
  const character = String.fromCharCode(code);
  const known = KNOWN | (isUnspaced(code) ? UNSPACED : 0) | placeOf(code, character);
  if (/\p{L}/u.test(character)) {
    const isUpper = character.toLowerCase() !== character;
    const isCaseless =
      isGeorgian(code) || (!isUpper && character.toUpperCase() === character && /\p{Lo}/u.test(character));
    const isCapital = /\p{Lu}/u.test(character);
    return known | LETTER | WORD | (isUpper ? UPPER : 0) | (isCaseless ? CASELESS : 0) | (isCapital ? CAPITAL : 0);
  }
  if (/\p{M}/u.test(character)) return known | WORD | (/\p{Mc}/u.test(character) ? SPACING_MARK : 0);
  if (/\p{N}/u.test(character)) return known | WORD | (/\p{Nd}/u.test(character) ? DIGIT : 0);
  const unseen = UNSEEN.test(character) ? INVISIBLE : 0;
  if (/\s/u.test(character)) return known | unseen | SPACE | (character === ' ' ? BLANK : 0);
  return (
    known |
    unseen |
    useOf(character) |
    (/[\p{P}\p{S}]/u.test(character) ? SIGN : 0) |
    (STOPS.includes(character) ? STOP : 0) |
    (QUOTES.includes(character) ? OPENING_QUOTE : 0) |
    (CLOSERS.includes(character) ? CLOSER : 0)
  );
}

/** Whether it takes another place than one column. */
const placeOf = (code: number, character: string): number =>
  (code >= FIRST_WIDE ? WIDE | ODD : 0) | (NO_OR_TWO_COLUMNS.test(character) ? ODD : 0);

/** What a sign may be there for. */
const useOf = (sign: string): number =>
  (CODES.includes(sign) ? CODE : 0) |
  (sign === '-' ? HYPHEN : 0) |
  (BULLETS.includes(sign) ? BULLET : 0) |
  (STEPS.includes(sign) ? STEP : 0) |
  (PROMPTS.includes(sign) ? PROMPT : 0) |
  (LEADERS.includes(sign) ? LEADER : 0) |
  (CLOSED_STOPS.includes(sign) ? CLOSED_STOP : 0);

const smallOf = (code: number): number => String.fromCharCode(code).toLowerCase().charCodeAt(0);

/** Of each code unit the flags where `flagsOf` was asked before, 0 else: for loops over all characters. */
export const knownFlags = new Int32Array(0x10000);
const small = new Uint16Array(0x10000);

/** The flags of a UTF-16 code unit; each is told once. */
export function flagsOf(code: number): number {
  const known = knownFlags[code] as number;
  return known === 0 ? learn(code) : known;
}

function learn(code: number): number {
  small[code] = smallOf(code);
  const flags = tell(code);
  knownFlags[code] = flags;
  return flags;
}

/** The small letter of one whose flags were asked for. */
export const lowerOf = (code: number): number => small[code] as number;
