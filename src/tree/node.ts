/**
 * The page as a compact tree, and the only way to read it. A node is a number; what it is and where it
 * hangs stands in typed arrays, so that later stages keep their own facts in arrays of the same length.
 * Text and attributes are ranges of the page's bytes and become strings when they are asked for.
 * Nothing here recurses: pages nest deeper than stacks are high.
 */
import { ATTRIBUTE, decodeRange, RAW, TEXT, VERBATIM } from './decode-range.ts';
import { knownId } from './parser/names.ts';

/** A node of a tree. 0 is the document. */
export type NodeId = number;

/** "There is no such node": no parent, no child, no sibling. */
export const NONE = -1;

export type NodeKind = 'document' | 'element' | 'text' | 'comment' | 'doctype';
export type Namespace = 'html' | 'svg' | 'mathml';
export type QuirksMode = 'no-quirks' | 'limited-quirks' | 'quirks';

/** What `kinds` holds: the kind in three bits, the namespace in two, then flags. */
export const DOCUMENT = 0;
export const ELEMENT = 1;
export const TEXT_NODE = 2;
export const COMMENT = 3;
export const DOCTYPE = 4;
export const KIND_MASK = 7;
export const SVG = 8;
export const MATHML = 16;
export const NAMESPACE_MASK = 24;
/** A text whose range holds no character references: a script, a CDATA section. */
export const IS_RAW = 32;
/** A text in several pieces of the source, or an element with attributes of several tags. */
export const HAS_MORE = 64;

const KINDS: readonly NodeKind[] = ['document', 'element', 'text', 'comment', 'doctype'];
const NAMESPACES: readonly Namespace[] = ['html', 'svg', 'mathml'];

/** Read it through the functions below; its fields are this folder's own. Ids are in document order. */
export interface Tree {
  /** UTF-8; all ranges are of it. */
  readonly source: Uint8Array;
  /** Whether ranges are HTML source, or already the strings that they stand for. */
  readonly isVerbatim: boolean;
  readonly kinds: Uint8Array;
  /** Number of the element's name in `names`. */
  readonly tags: Int32Array;
  readonly parents: Int32Array;
  readonly firstChildren: Int32Array;
  readonly lastChildren: Int32Array;
  readonly nextSiblings: Int32Array;
  readonly previousSiblings: Int32Array;
  /** Range of a start tag, a text, a comment's data, what follows `<!doctype`. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Of an element: its attributes, from one index to before another. Of a text with HAS_MORE: first and last piece. */
  readonly attributesFrom: Int32Array;
  readonly attributesTo: Int32Array;
  readonly attributeNames: Int32Array;
  readonly valueStarts: Int32Array;
  readonly valueEnds: Int32Array;
  /** Four numbers each: start, end, whether it is raw, index of the next piece or -1. */
  readonly pieces: Int32Array;
  /** Attributes that later tags added to `<html>` and `<body>`. */
  readonly adopted: ReadonlyMap<NodeId, readonly number[]>;
  /** Numbers of the names that this page added to the known ones. */
  readonly ownNames: ReadonlyMap<string, number>;
  readonly names: readonly string[];
  readonly quirks: QuirksMode;
  /** Elements that were nested too deeply and were joined to their parents. */
  readonly flattened: number;
}

/** Number of nodes; ids run from 0 to this, in document order: parents before children. */
export const nodeCount = (tree: Tree): number => tree.kinds.length;

/** Bytes that the tree was made from. */
export const sourceLength = (tree: Tree): number => tree.source.length;

/** How many elements were nested too deeply and were joined to their parents. */
export const flattened = (tree: Tree): number => tree.flattened;

export const quirksMode = (tree: Tree): QuirksMode => tree.quirks;

export const kind = (tree: Tree, node: NodeId): NodeKind => KINDS[(tree.kinds[node] as number) & KIND_MASK] as NodeKind;

/** Lower-case local name of an element, `''` for anything else. */
export const tag = (tree: Tree, node: NodeId): string => tree.names[tree.tags[node] ?? 0] ?? '';

export const namespace = (tree: Tree, node: NodeId): Namespace =>
  NAMESPACES[((tree.kinds[node] as number) & NAMESPACE_MASK) >> 3] as Namespace;

/** Value of an attribute by its lower-case name, `''` for a bare one, `undefined` where it is absent. */
export function attribute(tree: Tree, node: NodeId, name: string): string | undefined {
  // Most elements have none: their names need not be looked up.
  const isBare = tree.attributesFrom[node] === tree.attributesTo[node];
  if (isBare && ((tree.kinds[node] as number) & HAS_MORE) === 0) return undefined;
  const id = knownId(name) ?? tree.ownNames.get(name);
  const at = id === undefined ? NONE : findAttribute(tree, node, id);
  return at === NONE ? undefined : attributeValue(tree, at);
}

