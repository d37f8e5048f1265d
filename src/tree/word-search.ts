/** Words looked for in bytes, so that what holds none of them need not become a string. */
import {
  firstChild,
  HAS_MORE,
  IS_RAW,
  KIND_MASK,
  NONE,
  type NodeId,
  nextSibling,
  TEXT_NODE,
  type Tree,
} from './node.ts';

const AMPERSAND = 38;

/** Some words of ASCII, in any case (Horspool's search: most bytes are jumped over). */
export class WordSearch {
  private readonly words: readonly Uint8Array[];
  /** Length of the shortest word: so many bytes are looked at together. */
  private readonly width: number;
  /** By the last of these bytes: how far the next that can be the start of a word is. */
  private readonly jumps: Uint8Array;

  /** `words` in lower case, parted by blanks. */
  constructor(words: string) {
    this.words = words.split(' ').map((word) => Uint8Array.from(word, (letter) => letter.charCodeAt(0)));
    this.width = Math.min(...this.words.map(({ length }) => length));
    this.jumps = new Uint8Array(256).fill(this.width);
    for (const word of this.words) {
      for (let at = 0; at < this.width; at += 1) {
        const jump = this.width - 1 - at;
        for (const byte of [word[at] as number, upper(word[at] as number)])
          this.jumps[byte] = Math.min(this.jumps[byte] as number, jump);
      }
    }
  }

  /** Whether one of the words stands in a range. */
  isIn(source: Uint8Array, start: number, end: number): boolean {
    const { jumps, width } = this;
    for (let last = start + width - 1; last < end; ) {
      const jump = jumps[source[last] as number] as number;
      if (jump === 0 && this.isAt(source, last - width + 1, end)) return true;
      last += jump === 0 ? 1 : jump;
    }
    return false;
  }

  private isAt(source: Uint8Array, start: number, end: number): boolean {
    for (const word of this.words) {
      let at = 0;
      while (at < word.length && start + at < end && isLetter(source[start + at] as number, word[at] as number))
        at += 1;
      if (at === word.length) return true;
    }
    return false;
  }
}

const isLetter = (byte: number, letter: number): boolean => byte === letter || byte === upper(letter);
const upper = (letter: number): number => (letter >= 0x61 && letter <= 0x7a ? letter - 0x20 : letter);

/** Whether an attribute's value may hold one of the words: false is sure, a character reference may stand for anything. */
export function valueMayHold(tree: Tree, attribute: number, words: WordSearch): boolean {
  const { source } = tree;
  const start = tree.valueStarts[attribute] as number;
  const end = tree.valueEnds[attribute] as number;
  if (words.isIn(source, start, end)) return true;
  for (let at = start; at < end; at += 1) if (source[at] === AMPERSAND) return true;
  return false;
}

/** The same for the text of a script or a style sheet, in which there are no character references. */
export function codeMayHold(tree: Tree, element: NodeId, words: WordSearch): boolean {
  const child = firstChild(tree, element);
  if (child === NONE) return false;
  const bits = tree.kinds[child] as number;
  const isCode =
    (bits & KIND_MASK) === TEXT_NODE && (bits & HAS_MORE) === 0 && ((bits & IS_RAW) !== 0 || tree.isVerbatim);
  if (!isCode || nextSibling(tree, child) !== NONE) return true;
  return words.isIn(tree.source, tree.starts[child] as number, tree.ends[child] as number);
}
