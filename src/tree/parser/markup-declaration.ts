/** `<!…>` and `<?…>`: comments, doctypes, CDATA sections, and what only looks like them (13.2.5.41 to 13.2.5.72). */
import { findByte } from './find-byte.ts';
import { currentContext, IN_FOREIGN } from './open-elements.ts';
import type { Parser } from './state.ts';
import { processComment, processDoctype, processText } from './tree-construction.ts';

const GREATER_THAN = 62;
const HYPHEN = 45;
const BANG = 33;
const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const DOCTYPE = bytesOf('doctype');
const CDATA = bytesOf('[CDATA[');

/** `at` is the `<` of `<!`. */
export function readMarkupDeclaration(p: Parser, at: number): void {
  const { bytes } = p;
  const from = at + 2;
  if (bytes[from] === HYPHEN && bytes[from + 1] === HYPHEN) readComment(p, at);
  else if (matches(bytes, from, DOCTYPE, 32)) {
    // A `>` ends a doctype wherever it stands, even inside quotes.
    const end = findByte(p, GREATER_THAN, from + DOCTYPE.length);
    p.position = Math.min(end + 1, p.length);
    p.tagStart = at;
    processDoctype(p, from + DOCTYPE.length, end);
  } else if (currentContext(p) === IN_FOREIGN && matches(bytes, from, CDATA, 0)) {
    readCdata(p, from + CDATA.length);
  } else readBogusComment(p, at, from);
}

/** With `fold` 32 letters match in any case. */
function matches(bytes: Uint8Array, at: number, expected: Uint8Array, fold: number): boolean {
  for (let index = 0; index < expected.length; index += 1) {
    if (((bytes[at + index] as number) | fold) !== expected[index]) return false;
  }
  return true;
}

/** A comment whose data begins at `from` and ends at the first `>`. */
export function readBogusComment(p: Parser, at: number, from: number): void {
  const end = findByte(p, GREATER_THAN, from);
  p.position = Math.min(end + 1, p.length);
  p.tagStart = at;
  processComment(p, from, end);
}

/**
 *     <!--data-->   <!--data--!>   <!-->   <!--->
 *         ▲   ▲         ▲   ▲          ▲       ▲
 *      from   end    from   end        end at from: there is no data
 */
function readComment(p: Parser, at: number): void {
  const { bytes, length } = p;
  const from = at + 4;
  p.tagStart = at;
  for (let close = findByte(p, GREATER_THAN, from); close < length; ) {
    const end = commentEnd(bytes, from, close);
    if (end !== -1) {
      p.position = close + 1;
      processComment(p, from, end);
      return;
    }
    close = findByte(p, GREATER_THAN, close + 1);
  }
  p.position = length;
  processComment(p, from, Math.max(from, openEnd(bytes, from, length)));
}

/** Where the data end if the `>` at `close` ends the comment, else -1. */
function commentEnd(bytes: Uint8Array, from: number, close: number): number {
  if (close === from || (close === from + 1 && bytes[from] === HYPHEN)) return from;
  if (isDashes(bytes, from, close - 2)) return close - 2;
  return bytes[close - 1] === BANG && isDashes(bytes, from, close - 3) ? close - 3 : -1;
}

const isDashes = (bytes: Uint8Array, from: number, at: number): boolean =>
  at >= from && bytes[at] === HYPHEN && bytes[at + 1] === HYPHEN;

/** Where the data end if the source ends before the comment does. */
function openEnd(bytes: Uint8Array, from: number, length: number): number {
  if (bytes[length - 1] === BANG && isDashes(bytes, from, length - 3)) return length - 3;
  if (isDashes(bytes, from, length - 2)) return length - 2;
  return length > from && bytes[length - 1] === HYPHEN ? length - 1 : length;
}

function readCdata(p: Parser, from: number): void {
  const { bytes, length } = p;
  let end = findByte(p, GREATER_THAN, from);
  while (end < length && !(end >= from + 2 && bytes[end - 1] === 93 && bytes[end - 2] === 93)) {
    end = findByte(p, GREATER_THAN, end + 1);
  }
  p.position = Math.min(end + 1, length);
  const dataEnd = end < length ? end - 2 : length;
  p.isRawText = true;
  p.hasNul ||= bytes.subarray(from, dataEnd).includes(0);
  if (dataEnd > from) processText(p, from, dataEnd);
  p.isRawText = false;
}
