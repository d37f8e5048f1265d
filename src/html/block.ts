/** A page as blocks: runs of text between borders of block-level elements, in document order. */
import { MATHML, type NodeId, nodeCount, parent, type Tree, tag, text } from '../tree/node.ts';
import { behind, isElement, isText, type NameTable, nameSet, nameTable, ofTag } from '../tree/scan.ts';
import { SqueezedText } from '../tree/squeezed-text.ts';
import { factsOf, HAS_ADDRESS, UNSEEN } from './element-facts.ts';

export interface Block {
  /** Text and image nodes; each stands in exactly one block. */
  readonly nodes: readonly NodeId[];
  /** The block-level element around it. */
  readonly element: NodeId;
  readonly text: string;
  /** Where the text stands in the units of all texts of the page, for those who look at each of its characters. */
  readonly units: Uint16Array;
  readonly from: number;
  readonly to: number;
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

const INLINE = nameSet(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr output picture q rp rt ruby s samp small source span strike strong sub sup time tt u var wbr br',
);
/** Their content is not text for readers. */
const SKIPPED = nameSet(
  'script style noembed noframes iframe object embed canvas video audio map svg template head title textarea select datalist button input',
);

const NOSCRIPT = nameSet('noscript');
/** Markup that a page has escaped once too often, for readers without scripts: nobody is to read it. */
export const isMarkupText = (tree: Tree, node: NodeId): boolean =>
  ofTag(NOSCRIPT, tree, parent(tree, node)) === 1 && /^\s*<[a-z].*>\s*$/is.test(text(tree, node));

const IMAGE = 1;
const BREAK = 2;
const ANCHOR = 3;
const ACTS = nameTable([
  ['img', IMAGE],
  ['br', BREAK],
  ['a', ANCHOR],
]);

const LINK = 1;
const BOLD = 2;
const CODE = 4;
const INLINE_MARKS = nameTable([
  ['b', BOLD],
  ['strong', BOLD],
  ['code', CODE],
  ['kbd', CODE],
  ['samp', CODE],
  ['tt', CODE],
]);
const BLOCK_MARKS = nameTable([['pre', CODE]]);

/** Names of elements that are part of a line of text: the standard's, and those of a formula by MathJax. */
function inlineNames({ names, tags }: Tree): NameTable {
  let table = INLINE;
  for (let node = 0; node < tags.length; node += 1) {
    const id = tags[node] as number;
    if (id < INLINE.length || table[id] === 1 || !names[id]?.startsWith('mjx-')) continue;
    if (table === INLINE) {
      table = new Uint8Array(names.length);
      table.set(INLINE);
    }
    table[id] = 1;
  }
  return table;
}

/** So is a formula, whatever it is made of. */
const isInline = (tree: Tree, node: NodeId, names: NameTable): boolean =>
  ofTag(names, tree, node) === 1 || ((tree.kinds[node] as number) & MATHML) !== 0;

export function segment(tree: Tree): Block[] {
  const { flags } = factsOf(tree);
  const names = inlineNames(tree);
  const { around, marks } = surroundings(tree, flags, names);
  const collector = new Collector(tree);
  for (let node: NodeId = 0; node < around.length; ) {
    const isUnseen = ((flags[node] as number) & UNSEEN) !== 0 && isInline(tree, node, names);
    if (isUnseen || ofTag(SKIPPED, tree, node) === 1) {
      if (isUnseen) collector.hide(node);
      node = behind(tree, node);
      continue;
    }
    if (isText(tree, node) && !isMarkupText(tree, node))
      collector.addText(node, around[node] as NodeId, marks[node] as number);
    else {
      const act = ofTag(ACTS, tree, node);
      if (act === IMAGE) collector.addImage(node, around[node] as NodeId);
      else if (act === BREAK) collector.addBreak();
      else if (act === ANCHOR) collector.addLink(around[node] as NodeId, marks[node] as number);
      else if (isElement(tree, node) && !isInline(tree, node, names)) collector.close();
    }
    node += 1;
  }
  return collector.finish();
}

type Open = { -readonly [Key in keyof Block]: Block[Key] };

const NO_NODES: readonly NodeId[] = [];
const NO_UNITS = new Uint16Array(0);

/** Builds blocks from nodes as they come. */
class Collector {
  private readonly tree: Tree;
  private readonly blocks: Open[] = [];
  private readonly texts: SqueezedText;
  private open: Open | undefined;
  /** The nodes of the open block: the first so many. */
  private readonly nodes: NodeId[] = [];
  private nodeCount = 0;
  /** White space between elements opens blocks that come to nothing: the next to be opened takes the place of such a one. */
  private spare: Open | undefined;
  private breaks = 0;
  /** Unseen elements inside the open block. */
  private readonly unseen: NodeId[] = [];

  constructor(tree: Tree) {
    this.tree = tree;
    this.texts = new SqueezedText(tree);
  }

