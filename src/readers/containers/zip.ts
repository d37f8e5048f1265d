/** zip, and what is one inside: WACZ (its WARCs alone are pages) and EPUB (its chapters in reading order). */
import { ConvertError } from '../../errors.ts';
import type { Resource } from '../../resource.ts';
import { failed, type Skip, skip } from '../skip.ts';
import { ByteReader } from '../streams/byte-reader.ts';
import { type Container, inMemory } from './container.ts';
import { readEpub } from './epub.ts';
import { namer } from './member-name.ts';
import { randomAccess } from './random-access.ts';
import { type ZipEntry, zipEntries } from './zip-entries.ts';
import { scanEntries } from './zip-scan.ts';

export const zip: Container = {
  name: 'zip',
  isMany: true,
  matches: (head) => /^PK(?:\x03\x04|\x05\x06)/.test(head.toString('latin1', 0, 4)),
  async *unpack(resource, settings) {
    const { size, slice } = await randomAccess(resource, settings.maxBytes);
    const { entries, fault } = await zipEntries(slice, size);
    if (entries.some(({ name }) => name === '[Content_Types].xml')) {
      yield skip('failed', 'unsupported', 'this is an Office file; save it as HTML first', resource);
    } else if (fault === undefined && entries.some(({ name }) => name === 'META-INF/container.xml')) {
      yield* readEpub(resource.id, entries);
    } else {
      const isWacz = entries.some(({ name }) => name === 'datapackage.json');
      const wanted = isWacz ? entries.filter(({ name }) => /^archive\/[^/]+$/.test(name)) : entries;
      const nameOf = namer(resource.id);
      for (const entry of wanted) if (!entry.name.endsWith('/')) yield* readEntry(entry, nameOf(entry.name));
      if (fault !== undefined) yield* rescue(resource.id, fault, entries, slice, size, nameOf);
    }
  },
};

async function* readEntry(entry: ZipEntry, name: { id: string }): AsyncGenerator<Resource | Skip> {
  const from = { ...name, offset: entry.offset };
  if (entry.refusal !== undefined) yield failed(entry.refusal, from);
  else yield { ...from, size: entry.size, isFile: true, open: () => entry.open() };
}

/** What the directory does not name is found by its own header. */
async function* rescue(
  id: string,
  fault: ConvertError,
  known: readonly ZipEntry[],
  slice: (start: number, end: number) => Promise<Uint8Array>,
  size: number,
  nameOf: ReturnType<typeof namer>,
): AsyncGenerator<Resource | Skip> {
  yield failed(new ConvertError(fault.reason, `${fault.message}; its entries are read without the directory`), { id });
  const seen = new Set(known.map(({ offset }) => offset));
  for await (const { name, offset, bytes, fault: why } of scanEntries(new ByteReader(inSteps(slice, size)))) {
    if (seen.has(offset) || name.endsWith('/')) continue;
    const from = { ...nameOf(name), offset };
    if (why !== undefined) yield failed(why, from);
    else yield inMemory(from.id, bytes ?? Buffer.alloc(0), { ...from, isFile: true });
  }
}

async function* inSteps(
  slice: (start: number, end: number) => Promise<Uint8Array>,
  size: number,
): AsyncGenerator<Uint8Array> {
  const step = 2 ** 20;
  for (let at = 0; at < size; at += step) yield await slice(at, Math.min(at + step, size));
}
