/** A row of JSONL, CSV or Parquet → a page: which field holds it is said by the user, or guessed where it is obvious. */
import type { Resource } from '../../resource.ts';
import { failed, type Skip, skip } from '../skip.ts';
import { tooLarge } from '../too-large.ts';
import { inMemory, type ReadSettings } from './container.ts';

const HTML = ['html', 'raw_html', 'html_content', 'page_html', 'body_html', 'content_html'];
const TEXT = ['text', 'content', 'body', 'raw_text', 'plain_text', 'full_text', 'raw_content', 'article'];
const URL = ['url', 'uri', 'link', 'source_url', 'page_url', 'canonical_url', 'permalink', 'metadata.url', 'meta.url'];

export interface Fields {
  readonly html?: string;
  readonly text?: string;
  readonly url?: string;
}

/** Which fields to read; `has` tells whether the rows have a field. */
export function fieldsOf(settings: ReadSettings, has: (name: string) => boolean): Fields {
  const isGiven = settings.htmlField !== undefined || settings.textField !== undefined;
  const html = settings.htmlField ?? (isGiven ? undefined : HTML.find(has));
  const text = settings.textField ?? (isGiven || html !== undefined ? undefined : TEXT.find(has));
  const url = settings.urlField ?? URL.find(has);
  return {
    ...(html === undefined ? {} : { html }),
    ...(text === undefined ? {} : { text }),
    ...(url === undefined ? {} : { url }),
  };
}

/** The field by its name, or by its path: `page.content.html`. */
export function fieldIn(row: unknown, path: string): unknown {
  if (typeof row !== 'object' || row === null) return undefined;
  if (path in row) return (row as Record<string, unknown>)[path];
  let value: unknown = row;
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}

/** @param id the row's own, `rows.jsonl#17` */
export function readRow(row: unknown, id: string, offset: number, settings: ReadSettings): Resource | Skip {
  const place = { id, offset };
  const bad = (why: string, from: { id: string; url?: string } = place): Skip =>
    skip('failed', 'invalid-row', `invalid row: ${why}`, { offset, ...from });
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return bad('it is not an object');
  const fields = fieldsOf(settings, (name) => fieldIn(row, name) !== undefined);
  const address = fields.url === undefined ? undefined : fieldIn(row, fields.url);
  const from = { ...place, ...(typeof address === 'string' && address !== '' ? { url: address } : {}) };
  const name = fields.html ?? fields.text;
  if (name === undefined)
    return bad('it has no field of HTML or text; name one with --html-field or --text-field', from);
  const body = [fields.html, fields.text]
    .map((field) => (field === undefined ? undefined : fieldIn(row, field)))
    .find((value) => value !== undefined && value !== null);
  if (body === '' || (body === undefined && fieldIn(row, name) === null)) {
    return skip('skipped', 'empty', `its field ${name} is empty`, from);
  }
  if (body === undefined) return bad(`its field ${name} is missing`, from);
  if (typeof body !== 'string' && !(body instanceof Uint8Array)) return bad(`its field ${name} is not a text`, from);
  if (body.length > settings.maxBytes) {
    return failed(tooLarge(settings), from);
  }
  return inMemory(id, body, {
    ...from,
    ...(settings.textField !== undefined && fields.html === undefined ? { kind: 'text' as const } : {}),
    ...(fields.html !== undefined ? { kind: 'html' as const } : {}),
  });
}
