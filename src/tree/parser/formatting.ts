/** The list of active formatting elements (13.2.4.3): what `<b>` and its like leave open over blocks. */
import { ATTRIBUTE, decodeRange } from '../decode-range.ts';
import type { NodeId } from '../node.ts';
import { cloneElement, insert } from './insert.ts';
import { IN_HTML, push } from './open-elements.ts';
import type { Parser } from './state.ts';

export const MARKER = -1;
/** Noah's Ark: of equal elements three are remembered. */
const ARK = 3;
/** Where more was opened anew than a page can want, this many of the newest still are. */
const MOST_REOPENED = 20;

export function insertMarker(p: Parser): void {
  p.formatting.push(MARKER);
  p.signatures.push(0);
}

export function clearToLastMarker(p: Parser): void {
  while (p.formatting.length > 0) {
    if (p.formatting.pop() === MARKER) {
      p.signatures.pop();
      return;
    }
    forgetSignature(p, p.signatures.pop() ?? 0);
  }
}

export function removeFormattingAt(p: Parser, at: number): void {
  const { formatting, signatures } = p;
  forgetSignature(p, signatures[at] as number);
  // Nearly always it is the last or the last but one, and moving is cheaper than splicing.
  for (let to = at; to < formatting.length - 1; to += 1) {
    formatting[to] = formatting[to + 1] as number;
    signatures[to] = signatures[to + 1] as number;
  }
  formatting.pop();
  signatures.pop();
}

export function insertFormattingAt(p: Parser, at: number, node: NodeId): void {
  p.formatting.splice(at, 0, node);
  p.signatures.splice(at, 0, 0);
  p.hasUnsigned = true;
}

function forgetSignature(p: Parser, signature: number): void {
  if (signature !== 0) p.signatureCounts[signature] = (p.signatureCounts[signature] ?? 1) - 1;
}

/** Place of the newest entry of a name behind the last marker, or -1. */
export function lastFormatting(p: Parser, tag: number): number {
  for (let at = p.formatting.length - 1; at >= 0; at -= 1) {
    const node = p.formatting[at] as number;
    if (node === MARKER) return -1;
    if (p.tags[node] === tag) return at;
  }
  return -1;
}

/** Pushes the element that was just inserted; the oldest of more than three equal ones leaves the list. */
export function pushFormatting(p: Parser, node: NodeId): void {
  const { formatting, signatures } = p;
  const last = formatting.length - 1;
  if (last < ARK - 1 || formatting[last] === MARKER || formatting[last - 1] === MARKER) {
    signatures.push(0);
    p.hasUnsigned = true;
  } else {
    if (p.hasUnsigned) signAll(p);
    const signature = signatureOf(p, node);
    // Only where there are three at all is it worth to look for them.
    if ((p.signatureCounts[signature] ?? 0) >= ARK) boardArk(p, signature);
    signatures.push(signature);
    p.signatureCounts[signature] = (p.signatureCounts[signature] ?? 0) + 1;
  }
  formatting.push(node);
}

/** Of three equal entries behind the last marker the oldest goes. */
function boardArk(p: Parser, signature: number): void {
  let equal = 0;
  let oldest = -1;
  for (let at = p.formatting.length - 1; at >= 0 && p.formatting[at] !== MARKER; at -= 1) {
    if (p.signatures[at] !== signature) continue;
    equal += 1;
    oldest = at;
  }
  if (equal >= ARK) removeFormattingAt(p, oldest);
}

function signAll(p: Parser): void {
  for (let at = 0; at < p.formatting.length; at += 1) {
    const node = p.formatting[at] as number;
    if (node === MARKER || p.signatures[at] !== 0) continue;
    const signature = signatureOf(p, node);
    p.signatures[at] = signature;
    p.signatureCounts[signature] = (p.signatureCounts[signature] ?? 0) + 1;
  }
  p.hasUnsigned = false;
}

/** The same number for elements of equal name and attributes, in any order. */
function signatureOf(p: Parser, node: NodeId): number {
  const attributes: string[] = [];
  for (let at = p.attributesFrom[node] as number; at < (p.attributesTo[node] as number); at += 1) {
    const value = decodeRange(p.bytes, p.valueStarts[at] as number, p.valueEnds[at] as number, ATTRIBUTE);
    attributes.push(`\0${p.attributeNames[at]}\0${value}`);
  }
  const key = p.tags[node] + attributes.sort().join('');
  let id = p.signatureIds.get(key);
  if (id === undefined) {
    id = p.signatureIds.size + 1;
    p.signatureIds.set(key, id);
  }
  return id;
}

/** Opens anew the formatting elements that blocks have closed. */
export function reconstructFormatting(p: Parser): void {
  const { formatting } = p;
  let at = formatting.length - 1;
  if (at < 0 || !isWaiting(p, at)) return;
  while (at > 0 && isWaiting(p, at - 1)) at -= 1;
  let count = formatting.length - at;
  if (p.reopenable < count) {
    // Elements that never end would make the tree grow with the square of the page.
    const surplus = Math.max(0, count - MOST_REOPENED);
    formatting.splice(at, surplus);
    for (const signature of p.signatures.splice(at, surplus)) forgetSignature(p, signature);
    p.dropped += surplus;
    count -= surplus;
  }
  p.reopenable -= count;
  for (; at < formatting.length; at += 1) {
    const node = cloneElement(p, formatting[at] as number);
    insert(p, node);
    push(p, node, IN_HTML);
    formatting[at] = node;
  }
}

function isWaiting(p: Parser, at: number): boolean {
  const node = p.formatting[at] as number;
  return node !== MARKER && p.isOpen[node] === 0;
}
