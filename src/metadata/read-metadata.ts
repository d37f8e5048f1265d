/** Tree → metadata. Each field takes the first source that has it; a field nobody has stays empty. */
import type { Found, Metadata } from '../document.ts';
import {
  attribute,
  attributeValue,
  findAttribute,
  NONE,
  type NodeId,
  nodeCount,
  parent,
  type Tree,
  tag,
  text,
} from '../tree/node.ts';
import { attributeId, behind, isText, nameSet, ofTag } from '../tree/scan.ts';
import { lettersOf, squeeze } from '../words.ts';
import { byline, nameOnly } from './byline.ts';
import { isoDate } from './date.ts';
import { readDateline } from './dateline.ts';
import { type Entry, jsonLd, plain, textOf } from './json-ld.ts';
import { directionOf, languageOf } from './language.ts';
import { titleOf } from './title.ts';
import { writtenDate } from './written-date.ts';

/** Bounds, not measurements. */
const MOST_VALUES = 100;
const MOST_HEADINGS = 20;
/** What documentation tools put behind a heading. */
const PERMALINK = /\s*[¶§#🔗]$/u;
const ARTICLE = /(?:Article|Posting|Report|Review|Recipe|Product|WebPage|Question|HowTo|Event)$/;

interface Head {
  readonly tree: Tree;
  /** The attribute that holds the value of a key: most are never read. */
  readonly meta: ReadonlyMap<string, number>;
  /** Every value of the keys that may stand more than once. */
  readonly lists: ReadonlyMap<string, readonly string[]>;
  /** Address by relation, of the relations that are asked for. */
  readonly links: ReadonlyMap<string, string>;
  /** Those of the JSON-LD that describe the page. */
  readonly articles: readonly Entry[];
  readonly elements: ReadonlyMap<string, NodeId>;
  /** Its h1 elements, the first few. */
  readonly headings: readonly NodeId[];
  /** Its `<time>` elements, the first few. */
  readonly times: readonly NodeId[];
}

type Source = readonly [from: string, value: string | undefined, confidence: number];

/** First of the sources that has a value. */
function first(...sources: readonly Source[]): Found<string> | undefined {
  for (const [from, value, confidence] of sources) {
    const clean = value === undefined ? '' : squeeze(value);
    if (clean) return { value: clean, from, confidence };
  }
  return undefined;
}

/** A date of JSON-LD, or of the first `<meta>` of these names that has one. */
function dateOf(head: Head, key: string, ...names: readonly string[]): Found<string> | undefined {
  const sources: Source[] = [['json-ld', isoDate(articleValue(head, key)), 0.95]];
  for (const name of names) sources.push([`meta[${name}]`, isoDate(metaValue(head, name)), 0.9]);
  return first(...sources);
}

function metaValue({ tree, meta }: Head, key: string): string | undefined {
  const at = meta.get(key);
  return at === undefined ? undefined : attributeValue(tree, at);
}

export function readMetadata(tree: Tree, url?: string): Metadata {
  const head = readHead(tree);
  const { links } = head;
  const ld = (key: string): string | undefined => articleValue(head, key);
  const meta = (key: string): string | undefined => metaValue(head, key);
  const base = url ?? links.get('canonical');
  const absolute = (address: string | undefined): string | undefined => webAddress(address, base);
  const title = titleOf({
    page: plain(textIn(head, 'title') ?? ''),
    og: squeeze(plain(meta('og:title') ?? '')),
    headline: ld('headline'),
    site: meta('og:site_name') ?? ld('publisher'),
    headings: head.headings
      .filter((node) => !leadsHome(tree, node))
      .map((node) => squeeze(brokenText(tree, node)).replace(PERMALINK, '')),
  });
  const language = languageFrom(head);
  const marked =
    dateOf(
      head,
      'datePublished',
      'article:published_time',
      'datepublished',
      'citation_publication_date',
      'dc.date',
      'dc.date.issued',
      'date',
      'pubdate',
      'parsely-pub-date',
      'sailthru.date',
    ) ??
    timeElement(head) ??
    itemDate(head, language?.value);
  const named = authorsOf(head);
  const said =
    marked === undefined || named === undefined
      ? readDateline(tree, title?.value, language?.value ?? languageOf(textIn(head, 'title') ?? '')?.value)
      : {};
  const fields: { [key in keyof Metadata]: Metadata[key] | undefined } = {
    title,
    authors: named ?? (said.authors && { value: said.authors, from: 'dateline', confidence: 0.5 }),
    published: marked ?? first(['dateline', said.published, 0.5], ['url', addressDate(base), 0.4]),
    modified: dateOf(head, 'dateModified', 'article:modified_time', 'og:updated_time', 'last-modified'),
    site: first(['meta[og:site_name]', meta('og:site_name'), 0.95], ['json-ld', ld('publisher'), 0.9]),
    canonical: first(
      ['link[canonical]', absolute(links.get('canonical')), 0.95],
      ['meta[og:url]', absolute(meta('og:url')), 0.8],
    ),
    language,
    direction: directionFrom(head),
    description: first(
      ['meta[description]', meta('description'), 0.9],
      ['meta[og:description]', meta('og:description'), 0.9],
    ),
    image: first(['meta[og:image]', absolute(meta('og:image')), 0.9], ['json-ld', absolute(ld('image')), 0.8]),
    keywords: keywordsOf(head),
    license: first(['link[license]', absolute(links.get('license')), 0.9]),
    kind: first(['meta[og:type]', meta('og:type'), 0.8]),
  };
  const known: Record<string, unknown> = {};
  for (const key in fields) if (fields[key as keyof Metadata] !== undefined) known[key] = fields[key as keyof Metadata];
  return known as Metadata;
}

/** Absolute where a base is known; nothing but http(s) passes. */
function webAddress(address: string | undefined, base: string | undefined): string | undefined {
  const written = address?.trim();
  if (!written) return undefined;
  if (base !== undefined && URL.canParse(written, base)) {
    const { href, protocol } = new URL(written, base);
    return /^https?:$/.test(protocol) ? href : undefined;
  }
  return /^[a-z][a-z0-9+.-]*:/i.test(written) && !/^https?:/i.test(written) ? undefined : written;
}

/** A heading that is a link to the site's first page, or in one: the site's name. */
function leadsHome(tree: Tree, heading: NodeId): boolean {
  const around = parent(tree, heading);
  if (isHomeLink(tree, around) || isHomeLink(tree, parent(tree, around))) return true;
  const end = behind(tree, heading);
  for (let node = heading + 1; node < end; node += 1) if (isHomeLink(tree, node)) return true;
  return false;
}

const isHomeLink = (tree: Tree, node: NodeId): boolean =>
  ofTag(LINK, tree, node) === 1 && HOME.test(attribute(tree, node, 'href') ?? '');
const LINK = nameSet('a');
const HOME = /^\s*(?:(?:https?:)?\/\/[^/?#]+\/?|\.?\/)(?:index\.\w+)?\s*$/;

/** Text of an element, with a blank for each break and each border of a block in it. */
function brokenText(tree: Tree, element: NodeId): string {
  const end = behind(tree, element);
  let found = '';
  for (let node = element + 1; node < end; node += 1) {
    if (isText(tree, node)) found += text(tree, node);
    else if (ofTag(BREAKS, tree, node) === 1) found += ' ';
  }
  return found;
}
const BREAKS = nameSet('br div p h2 h3 h4 li');

function articleValue({ articles }: Head, key: string): string | undefined {
  return textOf(articles.find((entry) => entry[key])?.[key]);
}

function keywordsOf(head: Head): Found<readonly string[]> | undefined {
  const tags = head.lists.get('article:tag');
  if (tags !== undefined) return { value: tags, from: 'meta[article:tag]', confidence: 0.9 };
  const split = (value: string) => [...new Set(value.split(/[,;،、，]/).map((word) => word.trim()))].filter(Boolean);
  const said = split(metaValue(head, 'news_keywords') ?? metaValue(head, 'keywords') ?? '');
  if (said.length > 0) return { value: said, from: 'meta[keywords]', confidence: 0.8 };
  const value = head.articles.find((entry) => entry.keywords)?.keywords;
  const listed = Array.isArray(value)
    ? value.map(textOf).filter((word) => word !== undefined)
    : split(textOf(value) ?? '');
  return listed.length > 0 ? { value: listed, from: 'json-ld', confidence: 0.8 } : undefined;
}

const LISTED = new Set(['citation_author', 'article:tag', 'dc.creator', 'article:author', 'author']);

const isArticle = (entry: Entry): boolean => [entry['@type']].flat().some((type) => ARTICLE.test(String(type)));

const READ = nameSet('html head body title time h1 meta link script');
/** Where a `<meta>` may write its key, the first that it has. */
const KEYS = ['property', 'name', 'itemprop', 'http-equiv'];
const RELATION = /canonical|license/i;

function readHead(tree: Tree): Head {
  const meta = new Map<string, number>();
  const lists = new Map<string, string[]>();
  const links = new Map<string, string>();
  const elements = new Map<string, NodeId>();
  const scripts: NodeId[] = [];
  const headings: NodeId[] = [];
  const times: NodeId[] = [];
  for (let node: NodeId = 1; node < nodeCount(tree); node += 1) {
    if (ofTag(READ, tree, node) === 0) continue;
    const name = tag(tree, node);
    if (name === 'meta') readMeta(tree, node, meta, lists);
    else if (name === 'link') readLink(tree, node, links);
    else {
      if (name === 'script') scripts.push(node);
      else if (name === 'h1' && headings.length < MOST_HEADINGS) headings.push(node);
      else if (name === 'time' && times.length < MOST_TIMES) times.push(node);
      if (!elements.has(name)) elements.set(name, node);
    }
  }
  return { tree, meta, lists, links, articles: jsonLd(tree, scripts).filter(isArticle), elements, headings, times };
}

function readLink(tree: Tree, node: NodeId, links: Map<string, string>): void {
  const rel = attribute(tree, node, 'rel');
  if (rel === undefined || !RELATION.test(rel)) return;
  const address = attribute(tree, node, 'href');
  if (address === undefined) return;
  for (const token of rel.toLowerCase().split(/\s+/)) if (!links.has(token)) links.set(token, address);
}

function readMeta(tree: Tree, node: NodeId, meta: Map<string, number>, lists: Map<string, string[]>): void {
  const content = findAttribute(tree, node, attributeId(tree, 'content'));
  const named = KEYS.find((name) => findAttribute(tree, node, attributeId(tree, name)) !== NONE);
  if (content === NONE || named === undefined) return;
  const key = attribute(tree, node, named)?.toLowerCase() ?? '';
  if (!meta.has(key)) meta.set(key, content);
  if (!LISTED.has(key)) return;
  const value = attributeValue(tree, content).trim();
  const list = lists.get(key) ?? [];
  if (value === '' || list.length === MOST_VALUES) return;
  list.push(value);
  lists.set(key, list);
}

const textIn = ({ tree, elements }: Head, name: string): string | undefined => {
  const node = elements.get(name);
  return node === undefined ? undefined : squeeze(text(tree, node));
};

/** The first source that names somebody. Where it names the site itself, who is named on the page comes first. */
function authorsOf(head: Head): Found<readonly string[]> | undefined {
  const site = lettersOf(metaValue(head, 'og:site_name') ?? articleValue(head, 'publisher') ?? '');
  const said = saidAuthors(head);
  if (said?.value.some((name) => lettersOf(name) !== site)) return said;
  return byline(head.tree) ?? said;
}

function saidAuthors(head: Head): Found<readonly string[]> | undefined {
  const named = (names: readonly string[]) => [
    ...new Set(names.flatMap(eachName).filter((name) => name !== '' && !/^https?:/.test(name) && !NOBODY.test(name))),
  ];
  for (const entry of head.articles) {
    const value = named([entry.author].flat().flatMap((author) => textOf(author) ?? []));
    if (value.length > 0) return { value, from: 'json-ld', confidence: 0.9 };
  }
  for (const name of [
    'author',
    'article:author',
    'dc.creator',
    'citation_author',
    'parsely-author',
    'sailthru.author',
  ]) {
    const value = named(head.lists.get(name) ?? [metaValue(head, name)?.trim() ?? '']);
    if (value.length > 0) return { value, from: `meta[${name}]`, confidence: 0.85 };
  }
  return undefined;
}

/** What programs write where nobody is named. */
const NOBODY = /^(?:undefined|null|none|n\/a|admin|administrator|webmaster|[\d\s]+)$/i;

/** Several names in one value: parted by commas or "and", each of two words or more that begin with capitals. */
function eachName(written: string): string[] {
  const name = nameOnly(written);
  const parts = name.split(/\s*,\s*(?:and\s+)?|\s+(?:and|und|et|y|och|og|en|e|&)\s+/);
  return parts.length > 1 && parts.every(isPerson) ? parts : [name];
}
const isPerson = (part: string): boolean =>
  /^\p{Lu}[\p{L}\p{M}.'’-]*(?: (?:de|van|von|der|den|la|le|al|bin|da|dos))*(?: \p{Lu}[\p{L}\p{M}.'’-]*){1,3}$/u.test(
    part,
  );

/** The only `<time>` that is marked as the day of publication, else the first that is not marked as another. */
function timeElement({ tree, times }: Head): Found<string> | undefined {
  const marked: Found<string>[] = [];
  let first: Found<string> | undefined;
  for (const node of times) {
    const value = isoDate(attribute(tree, node, 'datetime'));
    if (value === undefined) continue;
    const said = `${attribute(tree, node, 'itemprop') ?? ''} ${attribute(tree, node, 'class') ?? ''}`;
    if (/datePublished/i.test(said) || attribute(tree, node, 'pubdate') !== undefined)
      marked.push({ value, from: 'time', confidence: 0.8 });
    if (!/modif|updat/i.test(said) || /publ|post|creat/i.test(said)) first ??= { value, from: 'time', confidence: 0.6 };
  }
  return marked.length === 1 ? marked[0] : first;
}
const MOST_TIMES = 20;

/** `<span itemprop="datePublished" content="2023-11-05">`, whatever the element. */
function itemDate({ tree }: Head, language: string | undefined): Found<string> | undefined {
  const property = attributeId(tree, 'itemprop');
  if (property === NONE) return undefined;
  for (let node: NodeId = 1; node < nodeCount(tree); node += 1) {
    const at = findAttribute(tree, node, property);
    if (at === NONE || !/(?:^|\s)datePublished(?:\s|$)/i.test(attributeValue(tree, at))) continue;
    const said = attribute(tree, node, 'content') ?? attribute(tree, node, 'datetime');
    const value = isoDate(said) ?? writtenDate(squeeze(text(tree, node)).slice(0, MOST_OF_DATE), language);
    if (value !== undefined) return { value, from: 'itemprop', confidence: 0.85 };
  }
  return undefined;
}
const MOST_OF_DATE = 60;

/** Blogs and newspapers put the day into the address: `/2023/11/05/`, `/2023-11-05-a-new-lamp`, `/20231105/`. */
function addressDate(address: string | undefined): string | undefined {
  const path = address !== undefined && URL.canParse(address) ? new URL(address).pathname : '';
  const [, year = '', month = '', day = ''] =
    /\/((?:19|20)\d\d)([-/]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?=[-/_.]|$)/
      .exec(path)
      ?.filter((_, at) => at !== 2) ?? [];
  return year === '' ? undefined : isoDate(`${year}-${month}-${day}`);
}

function languageFrom(head: Head): Found<string> | undefined {
  const { tree, elements } = head;
  const html = elements.get('html');
  const said = html === undefined ? undefined : (attribute(tree, html, 'lang') ?? attribute(tree, html, 'xml:lang'));
  const tidyTag = (value: string | undefined) =>
    value && /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i.test(value.trim()) ? value.trim().replaceAll('_', '-') : undefined;
  return first(
    ['html[lang]', tidyTag(said), 0.9],
    ['meta[content-language]', tidyTag(metaValue(head, 'content-language')), 0.8],
  );
}

function directionFrom(head: Head): Found<'ltr' | 'rtl'> {
  for (const name of ['html', 'body']) {
    const node = head.elements.get(name);
    const said = node === undefined ? undefined : attribute(head.tree, node, 'dir')?.toLowerCase();
    if (said === 'rtl' || said === 'ltr') return { value: said, from: `${name}[dir]`, confidence: 0.95 };
  }
  return { value: directionOf(textIn(head, 'title') ?? ''), from: 'text', confidence: 0.6 };
}
