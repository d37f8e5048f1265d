/** White space in a text's range, character references that stand for it included. */
import { readReference } from '../character-reference.ts';
import type { Parser } from './state.ts';

const AMPERSAND = 38;

/** Tab, line feed, form feed, carriage return, space. */
export const isWhiteSpace = (byte: number): boolean =>
  byte === 32 || byte === 10 || byte === 9 || byte === 13 || byte === 12;

/** Behind the white space that a range begins with. */
export function skipWhiteSpace(p: Parser, start: number, end: number): number {
  for (let at = start; at < end; ) {
    const byte = p.bytes[at] as number;
    if (isWhiteSpace(byte)) at += 1;
    else if (byte === AMPERSAND && !p.isRawText) {
      const reference = readReference(p.bytes, at, end, false);
      if (reference === undefined || !isWhiteSpace(reference.value.charCodeAt(0))) return at;
      at = reference.end;
    } else return at;
  }
  return end;
}

/** Behind what a range begins with that is not white space. */
export function skipToWhiteSpace(p: Parser, start: number, end: number): number {
  let at = start;
  while (at < end && skipWhiteSpace(p, at, end) === at) at += 1;
  return at;
}

/** Whether a text is a NUL by itself, as the tokenizer hands them over outside raw text. */
export const isNul = (p: Parser, start: number): boolean => p.hasNul && p.bytes[start] === 0 && !p.keepsNul;

export const isBlank = (p: Parser, start: number, end: number): boolean => skipWhiteSpace(p, start, end) === end;

/** Behind the line feed that a range begins with, if it does. */
export function skipLineFeed(p: Parser, start: number, end: number): number {
  const byte = p.bytes[start];
  if (byte === 10) return start + 1;
  if (byte === 13) return p.bytes[start + 1] === 10 ? start + 2 : start + 1;
  if (byte !== AMPERSAND || p.isRawText) return start;
  const reference = readReference(p.bytes, start, end, false);
  return reference?.value === '\n' ? reference.end : start;
}
