/**
 * The page as a compact tree, and the only way to read it. A node is a number; what it is and where it
 * hangs stands in typed arrays, so that later stages keep their own facts in arrays of the same length.
 * Nothing here recurses: pages nest deeper than stacks are high.
 */

/** A node of a tree. 0 is the document. */
export type NodeId = number;

/** "There is no such node": no parent, no child, no sibling. */
export const NONE = -1;

export type NodeKind = 'document' | 'element' | 'text' | 'comment' | 'doctype';
export type Namespace = 'html' | 'svg' | 'mathml';

/** Read it through the functions below; its fields are this folder's own. */
export interface Tree {
  readonly kinds: readonly NodeKind[];
  readonly tags: readonly string[];
  readonly namespaces: readonly Namespace[];
  /** Text of text nodes and comments. */
  readonly values: readonly string[];
  readonly attributes: readonly (ReadonlyMap<string, string> | undefined)[];
  readonly parents: Int32Array;
  readonly firstChildren: Int32Array;
  readonly lastChildren: Int32Array;
  readonly nextSiblings: Int32Array;
  readonly previousSiblings: Int32Array;
  /** Elements that were nested too deeply and were joined to their parents. */
  readonly flattened: number;
}

/** Number of nodes; ids run from 0 to this, parents before children, siblings in order. */
export const nodeCount = (tree: Tree): number => tree.kinds.length;

/** How many elements were nested too deeply and were joined to their parents. */
export const flattened = (tree: Tree): number => tree.flattened;

export const kind = (tree: Tree, node: NodeId): NodeKind => tree.kinds[node] as NodeKind;

/** Lower-case local name of an element, `''` for anything else. */
export const tag = (tree: Tree, node: NodeId): string => tree.tags[node] ?? '';

export const namespace = (tree: Tree, node: NodeId): Namespace => tree.namespaces[node] as Namespace;

/** Value of an attribute by its lower-case name, `''` for a bare one, `undefined` where it is absent. */
export const attribute = (tree: Tree, node: NodeId, name: string): string | undefined =>
  tree.attributes[node]?.get(name);

/** Names of an element's attributes, in source order. */
export const attributeNames = (tree: Tree, node: NodeId): readonly string[] => [
  ...(tree.attributes[node]?.keys() ?? []),
];

export const parent = (tree: Tree, node: NodeId): NodeId => tree.parents[node] ?? NONE;
export const firstChild = (tree: Tree, node: NodeId): NodeId => tree.firstChildren[node] ?? NONE;
export const lastChild = (tree: Tree, node: NodeId): NodeId => tree.lastChildren[node] ?? NONE;
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
  if (kind(tree, node) === 'text' || kind(tree, node) === 'comment') return tree.values[node] ?? '';
  let joined = '';
  for (let at = firstChild(tree, node); at !== NONE; at = nextInside(tree, at, node)) {
    if (kind(tree, at) === 'text') joined += tree.values[at] ?? '';
  }
  return joined;
}
