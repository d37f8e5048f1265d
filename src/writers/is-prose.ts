/**
 * Texts of paragraphs and headings in which remark-stringify escapes nothing, with GFM and without formulas: its list
 * of unsafe patterns (mdast-util-to-markdown, lib/unsafe.js, and GFM's), read in one pass. What is in doubt is not.
 */

const HARMLESS = 0;
const UNSAFE = 1;
/** Harmless but beside another character. */
const CONDITIONAL = 2;

const CLASSES = new Uint8Array(0x80);
for (let code = 0; code < 0x20; code += 1) CLASSES[code] = UNSAFE;
for (const character of '*_~[]`\\\x7f') CLASSES[character.charCodeAt(0)] = UNSAFE;
for (const character of '!&<@.:(') CLASSES[character.charCodeAt(0)] = CONDITIONAL;

/** What begins something else than a paragraph where it stands first in a line. */
const BEGINS = /^(?:[#+\-=>|: ]|\d+[.)])/;
const ADDRESS_BEFORE = /[\w+\-.]/;
const ADDRESS_AFTER = /[\w\-.]/;
const TAG_AFTER = /[!/?A-Za-z]/;
const REFERENCE_AFTER = /[#A-Za-z]/;

/** `before` and `after` are the characters around it, `\n` at the ends of a block. */
export function isProse(value: string, before: string, after: string): boolean {
  if (value === '') return false;
  const last = value.charCodeAt(value.length - 1);
  // A blank at the end of a line, and number signs that would close a heading.
  if (after === '\n' && (last === 0x20 || last === 0x23)) return false;
  if (before === '\n' && BEGINS.test(value)) return false;
  for (let at = 0; at < value.length; at += 1) {
    const code = value.charCodeAt(at);
    const what = code < 0x80 ? CLASSES[code] : HARMLESS;
    if (what === HARMLESS) continue;
    if (what === UNSAFE) return false;
    const previous = at === 0 ? before : value.charAt(at - 1);
    const next = at === value.length - 1 ? after : value.charAt(at + 1);
    if (isUnsafe(value.charAt(at), previous, next)) return false;
  }
  return true;
}

function isUnsafe(character: string, previous: string, next: string): boolean {
  switch (character) {
    case '!':
      return next === '[';
    case '&':
      return REFERENCE_AFTER.test(next);
    case '<':
      return TAG_AFTER.test(next);
    case '@':
      return ADDRESS_BEFORE.test(previous) && ADDRESS_AFTER.test(next);
    case '.':
      return (previous === 'w' || previous === 'W') && ADDRESS_AFTER.test(next);
    case ':':
      return (previous === 'p' || previous === 's') && next === '/';
    default:
      return previous === ']';
  }
}
