/** Who wrote a page: what its data say; where these name nobody, or the site itself, its byline. */
import type { Found } from '../document.ts';
import { lettersOf, squeeze } from '../words.ts';
import { byline, nameOnly } from './byline.ts';
import { articleValue, type Head, metaValue } from './head.ts';
import { textOf } from './json-ld.ts';

export interface Authors {
  readonly found: Found<readonly string[]> | undefined;
  /** The data name the site itself and nobody else: whoever the page names comes first. */
  readonly isSite: boolean;
}

/** The first source that names somebody. Where it names the site itself, who is named on the page comes first. */
export function authorsOf(head: Head): Authors {
  const site = lettersOf(metaValue(head, 'og:site_name') ?? articleValue(head, 'publisher') ?? '');
  const said = saidAuthors(head);
  if (said?.value.some((name) => lettersOf(name) !== site && !DOMAIN.test(name))) return { found: said, isSite: false };
  const signed = byline(head.tree);
  const found = signed && { ...signed, value: signed.value.flatMap(eachName) };
  return { found: found ?? said, isSite: found === undefined && said !== undefined };
}

/** `example.org` is no person. */
const DOMAIN = /^(?:[\w-]+\.)+[a-z]{2,3}$/i;

function saidAuthors(head: Head): Found<readonly string[]> | undefined {
  const named = (names: readonly string[]) => [
    ...new Set(
      names
        .map(squeeze)
        .flatMap(eachName)
        .filter((name) => name !== '' && !/^https?:/.test(name) && !NOBODY.test(name)),
    ),
  ];
  for (const entry of head.articles) {
    const value = named([entry.author].flat().flatMap((author) => textOf(author) ?? []));
    if (value.length > 0) return { value, from: 'json-ld', confidence: 0.9 };
  }
  for (const name of NAMES) {
    const said = head.lists.get(name) ?? [metaValue(head, name) ?? ''];
    const value = named(CATALOGUED.test(name) ? said.map(familyLast) : said);
    if (value.length > 0) return { value, from: `meta[${name}]`, confidence: 0.85 };
  }
  // Cards that links are shown as hold two facts: the first is often who wrote the page.
  for (const at of [1, 2]) {
    if (!WRITTEN_BY.test(metaValue(head, `twitter:label${at}`) ?? '')) continue;
    const value = named([metaValue(head, `twitter:data${at}`) ?? '']);
    if (value.length > 0) return { value, from: `meta[twitter:data${at}]`, confidence: 0.8 };
  }
  return undefined;
}

const NAMES =
  'author article:author dc.creator dcterms.creator citation_author parsely-author sailthru.author og:article:author og:author article:author_name cxenseparse:author shareaholic:article_author_name bt:author byl'.split(
    ' ',
  );
/** Catalogues put the family's name first: `Keller, Marta`. */
const CATALOGUED = /^(?:citation_|dc)/;
const familyLast = (name: string): string =>
  name.includes(', ')
    ? name.trim().replace(/^(\p{Lu}[\p{L}\p{M} .'’-]*), (\p{Lu}[\p{L}\p{M} .'’-]*)$/u, '$2 $1')
    : name.trim();
const WRITTEN_BY =
  /^(?:written by|author|verfasst von|geschrieben von|autor|écrit par|auteur|escrito por|autoría|scritto da|autore|geschreven door|skriven av|skrevet av|skrevet af|napisane przez|napsal\(?a?\)?|автор|написано автором|yazan|作者|執筆者|投稿者|글쓴이|الكاتب|كُتب بواسطة)\s*:?$/i;

/** What programs write where nobody is named. */
const NOBODY = /^(?:undefined|null|none|n\/a|no author|\w*admin|administrator|webmaster|[\d\s]+)$/i;

/** Several names in one value: parted by commas or "and", each of two words or more that begin with capitals. */
function eachName(written: string): string[] {
  const name = nameOnly(withoutMail(written)).replace(/\s*[,;|]$/, '');
  const parts = name.split(/\s*[,;/|]\s*(?:and\s+)?|\s+(?:and|und|et|y|och|og|en|e|&)\s+/);
  return parts.length > 1 && parts.every(isPerson) ? parts : [name];
}
/** `ada@example.org (Ada Kehl)`, `Ada Kehl <ada@example.org>`. */
const withoutMail = (written: string): string =>
  written.includes('@')
    ? written.replace(/^\S+@\S+ \(([^()]+)\)$/, '$1').replace(/^([^<>@]+) <\S+@\S+>$/, '$1')
    : written;
const isPerson = (part: string): boolean =>
  /^\p{Lu}[\p{L}\p{M}.'’-]*(?: (?:de|van|von|der|den|la|le|al|bin|da|dos))*(?: \p{Lu}[\p{L}\p{M}.'’-]*){1,3}$/u.test(
    part,
  );
