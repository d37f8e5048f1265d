/** The tree construction dispatcher (13.2.6): each token goes to the insertion mode's rules, or to foreign content's. */
import { decodeRange, RAW } from '../decode-range.ts';
import { quirksOf, readDoctype } from '../doctype.ts';
import { DOCTYPE } from '../node.ts';
import { endForeignTag, insertForeignText, isStartTagForeign, startForeignTag } from './foreign-content.ts';
import { append, createNode, insertComment } from './insert.ts';
import {
  AFTER_AFTER_BODY,
  AFTER_AFTER_FRAMESET,
  AFTER_BODY,
  BEFORE_HTML,
  IN_BODY,
  INITIAL,
  type Rules,
  runByTag,
} from './mode.ts';
import { afterAfterBody, afterBody } from './modes/after-body.ts';
import { afterAfterFrameset, afterFrameset, inFrameset } from './modes/frameset.ts';
import { afterHead, beforeHead, beforeHtml, inHead, inHeadNoscript, initial } from './modes/head.ts';
import { END_TAGS, inBody, START_TAGS, text, textInBody } from './modes/in-body.ts';
import { inSelect, inSelectInTable } from './modes/select.ts';
import { flushTableText, inTable, inTableText } from './modes/table.ts';
import { inCaption, inCell, inColumnGroup, inRow, inTableBody } from './modes/table-parts.ts';
import { inTemplate } from './modes/template.ts';
import { currentContext, currentNode, IN_FOREIGN, IN_HTML } from './open-elements.ts';
import type { Parser } from './state.ts';
import { skipLineFeed } from './white-space.ts';

/** In the order of the numbers in mode.ts. */
const RULES: readonly Rules[] = [
  initial,
  beforeHtml,
  beforeHead,
  inHead,
  inHeadNoscript,
  afterHead,
  inBody,
  text,
  inTable,
  inTableText,
  inCaption,
  inColumnGroup,
  inTableBody,
  inRow,
  inCell,
  inSelect,
  inSelectInTable,
  inTemplate,
  afterBody,
  inFrameset,
  afterFrameset,
  afterAfterBody,
  afterAfterFrameset,
];

const rules = (p: Parser): Rules => RULES[p.mode] as Rules;

/** What holds from one text to the next ends at any other token. */
function leaveText(p: Parser): void {
  p.skipsLineFeed = false;
  p.isAfterNul = false;
}

export function processStartTag(p: Parser): void {
  leaveText(p);
  reprocessStartTag(p);
}

export function reprocessStartTag(p: Parser): void {
  if (isStartTagForeign(p) && startForeignTag(p)) return;
  if (p.mode === IN_BODY) runByTag(START_TAGS, p);
  else rules(p).startTag(p);
}

export function processEndTag(p: Parser): void {
  leaveText(p);
  reprocessEndTag(p);
}

export function reprocessEndTag(p: Parser): void {
  if (currentContext(p) !== IN_HTML && endForeignTag(p)) return;
  if (p.mode === IN_BODY) runByTag(END_TAGS, p);
  else rules(p).endTag(p);
}

/** Text from `start` to `end` of the source. */
export function processText(p: Parser, start: number, end: number): void {
  p.tagStart = start;
  let from = start;
  if (p.skipsLineFeed) {
    p.skipsLineFeed = false;
    from = skipLineFeed(p, start, end);
    if (from === end) return;
  }
  if (p.hasNul && !p.keepsNul) processWithNuls(p, from, end);
  else reprocessText(p, from, end);
}

/** Each NUL is a token of its own: it counts as text before the body, and is dropped in it. */
function processWithNuls(p: Parser, start: number, end: number): void {
  for (let from = start; from < end; ) {
    const nul = p.bytes.indexOf(0, from);
    const to = nul === from ? from + 1 : nul === -1 || nul > end ? end : nul;
    reprocessText(p, from, to);
    from = to;
  }
}

export function reprocessText(p: Parser, start: number, end: number): void {
  if (currentContext(p) === IN_FOREIGN) insertForeignText(p, start, end);
  else if (p.mode === IN_BODY) textInBody(p, start, end);
  else rules(p).text(p, start, end);
}

export function processComment(p: Parser, start: number, end: number): void {
  leaveText(p);
  flushTableText(p);
  const isHtml = currentContext(p) === IN_HTML;
  if (isHtml && (p.mode === AFTER_AFTER_BODY || p.mode === AFTER_AFTER_FRAMESET)) {
    p.isOutOfOrder = true;
    insertComment(p, 0, start, end);
  } else if (isHtml && p.mode === AFTER_BODY) {
    p.isOutOfOrder = true;
    insertComment(p, p.openNodes[1] as number, start, end);
  } else insertComment(p, currentNode(p), start, end);
}

/** A doctype, from behind its keyword to its `>`. */
export function processDoctype(p: Parser, start: number, end: number): void {
  leaveText(p);
  flushTableText(p);
  if (p.mode !== INITIAL) return;
  const doctype = readDoctype(decodeRange(p.bytes, start, end, RAW), end < p.length);
  append(p, 0, createNode(p, DOCTYPE, 0, start, end));
  p.quirks = quirksOf(doctype);
  p.mode = BEFORE_HTML;
}

/** The end of the source. */
export const processEnd = (p: Parser): void => rules(p).end(p);
