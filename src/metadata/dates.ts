/** When a page came out and when it was changed, by what its markup and its address say. */
import type { Found } from '../document.ts';
import { attribute, text } from '../tree/node.ts';
import { squeeze } from '../words.ts';
import { dayOf, isoDate } from './date.ts';
import { articleValue, first, type Head, metaValue, type Source } from './head.ts';
import { writtenDate } from './written-date.ts';

/** The day that markup names; `language` is that of its words. `isSigned`: somebody is named as the author. */
export const publishedIn = (head: Head, language: string | undefined, isSigned: boolean): Found<string> | undefined =>
  dateOf(head, language, ['datePublished', 'dateCreated', 'datePosted'], PUBLISHED) ??
  timeElement(head, isSigned) ??
  itemDate(head, language);

/** Whether the page's data say of a day, as `YYYY-MM-DD`, that it is another: that of an event, the last to apply. */
export const isOtherDay = (head: Head, day: string): boolean =>
  OTHER_DAYS.some((key) => isoDate(articleValue(head, key))?.startsWith(day));
const OTHER_DAYS = ['startDate', 'endDate', 'validThrough', 'expires'];

/**
 * Whether JSON-LD alone tells the day, and of a page that is no article: when somebody put up the pages of a shop, of a firm.
 * Content systems give posts their own entry and `<meta>` besides. Of 37 days told so, of no author and shown to nobody, people
 * who read the pages took 2 for the day of publication.
 */
export function isDayOfPage(head: Head): boolean {
  const dated = head.articles.find((entry) => entry.datePublished);
  const types = [dated?.['@type']].flat();
  return metaValue(head, 'article:published_time') === undefined && types.every((type) => /Page$/.test(String(type)));
}

export const modifiedIn = (head: Head, language: string | undefined): Found<string> | undefined =>
  dateOf(head, language, ['dateModified'], MODIFIED);

const PUBLISHED =
  'article:published_time datepublished citation_publication_date citation_online_date citation_date dc.date.issued dcterms.issued dc.date dcterms.date dc.date.created dcterms.created dc.created date pubdate publishdate publish-date publish_date published_time publication_date publicationdate og:article:published_time og:published_time og:pubdate article:published originalpublicationdate article_date_original parsely-pub-date sailthru.date cxenseparse:recs:publishtime shareaholic:article_published_time bt:pubdate rnews:datepublished datecreated'.split(
    ' ',
  );
const MODIFIED =
  'article:modified_time datemodified og:updated_time og:article:modified_time dcterms.modified dc.date.modified revised last-modified'.split(
    ' ',
  );

/** A date of JSON-LD, or of the first `<meta>` of these names that has one; readers' dates are written for them in their language. */
function dateOf(
  head: Head,
  language: string | undefined,
  keys: readonly string[],
  names: readonly string[],
): Found<string> | undefined {
  const dated = (said: string | undefined) => {
    if (said === undefined || UNSET.test(said)) return undefined;
    return isoDate(said) ?? writtenDate(squeeze(said).slice(0, MOST_OF_DATE), language);
  };
  const sources = keys.map((key): Source => ['json-ld', dated(articleValue(head, key)), 0.95]);
  for (const name of names) sources.push([`meta[${name}]`, dated(metaValue(head, name)), 0.9]);
  return first(...sources);
}

/** What programs write where no day was set. */
const UNSET = /^\s*1970-01-01/;

/**
 * The only `<time>` that is marked as the day of publication, else the first that is not marked as another. On a page that
 * nobody signs several days are those of a list, of reviews: of 20 such days people took 5 for the page's.
 */
function timeElement({ tree, times }: Head, isSigned: boolean): Found<string> | undefined {
  const marked: Found<string>[] = [];
  const days = new Set<string>();
  let first: Found<string> | undefined;
  for (const node of times) {
    const value = isoDate(attribute(tree, node, 'datetime'));
    if (value === undefined) continue;
    days.add(dayOf(value));
    const said = `${attribute(tree, node, 'itemprop') ?? ''} ${attribute(tree, node, 'class') ?? ''}`;
    if (/datePublished/i.test(said) || attribute(tree, node, 'pubdate') !== undefined)
      marked.push({ value, from: 'time', confidence: 0.8 });
    if (!/modif|updat/i.test(said) || /publ|post|creat/i.test(said)) first ??= { value, from: 'time', confidence: 0.6 };
  }
  if (marked.length === 1) return marked[0];
  return isSigned || days.size < SEVERAL_DAYS ? first : undefined;
}
const SEVERAL_DAYS = 3;

/** `<span itemprop="datePublished" content="2023-11-05">`, whatever the element. */
function itemDate({ tree, dated }: Head, language: string | undefined): Found<string> | undefined {
  for (const node of dated) {
    const said = attribute(tree, node, 'content') ?? attribute(tree, node, 'datetime');
    const value = isoDate(said) ?? writtenDate(squeeze(text(tree, node)).slice(0, MOST_OF_DATE), language);
    if (value !== undefined) return { value, from: 'itemprop', confidence: 0.85 };
  }
  return undefined;
}
const MOST_OF_DATE = 60;

/** Blogs and newspapers put the day into the address: `/2023/11/05/`, `/2023-11-05-a-new-lamp`, `/20231105/`, `/2023-11/05/`. */
export function addressDate(address: string | undefined): string | undefined {
  const path = address !== undefined && URL.canParse(address) ? new URL(address).pathname : '';
  const [, year = '', month = '', day = ''] =
    /\/t?((?:19|20)\d\d)[-/]?(0[1-9]|1[0-2])[-/]?(0[1-9]|[12]\d|3[01])(?=[-/_.]|$)/.exec(path) ?? [];
  return year === '' ? undefined : isoDate(`${year}-${month}-${day}`);
}
