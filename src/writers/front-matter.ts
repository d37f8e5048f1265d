/** Metadata → YAML front matter. Values are JSON strings, which YAML 1.2 reads as they are: no title can end them. */
import type { Document, Found, Metadata } from '../document.ts';

const KEYS = [
  'title',
  'authors',
  'published',
  'modified',
  'site',
  'canonical',
  'language',
  'direction',
  'description',
  'image',
  'keywords',
  'license',
  'kind',
  'free',
] as const satisfies readonly (keyof Metadata)[];

export function frontMatter({ metadata, url }: Document): string {
  const lines = url === undefined ? [] : [`url: ${quoted(url)}`];
  for (const key of KEYS) {
    const found: Found<unknown> | undefined = metadata[key];
    if (found !== undefined) lines.push(`${key}: ${quoted(found.value)}`);
  }
  return `---\n${lines.map((line) => `${line}\n`).join('')}---\n\n`;
}

/** Controls, line ends of Unicode, byte order marks and bidi marks as escapes: seen, and without effect. */
const quoted = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
