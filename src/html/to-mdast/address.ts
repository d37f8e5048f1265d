/** Addresses of links and images: absolute where a base is known, safe or nothing. */
const SAFE = /^(?:https?|mailto|tel|ftp|sms):/i;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/** Undefined for an unsafe scheme or an empty address. */
export function safeAddress(written: string | undefined, base: string | undefined): string | undefined {
  // Browsers drop tabs and newlines inside addresses and controls around them (WHATWG URL, 4.4).
  const address = written?.replace(/[\t\n\r]/g, '').replace(/^[\0-\x20]+|[\0-\x20]+$/g, '');
  if (address === undefined || address === '') return undefined;
  if (SCHEME.test(address)) return SAFE.test(address) ? address : undefined;
  if (base === undefined || address.startsWith('#')) return address;
  return URL.canParse(address, base) ? new URL(address, base).href : undefined;
}
