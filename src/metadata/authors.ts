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
  /** The site is called after a person. */
  readonly isPersonal?: boolean;
}

/** The first source that names somebody. Where it names the site itself, who is named on the page comes first. */
export function authorsOf(head: Head, address: string | undefined): Authors {
  const site = new Site(head, address);
  const sources = saidAuthors(head, site);
  const person = sources.find(({ value }) => value.some((name) => !site.isNamed(name)));
  if (person !== undefined) return { found: spelledOut(person, sources), isSite: false };
  const [said] = sources;
  const isPersonal = said?.value.some((name) => isPerson(name) && !FIRM.test(name)) === true;
  const signed = byline(head.tree);
  const found = signed && { ...signed, value: signed.value.flatMap(eachName) };
  const isLess = (names: readonly string[]) =>
    isPartOf(names, said?.value ?? []) || names.every((name) => site.isNamed(name) || (isPersonal && !isPerson(name)));
  if (said !== undefined && found !== undefined && isLess(found.value))
    return { found: said, isSite: true, isPersonal };
  return { found: found ?? said, isSite: found === undefined && said !== undefined, isPersonal };
}

/** A blog may be called after who writes it, and its posts be signed with the first name. */
const isPartOf = (names: readonly string[], whole: readonly string[]): boolean =>
  names.every((name) => whole.some((one) => lettersOf(one).includes(lettersOf(name))));

/** `ada.kehl` is Ada Kehl, where another source writes so. */
function spelledOut(said: Names, sources: readonly Names[]): Names {
  const [name = '', ...more] = said.value;
  if (more.length > 0 || name.includes(' ')) return said;
  const other = sources.find(({ value: [first = '', ...rest] }) => {
    return rest.length === 0 && first.includes(' ') && lettersOf(first) === lettersOf(name);
  });
  return other ?? said;
}

type Names = Found<readonly string[]>;

/** What a site calls itself. */
class Site {
  private readonly names: ReadonlySet<string>;
  /** `example` of `www.example.org`. */
  private readonly host: string;

  constructor(head: Head, address: string | undefined) {
    const said = metaValue(head, 'og:site_name') ?? articleValue(head, 'publisher');
    const host = address !== undefined && URL.canParse(address) ? new URL(address).hostname : '';
    this.host = lettersOf(host.replace(/\.(?:co|com|org|net|gov|ac)?\.?\w+$/, '').replace(/^.*\./, ''));
    this.names = new Set([said, metaValue(head, 'application-name'), head.site].map((name) => lettersOf(name ?? '')));
  }

  /** Whether a name is that of the site, or of a firm: no person's. */
  isNamed(name: string): boolean {
    const letters = lettersOf(name);
    return this.names.has(letters) || DOMAIN.test(name) || FIRM.test(name) || this.isHost(name, letters);
  }

  /** Whether the address of the site is made of the name. */
  private isHost(name: string, letters: string): boolean {
    if (this.host.length >= LEAST_OF_HOST) return letters.includes(this.host);
    return this.host !== '' && !isPerson(name) && name.split(' ').some((part) => lettersOf(part) === this.host);
  }

  /** A name without the site's before or behind it: `The Weir - Ada Kehl`, `Ada Kehl, WNN`. */
  without(name: string): string {
    const parts = name.split(/\s[-–—|/]\s|,\s/);
    const [left, ...more] =
      parts.length === 2
        ? parts.filter((part) => !this.names.has(lettersOf(part)) && lettersOf(part) !== this.host)
        : [];
    return left !== undefined && more.length === 0 && isPerson(left) ? left : name;
  }
}
/** Letters: shorter names of hosts are parts of words. */
const LEAST_OF_HOST = 6;

/** `example.org` is no person, nor is `The Weir (www.example.org)`. */
const DOMAIN = /^(?:[\w-]+\.)+[a-z]{2,3}$|\bwww\./i;
const FIRM = /(?:^|\s)(?:GmbH|mbH|AG|KG|Ltd|Inc|LLC|e\.\s?V|S\.\s?A|S\.\s?L|B\.\s?V)\.?(?:\s|$)/;

/** What each source says. */
function saidAuthors(head: Head, site: Site): Names[] {
  const named = (names: readonly string[]) => [
    ...new Set(
      names
        .map(squeeze)
        .flatMap((name) => eachName(site.without(name)))
        .filter((name) => name !== '' && !/^https?:/.test(name) && !NOBODY.test(name)),
    ),
  ];
  const sources: Names[] = [];
  const add = (names: readonly string[], from: string, confidence: number) => {
    const value = named(names);
    if (value.length > 0) sources.push({ value, from, confidence });
  };
  for (const entry of head.articles) {
    add(
      [entry.author].flat().flatMap((author) => textOf(author) ?? []),
      'json-ld',
      0.9,
    );
    // Others are those of other articles.
    if (sources.length > 0) break;
  }
  for (const name of NAMES) {
    const said = head.lists.get(name) ?? [metaValue(head, name) ?? ''];
    add(CATALOGUED.test(name) ? said.map(familyLast) : said, `meta[${name}]`, 0.85);
  }
  // Cards that links are shown as hold two facts: the first is often who wrote the page.
  for (const at of [1, 2]) {
    if (WRITTEN_BY.test(metaValue(head, `twitter:label${at}`) ?? ''))
      add([metaValue(head, `twitter:data${at}`) ?? ''], `meta[twitter:data${at}]`, 0.8);
  }
  return sources;
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
  const name = nameOnly(withoutMail(written)).replace(BEHIND_NAME, '');
  const parts = name.split(/\s*[,;/|]\s*(?:and\s+)?|\s+(?:and|und|et|y|och|og|en|e|&)\s+/);
  return parts.length > 1 && parts.every(isPerson) ? parts : [name];
}
/** A sign, the address of a page, what somebody is called elsewhere. */
const BEHIND_NAME = /\s*[,;|]$|\s+(?:-\s+)?https?:\/\/\S*$|\s+\(?@\w+\)?$/;
/** `ada@example.org (Ada Kehl)`, `Ada Kehl <ada@example.org>`. */
const withoutMail = (written: string): string =>
  written.includes('@')
    ? written.replace(/^\S+@\S+ \(([^()]+)\)$/, '$1').replace(/^([^<>@]+) <\S+@\S+>$/, '$1')
    : written;
const isPerson = (part: string): boolean =>
  /^\p{Lu}[\p{L}\p{M}.'’-]*(?: (?:de|van|von|der|den|la|le|al|bin|da|dos))*(?: \p{Lu}[\p{L}\p{M}.'’-]*){1,3}$/u.test(
    part,
  );
