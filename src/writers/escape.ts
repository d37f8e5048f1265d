/**
 * Texts of paragraphs, headings and links with the escapes that remark-stringify sets in them, with GFM and without
 * formulas: its list of unsafe patterns (mdast-util-to-markdown, lib/unsafe.js, and GFM's), read in one pass.
 */

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

/** What begins something else than a paragraph where it stands first in a line. */
const BEGINS = /^(?:[#+\-=>|: ]|\d+(?:\)|\.(?:[ \t]|$)))/;
const ADDRESS_BEFORE = /[\w+\-.]/;
const ADDRESS_AFTER = /[\w\-.]/;
const TAG_AFTER = /[!/?A-Za-z]/;
const REFERENCE_AFTER = /[#A-Za-z]/;

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
  return start === 0 && written === '' ? value : written + value.slice(start);
}

const isEdge = (character: string): boolean => character === '\n' || character === '\r' || character === '';

/** What the character at a place is between its neighbours. */
function between(value: string, at: number, before: string, after: string, isLabel: boolean): number {
  const previous = at === 0 ? before : value.charAt(at - 1);
  const next = at === value.length - 1 ? after : value.charAt(at + 1);
  const character = value.charAt(at);
  switch (character) {
    case '!':
      // A bracket in the text is escaped itself.
      return next === '[' && at === value.length - 1 ? ALWAYS : HARMLESS;
    case '&':
      return REFERENCE_AFTER.test(next) ? ALWAYS : HARMLESS;
    case '<':
      return TAG_AFTER.test(next) ? ALWAYS : HARMLESS;
    case '(':
      return previous === ']' ? DOUBTFUL : HARMLESS;
    case ']':
      return isLabel ? ALWAYS : HARMLESS;
    case '_':
      return underscore(previous, next, at > 1 && at < value.length - 2);
    default:
      if (isLabel || !opensAddress(character, previous, next)) return HARMLESS;
      // The library's patterns take the neighbours with them: of two signs with one between, it sees the first alone.
      return previous === '_' || next === '_' || value.charAt(at - 2) === character ? DOUBTFUL : ALWAYS;
  }
}

/** `a@b`, `www.a`, `https://`: GFM makes links of them. */
function opensAddress(character: string, previous: string, next: string): boolean {
  if (character === '@') return ADDRESS_BEFORE.test(previous) && ADDRESS_AFTER.test(next);
  if (character === '.') return (previous === 'w' || previous === 'W') && ADDRESS_AFTER.test(next);
  return (previous === 'p' || previous === 's') && next === '/';
}

/** Inside a word it stays as it is. */
function underscore(previous: string, next: string, isInside: boolean): number {
  if (!PLAIN.test(previous) || !PLAIN.test(next)) return DOUBTFUL;
  if (!ALPHANUMERIC.test(previous) || !ALPHANUMERIC.test(next)) return ALWAYS;
  return isInside ? HARMLESS : DOUBTFUL;
}
const PLAIN = /^[\n -^`-~]$/;
const ALPHANUMERIC = /^[0-9A-Za-z]$/;

/** The character that a text begins with where it is written behind something else. */
export function firstWritten(value: string, isLabel: boolean): string {
  const first = value.charAt(0);
  const next = value.charAt(1);
  switch (first) {
    case '*':
    case '[':
    case '`':
    case '~':
    case '_':
      return '\\';
    case ']':
      return isLabel ? '\\' : first;
    case '&':
      return REFERENCE_AFTER.test(next) ? '\\' : first;
    case '<':
      return TAG_AFTER.test(next) ? '\\' : first;
    default:
      return first;
  }
}

/** Whether the first character is written as it is, whatever stands before it. */
export const isHarmlessStart = (value: string): boolean => HARMLESS_START.test(value);
const HARMLESS_START = /^[0-9A-Za-z\u00a1-\u1fff\u2010-\ud7ff]/;
