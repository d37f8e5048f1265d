/** Page → the keys of its texts, for finding what a site repeats: the cheap part of a conversion, without a model. */
import { decode } from './decode/decode.ts';
import { segment } from './html/block.ts';
import type { ConvertOptions } from './options.ts';
import { readLines } from './plain/lines/line.ts';
import type { Page } from './resource.ts';
import { textKey } from './sites/text-key.ts';
import type { ParseHtml } from './tree/parse.ts';

/** A page of more texts than this is a list of data. */
const MOST_TEXTS = 2000;
const HAS_LETTER = /\p{L}/u;

/** Each key once. Throws a ConvertError where the page cannot be decoded. */
export function survey(page: Page, options: ConvertOptions, parseHtml: ParseHtml): number[] {
  const source = decode(page, options);
  const texts =
    source.kind === 'html'
      ? segment(parseHtml(source.utf8 ?? source.text)).map(({ text }) => text)
      : readLines(source.text).map(({ raw }) => raw);
  const keys = new Set<number>();
  for (const text of texts.slice(0, MOST_TEXTS)) if (HAS_LETTER.test(text)) keys.add(textKey(text));
  return [...keys];
}
