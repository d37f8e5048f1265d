/** The rules for parsing tokens in foreign content: SVG and MathML (13.2.6.5). */
import { ATTRIBUTE, decodeRange } from '../decode-range.ts';
import { MATHML, NAMESPACE_MASK, SVG } from '../node.ts';
import { createElement, insert, insertText } from './insert.ts';
import { KNOWN_COUNT, tagId, tagSet } from './names.ts';
import {
  currentContext,
  currentNode,
  currentTag,
  foreignSlotOf,
  IN_FOREIGN,
  IN_HTML,
  IN_HTML_POINT,
  IN_MATHML_TEXT_POINT,
  pop,
  popFrom,
  push,
} from './open-elements.ts';
import type { Parser } from './state.ts';
import { isBlank, isNul } from './white-space.ts';

const ANNOTATION_XML = tagId('annotation-xml');
const SVG_TAG = tagId('svg');
const FONT = tagId('font');
const COLOR = tagId('color');
const FACE = tagId('face');
const SIZE = tagId('size');
const ENCODING = tagId('encoding');
const EXITS = tagSet(
  'b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var',
);
const EXIT_ENDS = tagSet('p br');
const GLYPHS = tagSet('mglyph malignmark');
const HTML_POINTS = tagSet('desc foreignobject title');
const MATHML_TEXT_POINTS = tagSet('mi mn mo ms mtext');

const isIn = (set: Uint8Array, tag: number): boolean => tag < KNOWN_COUNT && set[tag] === 1;

/** Whether a start tag is processed by the rules for foreign content. */
export function isStartTagForeign(p: Parser): boolean {
  const context = currentContext(p);
  if (context === IN_HTML) return false;
  if (p.tag === SVG_TAG && currentTag(p) === ANNOTATION_XML && currentNamespace(p) === MATHML) return false;
  return context === IN_FOREIGN || (context === IN_MATHML_TEXT_POINT && isIn(GLYPHS, p.tag));
}

const currentNamespace = (p: Parser): number => (p.kinds[currentNode(p)] as number) & NAMESPACE_MASK;

/** False where the tag has left the foreign content, and is to be processed by the insertion mode's rules. */
export function startForeignTag(p: Parser): boolean {
  if (isIn(EXITS, p.tag) || (p.tag === FONT && hasFontAttribute(p))) {
    leaveForeign(p);
    return false;
  }
  insertForeign(p, currentNamespace(p));
  return true;
}

function hasFontAttribute(p: Parser): boolean {
  for (let at = p.tagAttributes; at < p.attributeCount; at += 1) {
    const name = p.attributeNames[at];
    if (name === COLOR || name === FACE || name === SIZE) return true;
  }
  return false;
}

function leaveForeign(p: Parser): void {
  while (currentContext(p) === IN_FOREIGN) pop(p);
}

/** Inserts an SVG or MathML element for the current tag. */
export function insertForeign(p: Parser, namespace: number): void {
  const node = createElement(p, namespace);
  insert(p, node);
  if (!p.isSelfClosing) push(p, node, contextOf(p, namespace));
}

function contextOf(p: Parser, namespace: number): number {
  if (namespace === SVG) return isIn(HTML_POINTS, p.tag) ? IN_HTML_POINT : IN_FOREIGN;
  if (isIn(MATHML_TEXT_POINTS, p.tag)) return IN_MATHML_TEXT_POINT;
  return p.tag === ANNOTATION_XML && holdsHtml(p) ? IN_HTML_POINT : IN_FOREIGN;
}

function holdsHtml(p: Parser): boolean {
  for (let at = p.tagAttributes; at < p.attributeCount; at += 1) {
    if (p.attributeNames[at] !== ENCODING) continue;
    const value = decodeRange(p.bytes, p.valueStarts[at] as number, p.valueEnds[at] as number, ATTRIBUTE);
    return /^(?:text\/html|application\/xhtml\+xml)$/i.test(value);
  }
  return false;
}

/** False where the tag is to be processed by the insertion mode's rules. */
export function endForeignTag(p: Parser): boolean {
  if (isIn(EXIT_ENDS, p.tag)) {
    leaveForeign(p);
    return false;
  }
  const slot = foreignSlotOf(p, p.tag);
  if (slot <= (p.htmlAt[p.top] as number)) return false;
  popFrom(p, slot);
  return true;
}

export function insertForeignText(p: Parser, start: number, end: number): void {
  if (isNul(p, start)) {
    insertNul(p, start);
    return;
  }
  p.isAfterNul = false;
  insertText(p, start, end);
  if (!isBlank(p, start, end)) p.framesetOk = false;
}

/** Reads as U+FFFD. */
function insertNul(p: Parser, at: number): void {
  if (p.isAfterNul) return;
  p.isAfterNul = true;
  p.keepsNul = true;
  insertText(p, at, at + 1);
  p.keepsNul = false;
}
