/** The page's JSON-LD as a flat list of objects; broken scripts are passed over. */
import { decodeRange, TEXT } from '../tree/decode-range.ts';
import { attribute, type NodeId, type Tree, text } from '../tree/node.ts';

export type Entry = Readonly<Record<string, unknown>>;

/** A bound, not a measurement: a page made to be large must not fill memory. */
const MOST_ENTRIES = 500;

/** Reads the `<script>` elements of a page, in order; those of other types are passed over. */
export function jsonLd(tree: Tree, scripts: readonly NodeId[]): Entry[] {
  const entries: Entry[] = [];
  for (const node of scripts) {
    if (!/ld\+json/i.test(attribute(tree, node, 'type') ?? '')) continue;
    const open: unknown[] = [parse(text(tree, node))];
    for (let value = open.pop(); value !== undefined && entries.length < MOST_ENTRIES; value = open.pop()) {
      if (Array.isArray(value)) open.push(...value.slice(0, MOST_ENTRIES).reverse());
      else if (typeof value === 'object' && value !== null) {
        entries.push(value as Entry);
        const { '@graph': graph, mainEntity } = value as Entry;
        if (mainEntity !== undefined) open.push(mainEntity);
        if (graph !== undefined) open.push(graph);
      }
    }
  }
  return withReferences(entries);
}

/** What `{"@id": …}` alone points to stands elsewhere in the page's data: `"author": {"@id": "#jane"}`. */
const REFERRING = ['author', 'publisher', 'creator', 'image'];

function withReferences(entries: readonly Entry[]): Entry[] {
  const byId = new Map<unknown, Entry>();
  for (const entry of entries) {
    const id = entry['@id'];
    if (typeof id === 'string' && Object.keys(entry).length > 1 && !byId.has(id)) byId.set(id, entry);
  }
  if (byId.size === 0) return [...entries];
  const found = (value: unknown): unknown =>
    typeof value === 'object' && value !== null && textOf(value) === undefined
      ? (byId.get((value as Entry)['@id']) ?? value)
      : value;
  const resolved = (value: unknown): unknown => (Array.isArray(value) ? value.map(found) : found(value));
  return entries.map((entry) => {
    if (!REFERRING.some((key) => entry[key] !== undefined)) return entry;
    const changed: Record<string, unknown> = { ...entry };
    for (const key of REFERRING) if (entry[key] !== undefined) changed[key] = resolved(entry[key]);
    return changed;
  });
}

function parse(source: string): unknown {
  const bare = source.trim().replace(/^<!--|-->$/g, '');
  return parsed(bare) ?? parsed(mended(bare));
}

function parsed(source: string): unknown {
  try {
    return JSON.parse(source) ?? undefined;
  } catch {
    return undefined;
  }
}

/** What templates get wrong: line breaks inside strings, a comma behind the last item, comments of CDATA around it all. */
const mended = (source: string): string =>
  source
    .replace(/\/\*\s*(?:<!\[CDATA\[|\]\]>)\s*\*\/|\/\/\s*(?:<!\[CDATA\[|\]\]>)|<!\[CDATA\[|\]\]>/g, '')
    .replace(/[\0-\x1f]/g, ' ')
    .replace(/, *(?=[}\]])/g, '')
    .replace(/;\s*$/, '');

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** Many generators escape for HTML what stands in a script, or twice what stands in the head. */
export const plain = (value: string): string =>
  value.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]{1,31}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? named(whole);
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0x1f && code < 0x110000 ? String.fromCodePoint(code) : whole;
  });

/** `&oacute;`, by the table of the parser. */
function named(reference: string): string {
  const bytes = new TextEncoder().encode(reference);
  return decodeRange(bytes, 0, bytes.length, TEXT);
}

/** A string, the `name` or `url` of an object, or the first of a list. */
export function textOf(value: unknown): string | undefined {
  let said = value;
  for (let level = 0; level < MOST_LEVELS && typeof said === 'object' && said !== null; level += 1) {
    said = Array.isArray(said) ? said[0] : nameOf(said as Entry);
  }
  return typeof said === 'string' ? plain(said).trim() || undefined : undefined;
}

/** A person may be named by parts alone. */
function nameOf({ name, givenName, additionalName, familyName, url }: Entry): unknown {
  const parts = [givenName, additionalName, familyName].filter((part) => typeof part === 'string' && part !== '');
  return name ?? (parts.length > 0 ? parts.join(' ') : url);
}

/** A name is a list in an object in a list at the most. */
const MOST_LEVELS = 8;
