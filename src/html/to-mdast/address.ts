/** Addresses of links and images: absolute where a base is known, safe or nothing. */

/** Schemes that run something, read the reader's disk or carry a page of their own. */
const UNSAFE =
  /^(?:feed:|view-source:|jar:)*(?:javascript|jscript|x-javascript|vbscript|livescript|mocha|data|blob|file|filesystem|about|view-source|jar|mk|ms-its|mhtml|res|resource|chrome|wyciwyg):/i;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/** Undefined for no address; `unsafe` for one that must not be passed on. `''` is the page itself. */
export function safeAddress(
  written: string | undefined,
  base: string | undefined,
): { readonly url: string } | 'unsafe' | undefined {
  if (written === undefined) return undefined;
  if (ORDINARY.test(written)) return UNSAFE.test(written) ? 'unsafe' : { url: absolute(written, base) };
  // Browsers drop tabs and newlines inside addresses and controls around them (WHATWG URL, 4.4).
  const address = written
    .replace(/[\t\n\r]/g, '')
    .replace(/^[\0-\x20\x7f-\xa0]+|(?<![\0-\x20\x7f-\xa0])[\0-\x20\x7f-\xa0]+$/g, '')
    .replace(/[\0-\x1f\x7f-\x9f]/g, '');
  if (UNSAFE.test(address.replace(/[\s\xad\u200b-\u200f\u2028-\u202f\u2060\ufeff]/g, ''))) return 'unsafe';
  return { url: plainAddress(absolute(address, base)) };
}

/** Nothing in it is dropped or encoded. */
const ORDINARY = /^[!-;=?-~]*$/;

const absolute = (address: string, base: string | undefined): string =>
  SCHEME.test(address) || base === undefined || address.startsWith('#') || !URL.canParse(address, base)
    ? address
    : new URL(address, base).href;

/** Blanks and angle brackets percent-encoded: they would end an address in Markdown. */
const plainAddress = (address: string): string =>
  address.replace(/[\s<>]/g, (character) => encodeURIComponent(character));
