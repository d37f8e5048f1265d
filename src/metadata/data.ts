/** Who wrote a text and when, by the entry of a page's data that holds it: `{ "author": { "name": … }, "publishedAt": …, "body": … }`. */
import type { Metadata } from '../document.ts';
import { squeeze } from '../words.ts';
import { isoDate } from './date.ts';
import { type Entry, textOf } from './json-ld.ts';

const AUTHOR = /^(?:authors?|by-?line|writers?|creators?|reporters?|created_?by)$/i;
const PUBLISHED =
  /^(?:(?:first_?)?publi(?:shed|cation|sh)_?(?:at|on|date|time)?|date_?published|pub_?date|posted_?(?:at|on)?|created_?(?:at|on)|date)$/i;
/** Longer texts are no name. */
const LONGEST = 60;
const MOST_AUTHORS = 10;

/** Of the nearest entry that says it. */
export function saidInData(holders: readonly Entry[]): Pick<Metadata, 'authors' | 'published'> {
  const authors = holders.map((entry) => namesIn(entry)).find((names) => names.length > 0);
  const published = holders.map(dayIn).find((day) => day !== undefined);
  const from = { from: 'data', confidence: 0.7 };
  return {
    ...(authors === undefined ? {} : { authors: { value: authors, ...from } }),
    ...(published === undefined ? {} : { published: { value: published, ...from } }),
  };
}

function namesIn(entry: Entry): string[] {
  const value = Object.entries(entry).find(([key, one]) => AUTHOR.test(key) && one !== null)?.[1];
  const said = [value].flat().slice(0, MOST_AUTHORS).map(nameOf);
  return [...new Set(said.filter((name) => name !== '' && name.length <= LONGEST && !/^https?:|[@{}]/.test(name)))];
}

function nameOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return squeeze(textOf(value) ?? '');
  const { name, displayName, fullName, title } = value as Entry;
  return squeeze(textOf(name ?? displayName ?? fullName ?? title) ?? '');
}

/** The first that is a date in the order of the entry: what was published before what was created. */
function dayIn(entry: Entry): string | undefined {
  const dated = Object.entries(entry).flatMap(([key, one]) => {
    const day =
      PUBLISHED.test(key) && (typeof one === 'string' || typeof one === 'number') ? isoDate(String(one)) : undefined;
    return day === undefined ? [] : [{ key, day }];
  });
  return (dated.find(({ key }) => /pub/i.test(key)) ?? dated[0])?.day;
}
