/** Making nodes and putting them into the tree (13.2.6.1). */
import { COMMENT, ELEMENT, HAS_MORE, IS_RAW, KIND_MASK, NONE, type NodeId, TEXT_NODE } from '../node.ts';
import { HTML_CLASSES, TABLE_STRUCTURE } from './element-classes.ts';
import { KNOWN_COUNT, tagId } from './names.ts';
import { currentNode, currentTag, IN_HTML, push, slotOf } from './open-elements.ts';
import type { Parser } from './state.ts';
import { isNul } from './white-space.ts';

const TABLE = tagId('table');
const TEMPLATE = tagId('template');

/** A node that hangs nowhere yet; its links are NONE already. */
export function createNode(p: Parser, bits: number, tag: number, start: number, end: number): NodeId {
  const node = p.nodeCount++;
  if (node === p.kinds.length) p.growNodes();
  p.kinds[node] = bits;
  p.tags[node] = tag;
  p.starts[node] = start;
  p.ends[node] = end;
  return node;
}

/** An element for the tag that is being processed. */
export function createElement(p: Parser, namespace: number): NodeId {
  const node = createNode(p, ELEMENT | namespace, p.tag, p.tagStart, p.position);
  p.attributesFrom[node] = p.tagAttributes;
  p.attributesTo[node] = p.attributeCount;
  return node;
}

/** An element with the name and attributes of another. */
export function cloneElement(p: Parser, like: NodeId): NodeId {
  const bits = p.kinds[like] as number;
  const node = createNode(p, bits, p.tags[like] as number, p.starts[like] as number, p.ends[like] as number);
  p.attributesFrom[node] = p.attributesFrom[like] as number;
  p.attributesTo[node] = p.attributesTo[like] as number;
  return node;
}

export function append(p: Parser, parent: NodeId, node: NodeId): void {
  const last = p.lastChildren[parent] as number;
  p.parents[node] = parent;
  p.previousSiblings[node] = last;
  if (last === NONE) p.firstChildren[parent] = node;
  else p.nextSiblings[last] = node;
  p.lastChildren[parent] = node;
}

function insertBefore(p: Parser, parent: NodeId, node: NodeId, before: NodeId): void {
  const previous = p.previousSiblings[before] as number;
  p.isOutOfOrder = true;
  p.parents[node] = parent;
  p.nextSiblings[node] = before;
  p.previousSiblings[node] = previous;
  p.previousSiblings[before] = node;
  if (previous === NONE) p.firstChildren[parent] = node;
  else p.nextSiblings[previous] = node;
}

export function detach(p: Parser, node: NodeId): void {
  const parent = p.parents[node] as number;
  if (parent === NONE) return;
  const next = p.nextSiblings[node] as number;
  const previous = p.previousSiblings[node] as number;
  p.isOutOfOrder = true;
  if (previous === NONE) p.firstChildren[parent] = next;
  else p.nextSiblings[previous] = next;
  if (next === NONE) p.lastChildren[parent] = previous;
  else p.previousSiblings[next] = previous;
  p.parents[node] = NONE;
  p.nextSiblings[node] = NONE;
  p.previousSiblings[node] = NONE;
}

/** Moves all children of one node behind those of another. */
export function moveChildren(p: Parser, from: NodeId, to: NodeId): void {
  const first = p.firstChildren[from] as number;
  if (first === NONE) return;
  p.isOutOfOrder = true;
  for (let child = first; child !== NONE; child = p.nextSiblings[child] as number) p.parents[child] = to;
  const last = p.lastChildren[to] as number;
  p.previousSiblings[first] = last;
  if (last === NONE) p.firstChildren[to] = first;
  else p.nextSiblings[last] = first;
  p.lastChildren[to] = p.lastChildren[from] as number;
  p.firstChildren[from] = NONE;
  p.lastChildren[from] = NONE;
}

export const isTableStructure = (tag: number): boolean =>
  tag < KNOWN_COUNT && ((HTML_CLASSES[tag] as number) & TABLE_STRUCTURE) !== 0;

const fosters = (p: Parser): boolean => p.fosterParenting && isTableStructure(currentTag(p));

/** Puts a node where the standard's appropriate place is. */
export function insert(p: Parser, node: NodeId): void {
  if (fosters(p)) fosterParent(p, node);
  else append(p, p.top === 0 ? 0 : currentNode(p), node);
}

