/** All that the parser knows while it reads a page. The buffers stay with it from page to page. */
import { NONE, type NodeId, type QuirksMode } from '../node.ts';
import { NameTable } from './name-table.ts';
import { KNOWN_COUNT } from './names.ts';

/** The tree is built in these: what `Tree` says of its fields holds for them. NONE until a node is put somewhere. */
const LINKS = [
  'parents',
  'firstChildren',
  'lastChildren',
  'nextSiblings',
  'previousSiblings',
  'attributesFrom',
  'attributesTo',
] as const;
const VALUES = ['tags', 'starts', 'ends'] as const;

/** So small that the first page outgrows them: code compiled for buffers that never changed would be compiled again. */
const FIRST_BYTES = 1 << 12;
const FIRST_NODES = 1 << 8;
const FIRST_ATTRIBUTES = 1 << 8;
const FIRST_DEPTH = 1 << 3;
/** Zeros behind the source, so that look-ahead needs no bounds. */
const PADDING = 32;

export class Parser {
  /** The source and PADDING zeros. */
  bytes = new Uint8Array(FIRST_BYTES);
  /** The same, four bytes each, and four bytes from anywhere. */
  words = new Int32Array(this.bytes.buffer);
  view = new DataView(this.bytes.buffer);
  length = 0;
  /** Where reading goes on. */
  position = 0;
  isScripting = false;
  /** Whether NULs were met in text: each is a token of its own. */
  hasNul = false;

  // The tag that is being processed.
  tag = 0;
  tagStart = 0;
  isSelfClosing = false;
  /** Its attributes, from one index to `attributeCount`. */
  tagAttributes = 0;
  /** Which tag has last used an attribute name: finds doubles in one look. */
  attributeSeen = new Int32Array(KNOWN_COUNT * 2);
  tagNumber = 0;

  /** Name of the element whose raw text is read next; 0 in the data state. */
  rawTextTag = 0;
  /** The text that is being processed holds no character references. */
  isRawText = false;
  /** A line feed right behind `<pre>` and the like is dropped. */
  skipsLineFeed = false;
  /** The last token was a NUL: parse5 makes one U+FFFD of several. */
  isAfterNul = false;
  /** In raw text NULs are characters like others. */
  keepsNul = false;

  mode = 0;
  originalMode = 0;
  templateModes: number[] = [];
  head: NodeId = -1;
  form: NodeId = -1;
  framesetOk = true;
  fosterParenting = false;
  quirks: QuirksMode = 'no-quirks';
  /** Start and end of each text that waits for the end of a table's text. */
  tableText: number[] = [];

  readonly names = new NameTable();
  nodeCount = 0;
  /** Whether some node was put elsewhere than at the end of what stands. */
  isOutOfOrder = false;
  kinds = new Uint8Array(FIRST_NODES);
  tags = new Int32Array(FIRST_NODES);
  parents = new Int32Array(FIRST_NODES).fill(NONE);
  firstChildren = new Int32Array(FIRST_NODES).fill(NONE);
  lastChildren = new Int32Array(FIRST_NODES).fill(NONE);
  nextSiblings = new Int32Array(FIRST_NODES).fill(NONE);
  previousSiblings = new Int32Array(FIRST_NODES).fill(NONE);
  starts = new Int32Array(FIRST_NODES);
  ends = new Int32Array(FIRST_NODES);
  attributesFrom = new Int32Array(FIRST_NODES).fill(NONE);
  attributesTo = new Int32Array(FIRST_NODES).fill(NONE);

  attributeCount = 0;
  attributeNames = new Int32Array(FIRST_ATTRIBUTES);
  valueStarts = new Int32Array(FIRST_ATTRIBUTES);
  valueEnds = new Int32Array(FIRST_ATTRIBUTES);
  pieces: number[] = [];
  adopted = new Map<NodeId, number[]>();
  /** Names of all attributes of an element that adopted some. */
  adoptedNames = new Map<NodeId, Set<number>>();

  // The stack of open elements: slot 0 is empty, so that 0 says "not open". See open-elements.ts.
  top = 0;
  depth = FIRST_DEPTH;
  openNodes = new Int32Array(FIRST_DEPTH);
  openKeys = new Int32Array(FIRST_DEPTH);
  /** How an element's content is parsed: HTML, foreign, or an integration point. */
  openContexts = new Uint8Array(FIRST_DEPTH);
  sameBelow = new Int32Array(FIRST_DEPTH);
  scopeAt = new Int32Array(FIRST_DEPTH);
  specialAt = new Int32Array(FIRST_DEPTH);
  itemBoundaryAt = new Int32Array(FIRST_DEPTH);
  htmlAt = new Int32Array(FIRST_DEPTH);
  /** Slot of the topmost open element by key. */
  topOf = new Int32Array(KNOWN_COUNT * 2);
  isOpen = new Uint8Array(FIRST_NODES);

