/** For walks over whole pages: the tree by numbers instead of names. */
import { ELEMENT, HAS_MORE, KIND_MASK, NONE, type NodeId, TEXT_NODE, type Tree, text } from './node.ts';
import { KNOWN_COUNT, knownId, tagId, tagSet } from './parser/names.ts';

export const isElement = (tree: Tree, node: NodeId): boolean => ((tree.kinds[node] as number) & KIND_MASK) === ELEMENT;
export const isText = (tree: Tree, node: NodeId): boolean => ((tree.kinds[node] as number) & KIND_MASK) === TEXT_NODE;

/** A value by number of name, 0 for all names that are not listed. */
export type NameTable = Uint8Array;

/** Every name must be one that the parser knows. Tables are made at each start: by plain loops, which run cold. */
export function nameTable(values: readonly (readonly [name: string, value: number])[]): NameTable {
  const table = new Uint8Array(KNOWN_COUNT);
  for (let at = 0; at < values.length; at += 1) {
    const pair = values[at] as (typeof values)[number];
    table[tagId(pair[0])] = pair[1];
  }
  return table;
}

/** 1 for the listed names. */
export const nameSet: (names: string) => NameTable = tagSet;

/** What a table says of the tag of a node; 0 for what is no element. */
export const ofTag = (table: NameTable, tree: Tree, node: NodeId): number => table[tree.tags[node] as number] ?? 0;

/** Whether the page has an element that a table lists. */
export function hasTag({ tags }: Tree, table: NameTable): boolean {
  for (let node = 0; node < tags.length; node += 1) if ((table[tags[node] as number] ?? 0) !== 0) return true;
  return false;
}

const NUMBER_SIGN = 35;

/** Whether an address may lead to an element of its own page: false is sure, a character reference may stand for the number sign. */
export function mayPointInside({ source, valueStarts }: Tree, attribute: number): boolean {
  const first = source[valueStarts[attribute] as number];
  return first === NUMBER_SIGN || first === AMPERSAND;
}

const TAB = 9;
const CARRIAGE_RETURN = 13;
const BLANK = 32;
const AMPERSAND = 38;

/** Whether a text node is white space alone. What most begin with tells, without a string being made. */
export function isBlankText(tree: Tree, node: NodeId): boolean {
  const { source } = tree;
  const end = tree.ends[node] as number;
  for (let at = tree.starts[node] as number; at < end; at += 1) {
    const byte = source[at] as number;
    if (byte > BLANK && byte < 0x80 && byte !== AMPERSAND) return false;
    if (byte !== BLANK && (byte < TAB || byte > CARRIAGE_RETURN)) return !/\S/.test(text(tree, node));
  }
  return ((tree.kinds[node] as number) & HAS_MORE) === 0 || !/\S/.test(text(tree, node));
}

const NEW_LINE = 10;
const FORM_FEED = 12;

/** Whether a text node, as it is written, is nothing but what collapses to one blank. */
export function isGap(tree: Tree, node: NodeId): boolean {
  const { source } = tree;
  const end = tree.ends[node] as number;
  for (let at = tree.starts[node] as number; at < end; at += 1) {
    const byte = source[at] as number;
    const isSpace =
      byte === BLANK || byte === NEW_LINE || byte === TAB || byte === CARRIAGE_RETURN || byte === FORM_FEED;
    if (!isSpace) return false;
  }
  return ((tree.kinds[node] as number) & HAS_MORE) === 0;
}

/** Whether the standard has a name for the element: then there is no hyphen in it, but for some of SVG and MathML. */
export const isKnownTag = (tree: Tree, node: NodeId): boolean => (tree.tags[node] as number) < KNOWN_COUNT;

/** Whether an element has no attributes at all: most have none, and much need not be asked of them. */
export const isBare = (tree: Tree, node: NodeId): boolean =>
  tree.attributesFrom[node] === tree.attributesTo[node] && ((tree.kinds[node] as number) & HAS_MORE) === 0;

/** The number of an attribute's name; NONE where no element of the page has it. */
export const attributeId = (tree: Tree, name: string): number => knownId(name) ?? tree.ownNames.get(name) ?? NONE;

/** The node behind `node` and all that is inside it, or the end of the page. */
export function behind(tree: Tree, node: NodeId): NodeId {
  for (let at = node; at > 0; at = tree.parents[at] as number) {
    const next = tree.nextSiblings[at] as number;
    if (next !== NONE) return next;
  }
  return tree.kinds.length;
}
