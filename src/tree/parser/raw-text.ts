/** RCDATA, RAWTEXT, script data and PLAINTEXT (13.2.5.2 to 13.2.5.31): text up to the end tag of its element. */
import { findByte } from './find-byte.ts';
import { tagId, tagSet } from './names.ts';
import type { Parser } from './state.ts';
import { readEndTag } from './tokenizer.ts';
import { processText } from './tree-construction.ts';
import { isWhiteSpace } from './white-space.ts';

const LESS_THAN = 60;
const GREATER_THAN = 62;
const SOLIDUS = 47;
const HYPHEN = 45;
const BANG = 33;

const SCRIPT = tagId('script');
const PLAINTEXT = tagId('plaintext');
const HOLDS_REFERENCES = tagSet('title textarea');
const NAMES: ReadonlyMap<number, Uint8Array> = new Map(
  ['iframe', 'noembed', 'noframes', 'noscript', 'script', 'style', 'textarea', 'title', 'xmp'].map((name) => [
    tagId(name),
    Uint8Array.from(name, (letter) => letter.charCodeAt(0)),
  ]),
);
const SCRIPT_NAME = NAMES.get(SCRIPT) as Uint8Array;

/** Reads the text of `rawTextTag`, and its end tag. */
export function readRawText(p: Parser): void {
  const start = p.position;
  const tag = p.rawTextTag;
  const end = tag === PLAINTEXT ? p.length : tag === SCRIPT ? scriptEnd(p, start) : rawTextEnd(p, start);
  p.position = end;
  p.isRawText = HOLDS_REFERENCES[tag] === 0;
  p.keepsNul = true;
  if (end > start) processText(p, start, end);
  p.isRawText = false;
  p.keepsNul = false;
  p.rawTextTag = 0;
  if (end < p.length) readEndTag(p, end);
}

/** Where the end tag of the element begins, or the end of the source. */
function rawTextEnd(p: Parser, start: number): number {
  const { bytes, length } = p;
  const name = NAMES.get(p.rawTextTag) as Uint8Array;
  for (let at = findByte(p, LESS_THAN, start); at < length; at = findByte(p, LESS_THAN, at + 1)) {
    if (bytes[at + 1] === SOLIDUS && isName(p, at + 2, name)) return at;
  }
  return length;
}

/** Whether a name stands at `at`, in any case, and ends there as names in tags do. */
function isName(p: Parser, at: number, name: Uint8Array): boolean {
  for (let index = 0; index < name.length; index += 1) {
    if (((p.bytes[at + index] as number) | 32) !== name[index]) return false;
  }
  const next = p.bytes[at + name.length] as number;
  return next === GREATER_THAN || next === SOLIDUS || isWhiteSpace(next);
}

/**
 * Scripts may hide behind `<!--`, and there a `<script>` of theirs hides its own end tag:
 *
 *     data ──<!--──► escaped ──<script──► double escaped
 *       ▲◄────-->───────┘  ◄───</script──────┘ (and --> leads back to data)
 */
function scriptEnd(p: Parser, start: number): number {
  const { bytes, length } = p;
  let isEscaped = false;
  let isDouble = false;
  for (let at = start; at < length; at += 1) {
    const byte = bytes[at] as number;
    if (byte === HYPHEN) {
      if (isEscaped && bytes[at + 1] === HYPHEN && bytes[at + 2] === GREATER_THAN) {
        isEscaped = false;
        isDouble = false;
      }
    } else if (byte === LESS_THAN) {
      const next = bytes[at + 1] as number;
      if (!isEscaped) {
        if (next === SOLIDUS && isName(p, at + 2, SCRIPT_NAME)) return at;
        if (next === BANG && bytes[at + 2] === HYPHEN && bytes[at + 3] === HYPHEN) {
          isEscaped = true;
          // The dashes of `<!--` may be those of `-->`.
          at += 1;
        }
      } else if (next === SOLIDUS && isName(p, at + 2, SCRIPT_NAME)) {
        if (!isDouble) return at;
        isDouble = false;
      } else if (!isDouble && isName(p, at + 1, SCRIPT_NAME)) isDouble = true;
    }
    if (!isEscaped) at = findByte(p, LESS_THAN, at + 1) - 1;
  }
  return length;
}
