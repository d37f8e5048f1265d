/**
 * The tokenizer (13.2.5): bytes → tags, texts, comments, doctypes, each handed to the tree construction at once. It
 * makes no strings and follows no character references; whole words are searched for what ends texts and values.
 * `| 0` tells the compiler that a place is an integer where it cannot know: else it unpacks it at each byte.
 */

import { findByte, findMarkup } from './find-byte.ts';
import { readBogusComment, readMarkupDeclaration } from './markup-declaration.ts';
import { readRawText } from './raw-text.ts';
import type { Parser } from './state.ts';
import { processEnd, processEndTag, processStartTag, processText } from './tree-construction.ts';
import { isWhiteSpace } from './white-space.ts';

const LESS_THAN = 60;
const GREATER_THAN = 62;
const SOLIDUS = 47;
const EQUALS = 61;
const SPACE = 32;
const QUOTE = 34;
const APOSTROPHE = 39;
const BANG = 33;
const QUESTION = 63;

/** Whether a zero at `at` is the end of the source and not a NUL of the page's own. */
const isEnd = (p: Parser, at: number): boolean => p.bytes[at] === 0 && at >= p.length;

const isLetter = (byte: number): boolean => (byte | 32) >= 97 && (byte | 32) <= 122;

/** Reads the whole source. */
export function tokenize(p: Parser): void {
  while (p.position < p.length) {
    if (p.rawTextTag !== 0) readRawText(p);
    else readData(p);
  }
  p.tagStart = p.length;
  processEnd(p);
}

/** The data state, up to raw text or the end of the source: text up to markup, then the markup. */
function readData(p: Parser): void {
  const { bytes, length } = p;
  while (p.position < length && p.rawTextTag === 0) {
    const start = p.position;
    // As often as not there is no text between two tags.
    let at = bytes[start] === LESS_THAN ? start : findMarkup(p, start) | 0;
    while (!isMarkup(p, at)) at = findMarkup(p, at + 1) | 0;
    if (start < at) processText(p, start, at);
    const next = bytes[at + 1] as number;
    if (at === length) p.position = length;
    else if (isLetter(next)) readStartTag(p, at);
    else if (next === SOLIDUS) readEndTagOpen(p, at);
    else if (next === BANG) readMarkupDeclaration(p, at);
    else readBogusComment(p, at, at + 1);
  }
}

/** Whether markup begins where findMarkup has stopped, or the source ends there. */
function isMarkup(p: Parser, at: number): boolean {
  const { bytes, length } = p;
  if (at === length) return true;
  if (bytes[at] !== LESS_THAN) {
    p.hasNul = true;
    return false;
  }
  const next = bytes[at + 1] as number;
  return isLetter(next) || (next === SOLIDUS && at + 2 < length) || next === BANG || next === QUESTION;
}

function readEndTagOpen(p: Parser, at: number): void {
  const next = p.bytes[at + 2] as number;
  if (isLetter(next)) readEndTag(p, at);
  else if (next === GREATER_THAN) p.position = at + 3;
  else readBogusComment(p, at, at + 2);
}

function readStartTag(p: Parser, at: number): void {
  if (!readTag(p, at, at + 1)) return;
  const claimed = p.nodeCount;
  processStartTag(p);
  // A tag that made no element leaves no attributes behind, unless another has adopted them.
  if (claimed === p.nodeCount && p.adopted.size === 0) p.attributeCount = p.tagAttributes;
}

/** Reads an end tag that begins at `at`; its attributes mean nothing. */
export function readEndTag(p: Parser, at: number): void {
  const isWhole = readTag(p, at, at + 2);
  p.attributeCount = p.tagAttributes;
  if (isWhole) processEndTag(p);
}

/** 1 for what ends a name; a NUL does where it is the end of the source. */
const ENDS_TAG_NAME = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte === GREATER_THAN || byte === SOLIDUS || isWhiteSpace(byte) ? 1 : 0,
);
const ENDS_ATTRIBUTE_NAME = ENDS_TAG_NAME.with(EQUALS, 1);

