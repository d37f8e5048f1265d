/** Texts in which nothing could need escaping: most of them, and the library would try some forty patterns on each. */

import type { Info } from 'mdast-util-to-markdown';
import { codeUnitAt } from '../code-unit.ts';

/** ASCII characters that no pattern of remark-stringify or GFM names inside a line: others escape, or start something. */
const HARMLESS = harmless('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ,;.:?%/"\'()-+=');
/** Of these, those that also mean nothing at the start of a line. */
const HARMLESS_FIRST = harmless('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ ,;?%/"\'');

function harmless(characters: string): Uint8Array {
  const table = new Uint8Array(0x80);
  for (const character of characters) table[character.charCodeAt(0)] = 1;
  return table;
}

const SPACE = 32;
const DOT = 46;
const SOLIDUS = 47;
const COLON = 58;
const LINE_END = /[\r\n]/;

/** Whether a text between these neighbours is written as it is. */
export function isPlain(value: string, { before, after }: Pick<Info, 'before' | 'after'>): boolean {
  const first = value.charCodeAt(0);
  const last = value.charCodeAt(value.length - 1);
  if (!(first >= 0x80 || HARMLESS_FIRST[first] === 1) || last === COLON) return false;
  if (first === SPACE && LINE_END.test(before)) return false;
  if (last === SPACE && LINE_END.test(after)) return false;
  let previous = 0;
  for (let at = 0, { length } = value; at < length; at += 1) {
    const code = codeUnitAt(value, at);
    if (code < 0x80) {
      if (HARMLESS[code] === 0) return false;
      // `www.` and `http://` would become links.
      if (code === DOT && (previous | SPACE) === 119) return false;
      if (code === SOLIDUS && previous === COLON) return false;
    }
    previous = code;
  }
  return true;
}