/** The index of an attribute by the number of its name, or NONE. */
export function findAttribute(tree: Tree, node: NodeId, id: number): number {
  const bits = tree.kinds[node] as number;
  if ((bits & KIND_MASK) !== ELEMENT) return NONE;
  const to = tree.attributesTo[node] as number;
  for (let at = tree.attributesFrom[node] as number; at < to; at += 1) if (tree.attributeNames[at] === id) return at;
  if ((bits & HAS_MORE) === 0) return NONE;
  return findAdopted(tree, node, id);
}

/** Apart from the search above, which is asked most, for the function made here costs even where it is not called. */
const findAdopted = (tree: Tree, node: NodeId, id: number): number =>
  tree.adopted.get(node)?.find((at) => tree.attributeNames[at] === id) ?? NONE;

/** Names of an element's attributes, lower case, in source order. */
export function attributeNames(tree: Tree, node: NodeId): readonly string[] {
  const names: string[] = [];
  for (const at of attributesOf(tree, node)) names.push(tree.names[tree.attributeNames[at] as number] as string);
  return names;
}

/** Indices of an element's attributes in the tree's arrays. */
export function attributesOf(tree: Tree, node: NodeId): number[] {
  const found: number[] = [];
  if (((tree.kinds[node] as number) & KIND_MASK) !== ELEMENT) return found;
  const to = tree.attributesTo[node] as number;
  for (let at = tree.attributesFrom[node] as number; at < to; at += 1) found.push(at);
  for (const at of tree.adopted.get(node) ?? []) found.push(at);
  return found;
}

/** Value of an attribute by its index. */
export const attributeValue = (tree: Tree, at: number): string =>
  decodeRange(
    tree.source,
    tree.valueStarts[at] as number,
    tree.valueEnds[at] as number,
    tree.isVerbatim ? VERBATIM : ATTRIBUTE,
  );

export const parent = (tree: Tree, node: NodeId): NodeId => tree.parents[node] ?? NONE;
/** Bytes of the source from the start of a node's own range to its end; of a text that was put together, of its first piece. */
export const rangeLength = (tree: Tree, node: NodeId): number => (tree.ends[node] ?? 0) - (tree.starts[node] ?? 0);

export const firstChild = (tree: Tree, node: NodeId): NodeId => tree.firstChildren[node] ?? NONE;
export const nextSibling = (tree: Tree, node: NodeId): NodeId => tree.nextSiblings[node] ?? NONE;
export const previousSibling = (tree: Tree, node: NodeId): NodeId => tree.previousSiblings[node] ?? NONE;

/** The children of a node, in order. */
export function children(tree: Tree, node: NodeId): NodeId[] {
  const found: NodeId[] = [];
  for (let child = firstChild(tree, node); child !== NONE; child = nextSibling(tree, child)) found.push(child);
  return found;
}

/** The node after `node` in document order that is not inside it, or NONE; stays inside `root`. */
export function nextOutside(tree: Tree, node: NodeId, root: NodeId = 0): NodeId {
  for (let at = node; at !== root && at !== NONE; at = parent(tree, at)) {
    const next = nextSibling(tree, at);
    if (next !== NONE) return next;
  }
  return NONE;
}

/** The node after `node` in document order, its first child first; stays inside `root`. */
export function nextInside(tree: Tree, node: NodeId, root: NodeId = 0): NodeId {
  const child = firstChild(tree, node);
  return child !== NONE ? child : nextOutside(tree, node, root);
}

/** The text of a node: its own, or that of all text nodes inside it, as they stand. */
export function text(tree: Tree, node: NodeId): string {
  const own = (tree.kinds[node] as number) & KIND_MASK;
  if (own === TEXT_NODE) return ownText(tree, node);
  if (own === COMMENT) return rangeOf(tree, tree.starts[node] as number, tree.ends[node] as number, true);
  let joined = '';
  for (let at = firstChild(tree, node); at !== NONE; at = nextInside(tree, at, node)) {
    if (((tree.kinds[at] as number) & KIND_MASK) === TEXT_NODE) joined += ownText(tree, at);
  }
  return joined;
}

function ownText(tree: Tree, node: NodeId): string {
  const bits = tree.kinds[node] as number;
  let joined = rangeOf(tree, tree.starts[node] as number, tree.ends[node] as number, (bits & IS_RAW) !== 0);
  if ((bits & HAS_MORE) === 0) return joined;
  for (let at = tree.attributesFrom[node] as number; at !== -1; at = tree.pieces[at * 4 + 3] as number) {
    const isRaw = tree.pieces[at * 4 + 2] === 1;
    joined += rangeOf(tree, tree.pieces[at * 4] as number, tree.pieces[at * 4 + 1] as number, isRaw);
  }
  return joined;
}

const rangeOf = (tree: Tree, start: number, end: number, isRaw: boolean): string =>
  decodeRange(tree.source, start, end, tree.isVerbatim ? VERBATIM : isRaw ? RAW : TEXT);
