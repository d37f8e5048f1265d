/** zip, and what is one inside: WACZ (its WARCs alone are pages) and EPUB (its chapters in reading order). */
import { ConvertError } from '../../errors.ts';
import { failed, skip } from '../skip.ts';
import type { Container } from './container.ts';
import { readEpub } from './epub.ts';
import { namer } from './member-name.ts';
import { randomAccess, type Slice } from './random-access.ts';
import { type ZipEntry, zipEntries } from './zip-entries.ts';
import { LOCAL_MAGIC } from './zip-local.ts';
import { scanEntries } from './zip-scan.ts';

const NAME = /\.(?:zip|epub|wacz)$/i;

export const zip: Container = {
  name: 'zip',
  isMany: true,
  matches: (head) => /^PK(?:\x03\x04|\x05\x06)/.test(head.toString('latin1', 0, 4)),
  isDamaged: (head, id) => NAME.test(id) && head.includes(LOCAL_MAGIC),
  async *unpack(resource, settings, unpacked) {
    const { size, slice } = await randomAccess(resource, settings.maxBytes);
    const { entries, fault } = await soundEntries(slice, size, unpacked);
    const has = (wanted: string): boolean => entries.some(({ name }) => name === wanted);
    if (fault !== undefined) yield failed(fault, resource);
    if (has('[Content_Types].xml')) {
      yield skip('failed', 'unsupported', 'this is an Office file; save it as HTML first', resource);
    } else if (has('META-INF/container.xml') || (has('mimetype') && /\.epub$/i.test(resource.id))) {
      yield* readEpub(resource.id, entries);
    } else {
      const isWacz = has('datapackage.json') || /\.wacz$/i.test(resource.id);
      const wanted = isWacz ? entries.filter(({ name }) => /^archive\/[^/]+$/.test(name)) : entries;
      const nameOf = namer(resource.id);
      for (const entry of wanted) {
        if (entry.name.endsWith('/')) continue;
        const from = { ...nameOf(entry.name), offset: entry.offset };
        if (entry.refusal !== undefined) yield failed(entry.refusal, from);
        else yield { ...from, size: entry.size, isFile: true, open: () => entry.open() };
      }
    }
  },
};

/** Where the directory is broken, or leads astray, entries are found by their own headers too. */
async function soundEntries(
  slice: Slice,
  size: number,
  unpacked: (bytes: number) => void,
): Promise<{ entries: ZipEntry[]; fault?: ConvertError }> {
  const { entries, fault } = await zipEntries(slice, size);
  const astray = entries.filter(({ isAstray }) => isAstray);
  if (fault === undefined && astray.length === 0) return { entries };
  const listed = entries.filter(({ isAstray }) => !isAstray);
  const offsets = new Set(listed.map(({ offset }) => offset));
  const scanned = (await scanEntries(slice, size, unpacked)).filter(({ offset }) => !offsets.has(offset));
  const found = new Set(scanned.map(({ name }) => name));
  const missing = astray.filter(({ name, offset }) => !found.has(name) && !offsets.has(offset));
  const lost = new ConvertError('corrupt', 'corrupt: its header is not where the directory says');
  const why = fault?.message ?? `corrupt: ${astray.length} entries are not where the directory says`;
  return {
    entries: [...listed, ...scanned, ...missing.map((entry) => ({ ...entry, refusal: lost }))].sort(
      (a, b) => a.offset - b.offset,
    ),
    fault: new ConvertError(fault?.reason ?? 'corrupt', `${why}; its entries are read without the directory`),
  };
}
