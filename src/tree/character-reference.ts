/** Character references: `&amp;`, `&#38;`, `&#x26;`, and the old names that do without a semicolon. */
import { characterEntities } from 'character-entities';
import { characterEntitiesLegacy } from 'character-entities-legacy';

/** What nearly every page has: where the table of all 2,125 lies apart, most pages do without it. */
const COMMON: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\xa0',
  copy: '©',
  reg: '®',
  middot: '·',
  laquo: '«',
  raquo: '»',
  times: '×',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  bull: '•',
  hellip: '…',
};
const LEGACY: ReadonlySet<string> = new Set(characterEntitiesLegacy);
const LONGEST_LEGACY = characterEntitiesLegacy.reduce((longest, name) => Math.max(longest, name.length), 0);
/** `CounterClockwiseContourIntegral` is the longest name. */
const LONGEST = 31;
const REPLACEMENT = '\ufffd';
/** What C1 numbers mean: windows-1252, read as pages of the nineties wrote it (13.2.5.80 of the standard). */
const C1 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

const AMPERSAND = 38;
const HASH = 35;
const SEMICOLON = 59;
const EQUALS = 61;

const isDigit = (byte: number): boolean => byte >= 48 && byte <= 57;
const isAlphanumeric = (byte: number): boolean => isDigit(byte) || ((byte | 32) >= 97 && (byte | 32) <= 122);

export interface Reference {
  readonly value: string;
  /** Behind the reference. */
  readonly end: number;
}

/** The reference whose `&` stands at `at`, or undefined where it is just an ampersand. */
export function readReference(
  source: Uint8Array,
  at: number,
  end: number,
  isInAttribute: boolean,
): Reference | undefined {
  if (source[at] !== AMPERSAND || at + 1 >= end) return undefined;
  return source[at + 1] === HASH ? readNumeric(source, at + 2, end) : readNamed(source, at + 1, end, isInAttribute);
}

function readNumeric(source: Uint8Array, from: number, end: number): Reference | undefined {
  let at = from;
  const isHex = at < end && ((source[at] as number) | 32) === 120;
  if (isHex) at += 1;
  const digitsAt = at;
  let code = 0;
  for (; at < end; at += 1) {
    const byte = source[at] as number;
    const letter = byte | 32;
    let digit: number;
    if (isDigit(byte)) digit = byte - 48;
    else if (isHex && letter >= 97 && letter <= 102) digit = letter - 87;
    else break;
    code = Math.min(0x110000, code * (isHex ? 16 : 10) + digit);
  }
  if (at === digitsAt) return undefined;
  if (at < end && source[at] === SEMICOLON) at += 1;
  return { value: characterOf(code), end: at };
}

function characterOf(code: number): string {
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return REPLACEMENT;
  if (code >= 0x80 && code <= 0x9f) return C1[code - 0x80] ?? REPLACEMENT;
  return String.fromCodePoint(code);
}

function readNamed(source: Uint8Array, from: number, end: number, isInAttribute: boolean): Reference | undefined {
  let name = '';
  let at = from;
  for (; at < end && at - from <= LONGEST; at += 1) {
    const byte = source[at] as number;
    if (!isAlphanumeric(byte)) break;
    name += String.fromCharCode(byte);
  }
  if (at < end && source[at] === SEMICOLON) {
    const value = characterNamed(name);
    if (value !== undefined) return { value, end: at + 1 };
  }
  for (let length = Math.min(name.length, LONGEST_LEGACY); length >= 2; length -= 1) {
    const legacy = name.slice(0, length);
    if (!LEGACY.has(legacy)) continue;
    const next = from + length < end ? (source[from + length] as number) : 0;
    // Old addresses hold ampersands: `?a=1&copy=2` is no sign of copyright.
    if (isInAttribute && (next === EQUALS || isAlphanumeric(next))) return undefined;
    return { value: characterNamed(legacy) as string, end: from + length };
  }
  return undefined;
}

function characterNamed(name: string): string | undefined {
  if (Object.hasOwn(COMMON, name)) return COMMON[name];
  return Object.hasOwn(characterEntities, name) ? characterEntities[name] : undefined;
}
