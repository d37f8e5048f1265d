/** Which of the names a page gives itself is the title that its reader sees. */
import type { Found } from '../document.ts';
import { wordsIn } from '../words.ts';

export interface TitleSources {
  /** Text of `<title>`. */
  readonly page?: string | undefined;
  readonly og?: string | undefined;
  /** `headline` of the article in JSON-LD. */
  readonly headline?: string | undefined;
  /** The site's name. */
  readonly site?: string | undefined;
  /** Texts of the h1 elements, in order. */
  readonly headings: readonly string[];
  /** Texts of the next smaller headings. */
  readonly subheadings?: () => readonly string[];
  /** Whether a line of the page's text says just this: asked for a page without headings. */
  isLine?(text: string): boolean;
}

const LONGEST = 300;
/** A heading and a title that share this part of their words speak of one thing. */
const KIN = 0.3;
/** With so large a part two are one name, with more behind it or without. */
const SAME = 0.8;

/** The h1 that is nearest to what the head says; else what the head says, less the site's name. */
export function titleOf({
  page,
  og,
  headline,
  site,
  headings,
  subheadings,
  isLine,
}: TitleSources): Found<string> | undefined {
  const said = [og, headline, page].filter((name): name is string => Boolean(name));
  let small: readonly string[] | undefined;
  const smaller = (): readonly string[] => {
    small ??= subheadings?.() ?? [];
    return small;
  };
  const seen = headings.filter(
    (heading) =>
      heading !== '' && heading.length <= LONGEST && !isSiteIn(page ?? '', heading) && !isSiteIn(og ?? '', heading),
  );
  let best: { heading: string; kinship: number } | undefined;
  for (const heading of seen) {
    const kinship = Math.max(0, ...said.map((name) => kinshipOf(heading, name)));
    if (kinship > (best?.kinship ?? KIN)) best = { heading, kinship };
  }
  const topic = page && best && topicIn(page, best.heading, smaller);
  if (topic) return { value: topic, from: 'heading', confidence: 0.8 };
  if (page && (best === undefined || isTailOf(page, best.heading)) && !(og && isTailOf(page, og))) {
    const own = ownIn(headings, page, headings) ?? ownIn(smaller(), page, headings);
    if (own !== undefined) return { value: own, from: 'heading', confidence: 0.8 };
  }
  if (best !== undefined && !isSite(best.heading, site)) {
    return { value: withoutTail(best.heading, site), from: 'h1', confidence: 0.95 };
  }
  const [only] = seen;
  // Where all of the head calls the page by another name, its only h1 is a slogan.
  const isNamed = og && page && !isSite(og, site) && kinshipOf(og, page) >= SAME;
  if (!isNamed && seen.length === 1 && only !== undefined && wordsOf(only).length >= 2 && !isSite(only, site)) {
    return { value: only, from: 'h1', confidence: 0.75 };
  }
  const isSaid = (heading: string) => isSite(heading, og || page) || isPartOf(og || page || '', heading, site);
  const part = smaller().find((heading) => isSaid(heading) && !isSite(heading, site));
  if (part !== undefined) return { value: part, from: 'heading', confidence: 0.8 };
  const [lone] = headings.length === 0 && smaller().length === 1 ? smaller() : [];
  if (
    lone !== undefined &&
    site === undefined &&
    !og &&
    !headline &&
    isSite(partsOfTitle(page ?? '').at(-1) ?? '', lone)
  )
    return { value: partsOfTitle(page ?? '').at(-1) ?? lone, from: 'heading', confidence: 0.7 };
  if (og) return { value: withoutSite(og, site), from: 'meta[og:title]', confidence: 0.85 };
  if (headline) return { value: headline, from: 'json-ld', confidence: 0.85 };
  // Several that the title knows nothing of are the headings of a text.
  if (only !== undefined && (seen.length === 1 || !page)) return { value: only, from: 'h1', confidence: 0.6 };
  if (!page) return undefined;
  const line = isLine && lineOf(page, isLine);
  return { value: line ?? withoutSite(page, site), from: 'title', confidence: 0.7 };
}

/** The first or the last part of a title that the page says in a line of its own, where it does not say both: the other is the site. */
function lineOf(title: string, isLine: (text: string) => boolean): string | undefined {
  const parts = title.length > LONGEST ? [] : partsOfTitle(title);
  const [first = '', last = ''] = [parts.at(0), parts.at(-1)];
  if (parts.length < 2) return undefined;
  const isFirst = isLine(first);
  return isFirst === isLine(last) ? undefined : isFirst ? first : last;
}

const wordsOf = (text: string): string[] => wordsIn(text.toLowerCase());

const isSite = (name: string, site: string | undefined): boolean =>
  site !== undefined && wordsOf(name).join(' ') === wordsOf(site).join(' ');

/** Where each page is headed by the name of the whole, its own name stands below, and first in the title: `Ropes - The book of bells`. */
function ownIn(names: readonly string[], title: string, headings: readonly string[]): string | undefined {
  const [first] = partsOfTitle(title);
  const own = names.find((name) => isSite(name, first));
  if (own === undefined) return undefined;
  return wordsOf(own).length > 1 || headings.some((other) => isTailOf(title, other)) ? own : undefined;
}

