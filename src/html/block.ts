/** A page as blocks: runs of text between borders of block-level elements, in document order. */
import {
  attribute,
  firstChild,
  kind,
  NONE,
  type NodeId,
  nextInside,
  nextOutside,
  nodeCount,
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
  const inLink = inherited(tree, (node) => tag(tree, node) === 'a' && attribute(tree, node, 'href') !== undefined);
  let nodes: NodeId[] = [];
  let words = '';
  let linked = 0;
  let hasImage = false;
  let element: NodeId = NONE;
  const close = () => {
    if (element !== NONE && (hasImage || /\S/.test(words))) {
      blocks.push({ nodes, element, text: words.replace(/\s+/g, ' ').trim(), linked });
    }
    nodes = [];
    words = '';
    linked = 0;
    hasImage = false;
    element = NONE;
  };
  for (let node: NodeId = 0; node !== NONE; ) {
    if (SKIPPED.has(tag(tree, node))) {
      node = nextOutside(tree, node);
      continue;
    }
    const isImage = tag(tree, node) === 'img';
    if (kind(tree, node) === 'text' || isImage) {
      const around = blockAround(tree, node);
      if (around !== element) close();
      element = around;
      hasImage ||= isImage;
      nodes.push(node);
      const own = text(tree, node);
      words += own;
      if (inLink[node] === 1) linked += own.trim().length;
    } else if (tag(tree, node) === 'br') words += '\n';
    else if (!isInline(tree, node)) close();
    node = nextInside(tree, node);
  }
  close();
  return blocks;
}

/** 1 for each node that passes the test or stands inside one that does; parents come before their children. */
export function inherited(tree: Tree, test: (node: NodeId) => boolean): Uint8Array {
  const marks = new Uint8Array(nodeCount(tree));
  for (let node: NodeId = 0; node < marks.length; node += 1) {
    const isInside = marks[parent(tree, node)] === 1;
    if (isInside || (kind(tree, node) === 'element' && test(node))) marks[node] = 1;
  }
  return marks;
}

function blockAround(tree: Tree, node: NodeId): NodeId {
  let at = parent(tree, node);
  while (at > 0 && isInline(tree, at)) at = parent(tree, at);
  return at;
}

/** Whether an element holds block-level elements of its own. */
export function holdsBlocks(tree: Tree, node: NodeId): boolean {
  for (let at = firstChild(tree, node); at !== NONE; at = nextInside(tree, at, node)) {
    if (kind(tree, at) === 'element' && !isInline(tree, at)) return true;
  }
  return false;
}
