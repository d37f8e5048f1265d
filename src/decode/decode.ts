/** Bytes → string in the order of the WHATWG standards: mark, caller, transport, `<meta>`, valid UTF-8, guess. */
import { TextDecoder as Decoder, labelToName } from '@exodus/bytes/encoding-lite.js';
import sniff from 'html-encoding-sniffer';
import type { Charset } from '../document.ts';
import { ConvertError } from '../errors.ts';
import type { ConvertOptions } from '../options.ts';
import type { Page } from '../resource.ts';
import { behindAscii, wordsOf } from './ascii.ts';
import { holdsControls, readOnce } from './encoded-twice.ts';
import { guessCharset } from './guess.ts';
import { detectKind } from './kind.ts';
import { foreignFormat, looksBinary, utf16WithoutMark } from './signature.ts';
import { textIn } from './text-in.ts';

export interface Source {
  readonly text: string;
  /** The page's own bytes where they are UTF-8 and HTML: then nothing is decoded unless `text` is asked for. */
  readonly utf8?: Uint8Array;
  readonly kind: 'html' | 'text';
  readonly charset: Charset;
  readonly bytes: number;
}

/** Throws a ConvertError: `empty`, `binary`, `unsupported`, `bad-charset`. */
export function decode(page: Page, options: ConvertOptions): Source {
  const { body } = page;
  const kind = detectKind(body, page, options.from);
  const asked = askedCharset(options.charset);
  if (typeof body === 'string') {
    const text = clean(body.replace(/^\ufeff/, ''), kind, 'utf-8');
    if (!/\S/.test(text)) throw empty();
    return { text, kind, charset: { name: 'utf-8', from: 'caller' }, bytes: body.length };
  }
  if (body.length === 0) throw empty();
  const foreign = foreignFormat(body);
  if (foreign) throw new ConvertError('unsupported', `this is ${foreign.name}; ${foreign.instead}`);
  const charset = charsetOf(body, kind, page, asked);
  if (!/^utf-16/.test(charset.name) && looksBinary(body)) {
    throw new ConvertError('binary', 'this is not text but binary data; give a page or a text');
  }
  if (kind === 'html' && charset.name === 'utf-8' && showsAscii(body) && !holdsControls(body)) {
    const text = () => clean(new Decoder('utf-8').decode(body), kind, charset.name);
    return {
      get text() {
        return text();
      },
      utf8: body,
      kind,
      charset,
      bytes: body.length,
    };
  }
  const text = clean(textIn(charset.name, body), kind, charset.name);
  if (!/\S/.test(text)) throw empty();
  return { text, kind, charset, bytes: body.length };
}

/** Whether what comes first behind the white space is an ASCII character, as it is in HTML. */
function showsAscii(body: Uint8Array): boolean {
  const first = body.find((byte, at) => byte > 0x20 && !(at < 3 && byte >= 0x80)) ?? 0;
  return first > 0x20 && first < 0x7f;
}

const empty = () => new ConvertError('empty', 'there is nothing in it; check where it came from');

function clean(text: string, kind: 'html' | 'text', charset: string): string {
  const whole = /[\ud800-\udfff]/.test(text) ? text.toWellFormed() : text;
  if (kind === 'html') return readOnce(whole, charset);
  return whole.includes('\0') ? whole.replaceAll('\0', '') : whole;
}

/** The caller's label, checked whether it will be used or not. */
function askedCharset(label: string | undefined): string | undefined {
  if (label === undefined) return undefined;
  const name = labelToName(label);
  if (name === null) {
    throw new ConvertError('bad-charset', `no encoding is called '${label}'; use a WHATWG label such as utf-8`);
  }
  return name.toLowerCase();
}

function charsetOf(body: Uint8Array, kind: 'html' | 'text', page: Page, asked: string | undefined): Charset {
  const marked = markOf(body);
  if (marked !== undefined) return { name: marked, from: 'bom' };
  if (asked !== undefined) return { name: asked, from: 'caller' };
  const declared = declaredCharset(body, kind, page);
  // Many servers and templates say UTF-8 whatever they send; bytes that are not say otherwise.
  if (
    declared !== undefined &&
    (declared.name === 'utf-8' ? isUtf8(body, BROKEN_DECLARED) : !isSurelyUtf8(body, declared))
  )
    return declared;
  const wide = utf16WithoutMark(body);
  if (wide !== undefined) return { name: wide, from: 'guess' };
  return isUtf8(body)
    ? { name: 'utf-8', from: 'utf-8' }
    : { name: lateMeta(body) ?? guessCharset(body), from: 'guess' };
}

