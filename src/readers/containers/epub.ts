/** EPUB: the chapters in the order of the spine. No entity is expanded but XML's own five, no address is read. */
import { posix } from 'node:path';
import { ConvertError } from '../../errors.ts';
import type { Resource } from '../../resource.ts';
import { failed, type Skip, skip } from '../skip.ts';
import type { ZipEntry } from './zip-entries.ts';

/** Package files are a few kilobytes; so is a container file. */
const PACKAGE_LIMIT = 16 * 2 ** 20;
const FRONT = /\b(?:cover|titlepage|title-page|toc|landmarks|loi|lot)\b/i;

export async function* readEpub(id: string, entries: readonly ZipEntry[]): AsyncGenerator<Resource | Skip> {
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  const spine = await readSpine(byName).catch((error: unknown) => {
    if (error instanceof ConvertError) return error;
    throw error;
  });
  if (spine instanceof ConvertError) {
    yield failed(new ConvertError(spine.reason, `${spine.message}; its pages come in the order of the file`), { id });
    for (const entry of entries) {
      const place = { id: `${id}/${entry.name}` };
      if (!PAGE_NAME.test(entry.name)) continue;
      if (entry.refusal === undefined) yield chapter(entry, place.id);
      else yield failed(entry.refusal, place);
    }
    return;
  }
  for (const { name, title, href, item, isCover } of spine) {
    if (item === undefined || href === undefined) {
      yield skip('failed', 'missing', `missing: the spine names ${title}, the manifest does not`, { id });
      continue;
    }
    const place = { id: `${id}/${name}` };
    const entry = byName.get(name);
    if (entry === undefined)
      yield skip('failed', 'missing', 'missing: the spine names it, and it is not in the file', place);
    else if (entry.refusal !== undefined) yield failed(entry.refusal, place);
    else if (isCover) {
      yield skip('skipped', 'no-content', 'a cover, title page or table of contents, not a chapter', place);
    } else if (/^(?:application\/xhtml\+xml|text\/html)$/i.test(item.get('media-type') ?? ''))
      yield chapter(entry, place.id);
    else yield skip('skipped', 'not-html', `its media type is ${item.get('media-type')}, not that of a page`, place);
  }
}

const PAGE_NAME = /\.x?html?$/i;

const chapter = (entry: ZipEntry, id: string): Resource => ({
  id,
  offset: entry.offset,
  size: entry.size,
  contentType: 'application/xhtml+xml',
  open: () => entry.open(),
});

interface SpineItem {
  readonly name: string;
  readonly title: string;
  readonly href: string | undefined;
  readonly item: ReadonlyMap<string, string> | undefined;
  readonly isCover: boolean;
}

/** Throws a ConvertError where the package file is missing, damaged, or names no chapter. */
async function readSpine(byName: ReadonlyMap<string, ZipEntry>): Promise<SpineItem[]> {
  const root = tags(await textOf(byName, 'META-INF/container.xml'), 'rootfile')[0]?.get('full-path') ?? '';
  if (!byName.has(root)) throw new ConvertError('missing', 'missing: the package file that its container file names');
  const opf = await textOf(byName, root);
  const manifest = new Map(tags(opf, 'item').map((item) => [item.get('id') ?? '', item]));
  const front = new Set(
    tags(opf, 'reference')
      .filter((reference) => FRONT.test(reference.get('type') ?? ''))
      .map((reference) => (reference.get('href') ?? '').replace(/#.*/, '')),
  );
  const itemrefs = tags(opf, 'itemref');
  if (itemrefs.length === 0) throw new ConvertError('corrupt', 'corrupt: its package file names no chapter');
  return itemrefs.map((itemref) => {
    const title = itemref.get('idref') ?? '';
    const item = manifest.get(title);
    const href = item?.get('href');
    const isNav = /\bnav\b/.test(item?.get('properties') ?? '');
    return {
      name: posix.join(posix.dirname(root), decoded(href ?? '')),
      title,
      href,
      item,
      isCover: isNav || front.has(href ?? '') || isFront(item?.get('id') ?? ''),
    };
  });
}

const isFront = (id: string): boolean => /^(?:cover|title[-_]?page|toc|nav)(?:[-_.]?x?html?)?(?:_xhtml)?$/i.test(id);

function decoded(href: string): string {
  try {
    return decodeURIComponent(href.replace(/#.*/, ''));
  } catch {
    return href;
  }
}

async function textOf(entries: ReadonlyMap<string, ZipEntry>, name: string): Promise<string> {
  const entry = entries.get(name);
  if (entry === undefined || entry.refusal !== undefined) return '';
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of entry.open()) {
    length += piece.length;
    if (length > PACKAGE_LIMIT)
      throw new ConvertError('too-large', `its ${name} is larger than ${PACKAGE_LIMIT} bytes`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

/** The attributes of each tag of a name, whatever its namespace prefix. */
function tags(xml: string, name: string): Map<string, string>[] {
  const found: Map<string, string>[] = [];
  for (const [, attributes = ''] of xml.matchAll(new RegExp(`<(?:[\\w.-]+:)?${name}(\\s[^<>]*)>`, 'g'))) {
    const map = new Map<string, string>();
    for (const [, key = '', double, single] of attributes.matchAll(
      /(?<![\w:.-])([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g,
    )) {
      map.set(key, plain(double ?? single ?? ''));
    }
    found.push(map);
  }
  return found;
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const plain = (value: string): string =>
  value.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => NAMED[name] ?? '');
