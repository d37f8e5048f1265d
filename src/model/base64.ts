/** Base64 → bytes. Models are shipped as strings so that any runtime can load them. */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** By the platform's decoder where it has one; else, as in Node 20, in one loop without calls, for it runs once and cold. */
export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const native = (Uint8Array as unknown as { fromBase64?(text: string): Uint8Array<ArrayBuffer> }).fromBase64;
  return native === undefined ? decodeBase64(base64) : native.call(Uint8Array, base64);
}

export function decodeBase64(base64: string): Uint8Array<ArrayBuffer> {
  const values = new Uint8Array(128);
  for (let at = 0; at < ALPHABET.length; at += 1) values[ALPHABET.charCodeAt(at)] = at;
  const padding = base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((base64.length / 4) * 3);
  for (let at = 0, to = 0; at < base64.length; at += 4, to += 3) {
    const bits =
      ((values[base64.charCodeAt(at)] as number) << 18) |
      ((values[base64.charCodeAt(at + 1)] as number) << 12) |
      ((values[base64.charCodeAt(at + 2)] as number) << 6) |
      (values[base64.charCodeAt(at + 3)] as number);
    bytes[to] = bits >> 16;
    bytes[to + 1] = bits >> 8;
    bytes[to + 2] = bits;
  }
  return padding === 0 ? bytes : bytes.slice(0, bytes.length - padding);
}
