/**
 * tar: ustar, GNU (long names, base-256 sizes) and pax. Links are never followed; a header with a wrong checksum is
 * passed over to the next sound one, and a member that is cut fails alone.
 */
import { ConvertError } from '../../errors.ts';
import type { Resource } from '../../resource.ts';
import { failed, type Skip, skip } from '../skip.ts';
import { ByteReader } from '../streams/byte-reader.ts';
import { type Container, inMemory } from './container.ts';
import { namer } from './member-name.ts';

const BLOCK = 512;
/** Names and pax fields are short; what is longer is damage. */
const META_LIMIT = 2 ** 20;
const KINDS: Readonly<Record<string, string>> = { '3': 'a device', '4': 'a device', '6': 'a pipe' };

export const tar: Container = {
  name: 'tar',
  isMany: true,
  matches: (head, { id }) =>
    isHeader(head.subarray(0, BLOCK)) || (/\.(?:tar|tgz)\b/i.test(id) && head.toString('latin1', 257, 262) === 'ustar'),
  async *unpack({ id, open }, settings) {
    const reader = new ByteReader(open());
    const nameOf = namer(id);
    let extra: Extra = {};
    for (;;) {
      const offset = reader.offset;
      const block = await reader.peek(BLOCK);
      if (block.length < BLOCK) break;
      if (isZero(block)) {
        reader.consume(BLOCK);
        continue;
      }
      if (!isHeader(block.subarray(0, BLOCK))) {
        const length = await toNextHeader(reader);
        yield failed(
          new ConvertError('corrupt', `corrupt: ${length} bytes without a sound tar header`),
          place(id, offset),
        );
        extra = {};
        continue;
      }
      const header = readHeader(block, extra);
      reader.consume(BLOCK);
      const { type, size } = header;
      if (type === 'x' || type === 'g' || type === 'L' || type === 'K') {
        const meta = size > META_LIMIT ? Buffer.alloc(0) : await reader.take(size);
        await reader.skip(padding(size) + (size > META_LIMIT ? size : 0));
        if (type !== 'g' && type !== 'K')
          extra = { ...extra, ...(type === 'x' ? readPax(meta) : { path: text(meta) }) };
        continue;
      }
      extra = {};
      if (type === '5') continue;
      const name = nameOf(header.path);
      const from = { ...name, offset };
      if (type === '1' || type === '2') {
        yield skip('skipped', 'link', 'a link is not followed', from);
      } else if (KINDS[type] !== undefined) {
        yield skip('skipped', 'not-html', `${KINDS[type]} is not a page`, from);
      } else {
        yield* readMember(reader, from, size, settings.maxBytes);
      }
    }
    if (reader.fault !== undefined) yield failed(reader.fault, { id });
    await reader.close();
  },
};

interface Extra {
  readonly path?: string;
  readonly size?: number;
}

const place = (id: string, offset: number) => ({ id: `${id}#${offset}`, offset });
const padding = (size: number): number => (BLOCK - (size % BLOCK)) % BLOCK;

/** A small member is taken whole, so that a cut one is known before it is given; a large one may be an archive. */
async function* readMember(
  reader: ByteReader,
  from: Partial<Resource> & { id: string; offset: number },
  size: number,
  maxBytes: number,
): AsyncGenerator<Resource | Skip> {
  if (size <= maxBytes) {
    const body = await reader.take(size);
    if (body.length < size) {
      yield failed(reader.fault ?? new ConvertError('truncated', 'cut short: the archive ends within it'), from);
      return;
    }
    await reader.skip(padding(size));
    yield inMemory(from.id, body, { ...from, isFile: true });
    return;
  }
  const state = { left: size };
  yield { ...from, size, isFile: true, open: () => pieces(reader, state) };
  await reader.skip(state.left + padding(size));
}

async function* pieces(reader: ByteReader, state: { left: number }): AsyncGenerator<Buffer> {
  while (state.left > 0) {
    const piece = (await reader.peek(1)).subarray(0, state.left);
    if (piece.length === 0)
      throw reader.fault ?? new ConvertError('truncated', 'cut short: the archive ends within it');
    reader.consume(piece.length);
    state.left -= piece.length;
    yield piece;
  }
}

const isZero = (block: Buffer): boolean => block.subarray(0, BLOCK).every((byte) => byte === 0);

/** The checksum is the sum of all bytes of the header, those of the checksum taken as spaces. */
function isHeader(block: Buffer): boolean {
  if (block.length < BLOCK) return false;
  const stored = Number.parseInt(text(block.subarray(148, 156)).trim(), 8);
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

function readHeader(block: Buffer, extra: Extra): { path: string; size: number; type: string } {
  const isUstar = block.toString('latin1', 257, 263) === 'ustar\0';
  const prefix = isUstar ? text(block.subarray(345, 500)) : '';
  const name = text(block.subarray(0, 100));
  return {
    path: extra.path ?? (prefix === '' ? name : `${prefix}/${name}`),
    size: extra.size ?? sizeIn(block.subarray(124, 136)),
    type: String.fromCharCode(block[156] as number),
  };
}

/** Octal digits, or with the first bit set a number in base 256. */
function sizeIn(field: Buffer): number {
  if (((field[0] as number) & 0x80) === 0) return Number.parseInt(text(field).trim(), 8) || 0;
  return field.subarray(1).reduce((sum, byte) => sum * 256 + byte, (field[0] as number) & 0x7f);
}

function text(field: Buffer): string {
  const end = field.indexOf(0);
  return field.toString('utf8', 0, end < 0 ? undefined : end);
}

/** pax records: `LENGTH KEY=VALUE\n`, the length that of the whole record. */
function readPax(meta: Buffer): Extra {
  let extra: Extra = {};
  for (let at = 0; at < meta.length; ) {
    const length = Number.parseInt(meta.toString('latin1', at, at + 20), 10);
    if (!(length > 0)) break;
    const [, key, value] = /^\d+ ([^=]+)=([\s\S]*)\n$/.exec(meta.toString('utf8', at, at + length)) ?? [];
    if (key === 'path' && value !== undefined) extra = { ...extra, path: value };
    if (key === 'size') extra = { ...extra, size: Number(value) };
    at += length;
  }
  return extra;
}

/** To the next block that is a sound header; headers lie on block borders. */
async function toNextHeader(reader: ByteReader): Promise<number> {
  const start = reader.offset;
  for (;;) {
    reader.consume(BLOCK);
    const block = (await reader.peek(BLOCK)).subarray(0, BLOCK);
    if (block.length < BLOCK) reader.consume(block.length);
    const isSound = block.toString('latin1', 257, 262) === 'ustar' && isHeader(block);
    if (isSound || block.length < BLOCK) return reader.offset - start;
  }
}
