/**
 * Texts of paragraphs, headings and links with the escapes that remark-stringify sets in them, with GFM and without
 * formulas: its list of unsafe patterns (mdast-util-to-markdown, lib/unsafe.js, and GFM's), read in one pass.
 */
import { beginsReference } from './reference.ts';
import { withoutSpareEscapes } from './spare-escapes.ts';

const HARMLESS = 0;
/** What the library does with it hangs on more than its neighbours. */
const DOUBTFUL = 1;
const ALWAYS = 2;
/** Escaped beside some characters. */
const SOMETIMES = 3;

const CLASSES = new Uint8Array(0x80);
for (let code = 0; code < 0x20; code += 1) CLASSES[code] = DOUBTFUL;
for (const character of '\\\x7f') CLASSES[character.charCodeAt(0)] = DOUBTFUL;
for (const character of '*[`~') CLASSES[character.charCodeAt(0)] = ALWAYS;
for (const character of '!&<@.:(_]') CLASSES[character.charCodeAt(0)] = SOMETIMES;

// Codes and no strings of one character: those of other scripts than the Latin are of another kind to the compiler.
const BANG = 0x21;
const AMPERSAND = 0x26;
const OPENING_PARENTHESIS = 0x28;
const ASTERISK = 0x2a;
const PLUS = 0x2b;
const HYPHEN = 0x2d;
const FULL_STOP = 0x2e;
const SOLIDUS = 0x2f;
const LESS_THAN = 0x3c;
const QUESTION_MARK = 0x3f;
const AT_SIGN = 0x40;
const OPENING_BRACKET = 0x5b;
const CLOSING_BRACKET = 0x5d;
const LOW_LINE = 0x5f;
const GRAVE = 0x60;
const LETTER_P = 0x70;
const LETTER_S = 0x73;
const LETTER_W = 0x77;
const TILDE = 0x7e;

/** What begins something else than a paragraph where it stands first in a line. */
const BEGINS = /^(?:[#+\-=>|: ]|\d+(?:\)|\.(?:[ \t]|$)))/;
/**
 * Undefined where the library has to be asked. `before` and `after` are the characters around the text, `\n` at the
 * ends of a block; `isLabel` says that it stands in a link or describes an image.
 */
export function escaped(value: string, before: string, after: string, isLabel: boolean): string | undefined {
  if (value === '') return undefined;
  const last = value.charCodeAt(value.length - 1);
  // A blank at the end of a line, and number signs that would close a heading.
  if (isEdge(after) && (last === 0x20 || last === 0x23)) return undefined;
  if (isEdge(before) && BEGINS.test(value)) return undefined;
  let written = '';
  let start = 0;
  for (let at = 0; at < value.length; at += 1) {
    const code = value.charCodeAt(at);
    let what = code < 0x80 ? CLASSES[code] : HARMLESS;
    if (what === SOMETIMES) what = between(value, at, before, after, isLabel);
    if (what === HARMLESS) continue;
    if (what === DOUBTFUL) return undefined;
    written += `${value.slice(start, at)}\\`;
    start = at;
  }
  if (start === 0 && written === '') return value;
  const whole = written + value.slice(start);
  return isLabel ? whole : withoutSpareEscapes(whole, before, after);
}

const isEdge = (character: string): boolean => character === '\n' || character === '\r' || character === '';

/** What the character at a place is between its neighbours. */
function between(value: string, at: number, before: string, after: string, isLabel: boolean): number {
  const previous = at === 0 ? codeOf(before) : value.charCodeAt(at - 1);
  const next = at === value.length - 1 ? codeOf(after) : value.charCodeAt(at + 1);
  const code = value.charCodeAt(at);
  switch (code) {
    case BANG:
      // A bracket in the text is escaped itself.
      return next === OPENING_BRACKET && at === value.length - 1 ? ALWAYS : HARMLESS;
    case AMPERSAND:
      return beginsReference(value, at, after) ? ALWAYS : HARMLESS;
    case LESS_THAN:
      return beginsTag(next) ? ALWAYS : HARMLESS;
    case OPENING_PARENTHESIS:
      return previous === CLOSING_BRACKET ? DOUBTFUL : HARMLESS;
    case CLOSING_BRACKET:
      return isLabel ? ALWAYS : HARMLESS;
    case LOW_LINE:
      return lowLine(previous, next, at > 1 && at < value.length - 2);
    default:
      if (isLabel || !opensAddress(code, previous, next)) return HARMLESS;
      // The library's patterns take the neighbours with them: of two signs with one between, it sees the first alone.
      if (previous === LOW_LINE || next === LOW_LINE) return DOUBTFUL;
      return at > 1 && value.charCodeAt(at - 2) === code ? DOUBTFUL : ALWAYS;
  }
}

/** Of a character, -1 where there is none. */
const codeOf = (character: string): number => (character === '' ? -1 : character.charCodeAt(0));

const isLetter = (code: number): boolean => (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
const isAlphanumeric = (code: number): boolean => isLetter(code) || (code >= 0x30 && code <= 0x39);
const beginsTag = (code: number): boolean =>
  isLetter(code) || code === BANG || code === SOLIDUS || code === QUESTION_MARK;
const isInAddress = (code: number): boolean =>
  isAlphanumeric(code) || code === LOW_LINE || code === HYPHEN || code === FULL_STOP;

/** `a@b`, `www.a`, `https://`: GFM makes links of them. */
function opensAddress(code: number, previous: number, next: number): boolean {
  if (code === AT_SIGN) return (isInAddress(previous) || previous === PLUS) && isInAddress(next);
  if (code === FULL_STOP) return (previous | 0x20) === LETTER_W && isInAddress(next);
  return (previous === LETTER_P || previous === LETTER_S) && next === SOLIDUS;
}

/** Inside a word it stays as it is. */
function lowLine(previous: number, next: number, isInside: boolean): number {
  if (!isPlain(previous) || !isPlain(next)) return DOUBTFUL;
  if (!isAlphanumeric(previous) || !isAlphanumeric(next)) return ALWAYS;
  return isInside ? HARMLESS : DOUBTFUL;
}

/** A line feed, or of ASCII what can be seen, but no low line. */
const isPlain = (code: number): boolean => code === 0x0a || (code >= 0x20 && code < 0x7f && code !== LOW_LINE);

/** The character that a text begins with where it is written behind something else. */
export function firstWritten(value: string, isLabel: boolean): string {
  const next = value.length < 2 ? -1 : value.charCodeAt(1);
  switch (codeOf(value)) {
    case ASTERISK:
    case OPENING_BRACKET:
    case GRAVE:
    case TILDE:
    case LOW_LINE:
      return '\\';
    case CLOSING_BRACKET:
      return isLabel ? '\\' : value.charAt(0);
    case AMPERSAND:
      return beginsReference(value, 0, '') ? '\\' : value.charAt(0);
    case LESS_THAN:
      return beginsTag(next) ? '\\' : value.charAt(0);
    default:
      return value.charAt(0);
  }
}

/** Whether the first character is written as it is, whatever stands before it. */
export const isHarmlessStart = (value: string): boolean => HARMLESS_START.test(value);
const HARMLESS_START = /^[0-9A-Za-z\u00a1-\u1fff\u2010-\ud7ff]/;
