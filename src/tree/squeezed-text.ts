/**
 * Texts of a page with their white space squeezed, one behind the other in one buffer: the bytes of each text node
 * are looked at once. UTF-16, so that a place in the buffer is a place in the string that it becomes.
 */
import { readReference } from './character-reference.ts';
import { HAS_MORE, IS_RAW, type NodeId, type Tree } from './node.ts';
import { isBlankText } from './scan.ts';

const TAB = 9;
const NEW_LINE = 10;
const CARRIAGE_RETURN = 13;
const BLANK = 32;
const AMPERSAND = 38;
const REPLACEMENT = 0xfffd;

/** What `\s` means, and `trim`. */
const isSpace = (code: number): boolean =>
  code <= BLANK
    ? code === BLANK || (code >= TAB && code <= CARRIAGE_RETURN)
    : code >= 0xa0 &&
      (code === 0xa0 ||
        code === 0x1680 ||
        (code >= 0x2000 && (code <= 0x200a || code === 0x2028 || code === 0x2029 || code === 0x202f)) ||
        code === 0x205f ||
        code === 0x3000 ||
        code === 0xfeff);

const decoder = new TextDecoder('utf-16le', { ignoreBOM: true });
const narrowDecoder = new TextDecoder();

export class SqueezedText {
  /** End of what was written. */
  end = 0;
  private units = new Uint16Array(1 << 14);
  /** Where the text that is being written begins. */
  private start = 0;
  private hasGap = false;
  /** All units so far, one over the other. */
  private bits = 0;
  /** Characters of the node that was added last: all so far, before its first and up to its last that is no white space. */
  private seen = 0;
  private first = 0;
  private last = 0;
  private readonly tree: Tree;

  constructor(tree: Tree) {
    this.tree = tree;
  }

  /** Begins a text where the one before ended. */
  begin(): void {
    this.start = this.end;
    this.hasGap = false;
  }

  /** White space that stands in no text node. */
  gap(): void {
    this.hasGap = true;
  }

  /** Adds a text node; gives its length without white space at its ends, 0 where it is blank. */
  add(node: NodeId): number {
    const { tree } = this;
    this.seen = 0;
    this.first = -1;
    this.last = 0;
    const bits = tree.kinds[node] as number;
    this.addRange(tree.starts[node] as number, tree.ends[node] as number, (bits & IS_RAW) !== 0);
    if ((bits & HAS_MORE) !== 0) {
      for (let at = tree.attributesFrom[node] as number; at !== -1; at = tree.pieces[at * 4 + 3] as number) {
        const isRaw = tree.pieces[at * 4 + 2] === 1;
        this.addRange(tree.pieces[at * 4] as number, tree.pieces[at * 4 + 1] as number, isRaw);
      }
    }
    return this.first === -1 ? 0 : this.last - this.first;
  }

  /** Whether a text node is white space alone. */
  isBlank(node: NodeId): boolean {
    return isBlankText(this.tree, node);
  }

  /** All that was written, as a string and as its units; nothing can be added any more. Of ASCII alone the string is half as large. */
  finish(): { text: string; units: Uint16Array } {
    const units = this.units.subarray(0, this.end);
    this.units = new Uint16Array(0);
    return { text: this.bits < 0x80 ? narrowDecoder.decode(new Uint8Array(units)) : decoder.decode(units), units };
  }

  private addRange(start: number, end: number, isRaw: boolean): void {
    const { source, isVerbatim } = this.tree;
    // No byte and no character reference stands for more than one unit a byte, and a blank may stand before them.
    const room = this.end + (end - start) + 1;
    if (room > this.units.length) this.grow(room);
    for (let at = start; at < end; ) {
      const byte = source[at] as number;
      at += 1;
      if (byte > BLANK && byte < 0x80 && byte !== AMPERSAND) {
        at = this.putWord(source, at - 1, end);
        continue;
      }
      if (byte === BLANK || byte === NEW_LINE || byte === TAB) {
        this.hasGap = true;
        this.seen += 1;
        continue;
      }
      if (byte >= 0x80) {
        at = this.putLong(source, at, byte);
        continue;
      }
      if (isVerbatim) {
        this.put(byte);
        continue;
      }
      if (byte === AMPERSAND && !isRaw) {
        const reference = readReference(source, at - 1, end, false);
        if (reference === undefined) this.put(AMPERSAND);
        else {
          for (let unit = 0; unit < reference.value.length; unit += 1) this.put(reference.value.charCodeAt(unit));
          at = reference.end;
        }
      } else if (byte === CARRIAGE_RETURN) {
        // Line ends of two characters count as one.
        if (at < end && source[at] === NEW_LINE) at += 1;
        this.put(NEW_LINE);
      } else this.put(byte === 0 ? REPLACEMENT : byte);
    }
  }

  /** A run of plain ASCII; gives the place behind it. Most text is such runs. */
  private putWord(source: Uint8Array, from: number, end: number): number {
    const { units } = this;
    let to = this.end;
    if (this.hasGap) {
      if (to > this.start) units[to++] = BLANK;
      this.hasGap = false;
    }
    let at = from;
    for (; at < end; at += 1) {
      const byte = source[at] as number;
      if (byte <= BLANK || byte >= 0x80 || byte === AMPERSAND) break;
      units[to++] = byte;
    }
    this.end = to;
    if (this.first === -1) this.first = this.seen;
    this.seen += at - from;
    this.last = this.seen;
    return at;
  }

  /** A character of several bytes whose first is `lead`; gives the place behind it. The source is valid UTF-8. */
  private putLong(source: Uint8Array, from: number, lead: number): number {
    const second = (source[from] as number) & 63;
    if (lead < 0xe0) {
      this.put(((lead & 31) << 6) | second);
      return from + 1;
    }
    const third = (source[from + 1] as number) & 63;
    if (lead < 0xf0) {
      this.put(((lead & 15) << 12) | (second << 6) | third);
      return from + 2;
    }
    const code = ((lead & 7) << 18) | (second << 12) | (third << 6) | ((source[from + 2] as number) & 63);
    this.put(0xd7c0 + (code >> 10));
    this.put(0xdc00 | (code & 0x3ff));
    return from + 3;
  }

  private put(unit: number): void {
    this.seen += 1;
    if (isSpace(unit)) {
      this.hasGap = true;
      return;
    }
    if (this.hasGap) {
      if (this.end > this.start) this.units[this.end++] = BLANK;
      this.hasGap = false;
    }
    this.units[this.end++] = unit;
    this.bits |= unit;
    if (this.first === -1) this.first = this.seen - 1;
    this.last = this.seen;
  }

  private grow(atLeast: number): void {
    const units = new Uint16Array(Math.max(this.units.length * 2, atLeast));
    units.set(this.units);
    this.units = units;
  }
}
