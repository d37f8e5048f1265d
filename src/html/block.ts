/** A page as blocks: runs of text between borders of block-level elements, in document order. */
import {
  attribute,
  firstChild,
  kind,
  NONE,
  type NodeId,
  nextInside,
  nextOutside,
  parent,
  type Tree,
  tag,
  text,
} from '../tree/node.ts';

export interface Block {
  /** Text and image nodes; each stands in exactly one block. */
  readonly nodes: readonly NodeId[];
  /** The block-level element around it. */
  readonly element: NodeId;
  /** From the element up to the root. */
  readonly ancestors: readonly NodeId[];
  readonly text: string;
  /** Characters inside links. */
  readonly linked: number;
}

const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr output picture q rp rt ruby s samp small source span strike strong sub sup time tt u var wbr br'.split(
    ' ',
  ),
);
/** Their content is not text for readers. */
export const SKIPPED = new Set(
  'script style noembed noframes iframe object embed canvas video audio map svg template head title textarea select datalist button input'.split(
    ' ',
  ),
);

export const isInline = (tree: Tree, node: NodeId): boolean =>
  kind(tree, node) === 'text' || INLINE.has(tag(tree, node));

export function segment(tree: Tree): Block[] {
  const blocks: Block[] = [];
  let nodes: NodeId[] = [];
  let words = '';
  let linked = 0;
  let element: NodeId = NONE;
  const close = () => {
    if (element !== NONE && (/\S/.test(words) || nodes.some((node) => tag(tree, node) === 'img'))) {
      blocks.push({
        nodes,
        element,
        ancestors: ancestorsOf(tree, element),
        text: words.replace(/\s+/g, ' ').trim(),
        linked,
      });
    }
    nodes = [];
    words = '';
    linked = 0;
    element = NONE;
  };
  for (let node: NodeId = 0; node !== NONE; ) {
    if (SKIPPED.has(tag(tree, node))) {
      node = nextOutside(tree, node);
      continue;
    }
    if (kind(tree, node) === 'text' || tag(tree, node) === 'img') {
      const around = blockAround(tree, node);
      if (around.element !== element) close();
      element = around.element;
      nodes.push(node);
      const own = text(tree, node);
      words += own;
      if (around.isLinked) linked += own.trim().length;
    } else if (!isInline(tree, node)) close();
    node = nextInside(tree, node);
  }
  close();
  return blocks;
}

function blockAround(tree: Tree, node: NodeId): { element: NodeId; isLinked: boolean } {
  let isLinked = false;
  let at = parent(tree, node);
  while (at > 0 && isInline(tree, at)) {
    if (tag(tree, at) === 'a' && attribute(tree, at, 'href') !== undefined) isLinked = true;
    at = parent(tree, at);
  }
  return { element: at, isLinked };
}

function ancestorsOf(tree: Tree, element: NodeId): NodeId[] {
  const ancestors: NodeId[] = [];
  for (let at = element; at > 0; at = parent(tree, at)) ancestors.push(at);
  return ancestors;
}

/** Whether an element holds block-level elements of its own. */
export function holdsBlocks(tree: Tree, node: NodeId): boolean {
  for (let at = firstChild(tree, node); at !== NONE; at = nextInside(tree, at, node)) {
    if (kind(tree, at) === 'element' && !isInline(tree, at)) return true;
  }
  return false;
}
