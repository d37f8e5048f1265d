/** Tree → metadata. Each field takes the first source that has it; a field nobody has stays empty. */
import type { Found, Metadata } from '../document.ts';
import {
  attribute,
  attributeValue,
  findAttribute,
  firstChild,
  NONE,
  type NodeId,
  nodeCount,
  type Tree,
  tag,
  text,
} from '../tree/node.ts';
import { attributeId, isElement, nameSet, ofTag } from '../tree/scan.ts';
import { ValueNumbers } from '../tree/value-numbers.ts';
import { squeeze } from '../words.ts';
import { isoDate } from './date.ts';
import { readDateline } from './dateline.ts';
import { type Entry, jsonLd, textOf } from './json-ld.ts';
import { directionOf, languageOf } from './language.ts';
import { titleOf } from './title.ts';

/** Bounds, not measurements. */
const MOST_VALUES = 100;
const MOST_HEADINGS = 20;
const AUTHOR_CLASSES = new Set(['author-name', 'author__name', 'byline-name', 'byline__name', 'p-author']);
/** What documentation tools put behind a heading. */
const PERMALINK = /\s*[¶§#🔗]$/u;
const ARTICLE = /(?:Article|Posting|Report|Review|Recipe|Product|WebPage|Question|HowTo|Event)$/;

interface Head {
  readonly meta: ReadonlyMap<string, string>;
  /** Every value of the keys that may stand more than once. */
  readonly lists: ReadonlyMap<string, readonly string[]>;
  readonly links: ReadonlyMap<string, string>;
  readonly entries: readonly Entry[];
  readonly tree: Tree;
  readonly elements: ReadonlyMap<string, NodeId>;
  /** Its h1 elements, the first few. */
  readonly headings: readonly NodeId[];
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

export function readMetadata(tree: Tree, url?: string): Metadata {
  const head = readHead(tree);
  const { meta, links } = head;
  const ld = (key: string): string | undefined =>
    textOf(head.entries.find((entry) => isArticle(entry) && entry[key])?.[key]);
  const dateOf = (key: string, ...names: string[]) =>
    first(
      ['json-ld', isoDate(ld(key)), 0.95],
      ...names.map((name): Source => [`meta[${name}]`, isoDate(meta.get(name)), 0.9]),
    );
  const base = url ?? links.get('canonical');
  const absolute = (address: string | undefined): string | undefined => webAddress(address, base);
  const title = titleOf({
    page: textIn(head, 'title'),
    og: squeeze(meta.get('og:title') ?? ''),
    headline: ld('headline'),
    site: meta.get('og:site_name') ?? ld('publisher'),
    headings: head.headings.map((node) => squeeze(text(tree, node)).replace(PERMALINK, '')),
  });
  const language = languageFrom(head);
  const marked =
    dateOf(
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
    ) ?? timeElement(head);
  const named = authorsOf(head);
  const said =
    marked === undefined || named === undefined
      ? readDateline(tree, title?.value, language?.value ?? languageOf(textIn(head, 'title') ?? '')?.value)
      : {};
  const fields: { [key in keyof Metadata]: Metadata[key] | undefined } = {
    title,
    authors: named ?? (said.authors && { value: said.authors, from: 'dateline', confidence: 0.5 }),
    published: marked ?? first(['dateline', said.published, 0.5]),
    modified: dateOf('dateModified', 'article:modified_time', 'og:updated_time', 'last-modified'),
    site: first(['meta[og:site_name]', meta.get('og:site_name'), 0.95], ['json-ld', ld('publisher'), 0.9]),
    canonical: first(
      ['link[canonical]', absolute(links.get('canonical')), 0.95],
      ['meta[og:url]', absolute(meta.get('og:url')), 0.8],
    ),
    language,
    direction: directionFrom(head),
    description: first(
      ['meta[description]', meta.get('description'), 0.9],
      ['meta[og:description]', meta.get('og:description'), 0.9],
    ),
    image: first(['meta[og:image]', absolute(meta.get('og:image')), 0.9], ['json-ld', absolute(ld('image')), 0.8]),
    keywords: keywordsOf(head),
    license: first(['link[license]', absolute(links.get('license')), 0.9]),
    kind: first(['meta[og:type]', meta.get('og:type'), 0.8]),
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

function keywordsOf({ meta, lists, entries }: Head): Found<readonly string[]> | undefined {
  const tags = lists.get('article:tag');
  if (tags !== undefined) return { value: tags, from: 'meta[article:tag]', confidence: 0.9 };
  const split = (value: string) => [...new Set(value.split(/[,;،、，]/).map((word) => word.trim()))].filter(Boolean);
  const said = split(meta.get('news_keywords') ?? meta.get('keywords') ?? '');
  if (said.length > 0) return { value: said, from: 'meta[keywords]', confidence: 0.8 };
  const value = entries.find((entry) => isArticle(entry) && entry.keywords)?.keywords;
  const listed = Array.isArray(value)
    ? value.map(textOf).filter((word) => word !== undefined)
    : split(textOf(value) ?? '');
  return listed.length > 0 ? { value: listed, from: 'json-ld', confidence: 0.8 } : undefined;
}

const LISTED = new Set(['citation_author', 'article:tag', 'dc.creator', 'article:author', 'author']);

const isArticle = (entry: Entry): boolean => [entry['@type']].flat().some((type) => ARTICLE.test(String(type)));

const READ = nameSet('html head body title time h1 meta link script');

function readHead(tree: Tree): Head {
  const meta = new Map<string, string>();
  const lists = new Map<string, string[]>();
  const links = new Map<string, string>();
  const elements = new Map<string, NodeId>();
  const scripts: NodeId[] = [];
  const headings: NodeId[] = [];
  for (let node: NodeId = 1; node < nodeCount(tree); node += 1) {
    if (ofTag(READ, tree, node) === 0) continue;
    const name = tag(tree, node);
    if (name === 'script') scripts.push(node);
    else if (name === 'h1' && headings.length < MOST_HEADINGS) headings.push(node);
    if (name !== 'meta' && name !== 'link') {
      if (!elements.has(name)) elements.set(name, node);
      continue;
    }
    const content = attribute(tree, node, name === 'link' ? 'href' : 'content');
    if (content === undefined) continue;
    if (name === 'link') {
      const rel = attribute(tree, node, 'rel')?.toLowerCase() ?? '';
      for (const token of rel.split(/\s+/)) if (!links.has(token)) links.set(token, content);
    } else {
      const key = (
        attribute(tree, node, 'property') ??
        attribute(tree, node, 'name') ??
        attribute(tree, node, 'itemprop') ??
        attribute(tree, node, 'http-equiv')
      )?.toLowerCase();
      if (key !== undefined && !meta.has(key)) meta.set(key, content);
      if (key !== undefined && LISTED.has(key) && content.trim() !== '')
        lists.set(key, [...(lists.get(key) ?? []), content.trim()].slice(0, MOST_VALUES));
    }
  }
  return { meta, lists, links, entries: jsonLd(tree, scripts), tree, elements, headings };
}

const textIn = ({ tree, elements }: Head, name: string): string | undefined => {
  const node = elements.get(name);
  return node === undefined ? undefined : squeeze(text(tree, node));
};

function authorsOf(head: Head): Found<readonly string[]> | undefined {
  for (const entry of head.entries) {
    if (!isArticle(entry)) continue;
    const names = [entry.author]
      .flat()
      .map(textOf)
      .filter((name): name is string => name !== undefined && !/^https?:/.test(name));
    if (names.length > 0) return { value: [...new Set(names.map(nameOnly))], from: 'json-ld', confidence: 0.9 };
  }
  for (const name of [
    'author',
    'article:author',
    'dc.creator',
    'citation_author',
    'parsely-author',
    'sailthru.author',
  ]) {
    const values = (head.lists.get(name) ?? [head.meta.get(name)?.trim() ?? '']).map(nameOnly);
    const names = values.filter((value) => value !== '' && !/^https?:/.test(value));
    if (names.length > 0) return { value: [...new Set(names)], from: `meta[${name}]`, confidence: 0.85 };
  }
  return byline(head);
}

/** A name without the word that introduces it. */
const nameOnly = (written: string): string =>
  written.replace(/^(?:by|von|par|por|di|door|av|af|przez|автор:?)\s+(?=\p{Lu})/iu, '');

/** An element that is marked as the author by `rel`, `itemprop` or a class of its own. */
function byline({ tree }: Head): Found<readonly string[]> | undefined {
  const isAuthor = authorMarks(tree);
  for (let node: NodeId = 1; node < nodeCount(tree); node += 1) {
    if (!isElement(tree, node) || firstChild(tree, node) === NONE || !isAuthor(node)) continue;
    const name = nameOnly(squeeze(text(tree, node)));
    if (name !== '' && name.length < 60) return { value: [name], from: 'byline', confidence: 0.7 };
  }
  return undefined;
}

/** Whether an element is marked as the author; each class is looked at once, however many elements have it. */
function authorMarks(tree: Tree): (node: NodeId) => boolean {
  const [named, ...said] = ['class', 'rel', 'itemprop'].map((name) => attributeId(tree, name)) as [number, ...number[]];
  const numbers = new ValueNumbers(tree);
  const known: boolean[] = [];
  const isAuthor = (at: number): boolean => {
    const number = numbers.of(at);
    known[number] ??= attributeValue(tree, at)
      .toLowerCase()
      .split(/\s+/)
      .some((name) => AUTHOR_CLASSES.has(name));
    return known[number];
  };
  return (node) => {
    for (const id of said) {
      const at = findAttribute(tree, node, id);
      if (at !== NONE && attributeValue(tree, at).toLowerCase().split(' ').includes('author')) return true;
    }
    const at = findAttribute(tree, node, named);
    return at !== NONE && isAuthor(at);
  };
}

function timeElement({ tree, elements }: Head): Found<string> | undefined {
  const node = elements.get('time');
  const value = node === undefined ? undefined : isoDate(attribute(tree, node, 'datetime'));
  return value === undefined ? undefined : { value, from: 'time', confidence: 0.6 };
}

function languageFrom({ tree, elements, meta }: Head): Found<string> | undefined {
  const html = elements.get('html');
  const said = html === undefined ? undefined : (attribute(tree, html, 'lang') ?? attribute(tree, html, 'xml:lang'));
  const tidyTag = (value: string | undefined) =>
    value && /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i.test(value.trim()) ? value.trim().replaceAll('_', '-') : undefined;
  return first(
    ['html[lang]', tidyTag(said), 0.9],
    ['meta[content-language]', tidyTag(meta.get('content-language')), 0.8],
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
