/** What the rules know of a page besides the block before them: where its good text stands, its main container, what each element is called. */
import { attribute, kind, type NodeId, nodeCount, parent, type Tree } from '../tree/node.ts';
import { perTree } from '../tree/per-tree.ts';
import { nameSet, ofTag } from '../tree/scan.ts';
import { weightOf } from '../words.ts';
import type { Block } from './block.ts';

export interface PageView {
  readonly tree: Tree;
  readonly blocks: readonly Block[];
  /** The deepest element that holds most of the good text; 0, the document, where there is none. */
  readonly main: NodeId;
  /** Which share of the page's good text stands inside an element, 0–1. */
  share(node: NodeId): number;
  /** The same of all text. */
  shareOfAll(node: NodeId): number;
  /** Whether a block stands in an element that is never the page's subject. */
  isInFrame(block: Block): boolean;
  /** `holdersOf` the blocks. */
  readonly holders: Int32Array;
  /** What the tests found that ask the tree alone. */
  readonly marks: Marks;
  /** Whether an element that holds blocks, or one around it, passes a test; each test looks at each element once. */
  isWithin(node: NodeId, test: NodeTest): boolean;
}

/** A test of elements. What it looks up on a page it looks up once: that goes to each call. */
export interface NodeTest<Known = unknown> {
  /** Undefined where no element of the page can pass. */
  lookUp(page: PageView): Known | undefined;
  passes(node: NodeId, known: Known, page: PageView): boolean;
  /** It asks the tree alone, so that its answers hold for every view of the page. */
  readonly isOfTree: boolean;
}

export const ofPage = <Known>(
  lookUp: (page: PageView) => Known | undefined,
  passes: (node: NodeId, known: Known, page: PageView) => boolean,
): NodeTest<Known> => ({ lookUp, passes, isOfTree: false });

export const ofTree = <Known>(
  lookUp: (tree: Tree) => Known | undefined,
  passes: (node: NodeId, known: Known) => boolean,
): NodeTest<Known> => ({ lookUp: ({ tree }) => lookUp(tree), passes, isOfTree: true });

/** A test that asks for the names of tags alone. */
export const ofTags = (names: string): NodeTest => {
  const set = nameSet(names);
  return ofTree(
    (tree) => tree,
    (node, tree) => ofTag(set, tree, node) === 1,
  );
};

/** What a test found: 1 for each holder of blocks that passes or stands in one that does; nothing where none does. */
interface Answers {
  readonly test: NodeTest;
  readonly isInside: Uint8Array | undefined;
}

type Marks = Map<NodeTest, Answers>;

/** Elements that are never the page's subject, whatever they hold. */
const isFrame = ofTags('nav footer aside dialog');
/** Elements of a text, which hold a part of it and never the whole, however deep they are nested. */
const PARTS = nameSet('p ul ol li dl dt dd blockquote pre');
/** The share of the good text that the main container holds at least. */
const MAIN_SHARE = 0.6;
const DECLARED = nameSet('main');
/** Characters. */
const FEW_LINES = 1000;
/** And of all text: pages of many short blocks are more than their one paragraph. */
const MAIN_LEAST = 0.4;

/**
 * The page before anything is known of it: shares only, its main container is the document.
 * @param holders `holdersOf` the blocks
 */
export function viewPage(tree: Tree, blocks: readonly Block[], holders: Int32Array): PageView {
  const marks: Marks = new Map();
  const bare = new View(tree, blocks, holders, new Float64Array(nodeCount(tree)), 0, marks);
  const outside: Block[] = [];
  for (const block of blocks) if (!bare.isInFrame(block)) outside.push(block);
  return new View(tree, blocks, holders, goodText(tree, outside), 0, marks);
}

/** The page with the main container that the blocks which are not out point to. */
export function focus(page: PageView, isOut: (block: Block) => boolean): PageView {
  const { tree, blocks, holders } = page;
  const left = blocks.filter((block) => !isOut(block));
  const sums = goodText(tree, left);
  const all = textSums(tree, left);
  let main = mainContainer(tree, sums);
  const least = (all[0] ?? 0) * MAIN_LEAST;
  while (main > 0 && (all[main] ?? 0) < least) main = parent(tree, main);
  // A few lines do not tell which part of what the page calls its content is more so.
  let declared = main;
  while (declared > 0 && ofTag(DECLARED, tree, declared) === 0) declared = parent(tree, declared);
  if (declared > 0 && (all[declared] ?? 0) <= FEW_LINES) main = declared;
  return new View(tree, blocks, holders, sums, main, page.marks);
}

class View implements PageView {
  readonly tree: Tree;
  readonly blocks: readonly Block[];
  readonly main: NodeId;
  readonly holders: Int32Array;
  readonly marks: Marks;
  private readonly own: Marks = new Map();
  private asked: Answers | undefined = undefined;
  /** Characters of good text inside each node. */
  private readonly sums: Float64Array;
  private all: Float64Array | undefined;

