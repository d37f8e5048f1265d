/** Headers of tar: ustar, GNU (base-256 sizes, long names) and pax records. */
import { isUtf8 } from 'node:buffer';

export const BLOCK = 512;

/** Fields of records that stand before a member and go before what its own header says. */
export type Extra = ReadonlyMap<string, string>;

export interface TarHeader {
  readonly path: string;
  /** Bytes of content that follow. */
  readonly size: number;
  /** One character: `0` or NUL a file, `5` a folder, `L` a long name … */
  readonly type: string;
}

export const padding = (size: number): number => (BLOCK - (size % BLOCK)) % BLOCK;

export const isZero = (block: Buffer): boolean => block.subarray(0, BLOCK).every((byte) => byte === 0);

/** The checksum is the sum of all bytes of the header, those of the checksum taken as spaces. */
export function isHeader(block: Buffer): boolean {
  if (block.length < BLOCK) return false;
  const stored = Number.parseInt(tarText(block.subarray(148, 156)).trim(), 8);
  if (Number.isNaN(stored)) return false;
  let sum = 0;
  let signed = 0;
  for (let at = 0; at < BLOCK; at += 1) {
    const byte = at >= 148 && at < 156 ? 32 : (block[at] as number);
    sum += byte;
    signed += byte > 127 ? byte - 256 : byte;
  }
  return stored === sum || stored === signed;
}

const MAGIC_AT = 257;
export const hasMagic = (block: Buffer): boolean => block.toString('latin1', MAGIC_AT, MAGIC_AT + 5) === 'ustar';

/** Where the first sound header stands, at whatever byte: what was inserted or lost moves all that follows. */
export function findHeader(bytes: Buffer, from = 0): number {
  for (let at = bytes.indexOf('ustar', from + MAGIC_AT); at >= 0; at = bytes.indexOf('ustar', at + 1)) {
    if (isHeader(bytes.subarray(at - MAGIC_AT, at - MAGIC_AT + BLOCK))) return at - MAGIC_AT;
  }
  return -1;
}

export function readHeader(block: Buffer, extra: Extra): TarHeader {
  const isUstar = block.toString('latin1', MAGIC_AT, MAGIC_AT + 6) === 'ustar\0';
  const prefix = isUstar ? tarText(block.subarray(345, 500)) : '';
  const name = tarText(block.subarray(0, 100));
  const size = Number(extra.get('size') ?? Number.NaN);
  return {
    path: extra.get('GNU.sparse.name') ?? extra.get('path') ?? (prefix === '' ? name : `${prefix}/${name}`),
    size: Number.isSafeInteger(size) && size >= 0 ? size : numberIn(block.subarray(124, 136)),
    type: String.fromCharCode(block[156] as number),
  };
}

/** Octal digits, or with the first bit set a number in base 256. */
export function numberIn(field: Buffer): number {
  if (((field[0] as number) & 0x80) === 0) return Number.parseInt(tarText(field).trim(), 8) || 0;
  return field.subarray(1).reduce((sum, byte) => sum * 256 + byte, (field[0] as number) & 0x7f);
}

/** Up to the first NUL; what is not UTF-8 was written in an older encoding, and Latin-1 keeps names apart. */
export function tarText(field: Buffer): string {
  const end = field.indexOf(0);
  const bytes = end < 0 ? field : field.subarray(0, end);
  return bytes.toString(isUtf8(bytes) ? 'utf8' : 'latin1');
}

/** pax records: `LENGTH KEY=VALUE\n`, the length that of the whole record. Repeated sparse fields are joined by commas. */
export function readPax(meta: Buffer): Extra {
  const extra = new Map<string, string>();
  for (let at = 0; at < meta.length; ) {
    const length = Number.parseInt(meta.toString('latin1', at, at + 20), 10);
    if (!(length > 0)) break;
    const [, key = '', value] = /^\d+ ([^=]+)=([\s\S]*)\n$/.exec(paxText(meta.subarray(at, at + length))) ?? [];
    if (value !== undefined) {
      const before = key === 'GNU.sparse.offset' || key === 'GNU.sparse.numbytes' ? extra.get(key) : undefined;
      extra.set(key, before === undefined ? value : `${before},${value}`);
    }
    at += length;
  }
  return extra;
}

const paxText = (bytes: Buffer): string => bytes.toString(isUtf8(bytes) ? 'utf8' : 'latin1');
