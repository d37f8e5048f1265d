/**
 * tar: members as they come. Links are never followed; a header with a wrong checksum is passed over to the next sound
 * one, and a member that is cut fails alone.
 */
import { ConvertError } from '../../errors.ts';
import type { Resource } from '../../resource.ts';
import { failed, type Skip, skip } from '../skip.ts';
import { ByteReader } from '../streams/byte-reader.ts';
import { type Container, inMemory, type ReadSettings } from './container.ts';
import { type MemberName, namer } from './member-name.ts';
import {
  BLOCK,
  type Extra,
  findHeader,
  hasMagic,
  isHeader,
  isZero,
  padding,
  readHeader,
  readPax,
  tarText,
} from './tar-header.ts';
import { gnuSparse, paxSparse, type Sparse, withHoles } from './tar-sparse.ts';

/** Names and pax fields are short; what is longer is damage. */
const META_LIMIT = 2 ** 20;
/** How far the end of a member whose header is damaged is looked for. */
const SEARCH = 16 * 2 ** 20;
const KINDS: Readonly<Record<string, string>> = { '3': 'a device', '4': 'a device', '6': 'a pipe' };
const NAME = /\.(?:tar(?:\.[a-z0-9]+)?|tgz|tzst)$/i;
const NONE: Extra = new Map();

export const tar: Container = {
  name: 'tar',
  isMany: true,
  matches: (head) => isHeader(head.subarray(0, BLOCK)),
  isDamaged: (head, id, isCut) => NAME.test(id) && (isCut || hasMagic(head) || findHeader(head) >= 0),
  unpack: ({ id, open }, settings) => readMembers(id, new ByteReader(open()), settings),
};

const place = (id: string, offset: number) => ({ id: `${id}#${offset}`, offset });

async function* readMembers(id: string, reader: ByteReader, settings: ReadSettings): AsyncGenerator<Resource | Skip> {
  const nameOf = namer(id);
  let extra = NONE;
  // The end is marked by blocks of zeros.
  let isEnded = false;
  let isTold = false;
  for (;;) {
    const offset = reader.offset;
    const block = (await reader.peek(BLOCK)).subarray(0, BLOCK);
    if (block.length < BLOCK) {
      const { fault } = reader;
      if (!isTold) {
        if (fault !== undefined) yield failed(fault, place(id, offset));
        else if (!isEnded || !isZero(block)) yield failed(cut('ends without its end mark'), place(id, offset));
      }
      if (!(await reader.resume())) break;
      await toNextHeader(reader);
      extra = NONE;
      isTold = false;
      continue;
    }
    if (isZero(block)) {
      isEnded = true;
      reader.consume(BLOCK);
    } else if (!isHeader(block)) {
      const passed = await passDamage(reader);
      extra = passed.extra;
      yield failed(passed.fault, place(id, offset));
    } else {
      isEnded = false;
      const { path, size, type } = readHeader(block, extra);
      reader.consume(BLOCK);
      if (isMeta(type) && size > META_LIMIT) {
        await toNextHeader(reader);
        yield failed(damage(`a record of ${size} bytes before a member`), place(id, offset));
        extra = NONE;
        continue;
      }
      if (isMeta(type)) {
        extra = merged(extra, await readMeta(reader, type, size));
        continue;
      }
      const before = extra;
      extra = NONE;
      if (type === '5') continue;
      const from = { ...nameOf(path), offset };
      if (type === '1' || type === '2') yield skip('skipped', 'link', 'a link is not followed', from);
      else if (KINDS[type] !== undefined) yield skip('skipped', 'not-html', `${KINDS[type]} is not a page`, from);
      else {
        const sparse = type === 'S' ? await gnuSparse(block, reader) : undefined;
        isTold = yield* readMember(reader, from, size, { settings, extra: before, sparse });
      }
    }
  }
  await reader.close();
}

/** Long names (`L`), pax records (`x`), and what is of no use here: long link names (`K`), global records (`g`). */
const isMeta = (type: string): boolean => /^[xgLK]$/.test(type);

async function readMeta(reader: ByteReader, type: string, size: number): Promise<Extra> {
  const stored = await reader.take(size + padding(size));
  const inside = await headerInside(reader, stored, size);
  if (inside < stored.length) reader.unread(stored.subarray(inside));
  const meta = stored.subarray(0, size);
  if (type === 'x') return readPax(meta);
  return type === 'L' ? new Map([['path', tarText(meta)]]) : NONE;
}

const merged = (extra: Extra, more: Extra): Extra => (more.size === 0 ? extra : new Map([...extra, ...more]));

interface Kept {
  readonly settings: ReadSettings;
  readonly extra: Extra;
  readonly sparse: Sparse | undefined;
}