/** Reads to behind the tag's `>`; false where the source ends first: then there is no tag. */
function readTag(p: Parser, start: number, nameStart: number): boolean {
  p.tagStart = start;
  p.tagAttributes = p.attributeCount;
  p.isSelfClosing = false;
  p.tag = p.names.recall(p.view, nameStart);
  let at = p.names.end;
  if (p.tag === 0 || ENDS_TAG_NAME[p.bytes[at] as number] === 0) {
    at = nameEnd(p, nameStart, ENDS_TAG_NAME);
    p.tag = nameAt(p, nameStart, at);
  }
  if (p.bytes[at] !== GREATER_THAN) return readAttributes(p, at);
  p.position = at + 1;
  return true;
}

function nameEnd(p: Parser, start: number, ends: Uint8Array): number {
  let at = start | 0;
  while (ends[p.bytes[at] as number] === 0 && !isEnd(p, at)) at += 1;
  return at;
}

function nameAt(p: Parser, start: number, end: number): number {
  const name = p.names.intern(p.view, start, end);
  if (name >= p.attributeSeen.length >> 1) p.growNames();
  return name;
}

/** Reads what follows a tag's name, like readTag. */
function readAttributes(p: Parser, from: number): boolean {
  const { bytes, view, length, names } = p;
  p.tagNumber += 1;
  for (let at = from | 0; at < length; ) {
    if (bytes[at] === SPACE) at += 1;
    if (bytes[at] === GREATER_THAN) {
      p.position = at + 1;
      return true;
    }
    // Three of four are a short name, an equals sign and a value in quotes, and a blank before them.
    const name = names.recall(view, at);
    const equals = names.end;
    if (name !== 0 && bytes[equals] === EQUALS && bytes[equals + 1] === QUOTE) {
      at = findByte(p, QUOTE, equals + 2) | 0;
      addAttribute(p, name, equals + 2, at);
      at += 1;
    } else at = readInTag(p, at) | 0;
  }
  p.position = length;
  p.attributeCount = p.tagAttributes;
  return false;
}

/** White space, a solidus or an attribute of any form; where reading goes on. */
function readInTag(p: Parser, at: number): number {
  const byte = p.bytes[at] as number;
  if (isWhiteSpace(byte)) return skipBlanks(p, at + 1);
  if (byte !== SOLIDUS) return at < p.length ? readAttribute(p, at) : at;
  p.isSelfClosing = p.bytes[at + 1] === GREATER_THAN;
  return at + 1;
}

function readAttribute(p: Parser, start: number): number {
  const { bytes, length } = p;
  let name = p.names.recallLong(p.view, start);
  let at = p.names.end;
  if (name === 0) {
    // An equals sign at the start is part of the name.
    const end = nameEnd(p, bytes[start] === EQUALS ? start + 1 : start, ENDS_ATTRIBUTE_NAME);
    name = nameAt(p, start, end);
    at = skipBlanks(p, end);
  }
  if (bytes[at] !== EQUALS) {
    addAttribute(p, name, 0, 0);
    return at;
  }
  at += 1;
  if (bytes[at] !== QUOTE) at = skipBlanks(p, at);
  const quote = bytes[at] as number;
  const isQuoted = quote === QUOTE || quote === APOSTROPHE;
  const from = isQuoted ? at + 1 : at;
  const to = isQuoted ? findByte(p, quote, from) : unquotedEnd(p, from);
  addAttribute(p, name, from, to);
  return isQuoted ? Math.min(to + 1, length) : to;
}

function skipBlanks(p: Parser, start: number): number {
  let at = start | 0;
  while (isWhiteSpace(p.bytes[at] as number)) at += 1;
  return at;
}

function unquotedEnd(p: Parser, start: number): number {
  let at = start | 0;
  while (p.bytes[at] !== GREATER_THAN && !isWhiteSpace(p.bytes[at] as number) && !isEnd(p, at)) at += 1;
  return at;
}

/** Of equal names in a tag the first holds. */
function addAttribute(p: Parser, name: number, valueStart: number, valueEnd: number): void {
  if (p.attributeSeen[name] === p.tagNumber) return;
  p.attributeSeen[name] = p.tagNumber;
  const at = p.attributeCount++;
  if (at === p.attributeNames.length) p.growAttributes();
  p.attributeNames[at] = name;
  p.valueStarts[at] = valueStart;
  p.valueEnds[at] = valueEnd;
}
