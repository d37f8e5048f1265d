/**
 * The tokenizer (13.2.5): bytes → tags, texts, comments, doctypes, each handed to the tree construction at once. It
 * makes no strings and follows no character references; native searches skip what lies between markup.
 */

import { findByte, findMarkup, ONES } from './find-byte.ts';
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

/** The data state: text up to markup, then the markup. */
function readData(p: Parser): void {
  const { bytes, length } = p;
  const start = p.position;
  for (let at = findMarkup(p, start); ; at = findMarkup(p, at + 1)) {
    if (at === length) {
      p.position = length;
      flushText(p, start, length);
      return;
    }
    if (bytes[at] !== LESS_THAN) {
      p.hasNul = true;
      continue;
    }
    const next = bytes[at + 1] as number;
    if (isLetter(next)) {
      flushText(p, start, at);
      readStartTag(p, at);
      return;
    }
    if (next === SOLIDUS) {
      if (at + 2 === length) continue;
      flushText(p, start, at);
      readEndTagOpen(p, at);
      return;
    }
    if (next === BANG || next === QUESTION) {
      flushText(p, start, at);
      if (next === BANG) readMarkupDeclaration(p, at);
      else readBogusComment(p, at, at + 1);
      return;
    }
  }
}

function flushText(p: Parser, start: number, end: number): void {
  if (start < end) processText(p, start, end);
}

function readEndTagOpen(p: Parser, at: number): void {
  const next = p.bytes[at + 2] as number;
  if (isLetter(next)) readEndTag(p, at);
  else if (next === GREATER_THAN) p.position = at + 3;
  else readBogusComment(p, at, at + 2);
}

function readStartTag(p: Parser, at: number): void {
  p.tagStart = at;
  p.tagAttributes = p.attributeCount;
  const nameEnd = readTagName(p, at + 1);
  if (!readAttributes(p, nameEnd)) return;
  const claimed = p.nodeCount;
  processStartTag(p);
  // A tag that made no element leaves no attributes behind, unless another has adopted them.
  if (claimed === p.nodeCount && p.adopted.size === 0) p.attributeCount = p.tagAttributes;
}

/** Reads an end tag that begins at `at`; its attributes mean nothing. */
export function readEndTag(p: Parser, at: number): void {
  p.tagStart = at;
  p.tagAttributes = p.attributeCount;
  const nameEnd = readTagName(p, at + 2);
  const isWhole = readAttributes(p, nameEnd);
  p.attributeCount = p.tagAttributes;
  if (isWhole) processEndTag(p);
}

/** 1 for what ends a name, or might: a NUL does where it is the end of the source. */
const ENDS_NAME = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte === GREATER_THAN || byte === SOLIDUS || byte === 0 || isWhiteSpace(byte) ? 1 : 0,
);
const ENDS_ATTRIBUTE_NAME = ENDS_NAME.with(EQUALS, 1);

function readTagName(p: Parser, start: number): number {
  const { bytes } = p;
  p.tag = p.names.recall(p.view, start, GREATER_THAN * ONES, SPACE * ONES);
  if (p.tag !== 0) return p.names.end;
  let at = start;
  while (ENDS_NAME[bytes[at] as number] === 0 || (bytes[at] === 0 && at < p.length)) at += 1;
  p.tag = p.names.intern(p.view, start, at);
  if (p.tag >= p.attributeSeen.length >> 1) p.growNames();
  return at;
}

/** Reads to behind the tag's `>`; false where the source ends first: then there is no tag. */
function readAttributes(p: Parser, from: number): boolean {
  const { bytes, length } = p;
  p.tagNumber += 1;
  p.isSelfClosing = false;
  for (let at = from; ; ) {
    const byte = bytes[at] as number;
    if (byte === GREATER_THAN) {
      p.position = at + 1;
      return true;
    }
    if (isWhiteSpace(byte)) at += 1;
    else if (byte === SOLIDUS) {
      p.isSelfClosing = bytes[at + 1] === GREATER_THAN;
      at += 1;
    } else if (at >= length) break;
    else at = readAttribute(p, at);
  }
  p.position = length;
  p.attributeCount = p.tagAttributes;
  return false;
}

/** Reads one attribute; where the next may begin. */
function readAttribute(p: Parser, start: number): number {
  const { bytes, length } = p;
  let name = p.names.recall(p.view, start, EQUALS * ONES, SPACE * ONES);
  let at = p.names.end;
  if (name === 0) {
    // An equals sign at the start is part of the name.
    at = bytes[start] === EQUALS ? start + 1 : start;
    while (ENDS_ATTRIBUTE_NAME[bytes[at] as number] === 0 || (bytes[at] === 0 && at < length)) at += 1;
    name = p.names.intern(p.view, start, at);
  }
  while (isWhiteSpace(bytes[at] as number)) at += 1;
  let valueStart = 0;
  let valueEnd = 0;
  if (bytes[at] === EQUALS) {
    at += 1;
    while (isWhiteSpace(bytes[at] as number)) at += 1;
    const quote = bytes[at] as number;
    if (quote === QUOTE || quote === APOSTROPHE) {
      valueStart = at + 1;
      valueEnd = findByte(p, quote, valueStart);
      at = Math.min(valueEnd + 1, length);
      if (valueEnd === length) return length;
    } else {
      valueStart = at;
      for (let byte = quote; byte !== GREATER_THAN && !isWhiteSpace(byte) && !isEnd(p, at); byte = bytes[at] as number)
        at += 1;
      valueEnd = at;
    }
  }
  addAttribute(p, name, valueStart, valueEnd);
  return at;
}

/** Of equal names in a tag the first holds. */
function addAttribute(p: Parser, name: number, valueStart: number, valueEnd: number): void {
  if (name >= p.attributeSeen.length >> 1) p.growNames();
  if (p.attributeSeen[name] === p.tagNumber) return;
  p.attributeSeen[name] = p.tagNumber;
  const at = p.attributeCount++;
  if (at === p.attributeNames.length) p.growAttributes();
  p.attributeNames[at] = name;
  p.valueStarts[at] = valueStart;
  p.valueEnds[at] = valueEnd;
}