/**
 * A small member is taken whole, so that a cut one is known before it is given; a large one may be an archive.
 * Returns whether it is cut by the end of the archive.
 */
async function* readMember(
  reader: ByteReader,
  from: MemberName & { offset: number },
  size: number,
  { settings, extra, sparse }: Kept,
): AsyncGenerator<Resource | Skip, boolean> {
  if (size > settings.maxBytes) {
    const state = { left: size };
    yield { ...from, size, isFile: true, open: () => pieces(reader, state) };
    return (await reader.skip(state.left)) < state.left || (await reader.skip(padding(size))) < padding(size);
  }
  const stored = await reader.take(size + padding(size));
  const inside = await headerInside(reader, stored, size);
  if (inside < stored.length) reader.unread(stored.subarray(inside));
  if (inside < Math.min(size, stored.length)) {
    yield failed(damage('the next header stands within its content'), from);
    return false;
  }
  if (stored.length < size) {
    yield failed(reader.fault ?? cut('ends within it'), from);
    return true;
  }
  const content = stored.subarray(0, size);
  const found = sparse === undefined ? paxSparse(extra, content) : { sparse, start: 0 };
  try {
    const body = found === undefined ? content : withHoles(content.subarray(found.start), found.sparse, settings);
    yield inMemory(from.id, body, { ...from, isFile: true });
  } catch (error) {
    if (!(error instanceof ConvertError)) throw error;
    yield failed(error, from);
  }
  return false;
}

/** Where bytes were lost within a member, its length reaches into the next one: where that begins, or the length. */
async function headerInside(reader: ByteReader, stored: Buffer, size: number): Promise<number> {
  const next = (await reader.peek(BLOCK)).subarray(0, BLOCK);
  const isWhole = stored.length >= size && (next.length < BLOCK || isZero(next) || isHeader(next));
  if (isWhole || isHeader(stored.subarray(0, BLOCK))) return stored.length;
  const at = findHeader(Buffer.concat([stored, next]));
  return at < 0 ? stored.length : at;
}

async function* pieces(reader: ByteReader, state: { left: number }): AsyncGenerator<Buffer> {
  while (state.left > 0) {
    const piece = (await reader.peek(1)).subarray(0, state.left);
    if (piece.length === 0) throw reader.fault ?? cut('ends within it');
    reader.consume(piece.length);
    state.left -= piece.length;
    yield piece;
  }
}

const cut = (how: string): ConvertError => new ConvertError('truncated', `cut short: the archive ${how}`);

/**
 * Past a header with a wrong checksum. Where its size leads to the next sound header, the rest of it is likely sound:
 * its member is passed over, and a long name that it holds is still that of the next member.
 */
async function passDamage(reader: ByteReader): Promise<{ fault: ConvertError; extra: Extra }> {
  const block = (await reader.peek(BLOCK)).subarray(0, BLOCK);
  const { path, size, type } = readHeader(block, NONE);
  const whole = BLOCK + size + padding(size);
  if (hasMagic(block) && whole <= SEARCH) {
    const bytes = (await reader.peek(whole + BLOCK)).subarray(BLOCK, whole + BLOCK);
    const after = bytes.subarray(whole - BLOCK);
    // A header before the end of the member says that its size is wrong, unless an archive is its content.
    const next = findHeader(bytes);
    const leads = next === whole - BLOCK || (next < 0 && after.length === BLOCK && isZero(after)) || next === 0;
    if (leads && (isHeader(after) || isZero(after)) && !(isMeta(type) && size > META_LIMIT)) {
      reader.consume(BLOCK);
      const extra = isMeta(type) ? await readMeta(reader, type, size) : NONE;
      if (!isMeta(type)) await reader.skip(whole - BLOCK);
      const what = isMeta(type) ? 'a record before the next member' : JSON.stringify(path);
      return { extra, fault: damage(`the checksum of the header of ${what} is wrong`) };
    }
  }
  const length = await toNextHeader(reader);
  return { extra: NONE, fault: damage(`${length} bytes without a sound tar header`) };
}

const damage = (why: string): ConvertError => new ConvertError('corrupt', `corrupt: ${why}`);

/** To the next sound header, or to the end; how many bytes that was. */
async function toNextHeader(reader: ByteReader): Promise<number> {
  const start = reader.offset;
  for (;;) {
    const bytes = await reader.peek(64 * 2 ** 10);
    const at = findHeader(bytes);
    if (at >= 0) {
      reader.consume(at);
      return reader.offset - start;
    }
    reader.consume(reader.hasEnded ? bytes.length : Math.max(0, bytes.length - BLOCK));
    if (reader.hasEnded) return reader.offset - start;
  }
}
