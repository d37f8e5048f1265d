/** `{host}/{slug}-{hash8}.{ext}` → a name for each document. */
import { digest } from './safe-path.ts';

const NAME_FIELDS = ['dir', 'name', 'ext', 'host', 'slug', 'hash8'] as const;
type Field = (typeof NAME_FIELDS)[number];

/** Each page keeps its name and its place in the tree it came from. */
export const TREE = '{dir}/{name}.{ext}';

/** What a name can be made of. */
export interface Named {
  readonly id: string;
  readonly url?: string;
  readonly title?: string;
}

const FIELD = /\{([^{}]*)\}/g;

/** Fields of a pattern that there are not, or a part that would lead out of the folder. */
export function faultOfPattern(pattern: string): string | undefined {
  const unknown = [...pattern.matchAll(FIELD)].find(([, field]) => !NAME_FIELDS.includes(field as Field));
  if (unknown !== undefined)
    return `no field ${unknown[0]}, only ${NAME_FIELDS.map((field) => `{${field}}`).join(' ')}`;
  if (/^(?:[a-z]:|[/\\])/i.test(pattern) || pattern.split(/[/\\]/).includes('..')) {
    return 'a name stays in the folder of --out-dir: no path from the root, no ..';
  }
  return /\{(?:name|slug|hash8)\}/.test(pattern) ? undefined : 'a name needs one of {name}, {slug} and {hash8}';
}

/** @param place where the page stands in the user's tree of files */
export function expandPattern(pattern: string, page: Named, place: string, extension: string): string {
  const address = addressOf(page);
  const { dir, name } = partsOf(page.id, place);
  const values: { readonly [Name in Field]: () => string } = {
    dir: () => dir,
    name: () => name,
    ext: () => extension,
    host: () => address?.hostname.replace(/^\[|\]$/g, '') || 'no-host',
    slug: () => slugOf(page, address, name),
    hash8: () => digest(page.id),
  };
  return pattern.replace(FIELD, (_, field: Field) =>
    field === 'dir' ? values.dir() : values[field]().replaceAll('/', '-'),
  );
}

const addressOf = ({ id, url }: Named): URL | undefined => {
  const written = url ?? (/^https?:/i.test(id) ? id : undefined);
  return written !== undefined && URL.canParse(written) ? new URL(written) : undefined;
};

function partsOf(id: string, place: string): { dir: string; name: string } {
  if (/^https?:\/\//i.test(id)) return { dir: '', name: stemOf(id.replace(/[?#].*$/s, '').replace(/\/+$/, '')) };
  const path = place.replaceAll('\\', '/');
  const at = path.lastIndexOf('/') + 1;
  // A record or row is named by its archive and place: `crawl.warc.gz#183201`.
  const [, archive, record] = /^(.+)#(\d+)$/s.exec(path.slice(at)) ?? [];
  const bare = archive ?? stemOf(path.slice(at));
  const name = bare === '-' || bare === '' ? 'page' : bare;
  return { dir: path.slice(0, at), name: record === undefined ? name : `${name}-${record}` };
}

/** Without its folder and extension. */
function stemOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(0, dot) : name;
}

/** Words of the address, else of the title, else of the file's name: letters and digits of any script. */
function slugOf({ title = '' }: Named, address: URL | undefined, name: string): string {
  const last =
    address?.pathname
      .split('/')
      .filter((part) => part !== '')
      .at(-1) ?? '';
  const spoken = stemOf(decoded(last));
  for (const words of [spoken, title, name]) {
    const slug = words
      .normalize('NFC')
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/g, '');
    if (slug !== '') return [...slug].slice(0, SLUG).join('').replace(/-+$/, '');
  }
  return 'page';
}

/** Characters. */
const SLUG = 60;

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
