/**
 * MHTML (RFC 2557): the first HTML part, or the one that `start` names, as a page. Parts are split and decoded as
 * bytes: Chromium writes them in the page's own charset and tells it in a `<meta>` alone.
 */
import { ConvertError } from '../../errors.ts';
import type { Resource } from '../../resource.ts';
import { failed, type Skip, skip } from '../skip.ts';
import { tooLarge } from '../too-large.ts';
import { type Container, inMemory, type ReadSettings } from './container.ts';
import { randomAccess } from './random-access.ts';
import { parseHead } from './warc-header.ts';

type Fields = ReadonlyMap<string, string>;

export const mhtml: Container = {
  name: 'MHTML',
  isMany: false,
  matches(head) {
    const text = head.toString('latin1', 0, 16 * 2 ** 10);
    return (
      /^[\w-]+:[^\n]*\n/.test(text) &&
      /^MIME-Version:/im.test(text) &&
      /^Content-Type:\s*(?:multipart\/|text\/html)/im.test(text)
    );
  },
  async *unpack(resource, settings) {
    const { size, slice } = await randomAccess(resource, settings.maxBytes);
    if (size > settings.maxBytes) throw tooLarge(settings);
    const bytes = Buffer.from(await slice(0, size));
    yield pageIn(resource, bytes, settings);
  },
};

interface Part {
  readonly fields: Fields;
  readonly start: number;
  end: number;
  isClosed: boolean;
}

function pageIn(resource: Resource, bytes: Buffer, settings: ReadSettings): Resource | Skip {
  const { top, parts } = split(bytes);
  const wanted = parameter(top.get('content-type'), 'start');
  const pages = parts.filter(({ fields }) =>
    /^\s*(?:text\/html|application\/xhtml\+xml)/i.test(fields.get('content-type') ?? ''),
  );
  const page = pages.find(({ fields }) => wanted !== undefined && fields.get('content-id') === wanted) ?? pages[0];
  if (page === undefined) return skip('failed', 'no-content', 'there is no HTML part in it', resource);
  const fault = page.isClosed ? undefined : new ConvertError('truncated', 'cut short: its last part has no end');
  if (fault !== undefined && settings.truncated === 'skip') return failed(fault, resource);
  const url = [
    page.fields.get('content-location'),
    top.get('snapshot-content-location'),
    top.get('content-location'),
  ].find((address) => address !== undefined && /^https?:/i.test(address));
  const contentType = page.fields.get('content-type');
  return inMemory(resource.id, decode(bytes.subarray(page.start, page.end), page.fields), {
    ...(url === undefined ? {} : { url }),
    ...(contentType === undefined ? {} : { contentType }),
    ...(fault === undefined ? {} : { warnings: [fault.message] }),
    kind: 'html',
  });
}

/** Leaf parts in order. Multiparts inside multiparts are a stack of boundaries, each looked up, never searched. */
function split(bytes: Buffer): { top: Fields; parts: Part[] } {
  const head = parseHead(bytes);
  const top = head?.fields ?? new Map<string, string>();
  const parts: Part[] = [];
  const depths = new Map<string, number>();
  let open: string[] = [];
  let current: Part | undefined;
  const begin = (fields: Fields, at: number): void => {
    const boundary = parameter(fields.get('content-type'), 'boundary');
    if (boundary !== undefined && /^\s*multipart\//i.test(fields.get('content-type') ?? '')) {
      depths.set(boundary, open.length);
      open.push(boundary);
      current = undefined;
    } else {
      current = { fields, start: at, end: bytes.length, isClosed: open.length === 0 };
      parts.push(current);
    }
  };
  begin(top, head?.size ?? bytes.length);
  for (let at = head?.size ?? bytes.length; at < bytes.length; ) {
    const newline = bytes.indexOf(10, at);
    const next = newline < 0 ? bytes.length : newline + 1;
    const line = bytes[at] === 45 && bytes[at + 1] === 45 ? bytes.toString('latin1', at + 2, next).trimEnd() : '';
    const name = depths.has(line) ? line : line.replace(/--$/, '');
    const depth = line === '' ? undefined : depths.get(name);
    if (depth === undefined) {
      at = next;
      continue;
    }
    if (current !== undefined) {
      current.end = at - (bytes[at - 2] === 13 ? 2 : 1);
      current.isClosed = true;
      current = undefined;
    }
    const isLast = name !== line;
    for (const closed of open.slice(depth + (isLast ? 0 : 1))) depths.delete(closed);
    open = open.slice(0, depth + (isLast ? 0 : 1));
    at = next;
    if (isLast) continue;
    const inner = parseHead(bytes.subarray(at));
    if (inner === undefined) break;
    at += inner.size;
    begin(inner.fields, at);
  }
  return { top, parts };
}

function parameter(field: string | undefined, name: string): string | undefined {
  const [, quoted, bare] = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(field ?? '') ?? [];
  return quoted ?? bare;
}

function decode(body: Buffer, fields: Fields): Buffer {
  const coding = (fields.get('content-transfer-encoding') ?? '').toLowerCase();
  if (coding === 'base64') return Buffer.from(body.toString('latin1'), 'base64');
  return coding === 'quoted-printable' ? fromQuotedPrintable(body) : body;
}

/** RFC 2045, 6.7: `=XX` is a byte, `=` at the end of a line joins it to the next. */
function fromQuotedPrintable(body: Buffer): Buffer {
  const out = Buffer.alloc(body.length);
  let length = 0;
  for (let at = 0; at < body.length; at += 1) {
    const byte = body[at] as number;
    if (byte !== 61) {
      out[length++] = byte;
      continue;
    }
    const hex = body.toString('latin1', at + 1, at + 3);
    if (/^[0-9a-f]{2}$/i.test(hex)) {
      out[length++] = Number.parseInt(hex, 16);
      at += 2;
    } else if (hex.startsWith('\n')) at += 1;
    else if (hex === '\r\n') at += 2;
    else out[length++] = byte;
  }
  return out.subarray(0, length);
}