/** Forums head each page by their name, and say in the next heading what it is about: `Dam board • View topic - Whose boat is this?`. */
function topicIn(title: string, heading: string, smaller: () => readonly string[]): string | undefined {
  const parts = partsOfTitle(title);
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  if (last.length <= LONGER * first.length || !isSite(first, heading)) return undefined;
  // Between the two stands what kind of page it is, or else nothing tells the topic from the name of the whole.
  const below = parts.length > 2 ? smaller() : smaller().slice(0, 1);
  return below.find((next) => isSite(last, next));
}
const LONGER = 2;

/** Whether all behind the first part of a title is the heading. */
const isTailOf = (title: string, heading: string): boolean => {
  const [first = ''] = partsOfTitle(title);
  return first.length < title.length && wordsOf(title.slice(first.length)).join(' ') === wordsOf(heading).join(' ');
};

/** Whether a title ends with the heading's words, behind a sign that parts them from a longer name: a forum's or a blog's. */
function isSiteIn(title: string, heading: string): boolean {
  const last = [...title.matchAll(SEPARATOR)].at(-1);
  if (last === undefined) return false;
  const tail = title.slice(last.index + last[0].length);
  return last.index > tail.length && isSite(tail, heading);
}

/** Share of the heading's letters that stand in words of the other, or in its whole where words are not spaced. */
function kinshipOf(heading: string, other: string): number {
  if (other.toLowerCase().includes(heading.toLowerCase())) return Math.min(1, 0.5 + heading.length / other.length);
  const known = new Set(wordsOf(other));
  let shared = 0;
  let all = 0;
  for (const word of wordsOf(heading)) {
    all += word.length;
    if (known.has(word)) shared += word.length;
  }
  return all === 0 ? 0 : shared / all;
}

/** Between words; a few signs need no blanks around them, and none does between Chinese characters and their like. */
const SEPARATOR =
  /\s+[|–—·»«›<>•:-]+\s+|\s*[|｜]\s*|(?<=[\u3040-\ud7ff\uff00-\uffef])\s*[_–—－-]+\s*(?=[\u3040-\ud7ff\uff00-\uffef])/g;

/** The names that a title is put together from. */
export const partsOfTitle = (title: string): string[] => title.split(SEPARATOR);

/**
 * A word alone is often the name of a section: "Posts", "Overview". The last part is the site's name, if not the first is, or it
 * is much longer than all before.
 */
function isPartOf(title: string, heading: string, site: string | undefined): boolean {
  if (wordsOf(heading).length < 2) return false;
  const parts = partsOfTitle(title);
  const last = parts.at(-1) ?? '';
  const isLastOwn =
    parts.length > 1 && (isSite(parts[0] ?? '', site) || last.length > LONGER * (title.length - last.length));
  return (isLastOwn ? parts : parts.slice(0, -1)).some(
    (part) => isSite(part, heading) || isSite(part.replace(/^[^:：]{2,40}[:：]\s*/, ''), heading),
  );
}

/** Cuts the site's name off the end of a title, or off its beginning where the site is known. */
function withoutSite(title: string, site: string | undefined): string {
  const prefix = /^(.{2,60}?)[:：]\s*(?=\S)/.exec(title);
  if (prefix !== null && isSite(prefix[1] as string, site)) return title.slice(prefix[0].length);
  const seams = title.length > LONGEST ? [] : [...title.matchAll(SEPARATOR)];
  const last = seams.at(-1);
  if (last === undefined) return title;
  const named = seams.find(({ index, 0: seam }) => isSite(partAt(title, index + seam.length), site));
  if (named !== undefined) return withoutSection(title.slice(0, named.index), named[0]);
  const tail = title.slice(last.index + last[0].length);
  if (site === undefined && tail.length * 2 < title.length) return title.slice(0, last.index);
  const [start] = seams;
  if (start !== undefined && isSite(title.slice(0, start.index), site))
    return title.slice(start.index + start[0].length);
  return tail.length * 3 < title.length && /[|»]/.test(last[0]) ? title.slice(0, last.index) : title;
}

/** A heading without the name of the site, where that is known and ends it. */
function withoutTail(heading: string, site: string | undefined): string {
  const last = site === undefined ? undefined : [...heading.matchAll(SEPARATOR)].at(-1);
  return last !== undefined && isSite(heading.slice(last.index + last[0].length), site)
    ? heading.slice(0, last.index)
    : heading;
}

/** Before the site some name the section, with the same sign between: `Grey bowls < Crafts < The Weir Courier`. */
function withoutSection(title: string, seam: string): string {
  const [first = '', ...more] = title.split(seam);
  const isSigned = /[<>»›_|｜]/.test(seam) && partsOfTitle(title).length === more.length + 1;
  return isSigned && more.every((part) => part.length < first.length) ? first : title;
}

const partAt = (title: string, from: number): string => partsOfTitle(title.slice(from))[0] ?? '';
