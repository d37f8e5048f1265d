/** A page as blocks: runs of text between borders of block-level elements, in document order. */
import {
  attribute,
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
import { squeeze } from '../words.ts';

export interface Block {
  /** Text and image nodes; each stands in exactly one block. */
  readonly nodes: readonly NodeId[];
  /** The block-level element around it. */
  readonly element: NodeId;
  readonly text: string;
  /** Characters inside links, bold text and code. */
  readonly linked: number;
  readonly bold: number;
  readonly code: number;
  /** How many links, images and line breaks it holds. */
  readonly links: number;
  readonly images: number;
  readonly breaks: number;
  /** The inline element that its first text stands in, `''` for none. */
  readonly inline: string;
  /** Text inside a line that no reader sees; it is a block of its own. */
  readonly isUnseen: boolean;
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

const isInline = (tree: Tree, node: NodeId): boolean => kind(tree, node) === 'text' || INLINE.has(tag(tree, node));

const LINK = 1;
const BOLD = 2;
const CODE = 4;
const INLINE_MARKS: Readonly<Record<string, number>> = {
  b: BOLD,
  strong: BOLD,
  code: CODE,
  kbd: CODE,
  samp: CODE,
  tt: CODE,
};

export function segment(tree: Tree): Block[] {
  const blocks: Block[] = [];
  const { around, marks } = surroundings(tree);
  let open = emptyBlock(NONE);
  let pendingBreaks = 0;
  const unseen: Block[] = [];
  const close = () => {
    if (open.element !== NONE && (open.images > 0 || /\S/.test(open.text))) {
      open.text = squeeze(open.text);
      blocks.push(open);
    }
    for (const block of unseen.splice(0)) blocks.push(block);
    open = emptyBlock(NONE);
    pendingBreaks = 0;
  };
  for (let node: NodeId = 0; node !== NONE; ) {
    const name = tag(tree, node);
    const isUnseenInline = INLINE.has(name) && isUnseen(tree, node);
    if (isUnseenInline) for (const block of unseenBlock(tree, node)) unseen.push(block);
    if (isUnseenInline || SKIPPED.has(name)) {
      node = nextOutside(tree, node);
      continue;
    }
    const isImage = name === 'img';
    if (isImage || kind(tree, node) === 'text') {
      const own = isImage ? '' : text(tree, node);
      const isBlank = !isImage && !/\S/.test(own);
      // Two line breaks in a row part paragraphs.
      if (around[node] !== open.element || (pendingBreaks > 1 && !isBlank)) close();
      if (open.element === NONE) open = emptyBlock(around[node] as NodeId);
      if (!isBlank) pendingBreaks = 0;
      addText(open, node, own, marks[node] ?? 0);
      if (isImage) open.images += 1;
      else if (!isBlank && open.inline === NO_INLINE) open.inline = inlineName(tree, node);
    } else if (name === 'br') {
      open.text += '\n';
      open.breaks += 1;
      pendingBreaks += 1;
    } else if (name === 'a') {
      if (around[node] !== open.element) close();
      if (open.element === NONE) open = emptyBlock(around[node] as NodeId);
      if (((marks[node] ?? 0) & LINK) > 0) open.links += 1;
    } else if (!isInline(tree, node)) close();
    node = nextInside(tree, node);
  }
  close();
  return blocks.map((block) => (block.inline === NO_INLINE ? { ...block, inline: '' } : block));
}

/** `display:none`, `hidden`, clipped to nothing for screen readers, or a handle for editors. */
export function isUnseen(tree: Tree, node: NodeId): boolean {
  const names = attribute(tree, node, 'class');
  if (names !== undefined && CLIPPED.test(names)) return true;
  const style = attribute(tree, node, 'style');
  if (style !== undefined && HIDING.test(style)) return true;
  const hidden = attribute(tree, node, 'hidden');
  return hidden !== undefined && hidden !== 'false';
}
const CLIPPED =
  /(?:^|\s)(?:mw-editsection|headerlink|heading-anchor|sr-only|visually-?hidden|screen-?reader(?:-text|-only)?|a11y-hidden|assistive-text|offscreen)(?:$|\s)/i;
const HIDING =
  /display\s*:\s*none|visibility\s*:\s*hidden|clip\s*:\s*rect\(\s*[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01](?:px)?\s*\)|clip-path\s*:\s*inset\(\s*(?:50|100)%|font-size\s*:\s*0(?:px)?\s*(?:;|$)/i;

/** The text of an element that readers do not see. Its images stay out, too. */
function unseenBlock(tree: Tree, element: NodeId): Block[] {
  const nodes: NodeId[] = [];
  for (let node = nextInside(tree, element, element); node !== NONE; ) {
    const isSkipped = SKIPPED.has(tag(tree, node));
    if (kind(tree, node) === 'text') nodes.push(node);
    node = isSkipped ? nextOutside(tree, node, element) : nextInside(tree, node, element);
  }
  const words = squeeze(nodes.map((node) => text(tree, node)).join(''));
  return words === '' ? [] : [{ ...emptyBlock(element), nodes, text: words, inline: '', isUnseen: true }];
}

/** Marks a block whose first text has not come yet. */
const NO_INLINE = '?';

type Open = { -readonly [Key in keyof Block]: Block[Key] extends readonly NodeId[] ? NodeId[] : Block[Key] };

const emptyBlock = (element: NodeId): Open => ({
  nodes: [],
  element,
  text: '',
  linked: 0,
  bold: 0,
  code: 0,
  links: 0,
  images: 0,
  breaks: 0,
  inline: NO_INLINE,
  isUnseen: false,
});

function addText(open: Open, node: NodeId, own: string, marks: number): void {
  open.nodes.push(node);
  open.text += own;
  if (marks === 0) return;
  const length = own.trim().length;
  if ((marks & LINK) > 0) open.linked += length;
  if ((marks & BOLD) > 0) open.bold += length;
  if ((marks & CODE) > 0) open.code += length;
}

function inlineName(tree: Tree, node: NodeId): string {
  const above = parent(tree, node);
  return INLINE.has(tag(tree, above)) ? tag(tree, above) : '';
}

/**
 * For each node the block-level element around it, and whether it stands in a link, bold text or code. Links count
 * through blocks, for cards are links as a whole; bold and code end with their block. Parents come before children.
 */
function surroundings(tree: Tree): { around: Int32Array; marks: Uint8Array } {
  const around = new Int32Array(nodeCount(tree));
  const marks = new Uint8Array(around.length);
  for (let node: NodeId = 1; node < around.length; node += 1) {
    const above = parent(tree, node);
    const name = tag(tree, above);
    const isInside = INLINE.has(name);
    around[node] = isInside ? (around[above] ?? 0) : above;
    const inherited = marks[above] ?? 0;
    marks[node] = isInside ? inherited : (inherited & LINK) | (name === 'pre' ? CODE : 0);
    if (kind(tree, node) !== 'element') continue;
    const own = tag(tree, node);
    if (own === 'a') {
      if (attribute(tree, node, 'href') !== undefined) marks[node] = (marks[node] ?? 0) | LINK;
    } else marks[node] = (marks[node] ?? 0) | (INLINE_MARKS[own] ?? 0);
  }
  return { around, marks };
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
