/**
 * Names of elements and attributes as numbers. The names that the standard speaks of have fixed numbers below
 * `KNOWN_COUNT`; a page's own names are added behind them while it is parsed. Name 0 is the empty one.
 */
const ELEMENTS =
  'a abbr acronym address annotation-xml applet area article aside audio b base basefont bdi bdo bgsound big blockquote body br button canvas caption center cite code col colgroup data datalist dd del desc details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer foreignobject form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe image img input ins kbd keygen label legend li link listing main malignmark map mark marquee math menu meta meter mglyph mi mn mo ms mtext nav nobr noembed noframes noscript object ol optgroup option output p param path picture plaintext pre progress q rb rp rt rtc ruby s samp script search section select slot small source span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul use var video wbr xmp';
const ATTRIBUTES =
  'action alt aria-hidden aria-label async autocomplete charset class color colspan content crossorigin d data-id data-original data-src datetime defer dir encoding face fill for height hidden href hreflang id itemprop itemscope itemtype lang loading media method name onclick placeholder property rel role rowspan sizes src srcset tabindex target type value viewbox width xmlns size definitionurl';

const known = [...new Set(['', ...ELEMENTS.split(' '), ...ATTRIBUTES.split(' ')])];
const ids: ReadonlyMap<string, number> = new Map(known.map((name, id) => [name, id]));

export const KNOWN: readonly string[] = known;
export const KNOWN_COUNT = known.length;

/** The number of a name that every page has, or undefined. */
export const knownId = (name: string): number | undefined => ids.get(name);

/** The number of an element that the standard names. */
export function tagId(name: string): number {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`'${name}' is not among the known names`);
  return id;
}

/** A table over the known names: 1 for those that are listed. */
export function tagSet(names: string): Uint8Array {
  const set = new Uint8Array(KNOWN_COUNT);
  for (const name of names.split(' ')) set[tagId(name)] = 1;
  return set;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

const UPPER_A = 65;
const UPPER_Z = 90;
const encode = (name: string): number[] => Array.from(name, (character) => character.charCodeAt(0));

/** Finds the number of a name in the bytes of a page, and gives new names theirs. */
export class NameTable {
  count = KNOWN_COUNT;
  /** Lower-case bytes of all names, one behind another. */
  private bytes = new Uint8Array(1 << 14);
  private used = 0;
  private offsets = new Int32Array(1 << 10);
  private hashes = new Int32Array(1 << 10);
  /** Open addressing: a name's number, 0 where free. */
  private slots = new Int32Array(1 << 11);
  private readonly knownSlots: Int32Array;
  private readonly knownUsed: number;

  constructor() {
    this.count = 1;
    for (const name of KNOWN.slice(1)) {
      const bytes = Uint8Array.from(encode(name));
      this.intern(bytes, 0, bytes.length, hashOf(bytes, 0, bytes.length));
    }
    this.knownSlots = this.slots.slice();
    this.knownUsed = this.used;
  }

  /** Forgets what the last page added. */
  reset(): void {
    if (this.count === KNOWN_COUNT) return;
    this.count = KNOWN_COUNT;
    this.used = this.knownUsed;
    if (this.slots.length === this.knownSlots.length) this.slots.set(this.knownSlots);
    else this.slots = this.knownSlots.slice();
  }

  /** The number of the name in `source` from `start` to `end`, whose hash is that of `hashOf`. */
  intern(source: Uint8Array, start: number, end: number, hash: number): number {
    const { slots, hashes } = this;
    const mask = slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (let id = slots[slot] as number; id !== 0; id = slots[slot] as number) {
      if (hashes[id] === hash && this.equals(id, source, start, end)) return id;
      slot = (slot + 1) & mask;
    }
    return this.add(source, start, end, hash, slot);
  }

  /** The names that this page added, in the order of their numbers. */
  added(): string[] {
    const names: string[] = [];

    for (let id = KNOWN_COUNT; id < this.count; id += 1) {
      const start = this.offsets[id] as number;
      const end = this.offsets[id + 1] as number;
      let name = '';
      for (let at = start; at < end; at += 1) {
        const byte = this.bytes[at] as number;
        if (byte >= 0x80) {
          name = decoder.decode(this.bytes.subarray(start, end)).replaceAll('\0', '\ufffd');
          break;
        }
        name += byte === 0 ? '\ufffd' : String.fromCharCode(byte);
      }
      names.push(name);
    }
    return names;
  }

  private equals(id: number, source: Uint8Array, start: number, end: number): boolean {
    const { bytes } = this;
    let own = this.offsets[id] as number;
    if ((this.offsets[id + 1] as number) - own !== end - start) return false;
    for (let at = start; at < end; at += 1, own += 1) {
      const byte = source[at] as number;
      if (byte === bytes[own]) continue;
      if (byte < UPPER_A || byte > UPPER_Z || (byte | 32) !== bytes[own]) return false;
    }
    return true;
  }

  private add(source: Uint8Array, start: number, end: number, hash: number, slot: number): number {
    const id = this.count;
    if (id + 2 > this.offsets.length) {
      this.offsets = grown(this.offsets, id + 2);
      this.hashes = grown(this.hashes, id + 2);
    }
    if (this.used + end - start > this.bytes.length) {
      const bytes = new Uint8Array(Math.max(this.bytes.length * 2, this.used + end - start));
      bytes.set(this.bytes);
      this.bytes = bytes;
    }
    this.offsets[id] = this.used;
    for (let at = start; at < end; at += 1) {
      const byte = source[at] as number;
      this.bytes[this.used++] = byte >= UPPER_A && byte <= UPPER_Z ? byte | 32 : byte;
    }
    this.offsets[id + 1] = this.used;
    this.hashes[id] = hash;
    this.slots[slot] = id;
    this.count += 1;
    if (this.count * 2 > this.slots.length) this.rehash();
    return id;
  }

  private rehash(): void {
    const slots = new Int32Array(this.slots.length * 4);
    const mask = slots.length - 1;
    for (let id = 1; id < this.count; id += 1) {
      const hash = this.hashes[id] as number;
      let slot = (hash ^ (hash >>> 15)) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = id;
    }
    this.slots = slots;
  }
}

/** One step of a name's hash: `byte` is lower case. */
export const hashByte = (hash: number, byte: number): number => (Math.imul(hash, 31) + byte) | 0;

function hashOf(source: Uint8Array, start: number, end: number): number {
  let hash = 0;
  for (let at = start; at < end; at += 1) hash = hashByte(hash, source[at] as number);
  return hash;
}

function grown(array: Int32Array, atLeast: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(array.length * 2, atLeast));
  larger.set(array);
  return larger;
}
