/** Numbers for attribute values: the same for the same value as written, found by its bytes. */
import type { Tree } from './node.ts';

export class ValueNumbers {
  /** Values told apart so far; 0 stands for the empty one. */
  count = 1;
  private readonly tree: Tree;
  /** Open addressing: a value's number, 0 where free. */
  private slots = new Int32Array(1 << 9);
  private hashes = new Int32Array(1 << 8);
  /** An attribute that has the value. */
  private attributes = new Int32Array(1 << 8);

  constructor(tree: Tree) {
    this.tree = tree;
  }

  /** The number of the value of an attribute, given by its index in the tree; a value not met before gets the next one. */
  of(attribute: number): number {
    const { source, valueStarts, valueEnds } = this.tree;
    const start = valueStarts[attribute] as number;
    const end = valueEnds[attribute] as number;
    if (start === end) return 0;
    const hash = hashOf(source, start, end);
    const mask = this.slots.length - 1;
    for (let slot = (hash ^ (hash >>> 13)) & mask; ; slot = (slot + 1) & mask) {
      const number = this.slots[slot] as number;
      if (number === 0) return this.add(attribute, hash, slot);
      if (this.hashes[number] === hash && this.isSame(this.attributes[number] as number, start, end)) return number;
    }
  }

  private isSame(attribute: number, start: number, end: number): boolean {
    const { source, valueStarts, valueEnds } = this.tree;
    const from = valueStarts[attribute] as number;
    const length = end - start;
    if ((valueEnds[attribute] as number) - from !== length) return false;
    for (let at = 0; at < length; at += 1) if (source[from + at] !== source[start + at]) return false;
    return true;
  }

  private add(attribute: number, hash: number, slot: number): number {
    const number = this.count;
    this.count += 1;
    if (number === this.hashes.length) {
      this.hashes = doubled(this.hashes);
      this.attributes = doubled(this.attributes);
    }
    this.hashes[number] = hash;
    this.attributes[number] = attribute;
    this.slots[slot] = number;
    if (this.count * 2 > this.slots.length) this.rehash();
    return number;
  }

  private rehash(): void {
    this.slots = new Int32Array(this.slots.length * 4);
    const mask = this.slots.length - 1;
    for (let number = 1; number < this.count; number += 1) {
      const hash = this.hashes[number] as number;
      let slot = (hash ^ (hash >>> 13)) & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = number;
    }
  }
}

/** Four bytes at a time: pages write the same long classes over and over. */
function hashOf(source: Uint8Array, start: number, end: number): number {
  let hash = end - start;
  let at = start;
  for (; at + 4 <= end; at += 4) {
    const low = (source[at] as number) | ((source[at + 1] as number) << 8);
    const high = (source[at + 2] as number) | ((source[at + 3] as number) << 8);
    hash = Math.imul(hash ^ (hash >>> 15) ^ low ^ (high << 16), 0x9e3779b1);
  }
  for (; at < end; at += 1) hash = Math.imul(hash ^ (source[at] as number), 0x01000193);
  return Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
}

function doubled(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
