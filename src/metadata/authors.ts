/** Who wrote a page: what its data say; where these name nobody, or the site itself, its byline. */
import type { Found } from '../document.ts';
import { lettersOf, squeeze } from '../words.ts';
import { byline, nameOnly } from './byline.ts';
import { articleValue, type Head, metaValue } from './head.ts';
import { textOf } from './json-ld.ts';

/** The first source that names somebody. Where it names the site itself, who is named on the page comes first. */
export function authorsOf(head: Head): Found<readonly string[]> | undefined {
  const site = lettersOf(metaValue(head, 'og:site_name') ?? articleValue(head, 'publisher') ?? '');
  const said = saidAuthors(head);
  if (said?.value.some((name) => lettersOf(name) !== site)) return said;
  return byline(head.tree) ?? said;
}

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
  for (const name of [
    'author',
    'article:author',
    'dc.creator',
    'citation_author',
    'parsely-author',
    'sailthru.author',
  ]) {
    const value = named(head.lists.get(name) ?? [metaValue(head, name) ?? '']);
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