  /** The list of active formatting elements; MARKER parts cells and the like from what is around them. */
  formatting: NodeId[] = [];
  /** Signatures of its entries, 0 where not yet known. */
  signatures: number[] = [];
  signatureIds = new Map<string, number>();
  /** How many entries have a signature. */
  signatureCounts: number[] = [];
  /** Whether some entry has none yet. */
  hasUnsigned = false;
  /** How many formatting elements may still be opened anew: see formatting.ts. */
  reopenable = 0;
  /** Formatting elements that were not opened anew. */
  dropped = 0;

  reset(source: Uint8Array, isScripting: boolean): void {
    if (source.length + PADDING > this.bytes.length) {
      this.bytes = new Uint8Array(Math.max(this.bytes.length * 2, (source.length + PADDING) & ~3));
      this.words = new Int32Array(this.bytes.buffer);
      this.view = new DataView(this.bytes.buffer);
    }
    this.bytes.set(source);
    this.bytes.fill(0, source.length, source.length + PADDING);
    this.length = source.length;
    this.position = source[0] === 0xef && source[1] === 0xbb && source[2] === 0xbf ? 3 : 0;
    this.isScripting = isScripting;
    this.hasNul = false;
    // Tags are counted on from page to page: a fill would cost more than the pages' own names are looked up.
    if (this.tagNumber > MOST_TAGS) {
      this.tagNumber = 0;
      this.attributeSeen.fill(0);
    }
    this.rawTextTag = 0;
    this.isRawText = false;
    this.skipsLineFeed = false;
    this.isAfterNul = false;
    this.keepsNul = false;
    this.mode = 0;
    this.originalMode = 0;
    this.templateModes = [];
    this.head = -1;
    this.form = -1;
    this.framesetOk = true;
    this.fosterParenting = false;
    this.quirks = 'no-quirks';
    this.tableText = [];
    this.names.reset();
    for (const field of LINKS) this[field].fill(NONE, 0, this.nodeCount);
    this.nodeCount = 0;
    this.isOutOfOrder = false;
    this.attributeCount = 0;
    this.pieces = [];
    this.adopted = new Map();
    this.adoptedNames.clear();
    for (; this.top > 0; this.top -= 1) {
      this.topOf[this.openKeys[this.top] as number] = 0;
      this.isOpen[this.openNodes[this.top] as number] = 0;
    }
    this.formatting = [];
    this.signatures = [];
    this.signatureIds.clear();
    this.signatureCounts = [];
    this.hasUnsigned = false;
    this.reopenable = FIRST_REOPENABLE;
    this.dropped = 0;
  }

  growNodes(): void {
    for (const field of LINKS) this[field] = doubled(this[field]).fill(NONE, this.nodeCount - 1);
    for (const field of VALUES) this[field] = doubled(this[field]);
    this.kinds = doubledBytes(this.kinds);
    this.isOpen = doubledBytes(this.isOpen);
  }

  growAttributes(): void {
    this.attributeNames = doubled(this.attributeNames);
    this.valueStarts = doubled(this.valueStarts);
    this.valueEnds = doubled(this.valueEnds);
  }

  growStack(): void {
    this.depth *= 2;
    this.openNodes = doubled(this.openNodes);
    this.openKeys = doubled(this.openKeys);
    this.openContexts = doubledBytes(this.openContexts);
    this.sameBelow = doubled(this.sameBelow);
    this.scopeAt = doubled(this.scopeAt);
    this.specialAt = doubled(this.specialAt);
    this.itemBoundaryAt = doubled(this.itemBoundaryAt);
    this.htmlAt = doubled(this.htmlAt);
  }

  /** Makes room for the names that a page brings with it. */
  growNames(): void {
    while (this.attributeSeen.length <= this.names.count) this.attributeSeen = doubled(this.attributeSeen);
    while (this.topOf.length <= this.names.count * 2 + 1) this.topOf = doubled(this.topOf);
  }
}

/** Far from where the count of tags would no longer fit in an Int32, whatever the next page holds. */
const MOST_TAGS = 1 << 30;

/** Opening this many formatting elements anew is more than any real page does. */
const FIRST_REOPENABLE = 20_000;

function doubled(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}

function doubledBytes(array: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(array.length * 2);
  larger.set(array);
  return larger;
}