/** Before the table rather than in it. */
export function fosterParent(p: Parser, node: NodeId): void {
  const place = fosterPlace(p);
  if (place.before === NONE) append(p, place.parent, node);
  else insertBefore(p, place.parent, node, place.before);
}

function fosterPlace(p: Parser): { parent: NodeId; before: NodeId } {
  const table = slotOf(p, TABLE);
  const template = slotOf(p, TEMPLATE);
  p.isOutOfOrder = true;
  if (template > table) return { parent: p.openNodes[template] as number, before: NONE };
  if (table === 0) return { parent: p.openNodes[1] as number, before: NONE };
  const node = p.openNodes[table] as number;
  const parent = p.parents[node] as number;
  if (parent !== NONE) return { parent, before: node };
  return { parent: p.openNodes[table - 1] as number, before: NONE };
}

/** Inserts an element for the current tag and opens it. */
export function insertElement(p: Parser): NodeId {
  const node = createElement(p, 0);
  insert(p, node);
  push(p, node, IN_HTML);
  return node;
}

/** Inserts an element for the current tag that has no content. */
export function insertVoid(p: Parser): void {
  insert(p, createElement(p, 0));
}

/** Inserts and opens an element that the source does not name. */
export function insertImplied(p: Parser, tag: number): NodeId {
  const node = createNode(p, ELEMENT, tag, p.tagStart, p.tagStart);
  p.attributesFrom[node] = 0;
  p.attributesTo[node] = 0;
  insert(p, node);
  push(p, node, IN_HTML);
  return node;
}

export function insertText(p: Parser, start: number, end: number): void {
  if (start === end || isNul(p, start)) return;
  let parent = p.top === 0 ? 0 : currentNode(p);
  let before: NodeId = NONE;
  if (fosters(p)) ({ parent, before } = fosterPlace(p));
  const previous = (before === NONE ? p.lastChildren[parent] : p.previousSiblings[before]) as number;
  if (previous !== NONE && ((p.kinds[previous] as number) & KIND_MASK) === TEXT_NODE) {
    extendText(p, previous, start, end);
    return;
  }
  const node = createNode(p, p.isRawText ? TEXT_NODE | IS_RAW : TEXT_NODE, 0, start, end);
  if (before === NONE) append(p, parent, node);
  else insertBefore(p, parent, node, before);
}

function extendText(p: Parser, node: NodeId, start: number, end: number): void {
  const bits = p.kinds[node] as number;
  const isRaw = (bits & IS_RAW) !== 0;
  if ((bits & HAS_MORE) === 0 && p.ends[node] === start && isRaw === p.isRawText) {
    p.ends[node] = end;
    return;
  }
  const piece = p.pieces.length / 4;
  p.pieces.push(start, end, p.isRawText ? 1 : 0, NONE);
  if ((bits & HAS_MORE) === 0) p.attributesFrom[node] = piece;
  else p.pieces[(p.attributesTo[node] as number) * 4 + 3] = piece;
  p.attributesTo[node] = piece;
  p.kinds[node] = bits | HAS_MORE;
}

/** A comment as the last child of `parent`. */
export function insertComment(p: Parser, parent: NodeId, start: number, end: number): void {
  append(p, parent, createNode(p, COMMENT, 0, start, end));
}

/** Adds those attributes of the current tag that an element lacks. */
export function adoptAttributes(p: Parser, node: NodeId): void {
  if (p.tagAttributes === p.attributeCount) return;
  let names = p.adoptedNames.get(node);
  if (names === undefined) {
    names = new Set();
    for (let at = p.attributesFrom[node] as number; at < (p.attributesTo[node] as number); at += 1) {
      names.add(p.attributeNames[at] as number);
    }
    p.adoptedNames.set(node, names);
  }
  const adopted = p.adopted.get(node) ?? [];
  for (let at = p.tagAttributes; at < p.attributeCount; at += 1) {
    const name = p.attributeNames[at] as number;
    if (names.has(name)) continue;
    names.add(name);
    adopted.push(at);
  }
  if (adopted.length === 0) return;
  p.adopted.set(node, adopted);
  p.kinds[node] = (p.kinds[node] as number) | HAS_MORE;
}
