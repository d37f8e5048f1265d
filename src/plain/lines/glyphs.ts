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
const KNOWN = 32768;

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

function tell(code: number): number {
  // Half of a pair is a rare letter or, far more often, a picture.
  if (code >= 0xd800 && code <= 0xdfff) return KNOWN | SIGN;
  const character = String.fromCharCode(code);
  const known = KNOWN | (isUnspaced(code) ? UNSPACED : 0);
  if (/\p{L}/u.test(character)) {
    const isUpper = character.toLowerCase() !== character;
    const isCaseless =
      isGeorgian(code) || (!isUpper && character.toUpperCase() === character && /\p{Lo}/u.test(character));
    return known | LETTER | WORD | (isUpper ? UPPER : 0) | (isCaseless ? CASELESS : 0);
  }
  if (/[\p{M}\p{N}]/u.test(character)) return known | WORD | (/\p{Nd}/u.test(character) ? DIGIT : 0);
  if (/\s/u.test(character)) return known | SPACE;
  return (
    known |
    (/[\p{P}\p{S}]/u.test(character) ? SIGN : 0) |
    (STOPS.includes(character) ? STOP : 0) |
    (QUOTES.includes(character) ? OPENING_QUOTE : 0) |
    (CLOSERS.includes(character) ? CLOSER : 0)
  );
}

const smallOf = (code: number): number => String.fromCharCode(code).toLowerCase().charCodeAt(0);

/** Of each code unit the flags where `flagsOf` was asked before, 0 else: for loops over all characters. */
export const knownFlags = new Uint16Array(0x10000);
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
