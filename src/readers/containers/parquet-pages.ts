/** The checksums of Parquet's pages, which the library leaves unread: a CRC-32 in the page's header, where the writer put one. */
import { crc32 } from 'node:zlib';
import type { Slice } from './random-access.ts';

/** Headers hold some numbers and the least and greatest value of the page. */
const HEADER_LIMIT = 256 * 2 ** 10;

interface PageHeader {
  readonly size: number;
  readonly compressed: number;
  readonly crc: number | undefined;
}

/** Whether a page between the two offsets is not what its checksum says; headers that cannot be read are no answer. */
export async function hasWrongSum(slice: Slice, start: number, end: number): Promise<boolean> {
  for (let at = start; at < end; ) {
    const header = readPageHeader(Buffer.from(await slice(at, Math.min(at + HEADER_LIMIT, end))));
    if (header === undefined || header.compressed < 0 || at + header.size + header.compressed > end) return false;
    const from = at + header.size;
    at = from + header.compressed;
    if (header.crc !== undefined && crc32(await slice(from, at)) !== header.crc) return true;
  }
  return false;
}

/** Thrift's compact protocol: kinds of values. */
const [TRUE, FALSE, BYTE, I16, I32, I64, DOUBLE, BINARY, LIST, SET, STRUCT] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12];
const DEEPEST = 16;

/** Fields 3 (compressed size) and 4 (CRC) of the header that begins here; undefined where it is none. */
function readPageHeader(bytes: Buffer): PageHeader | undefined {
  const thrift = new Thrift(bytes);
  const found = new Map<number, number>();
  try {
    thrift.struct(0, (id, value) => found.set(id, value));
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
  const compressed = found.get(3);
  if (compressed === undefined) return undefined;
  const crc = found.get(4);
  return { size: thrift.at, compressed, crc: crc === undefined ? undefined : crc >>> 0 };
}

/** Passes over values, and tells the whole numbers of the outermost struct. Throws a RangeError where they are none. */
class Thrift {
  readonly #bytes: Buffer;
  at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  struct(depth: number, tell?: (id: number, value: number) => void): void {
    if (depth > DEEPEST) throw new RangeError('too deep');
    for (let id = 0; ; ) {
      const byte = this.#byte();
      const kind = byte & 15;
      if (kind === 0) return;
      id = byte >> 4 === 0 ? this.#zigzag() : id + (byte >> 4);
      const value = this.#value(kind, depth, false);
      if (value !== undefined) tell?.(id, value);
    }
  }

  #value(kind: number, depth: number, isInList: boolean): number | undefined {
    if (kind === TRUE || kind === FALSE) this.at += isInList ? 1 : 0;
    else if (kind === BYTE) this.at += 1;
    else if (kind === I16 || kind === I32 || kind === I64) return this.#zigzag();
    else if (kind === DOUBLE) this.at += 8;
    else if (kind === BINARY) this.#skip(this.#varint());
    else if (kind === LIST || kind === SET) {
      const byte = this.#byte();
      const count = byte >> 4 === 15 ? this.#varint() : byte >> 4;
      for (let left = count; left > 0; left -= 1) this.#value(byte & 15, depth + 1, true);
    } else if (kind === STRUCT) this.struct(depth + 1);
    else throw new RangeError('no such kind');
    return undefined;
  }

  #skip(count: number): void {
    if (this.at + count > this.#bytes.length) throw new RangeError('beyond the end');
    this.at += count;
  }

  #byte(): number {
    const byte = this.#bytes[this.at];
    if (byte === undefined) throw new RangeError('beyond the end');
    this.at += 1;
    return byte;
  }

  #varint(): number {
    let value = 0;
    for (let place = 1; place < 2 ** 50; place *= 128) {
      const byte = this.#byte();
      value += (byte & 127) * place;
      if (byte < 128) return value;
    }
    throw new RangeError('too long');
  }

  #zigzag(): number {
    const value = this.#varint();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }
}
