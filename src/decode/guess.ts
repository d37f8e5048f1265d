/** Bytes that nothing declares and that are not UTF-8 → the encoding they look most like. */
import { labelToName } from '@exodus/bytes/encoding-lite.js';
import { analyse } from 'chardet';

const SAMPLE = 1 << 16;
const FALLBACK = 'windows-1252';

/** Where the statistics name the ISO set, pages nearly always mean the Windows one that holds it. */
const WIDER: Readonly<Record<string, string>> = {
  'iso-8859-1': FALLBACK,
  'iso-8859-6': 'windows-1256',
  'iso-8859-8': 'windows-1255',
  'iso-8859-9': 'windows-1254',
};

/** Greek and Central European letters differ between the ISO and the Windows set; the bytes 80 to 9F tell. */
const WIDER_WITH_C1: Readonly<Record<string, string>> = { 'iso-8859-2': 'windows-1250', 'iso-8859-7': 'windows-1253' };

/** A lower-case WHATWG name. */
export function guessCharset(body: Uint8Array): string {
  const words = foreignWords(body);
  const best = analyse(words)[0];
  const name = (best === undefined ? null : labelToName(best.name))?.toLowerCase() ?? FALLBACK;
  if (/^utf-/.test(name)) return FALLBACK;
  const wide = words.some((byte) => byte >= 0x80 && byte < 0xa0) ? WIDER_WITH_C1[name] : undefined;
  return WIDER[name] ?? wide ?? name;
}

/** The words with bytes above ASCII in them: markup and Latin words would outvote the script of the page. */
function foreignWords(body: Uint8Array): Uint8Array {
  const words = new Uint8Array(SAMPLE);
  let size = 0;
  let start = 0;
  let isForeign = false;
  for (let at = 0; at <= body.length && size < SAMPLE; at += 1) {
    const byte = body[at] ?? 0x20;
    if (byte >= 0x80) isForeign = true;
    if (byte > 0x20 && byte !== 0x3c && byte !== 0x3e) continue;
    if (isForeign) {
      const word = body.subarray(start, Math.min(at, start + SAMPLE - size));
      words.set(word, size);
      size += word.length;
      if (size < SAMPLE) words[size++] = 0x20;
    }
    start = at + 1;
    isForeign = false;
  }
  return words.subarray(0, size);
}