  addText(node: NodeId, around: NodeId, marks: number): void {
    // Two line breaks in a row part paragraphs.
    if (this.breaks > 1 && !this.texts.isBlank(node)) this.close();
    const open = this.openIn(around);
    const before = this.texts.end;
    const length = this.texts.add(node);
    this.addNode(node);
    if (length === 0) return;
    this.breaks = 0;
    if (before === open.from) open.inline = this.inlineName(node);
    if (marks === 0) return;
    if ((marks & LINK) !== 0) open.linked += length;
    if ((marks & BOLD) !== 0) open.bold += length;
    if ((marks & CODE) !== 0) open.code += length;
  }

  addImage(node: NodeId, around: NodeId): void {
    if (this.breaks > 1) this.close();
    const open = this.openIn(around);
    this.breaks = 0;
    this.addNode(node);
    open.images += 1;
  }

  addBreak(): void {
    this.breaks += 1;
    if (this.open === undefined) return;
    this.texts.gap();
    this.open.breaks += 1;
  }

  addLink(around: NodeId, marks: number): void {
    const open = this.openIn(around);
    if ((marks & LINK) !== 0) open.links += 1;
  }

  /** What an inline element hides is a block of its own, behind the one it stands in. */
  hide(element: NodeId): void {
    this.unseen.push(element);
  }

  close(): void {
    const { open } = this;
    this.breaks = 0;
    if (open !== undefined) {
      if (open.images > 0 || this.texts.end > open.from) this.finishBlock(open);
      else this.spare = open;
      this.open = undefined;
    }
    if (this.unseen.length === 0) return;
    for (const element of this.unseen) this.addUnseen(element);
    this.unseen.length = 0;
  }

  finish(): Block[] {
    this.close();
    const { text, units } = this.texts.finish();
    for (const block of this.blocks) {
      block.text = text.slice(block.from, block.to);
      block.units = units;
    }
    return this.blocks;
  }

  private openIn(around: NodeId): Open {
    if (this.open?.element !== around) this.close();
    this.open ??= this.begin(around);
    return this.open;
  }

  private begin(element: NodeId): Open {
    this.texts.begin();
    this.nodeCount = 0;
    const at = this.texts.end;
    const { spare } = this;
    if (spare !== undefined) {
      this.spare = undefined;
      spare.element = element;
      spare.from = at;
      spare.links = 0;
      spare.breaks = 0;
      return spare;
    }
    return {
      nodes: NO_NODES,
      element,
      text: '',
      units: NO_UNITS,
      from: at,
      to: at,
      linked: 0,
      bold: 0,
      code: 0,
      links: 0,
      images: 0,
      breaks: 0,
      inline: '',
      isUnseen: false,
    };
  }

  /** The text of an element that readers do not see. Its images stay out, too. */
  private addUnseen(element: NodeId): void {
    const { tree } = this;
    const block = this.begin(element);
    const end = behind(tree, element);
    for (let node = element + 1; node < end; ) {
      if (isText(tree, node)) {
        this.addNode(node);
        this.texts.add(node);
      }
      node = ofTag(SKIPPED, tree, node) === 1 ? behind(tree, node) : node + 1;
    }
    if (this.texts.end === block.from) {
      this.spare = block;
      return;
    }
    block.isUnseen = true;
    this.finishBlock(block);
  }

  private addNode(node: NodeId): void {
    this.nodes[this.nodeCount] = node;
    this.nodeCount += 1;
  }

  private finishBlock(block: Open): void {
    block.nodes = this.nodes.slice(0, this.nodeCount);
    block.to = this.texts.end;
    this.blocks.push(block);
  }

  private inlineName(node: NodeId): string {
    const above = parent(this.tree, node);
    return ofTag(INLINE, this.tree, above) === 1 ? tag(this.tree, above) : '';
  }
}

/**
 * For each node the block-level element around it, and whether it stands in a link, bold text or code. Links count
 * through blocks, for cards are links as a whole; bold and code end with their block. Parents come before children.
 */
function surroundings(tree: Tree, flags: Uint8Array, names: NameTable): { around: Int32Array; marks: Uint8Array } {
  const around = new Int32Array(nodeCount(tree));
  const marks = new Uint8Array(around.length);
  for (let node: NodeId = 1; node < around.length; node += 1) {
    const above = parent(tree, node);
    const isInside = isInline(tree, above, names);
    around[node] = isInside ? (around[above] as number) : above;
    let mark = marks[above] as number;
    if (!isInside) mark = (mark & LINK) | ofTag(BLOCK_MARKS, tree, above);
    if (isElement(tree, node)) {
      if (ofTag(ACTS, tree, node) !== ANCHOR) mark |= ofTag(INLINE_MARKS, tree, node);
      else if (((flags[node] as number) & HAS_ADDRESS) !== 0) mark |= LINK;
    }
    marks[node] = mark;
  }
  return { around, marks };
}

/** 1 for each node that passes the test or stands inside one that does; parents come before their children. */
export function inherited(tree: Tree, test: (node: NodeId) => boolean): Uint8Array {
  const marks = new Uint8Array(nodeCount(tree));
  for (let node: NodeId = 0; node < marks.length; node += 1) {
    const isInside = marks[parent(tree, node)] === 1;
    if (isInside || (isElement(tree, node) && test(node))) marks[node] = 1;
  }
  return marks;
}