  constructor(
    tree: Tree,
    blocks: readonly Block[],
    holders: Int32Array,
    sums: Float64Array,
    main: NodeId,
    shared: Marks,
  ) {
    this.tree = tree;
    this.blocks = blocks;
    this.holders = holders;
    this.sums = sums;
    this.main = main;
    this.marks = shared;
  }

  share(node: NodeId): number {
    const total = this.sums[0] ?? 0;
    return total === 0 ? 0 : (this.sums[node] ?? 0) / total;
  }

  shareOfAll(node: NodeId): number {
    this.all ??= textSums(this.tree, this.blocks);
    const total = this.all[0] ?? 0;
    return total === 0 ? 0 : (this.all[node] ?? 0) / total;
  }

  isInFrame({ element }: Block): boolean {
    return this.isWithin(element, isFrame);
  }

  isWithin(node: NodeId, test: NodeTest): boolean {
    // Most ask of all blocks, one after the other.
    const last = this.asked;
    const answers = last?.test === test ? last : this.answersOf(test);
    this.asked = answers;
    return answers.isInside !== undefined && answers.isInside[node] === 1;
  }

  private answersOf(test: NodeTest): Answers {
    const known = test.isOfTree ? this.marks : this.own;
    let answers = known.get(test);
    if (answers === undefined) {
      answers = { test, isInside: findInside(this, test) };
      known.set(test, answers);
    }
    return answers;
  }
}

/** Parents come before their children, and what stands in an element that passes need not be tested. */
function findInside(page: PageView, test: NodeTest): Uint8Array | undefined {
  const { tree, holders } = page;
  const known = test.lookUp(page);
  if (known === undefined) return undefined;
  const isInside = new Uint8Array(nodeCount(tree));
  let isAny = false;
  for (let rank = 1; rank < holders.length; rank += 1) {
    const node = holders[rank] as NodeId;
    if (isInside[parent(tree, node)] === 0 && !test.passes(node, known, page)) continue;
    isInside[node] = 1;
    isAny = true;
  }
  return isAny ? isInside : undefined;
}

/** Class, id and role of an element in lower case, their words apart; '' where it has none. */
export function namesOf(tree: Tree, node: NodeId): string {
  const known = knownNames(tree);
  known[node] ??= readNames(tree, node);
  return known[node];
}
/** Several rules ask for the names of each element. */
const knownNames = perTree((tree): string[] => new Array(nodeCount(tree)));

/** Whether names pass an expression, each tried once a page: many elements are called alike. */
export function askedOnce(expression: RegExp): (names: string) => boolean {
  const known = new Map<string, boolean>();
  return (names) => {
    let answer = known.get(names);
    if (answer === undefined) {
      answer = expression.test(names);
      known.set(names, answer);
    }
    return answer;
  };
}

function readNames(tree: Tree, node: NodeId): string {
  let names = '';
  for (const key of NAMING) {
    const value = attribute(tree, node, key);
    if (value) names += `${value} `;
  }
  if (names.includes('__')) names = names.replace(HASHES, ' ');
  return /[A-Z]/.test(names) ? names.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase() : names.toLowerCase();
}
const NAMING = ['class', 'id', 'role'];
/** What CSS modules put behind a class: `table_root__adKqa` is no advertisement. */
const HASHES = /__(?=[\w-]{0,4}[A-Z\d])[\w-]{5}(?=\s)/g;

/** Long, with few links: text that somebody wrote to be read. */
export const isGood = ({ text, linked }: Block): boolean =>
  text.length >= FEWEST_GOOD && linked < text.length * 0.3 && (text.length >= GOOD || weightOf(text) >= GOOD);
/** Letters of an alphabet, and the characters of the densest script that say as much. */
const GOOD = 80;
const FEWEST_GOOD = 32;

/** Characters of good text inside each node. */
const goodText = (tree: Tree, blocks: readonly Block[]): Float64Array => textSums(tree, blocks.filter(isGood));

function textSums(tree: Tree, blocks: readonly Block[]): Float64Array {
  const sums = new Float64Array(nodeCount(tree));
  for (const { element, text } of blocks) sums[element] = (sums[element] ?? 0) + text.length;
  for (let node = sums.length - 1; node > 0; node -= 1) {
    const above = parent(tree, node);
    sums[above] = (sums[above] ?? 0) + (sums[node] ?? 0);
  }
  return sums;
}

function mainContainer(tree: Tree, sums: Float64Array): NodeId {
  const least = (sums[0] ?? 0) * MAIN_SHARE;
  const depths = new Int32Array(sums.length);
  let main: NodeId = 0;
  for (let node: NodeId = 1; node < sums.length; node += 1) {
    depths[node] = (depths[parent(tree, node)] ?? 0) + 1;
    if (least === 0 || (sums[node] ?? 0) < least || kind(tree, node) !== 'element') continue;
    if (ofTag(PARTS, tree, node) === 1) continue;
    if ((depths[node] ?? 0) > (depths[main] ?? 0)) main = node;
  }
  return main;
}
