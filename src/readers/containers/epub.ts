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
  const root = tags(await textOf(byName, 'META-INF/container.xml'), 'rootfile')[0]?.get('full-path') ?? '';
  if (!byName.has(root)) {
    yield skip('failed', 'missing', 'missing: the package file that its container file names', { id });
    return;
  }
  const opf = await textOf(byName, root);
  const manifest = new Map(tags(opf, 'item').map((item) => [item.get('id') ?? '', item]));
  const front = new Set(
    tags(opf, 'reference')
      .filter((reference) => FRONT.test(reference.get('type') ?? ''))
      .map((reference) => (reference.get('href') ?? '').replace(/#.*/, '')),
  );
  for (const itemref of tags(opf, 'itemref')) {
    const item = manifest.get(itemref.get('idref') ?? '');
    const href = item?.get('href');
    if (item === undefined || href === undefined) {
      yield skip('failed', 'missing', `missing: the spine names ${itemref.get('idref')}, the manifest does not`, {
        id,
      });
      continue;
    }
    const name = posix.join(posix.dirname(root), decoded(href));
    const place = { id: `${id}/${name}` };
    const entry = byName.get(name);
    if (entry === undefined)
      yield skip('failed', 'missing', 'missing: the spine names it, and it is not in the file', place);
    else if (entry.refusal !== undefined) yield failed(entry.refusal, place);
    else if (/\bnav\b/.test(item.get('properties') ?? '') || front.has(href) || isFront(item.get('id') ?? '')) {
      yield skip('skipped', 'no-content', 'a cover, title page or table of contents, not a chapter', place);
    } else if (/^(?:application\/xhtml\+xml|text\/html)$/i.test(item.get('media-type') ?? '')) {
      yield {
        ...place,
        offset: entry.offset,
        size: entry.size,
        contentType: 'application/xhtml+xml',
        open: () => entry.open(),
      };
    } else yield skip('skipped', 'not-html', `its media type is ${item.get('media-type')}, not that of a page`, place);
  }
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
    for (const [, key = '', double, single] of attributes.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
      map.set(key, plain(double ?? single ?? ''));
    }
    found.push(map);
  }
  return found;
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const plain = (value: string): string =>
  value.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => NAMED[name] ?? '');
