/** Classes and scripts of characters: what a seam is seen by before any word is known. */

export const CLASS = {
  edge: 0,
  blank: 1,
  upper: 2,
  lower: 3,
  letter: 4,
  han: 5,
  hiragana: 6,
  katakana: 7,
  unspaced: 8,
  mark: 9,
  digit: 10,
  stop: 11,
  comma: 12,
  colon: 13,
  open: 14,
  close: 15,
  quote: 16,
  dash: 17,
  slash: 18,
  unit: 19,
  symbol: 20,
  final: 21,
} as const;

export const CLASSES = 22;

/** Letters that end words and stand nowhere else: Arabic ة ى, Hebrew ם ן ץ ף ך, Greek ς. */
const FINAL = /[ةىםןץףךς]/;
const BY_PATTERN: readonly (readonly [RegExp, number])[] = [
  [/\s/u, CLASS.blank],
  [FINAL, CLASS.final],
  [/\p{Script=Han}/u, CLASS.han],
  [/\p{Script=Hiragana}/u, CLASS.hiragana],
  [/[\p{Script=Katakana}ー]/u, CLASS.katakana],
  // Marks, raised figures and invisible format characters belong to the letter before them.
  [/[\p{M}\p{Cf}\u0e33\u0eb3¹²³\u2070-\u209c]/u, CLASS.mark],
  [/[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u, CLASS.unspaced],
  [/[\p{Lu}\p{Lt}]/u, CLASS.upper],
  [/\p{Ll}/u, CLASS.lower],
  [/\p{L}/u, CLASS.letter],
  [/\p{N}/u, CLASS.digit],
  [/[.!?…。！？।॥؟۔։።៕]/u, CLASS.stop],
  [/[,;،؛、，；٫٬]/u, CLASS.comma],
  [/[:：]/u, CLASS.colon],
  [/[\p{Ps}\p{Pi}]/u, CLASS.open],
  [/[\p{Pe}\p{Pf}]/u, CLASS.close],
  [/["'`´]/u, CLASS.quote],
  [/[\p{Pd}_·•~]/u, CLASS.dash],
  [/[/\\|]/u, CLASS.slash],
  [/[%‰٪°\p{Sc}]/u, CLASS.unit],
];

const UNTOLD = 255;
/** Filled as characters are met: classes are asked for by the million and by few characters. */
const told = new Uint8Array(0x10000).fill(UNTOLD);

/** The class of a UTF-16 code unit; halves of a surrogate pair are symbols, the second one a mark. */
export function classOf(code: number): number {
  const value = told[code] as number;
  return value === UNTOLD ? tell(code) : value;
}

function tell(code: number): number {
  const value = classByPattern(code);
  told[code] = value;
  return value;
}

function classByPattern(code: number): number {
  if (code >= 0xdc00 && code <= 0xdfff) return CLASS.mark;
  if (code >= 0xd800 && code <= 0xdbff) return CLASS.symbol;
  const character = String.fromCharCode(code);
  return BY_PATTERN.find(([pattern]) => pattern.test(character))?.[1] ?? CLASS.symbol;
}

/** A number for the script of a letter, 0 for what has none; by block, which is enough to see a change. */
export function scriptOf(code: number): number {
  if (code < 0x41) return 0;
  if (code < 0x250 || (code >= 0x1e00 && code < 0x1f00)) return 1;
  if ((code >= 0x370 && code < 0x400) || (code >= 0x1f00 && code < 0x2000)) return 2;
  if (code >= 0x400 && code < 0x530) return 3;
  if (code >= 0x530 && code < 0x590) return 4;
  if (code >= 0x590 && code < 0x600) return 5;
  if ((code >= 0x600 && code < 0x8ff) || (code >= 0xfb50 && code < 0xfe00) || (code >= 0xfe70 && code < 0xff00))
    return 6;
  if (code >= 0x900 && code < 0x1100) return 10 + (code >> 7) - 18;
  if ((code >= 0x1100 && code < 0x1200) || (code >= 0xac00 && code < 0xd7b0)) return 7;
  if (code >= 0x1780 && code < 0x1800) return 8;
  if (code >= 0x3040 && code < 0xa000) return 9;
  return 0;
}

export const isLetterClass = (value: number): boolean =>
  (value >= CLASS.upper && value <= CLASS.mark) || value === CLASS.final;
export const isWordClass = (value: number): boolean => isLetterClass(value) || value === CLASS.digit;
