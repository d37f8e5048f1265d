/** What a page says of itself in its `<head>` and in JSON-LD, read in one walk; fields are made of it. */
import type { Found } from '../document.ts';
import {
  attribute,
  attributeValue,
  findAttribute,
  NONE,
  type NodeId,
  nodeCount,
  type Tree,
  tag,
  text,
} from '../tree/node.ts';
import { attributeId, nameSet, ofTag } from '../tree/scan.ts';
import { squeeze } from '../words.ts';
import { type Entry, jsonLd, textOf } from './json-ld.ts';

/** Bounds, not measurements. */
const MOST_VALUES = 100;
const MOST_HEADINGS = 20;
const MOST_DATES = 20;
const ARTICLE = /(?:Article|Posting|Report|Review|Recipe|Product|WebPage|Question|HowTo|Event)$/;

export interface Head {
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
  /** Its h2 and h3 elements, the first few. */
  readonly subheadings: readonly NodeId[];
  /** What JSON-LD calls the site. */
  readonly site: string | undefined;
  /** Its `<time>` elements, the first few. */
  readonly times: readonly NodeId[];
  /** Elements whose `itemprop` is `datePublished`, the first few. */
  readonly dated: readonly NodeId[];
}

export type Source = readonly [from: string, value: string | undefined, confidence: number];

/** First of the sources that has a value. */
export function first(...sources: readonly Source[]): Found<string> | undefined {
  for (const [from, value, confidence] of sources) {
    const clean = value === undefined ? '' : squeeze(value);
    if (clean) return { value: clean, from, confidence };
  }
  return undefined;
}

export function metaValue({ tree, meta }: Head, key: string): string | undefined {
  const at = meta.get(key);
  return at === undefined ? undefined : attributeValue(tree, at);
}

export function articleValue({ articles }: Head, key: string): string | undefined {
  return textOf(articles.find((entry) => entry[key])?.[key]);
}

const LISTED = new Set(['citation_author', 'article:tag', 'dc.creator', 'dcterms.creator', 'article:author', 'author']);

const isArticle = (entry: Entry): boolean => [entry['@type']].flat().some((type) => ARTICLE.test(String(type)));

const READ = nameSet('html head body title time h1 h2 h3 meta link script');
/** Where a `<meta>` may write its key, the first that it has. */
const KEYS = ['property', 'name', 'itemprop', 'http-equiv'];
const RELATION = /canonical|license/i;
const PUBLISHED = /(?:^|\s)datePublished(?:\s|$)/i;

export function readHead(tree: Tree): Head {
  const meta = new Map<string, number>();
  const lists = new Map<string, string[]>();
  const links = new Map<string, string>();
  const elements = new Map<string, NodeId>();
  const scripts: NodeId[] = [];
  const headings: NodeId[] = [];
  const subheadings: NodeId[] = [];
  const times: NodeId[] = [];
  const dated: NodeId[] = [];
  const property = attributeId(tree, 'itemprop');
  for (let node: NodeId = 1; node < nodeCount(tree); node += 1) {
    if (property !== NONE && dated.length < MOST_DATES && says(tree, node, property, PUBLISHED)) dated.push(node);
    if (ofTag(READ, tree, node) === 0) continue;
    const name = tag(tree, node);
    if (name === 'meta') readMeta(tree, node, meta, lists);
    else if (name === 'link') readLink(tree, node, links);
    else {
      if (name === 'script') scripts.push(node);
      else if (name === 'h1' && headings.length < MOST_HEADINGS) headings.push(node);
      else if (/^h[23]$/.test(name) && subheadings.length < MOST_HEADINGS) subheadings.push(node);
      else if (name === 'time' && times.length < MOST_DATES) times.push(node);
      if (!elements.has(name)) elements.set(name, node);
    }
  }
  const entries = jsonLd(tree, scripts);
  const articles = entries.filter(isArticle);
  const site = textOf(entries.find((entry) => entry['@type'] === 'WebSite')?.name);
  return { tree, meta, lists, links, articles, site, elements, headings, subheadings, times, dated };
}

function says(tree: Tree, node: NodeId, name: number, what: RegExp): boolean {
  const at = findAttribute(tree, node, name);
  return at !== NONE && what.test(attributeValue(tree, at));
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

export const textIn = ({ tree, elements }: Head, name: string): string | undefined => {
  const node = elements.get(name);
  return node === undefined ? undefined : squeeze(text(tree, node));
};