function declaredCharset(body: Uint8Array, kind: 'html' | 'text', page: Page): Charset | undefined {
  const transport = labelToName(/charset\s*=\s*["']?([^\s"';]+)/i.exec(page.contentType ?? '')?.[1] ?? '');
  if (transport) return { name: transport.toLowerCase(), from: 'header' };
  if (kind === 'text') return undefined;
  const declared = sniff(body, { defaultEncoding: 'replacement' });
  return declared === 'replacement' ? undefined : { name: declared.toLowerCase(), from: 'meta' };
}

const LATE = 1 << 14;

/** A `<meta>` that stands behind the 1,024 bytes of the prescan: browsers that meet it start again. */
function lateMeta(body: Uint8Array): string | undefined {
  const head = new Decoder('windows-1252').decode(body.subarray(0, LATE));
  const label = /<meta[^>]{1,300}charset\s*=\s*["']?([\w:-]+)/i.exec(head)?.[1];
  const name = label === undefined ? undefined : labelToName(label)?.toLowerCase();
  return name === 'utf-8' || name?.startsWith('utf-16') ? undefined : name;
}

function markOf(body: Uint8Array): string | undefined {
  if (body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf) return 'utf-8';
  if (body[0] === 0xff && body[1] === 0xfe) return 'utf-16le';
  if (body[0] === 0xfe && body[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** So many characters that are whole in UTF-8, and none that is broken, stand in no other encoding by chance. */
const FEWEST_WIDE = 3;

/** A template says one thing and the server's header, which a saved page has lost, said another: then the bytes say UTF-8. */
const isSurelyUtf8 = (body: Uint8Array, { from, name }: Charset): boolean =>
  from === 'meta' && !name.startsWith('utf-') && countWide(body, FEWEST_WIDE) && isUtf8(body, 0);

/** Whether so many bytes begin a character of several bytes; pages in ASCII are all encodings at once. */
function countWide(body: Uint8Array, least: number): boolean {
  let wide = 0;
  for (let at = 0; at < body.length && wide < least; at += 1) if ((body[at] as number) >= 0xc2) wide += 1;
  return wide >= least;
}

const BROKEN_SHARE = 1 / 20;
/** In a short page that says so a few broken bytes are more of it; in pages of other encodings most bytes are broken. */
const BROKEN_DECLARED = 1 / 2;

/** Bytes. So short a page is asked for by the platform first: at a start our own loop is not compiled yet. */
const SHORT = 1 << 16;

function isWhole(body: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(body);
    return true;
  } catch {
    return false;
  }
}

/** Valid UTF-8, a sequence cut at the very end and a few broken bytes in a long text aside. */
function isUtf8(body: Uint8Array, share = BROKEN_SHARE): boolean {
  if (body.length <= SHORT && isWhole(body)) return true;
  let broken = 0;
  let wide = 0;
  const isFew = (count: number) => count === 0 || count < wide * share;
  const { words, unaligned } = wordsOf(body);
  for (let at = 0; at < body.length; at += 1) {
    if (((at - unaligned) & 3) === 0) at = unaligned + 4 * behindAscii(words, (at - unaligned) >> 2);
    const byte = body[at] ?? 0;
    if (byte < 0x80) continue;
    const more = byte >= 0xf0 && byte < 0xf5 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc2 ? 1 : 0;
    let good = more > 0 && byte < 0xf5;
    for (let next = 1; good && next <= more; next += 1) {
      const tail = body[at + next];
      if (tail === undefined) return wide > 0 && isFew(broken);
      good = (tail & 0xc0) === 0x80;
    }
    if (good) {
      wide += 1;
      at += more;
    } else broken += 1;
  }
  return isFew(broken);
}
