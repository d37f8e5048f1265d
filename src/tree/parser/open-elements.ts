/**
 * The stack of open elements (13.2.4.2). Beside each element stand the nearest slots at or below it that hold a scope
 * boundary, a special element and so on, and for each name its topmost slot: every question of scope is answered
 * without a walk. Slots count from 1; 0 says "none".
 */
import { NAMESPACE_MASK, type NodeId, SVG } from '../node.ts';
import {
  HTML_CLASSES,
  IMPLIED_END,
  IMPLIED_END_THOROUGHLY,
  ITEM_BOUNDARY,
  MATHML_CLASSES,
  SCOPE,
  SPECIAL,
  SVG_CLASSES,
} from './element-classes.ts';
import { KNOWN_COUNT, tagId } from './names.ts';
import type { Parser } from './state.ts';

/** How the content of an open element is parsed (13.2.6). */
export const IN_HTML = 0;
export const IN_FOREIGN = 1;
export const IN_MATHML_TEXT_POINT = 2;
export const IN_HTML_POINT = 3;

const TEMPLATE = tagId('template') * 2;
const TABLE = tagId('table') * 2;
const HTML = tagId('html') * 2;
const BUTTON = tagId('button') * 2;
const OL = tagId('ol') * 2;
const UL = tagId('ul') * 2;

export const currentNode = (p: Parser): NodeId => p.openNodes[p.top] as number;
/** Name of the current node, whatever its namespace. */
export const currentTag = (p: Parser): number => (p.openKeys[p.top] as number) >> 1;
export const currentContext = (p: Parser): number => p.openContexts[p.top] as number;
export const isCurrentHtml = (p: Parser, tag: number): boolean => p.openKeys[p.top] === tag * 2;

/** Slot of the topmost open HTML element of a name, or 0. */
export const slotOf = (p: Parser, tag: number): number => p.topOf[tag * 2] as number;
/** Slot of the topmost open SVG or MathML element of a name, or 0. */
export const foreignSlotOf = (p: Parser, tag: number): number => p.topOf[tag * 2 + 1] as number;
/** Slot of the topmost open HTML element of any of these names, or 0. */
export function slotOfAny(p: Parser, tags: readonly number[]): number {
  let topmost = 0;
  for (const tag of tags) topmost = Math.max(topmost, slotOf(p, tag));
  return topmost;
}

export const isInTemplate = (p: Parser): boolean => p.topOf[TEMPLATE] !== 0;

export function push(p: Parser, node: NodeId, context: number): void {
  const slot = p.top + 1;
  if (slot >= p.depth) p.growStack();
  const isHtml = ((p.kinds[node] as number) & NAMESPACE_MASK) === 0;
  p.top = slot;
  p.openNodes[slot] = node;
  p.openKeys[slot] = (p.tags[node] as number) * 2 + (isHtml ? 0 : 1);
  p.openContexts[slot] = context;
  p.isOpen[node] = 1;
  index(p, slot);
}

function index(p: Parser, slot: number): void {
  const key = p.openKeys[slot] as number;
  const below = slot - 1;
  const classes = classesOf(p, key, p.openNodes[slot] as number);
  p.sameBelow[slot] = p.topOf[key] as number;
  p.topOf[key] = slot;
  p.scopeAt[slot] = classes & SCOPE ? slot : (p.scopeAt[below] as number);
  p.specialAt[slot] = classes & SPECIAL ? slot : (p.specialAt[below] as number);
  p.itemBoundaryAt[slot] = classes & ITEM_BOUNDARY ? slot : (p.itemBoundaryAt[below] as number);
  p.htmlAt[slot] = key & 1 ? (p.htmlAt[below] as number) : slot;
}

function classesOf(p: Parser, key: number, node: NodeId): number {
  const tag = key >> 1;
  if (tag >= KNOWN_COUNT) return 0;
  if ((key & 1) === 0) return HTML_CLASSES[tag] as number;
  return (((p.kinds[node] as number) & NAMESPACE_MASK) === SVG ? SVG_CLASSES : MATHML_CLASSES)[tag] as number;
}

/** Whether an open element is special; `slot` is its place. */
export const isSpecialAt = (p: Parser, slot: number): boolean => p.specialAt[slot] === slot;

export function pop(p: Parser): void {
  const slot = p.top;
  p.topOf[p.openKeys[slot] as number] = p.sameBelow[slot] as number;
  p.isOpen[p.openNodes[slot] as number] = 0;
  p.top = slot - 1;
}

/** Pops until `slot` is gone. */
export function popFrom(p: Parser, slot: number): void {
  while (p.top >= slot && p.top > 0) pop(p);
}

/** Pops until an HTML element of this name is popped. */
export const popUntil = (p: Parser, tag: number): void => popFrom(p, slotOf(p, tag));

/** Slot of an open element, or 0. */
export function slotOfNode(p: Parser, node: NodeId): number {
  if (p.isOpen[node] === 0) return 0;
  let slot = p.top;
  while (slot > 0 && p.openNodes[slot] !== node) slot -= 1;
  return slot;
}

/** Takes an element out of the stack, wherever it stands. */
export function removeNode(p: Parser, node: NodeId): void {
  const slot = slotOfNode(p, node);
  if (slot !== 0) replaceSlots(p, slot, 1, []);
}

/** Takes `count` slots out at `slot`, and puts elements in their place; what stands above moves. */
export function replaceSlots(p: Parser, slot: number, count: number, nodes: readonly NodeId[]): void {
  const above: [NodeId, number][] = [];
  for (let at = slot + count; at <= p.top; at += 1)
    above.push([p.openNodes[at] as number, p.openContexts[at] as number]);
  popFrom(p, slot);
  for (const node of nodes) push(p, node, IN_HTML);
  for (const [node, context] of above) push(p, node, context);
}

const scope = (p: Parser): number => p.scopeAt[p.top] as number;
const top = (p: Parser, key: number): number => p.topOf[key] as number;

/** Whether an element of this name is in scope (13.2.4.2), `slot` being the topmost of it. */
export const isSlotInScope = (p: Parser, slot: number): boolean => slot !== 0 && slot >= scope(p);
export const isInScope = (p: Parser, tag: number): boolean => isSlotInScope(p, slotOf(p, tag));
export const isInButtonScope = (p: Parser, tag: number): boolean =>
  slotOf(p, tag) !== 0 && slotOf(p, tag) >= Math.max(scope(p), top(p, BUTTON));
export const isInListItemScope = (p: Parser, tag: number): boolean =>
  slotOf(p, tag) !== 0 && slotOf(p, tag) >= Math.max(scope(p), top(p, OL), top(p, UL));
export const isSlotInTableScope = (p: Parser, slot: number): boolean =>
  slot !== 0 && slot >= Math.max(top(p, TABLE), top(p, HTML));
export const isInTableScope = (p: Parser, tag: number): boolean => isSlotInTableScope(p, slotOf(p, tag));

/** Generates implied end tags, all or all but those of one name. */
export function generateImpliedEndTags(p: Parser): void {
  while (classesOfCurrent(p) & IMPLIED_END) pop(p);
}

/** The thorough kind, and the kind with an exception: parse5 closes parts of tables in both. */
export function generateImpliedEndTagsThoroughly(p: Parser, except = 0): void {
  while (currentTag(p) !== except && classesOfCurrent(p) & IMPLIED_END_THOROUGHLY) pop(p);
}

function classesOfCurrent(p: Parser): number {
  const key = p.openKeys[p.top] as number;
  return (key & 1) === 1 || key >> 1 >= KNOWN_COUNT ? 0 : (HTML_CLASSES[key >> 1] as number);
}
