/** Tree → metadata. Each field takes the first source that has it; a field nobody has stays empty. */
import type { Found, Metadata } from '../document.ts';
import { once } from '../once.ts';
import { attribute, type NodeId, nodeCount, parent, rangeLength, type Tree, text } from '../tree/node.ts';
import { behind, isText, nameSet, ofTag } from '../tree/scan.ts';
import { lettersOf, squeeze } from '../words.ts';
import { authorsOf } from './authors.ts';
import { dayOf } from './date.ts';
import { readDateline } from './dateline.ts';
import { addressDate, isDayOfPage, isOtherDay, modifiedIn, publishedIn } from './dates.ts';
import { articleValue, first, type Head, metaValue, readHead, textIn } from './head.ts';
import { headingText, namesSaid } from './heading-text.ts';
import { plain, textOf } from './json-ld.ts';
import { canonicalTag, directionOf, languageOf } from './language.ts';
import { partsOfTitle, titleOf } from './title.ts';

/** What documentation tools put behind a heading. */
const PERMALINK = /\s*[¶§#🔗]$/u;

export function readMetadata(tree: Tree, url?: string): Metadata {
  const head = readHead(tree);
  const { links } = head;
  const ld = (key: string): string | undefined => articleValue(head, key);
  const meta = (key: string): string | undefined => metaValue(head, key);
  const firstMeta = (...keys: string[]) => keys.map(meta).find((value) => value?.trim());
  const base = url ?? links.get('canonical');
  const absolute = (address: string | undefined): string | undefined => webAddress(address, base);
  const page = plain(textIn(head, 'title') ?? '');
  const site =
    first(
      ['meta[og:site_name]', meta('og:site_name'), 0.95],
      ['json-ld', ld('publisher'), 0.9],
      ['json-ld', head.site, 0.9],
    ) ?? first(['a', homeNameIn(tree, page), 0.7], ['h1', homeHeadingIn(head, page), 0.7]);
  const otherTitle = firstMeta('twitter:title', 'citation_title', 'dc.title', 'dcterms.title') ?? '';
  const og = squeeze(
    plain(meta('og:title') || (lettersOf(otherTitle) === lettersOf(site?.value ?? '') ? '' : otherTitle)),
  );
  const names = once(() => namesSaid([og, page]));
  const seen = (node: NodeId) => headingText(tree, node, names).replace(PERMALINK, '');
  const headings = head.headings.filter((node) => !leadsHome(tree, node));
  const title = titleOf({
    page,
    og,
    headline: headlineOf(head, page),
    site: site?.value,
    headings: headings.map(seen),
    subheadings: () => head.subheadings.filter((node) => !leadsHome(tree, node)).map(seen),
    ...(head.headings.length + head.subheadings.length === 0 ? { isLine: (line) => hasLine(tree, line) } : {}),
  });
  const language = languageFrom(head);
  const { found: named, isSite, isPersonal } = authorsOf(head, base);
  const marked = publishedIn(head, language?.value, named !== undefined);
  const said =
    marked === undefined || named === undefined || isSite
      ? readDateline(tree, title?.value, language?.value ?? languageOf(textIn(head, 'title') ?? '')?.value, {
          authors: named === undefined || isSite,
          isWritten: !isProduct(head),
          isArticle: named !== undefined || isArticle(head),
        })
      : {};
  const written = said.published === undefined || isOtherDay(head, said.published) ? undefined : said.published;
  const isHidden = marked?.from === 'json-ld' && named === undefined && isDayOfPage(head);
  const published = isHidden && written !== dayOf(marked.value) ? undefined : marked;
  const onPage = said.authors && { value: said.authors, from: 'dateline', confidence: 0.5 };
  const fields: { [key in keyof Metadata]: Metadata[key] | undefined } = {
    title,
    authors: isSite && said.isMarked && !(said.isFar && isPersonal) ? onPage : (named ?? onPage),
    published: published ?? first(['dateline', written, 0.5], ['url', addressDate(base), 0.4]),
    modified: modifiedIn(head, language?.value),
    site,
    canonical: first(
      ['link[canonical]', absolute(links.get('canonical')), 0.95],
      ['meta[og:url]', absolute(meta('og:url')), 0.8],
    ),
    language,
    direction: directionFrom(head),
    description: first(
      ['meta[description]', meta('description'), 0.9],
      ['meta[og:description]', meta('og:description'), 0.9],
      ['meta[twitter:description]', meta('twitter:description'), 0.9],
      ['meta[dc.description]', firstMeta('dc.description', 'dcterms.description'), 0.8],
    ),
    image: first(
      ['meta[og:image]', absolute(meta('og:image')), 0.9],
      ['json-ld', absolute(ld('image')), 0.8],
      ['meta[twitter:image]', absolute(firstMeta('twitter:image', 'twitter:image:src')), 0.8],
    ),
    keywords: keywordsOf(head),
    license: first(['link[license]', absolute(links.get('license')), 0.9]),
    kind: first(['meta[og:type]', meta('og:type'), 0.8]),
  };
  const known: Record<string, unknown> = {};
  for (const key in fields) if (fields[key as keyof Metadata] !== undefined) known[key] = fields[key as keyof Metadata];
  return known as Metadata;
}

const isProduct = (head: Head): boolean =>
  /product/i.test(metaValue(head, 'og:type') ?? '') || head.articles.some((entry) => entry['@type'] === 'Product');

const isArticle = (head: Head): boolean =>
  metaValue(head, 'og:type') === 'article' ||
  head.articles.some((entry) => /Article|Posting/.test(String(entry['@type'])));

/** Encyclopedias call a page by its `name`, and give as its headline what it is about. */
function headlineOf(head: Head, page: string): string {
  const [headline = '', name = ''] = ['headline', 'name'].map((key) => squeeze(articleValue(head, key) ?? ''));
  return headline === '' || (name !== '' && page.startsWith(name) && !page.includes(headline)) ? name : headline;
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

/** The text of a link to the site's first page, where it is a part of the page's title. */
function homeNameIn(tree: Tree, title: string): string | undefined {
  const parts = new Set(partsOfTitle(title).map(lettersOf));
  if (parts.size < 2) return undefined;
  for (let node: NodeId = 1; node < nodeCount(tree); node += 1) {
    if (!isHomeLink(tree, node) || behind(tree, node) - node > MOST_OF_NAME) continue;
    // `./` may be this page.
    if (attribute(tree, node, 'href')?.trim().startsWith('.')) continue;
    const name = squeeze(text(tree, node));
    if (name !== '' && parts.has(lettersOf(name))) return name;
  }
  return undefined;
}

/** The text of a heading that leads to the site's first page, where the page's title begins or ends with it. */
function homeHeadingIn({ tree, headings }: Head, title: string): string | undefined {
  const [first] = headings;
  if (first === undefined || !leadsHome(tree, first)) return undefined;
  const name = squeeze(text(tree, first));
  return name !== '' && name !== title && (title.startsWith(name) || title.endsWith(name)) ? name : undefined;
}
/** Nodes. */
const MOST_OF_NAME = 8;

/** Whether a text of the page, and no link, says just this. */
function hasLine(tree: Tree, line: string): boolean {
  const wanted = lettersOf(line);
  for (let node: NodeId = 1; node < nodeCount(tree); node += 1) {
    if (!isText(tree, node) || rangeLength(tree, node) > line.length * MOST_BYTES || isUnread(node)) continue;
    if (lettersOf(text(tree, node)) === wanted) return true;
  }
  return false;

  function isUnread(node: NodeId): boolean {
    return ofTag(UNREAD, tree, parent(tree, node)) === 1;
  }
}
const UNREAD = nameSet('a title script style option textarea');
/** An entity is longer than what it stands for. */
const MOST_BYTES = 8;

function keywordsOf(head: Head): Found<readonly string[]> | undefined {
  const tags = head.lists.get('article:tag');
  if (tags !== undefined) return { value: tags, from: 'meta[article:tag]', confidence: 0.9 };
  const split = (value: string) => [...new Set(value.split(/[,;،、，]/).map((word) => word.trim()))].filter(Boolean);
  const said = split(plain(metaValue(head, 'news_keywords') ?? metaValue(head, 'keywords') ?? ''));
  if (said.length > 0) return { value: said, from: 'meta[keywords]', confidence: 0.8 };
  const value = head.articles.find((entry) => entry.keywords)?.keywords;
  const listed = Array.isArray(value)
    ? value.map(textOf).filter((word) => word !== undefined)
    : split(textOf(value) ?? '');
  return listed.length > 0 ? { value: listed, from: 'json-ld', confidence: 0.8 } : undefined;
}

function languageFrom(head: Head): Found<string> | undefined {
  const { tree, elements } = head;
  const html = elements.get('html');
  const said = html === undefined ? undefined : (attribute(tree, html, 'lang') ?? attribute(tree, html, 'xml:lang'));
  const tidyTag = (value: string | undefined) =>
    value && /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i.test(value.trim())
      ? canonicalTag(value.trim().replaceAll('_', '-'))
      : undefined;
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
