/** Names of a page's elements and attributes → their numbers. */
import { firstByte, zeros } from './find-byte.ts';
import { KNOWN, KNOWN_COUNT, knownId } from './names.ts';

/** Bytes: up to here a loop beats the decoder. */
const SHORT = 64;
const UPPER_A = 65;
const UPPER_Z = 90;
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Past this many spellings, of four words each, the next page begins with the known ones alone: a crawl must not fill memory. */
const MOST_KEPT = 1 << 14;
/** Fewer than a page has, like the parser's first buffers. */
const FIRST_SPELLINGS = 1 << 5;
const ROWS = 1 << 10;
/** Words: the parser's padding behind the source is longer. */
const LONGEST_RECALLED = 7;
const FOUR_EQUALS = 0x3d3d3d3d;
/** For what is left behind whole words: keeps as many bytes as the index says. */
const TAILS = Int32Array.of(0, 0xff, 0xffff, 0xffffff);

/**
 * Finds the number of a name in the bytes of a page, and gives new names theirs. It remembers spellings: `HREF` and
 * `href` are two with one number, so that bytes are compared as they stand, four at a time.
 */
export class NameTable {
  /** All names by number, those of pages behind the known ones; it only grows. */
  names: string[] = [];
  /** Numbers of the names that pages brought. */
  ownNames = new Map<string, number>();
  /** Bytes of all spellings as words, each beginning a new one. */
  private spelled = new Int32Array(FIRST_SPELLINGS * 2);
  private used = 0;
  private spellings = 0;
  private offsets = new Int32Array(FIRST_SPELLINGS);
  private lengths = new Int32Array(FIRST_SPELLINGS);
  private hashes = new Int32Array(FIRST_SPELLINGS);
  private ids = new Int32Array(FIRST_SPELLINGS);
  /** Open addressing: a spelling's index and one, 0 where free. */
  private slots = new Int32Array(FIRST_SPELLINGS * 2);
  /** Rows of four: both words of a short spelling, its number. Each is in the one row of its hash or in none. */
  private readonly short = new Int32Array(ROWS * 4);
  /** A spelling's index and one, by the hash of its first and last four bytes and its length; the first that comes stays. */
  private readonly long = new Int32Array(ROWS);

  constructor() {
    this.forget();
  }

  /** Where the name ends that was recalled. */
  end = 0;

  get count(): number {
    return this.names.length;
  }

  /** Before each page. Trees of pages before keep the names they were given. */
  reset(): void {
    if (this.spellings > MOST_KEPT || this.used > MOST_KEPT * 4) this.forget();
  }

  private forget(): void {
    this.names = [...KNOWN];
    this.ownNames = new Map();
    this.used = 0;
    this.spellings = 0;
    this.slots = new Int32Array(FIRST_SPELLINGS * 2);
    this.short.fill(0);
    this.long.fill(0);
  }

  /**
   * The number of the name at `start`, told that it ends at `end`, where it is one to seven letters, as most are, and
   * was met before; else 0. Whether what stands at `end` can end a name, the caller sees to. Eight readable bytes
   * follow `start`.
   */
  recall(source: DataView, start: number): number {
    let first = source.getInt32(start, true);
    let second = 0;
    let at = start;
    // Letters have this bit, and what ends a name has not.
    let stops = ~first & 0x40404040;
    if (stops === 0) {
      at += 4;
      second = source.getInt32(at, true);
      stops = ~second & 0x40404040;
      if (stops === 0) return 0;
    }
    const below = ~stops & (stops - 1);
    at += (32 - Math.clz32(below)) >> 3;
    if (at - start < 4) first &= below >>> 6;
    else second &= below >>> 6;
    const { short } = this;
    const row = rowOf(first, second);
    if (short[row] !== first || short[row + 1] !== second) return 0;
    this.end = at;
    return short[row + 2] as number;
  }

  /** The same for names of any bytes, four or more of them, that an equals sign ends: as it can be in none, what is found is one. */
  recallLong(source: DataView, start: number): number {
    const first = source.getInt32(start, true);
    for (let word = 1; word < LONGEST_RECALLED; word += 1) {
      const at = start + word * 4;
      const found = zeros(source.getInt32(at, true) ^ FOUR_EQUALS);
      if (found === 0) continue;
      const end = at + firstByte(found);
      const spelling = this.long[longRow(first, source.getInt32(end - 4, true), end - start)] as number;
      if (spelling === 0 || !this.equals(spelling - 1, source, start, end - start)) return 0;
      this.end = end;
      return this.ids[spelling - 1] as number;
    }
    return 0;
  }

  /** The number of the name in the bytes of `source` from `start` to `end`; three readable bytes follow it. */
  intern(source: DataView, start: number, end: number): number {
    const length = end - start;
    const tail = end - (length & 3);
    let hash = 0;
    for (let at = start; at < tail; at += 4) hash = mix(hash, source.getInt32(at, true));
    hash = mix(hash, source.getInt32(tail, true) & (TAILS[length & 3] as number));
    const slot = this.slotOf(hash, source, start, length);
    const spelling = this.slots[slot] as number;
    return spelling === 0 ? this.add(source, start, length, hash, slot) : (this.ids[spelling - 1] as number);
  }

