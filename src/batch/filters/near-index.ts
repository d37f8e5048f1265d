/**
 * Signatures by likeness: each is cut into bands, and those that share a band are compared (locality-sensitive
 * hashing). With 10 bands of 6, texts 0.8 alike share one with a chance of 0.95, texts 0.5 alike with 0.15.
 */
import { likeness, SLOTS } from './min-hash.ts';

/** From here two texts are nearly the same: one word in thirty is another. */
export const NEAR = 0.8;

const BANDS = 10;
const ROWS = SLOTS / BANDS;
/** Signatures of one band that are looked at: pages of one template share it and are no duplicates. */
const CANDIDATES = 64;
const FIRST_SIZE = 1024;

export class NearIndex {
  count = 0;
  #ids: string[] = [];
  #signatures = new Uint8Array(FIRST_SIZE * SLOTS);
  /** One hash table a band, by open addressing: the number of a signature and one, or 0. Half of it stays empty. */
  #tables = emptyTables(FIRST_SIZE * 2);

  find(print: string): string | undefined {
    const signature = bytesOf(print);
    let first = -1;
    for (let band = 0; band < BANDS; band += 1) {
      for (const number of this.#candidates(band, signature)) {
        if (first !== -1 && number >= first) continue;
        if (likeness(signature, this.#signature(number)) >= NEAR) first = number;
      }
    }
    return first === -1 ? undefined : this.#ids[first];
  }

  add(id: string, print: string): void {
    if ((this.count + 1) * SLOTS > this.#signatures.length) this.#grow();
    const number = this.count;
    this.#signatures.set(bytesOf(print), number * SLOTS);
    this.#ids.push(id);
    this.count += 1;
    this.#enter(number);
  }

  #enter(number: number): void {
    const signature = this.#signature(number);
    for (const [band, table] of this.#tables.entries()) {
      let slot = placeOf(band, signature) % table.length;
      let alike = 0;
      while (table[slot] !== 0 && alike < CANDIDATES) {
        if (isSameBand(band, signature, this.#signature((table[slot] ?? 0) - 1))) alike += 1;
        slot = (slot + 1) % table.length;
      }
      if (alike < CANDIDATES) table[slot] = number + 1;
    }
  }

  #candidates(band: number, signature: Uint8Array): number[] {
    const table = this.#tables[band] as Uint32Array;
    const found: number[] = [];
    for (let slot = placeOf(band, signature) % table.length; table[slot] !== 0; slot = (slot + 1) % table.length) {
      const number = (table[slot] ?? 0) - 1;
      if (isSameBand(band, signature, this.#signature(number))) found.push(number);
    }
    return found;
  }

  #signature(number: number): Uint8Array {
    return this.#signatures.subarray(number * SLOTS, (number + 1) * SLOTS);
  }

  #grow(): void {
    const larger = new Uint8Array(this.#signatures.length * 2);
    larger.set(this.#signatures);
    this.#signatures = larger;
    this.#tables = emptyTables((larger.length / SLOTS) * 2);
    for (let number = 0; number < this.count; number += 1) this.#enter(number);
  }
}

const emptyTables = (size: number): Uint32Array[] => Array.from({ length: BANDS }, () => new Uint32Array(size));

const bytesOf = (print: string): Uint8Array => Buffer.from(print, 'base64');

/** FNV-1a over the rows of a band. */
function placeOf(band: number, signature: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (let row = band * ROWS; row < (band + 1) * ROWS; row += 1) {
    hash = Math.imul(hash ^ (signature[row] ?? 0), 0x01000193);
  }
  return (hash ^ (hash >>> 15)) >>> 0;
}

function isSameBand(band: number, one: Uint8Array, other: Uint8Array): boolean {
  for (let row = band * ROWS; row < (band + 1) * ROWS; row += 1) if (one[row] !== other[row]) return false;
  return true;
}
