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
  if (ORDINARY.test(written)) return UNSAFE.test(written) ? 'unsafe' : { url: direct(absolute(written, base)) };
  // Browsers drop tabs and newlines inside addresses and controls around them (WHATWG URL, 4.4).
  const address = written
    .replace(/[\t\n\r]/g, '')
    .replace(/^[\0-\x20\x7f-\xa0]+|(?<![\0-\x20\x7f-\xa0])[\0-\x20\x7f-\xa0]+$/g, '')
    .replace(/[\0-\x1f\x7f-\x9f]/g, '');
  if (UNSAFE.test(address.replace(/[\s\xad\u200b-\u200f\u2028-\u202f\u2060\ufeff]/g, ''))) return 'unsafe';
  return { url: plainAddress(direct(absolute(address, base))) };
}

/** Pages that only pass a reader on, and count: word processors, mail programs and networks put them before each link. */
const PASSING_ON =
  /^https?:\/\/(?:(?:www\.)?google\.[a-z.]{2,6}\/url|(?:lm?|l)\.(?:facebook|instagram)\.com\/(?:l\.php)?|[\w.-]+\.safelinks\.protection\.outlook\.com\/|link\.zhihu\.com\/|link\.juejin\.cn\/?|link\.csdn\.net\/|www\.jianshu\.com\/go-wild|vk\.com\/away\.php|www\.youtube\.com\/redirect|slack-redir\.net\/link|steamcommunity\.com\/linkfilter\/|out\.reddit\.com\/[\w]*|t\.umblr\.com\/redirect)\?/;
const TARGETS = ['q', 'url', 'u', 'target', 'to', 'z'];

/** Where a link leads that passes through such a page. */
function direct(address: string): string {
  if (!address.includes('?') || !PASSING_ON.test(address) || !URL.canParse(address)) return address;
  const { searchParams } = new URL(address);
  for (const name of TARGETS) {
    const target = searchParams.get(name);
    if (target !== null && /^https?:\/\//i.test(target) && URL.canParse(target)) return plainAddress(target);
  }
  return address;
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