  /** The slot of a spelling, or the free one that it would take. */
  private slotOf(hash: number, source: DataView, start: number, length: number): number {
    const { slots, hashes } = this;
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (let spelling = slots[slot] as number; spelling !== 0; spelling = slots[slot] as number) {
      if (hashes[spelling - 1] === hash && this.equals(spelling - 1, source, start, length)) return slot;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private equals(spelling: number, source: DataView, start: number, length: number): boolean {
    if (this.lengths[spelling] !== length) return false;
    const { spelled } = this;
    const tail = start + length - (length & 3);
    let own = this.offsets[spelling] as number;
    for (let at = start; at < tail; at += 4, own += 1) {
      if (spelled[own] !== source.getInt32(at, true)) return false;
    }
    return spelled[own] === (source.getInt32(tail, true) & (TAILS[length & 3] as number));
  }

  private add(source: DataView, start: number, length: number, hash: number, slot: number): number {
    const spelling = this.spellings++;
    const words = (length >> 2) + 1;
    if (spelling === this.offsets.length) this.growSpellings();
    if (this.used + words > this.spelled.length) this.spelled = grown(this.spelled, this.used + words);
    this.offsets[spelling] = this.used;
    for (let word = 0; word < words - 1; word += 1) this.spelled[this.used++] = source.getInt32(start + word * 4, true);
    const tail = source.getInt32(start + (words - 1) * 4, true);
    this.spelled[this.used++] = tail & (TAILS[length & 3] as number);
    this.lengths[spelling] = length;
    this.hashes[spelling] = hash;
    this.slots[slot] = spelling + 1;
    if (this.spellings * 2 > this.slots.length) this.rehash();
    const id = this.idOf(nameIn(new Uint8Array(source.buffer, source.byteOffset + start, length)));
    this.ids[spelling] = id;
    if (length < 8) this.keepShort(source, start, length, id);
    if (length >= 4) this.keepLong(source, start, length, spelling);
    return id;
  }

  /** A short name of letters alone takes its row, if need be from one that the standard does not speak of. */
  private keepShort(source: DataView, start: number, length: number, id: number): void {
    for (let at = start; at < start + length; at += 1) if ((source.getUint8(at) & 0x40) === 0) return;
    const first = source.getInt32(start, true) & (length < 4 ? (TAILS[length] as number) : -1);
    const second = length < 4 ? 0 : source.getInt32(start + 4, true) & (TAILS[length - 4] as number);
    const { short } = this;
    const row = rowOf(first, second);
    const kept = short[row + 2] as number;
    if (kept !== 0 && (kept < KNOWN_COUNT || id >= KNOWN_COUNT)) return;
    short[row] = first;
    short[row + 1] = second;
    short[row + 2] = id;
  }

  private keepLong(source: DataView, start: number, length: number, spelling: number): void {
    const row = longRow(source.getInt32(start, true), source.getInt32(start + length - 4, true), length);
    if (this.long[row] === 0) this.long[row] = spelling + 1;
  }

  private idOf(name: string): number {
    let id = knownId(name) ?? this.ownNames.get(name);
    if (id === undefined) {
      id = this.names.push(name) - 1;
      this.ownNames.set(name, id);
    }
    return id;
  }

  private growSpellings(): void {
    const size = this.offsets.length * 2;
    this.offsets = grown(this.offsets, size);
    this.lengths = grown(this.lengths, size);
    this.hashes = grown(this.hashes, size);
    this.ids = grown(this.ids, size);
  }

  private rehash(): void {
    const slots = new Int32Array(this.slots.length * 4);
    const mask = slots.length - 1;
    for (let spelling = 0; spelling < this.spellings; spelling += 1) {
      let slot = (this.hashes[spelling] as number) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = spelling + 1;
    }
    this.slots = slots;
  }
}

/** Where the row of a short name begins. The factors were found by trying: no two of the known names share a row. */
const rowOf = (first: number, second: number): number =>
  (Math.imul(first ^ Math.imul(second, 0x6392f913), 0x433d9d2f) >>> 22) << 2;

const longRow = (first: number, last: number, length: number): number =>
  Math.imul(Math.imul(first, 0x6392f913) ^ last ^ length, 0x433d9d2f) >>> 22;

/** One step of a hash; what the product moves up comes down again, so that all bits of a word count. */
function mix(hash: number, word: number): number {
  const product = Math.imul(hash ^ word, 0x9e3779b1);
  return product ^ (product >>> 15);
}

/** ASCII in lower case, NULs as U+FFFD (13.2.5.8, 13.2.5.33). */
function nameIn(bytes: Uint8Array): string {
  let name = '';
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] as number;
    if (byte >= 0x80 || at > SHORT) return lowerCase(decoder.decode(bytes)).replaceAll('\0', '\ufffd');
    name += byte === 0 ? '\ufffd' : String.fromCharCode(byte >= UPPER_A && byte <= UPPER_Z ? byte | 32 : byte);
  }
  return name;
}

const lowerCase = (name: string): string => name.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());

function grown(array: Int32Array, atLeast: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(array.length * 2, atLeast));
  larger.set(array);
  return larger;
}
