/** A range of a page's bytes as a string: UTF-8, with line ends made `\n` and character references resolved. */
import { readReference } from './character-reference.ts';

export const TEXT = 0;
export const ATTRIBUTE = 1;
/** Line ends only: scripts, comments, CDATA sections. */
export const RAW = 2;
/** As it stands: what was never HTML source. */
export const VERBATIM = 3;
export type RangeKind = typeof TEXT | typeof ATTRIBUTE | typeof RAW | typeof VERBATIM;

/** Up to this length a list of characters beats the decoder, which takes 140 ns a call (measured on Node 20). */
const SHORT = 48;
/** By length, the list that takes the characters of a string just before it is made. */
const CODES = Array.from({ length: SHORT + 1 }, (_, length) => new Array<number>(length).fill(0));
const AMPERSAND = 38;
const CARRIAGE_RETURN = 13;
/** 1 for bytes that are characters as they stand, whatever the kind of range. */
const IS_PLAIN = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte === 0 || byte === CARRIAGE_RETURN || byte === AMPERSAND || byte >= 0x80 ? 0 : 1,
);

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

export function decodeRange(source: Uint8Array, start: number, end: number, kind: RangeKind): string {
  if (end - start > SHORT) return decodeLong(source, start, end, kind);
  const codes = CODES[end - start] as number[];
  for (let at = 0; at < codes.length; at += 1) {
    const byte = source[start + at] as number;
    if (IS_PLAIN[byte] === 0) return decodeLong(source, start, end, kind);
    codes[at] = byte;
  }
  return String.fromCharCode.apply(null, codes);
}

function decodeLong(source: Uint8Array, start: number, end: number, kind: RangeKind): string {
  const range = source.subarray(start, end);
  if (kind === VERBATIM) return decoder.decode(range);
  const at = kind === RAW ? -1 : range.indexOf(AMPERSAND);
  return at === -1 ? normal(decoder.decode(range)) : decodeReferences(range, at, kind);
}

/** `first` is where the first ampersand stands. */
function decodeReferences(range: Uint8Array, first: number, kind: RangeKind): string {
  const parts: string[] = [];
  let at = first;
  let from = 0;
  const flush = (to: number): void => {
    if (to > from) parts.push(normal(decoder.decode(range.subarray(from, to))));
  };
  while (at !== -1) {
    const reference = readReference(range, at, range.length, kind === ATTRIBUTE);
    if (reference !== undefined) {
      flush(at);
      parts.push(reference.value);
      from = reference.end;
    }
    at = range.indexOf(AMPERSAND, reference?.end ?? at + 1);
  }
  flush(range.length);
  return parts.join('');
}

/** Line ends become `\n`, NULs what stands for what cannot be read. */
function normal(value: string): string {
  const lines = value.includes('\r') ? value.replace(/\r\n?/g, '\n') : value;
  return lines.includes('\0') ? lines.replaceAll('\0', '\ufffd') : lines;
}
