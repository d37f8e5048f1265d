/** Bytes that nothing declares and that are not UTF-8 → the encoding they look most like. */
import { labelToName } from '@exodus/bytes/encoding-lite.js';
import { analyse } from 'chardet';
import { once } from '../once.ts';
import { textIn } from './text-in.ts';

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
  return readable(WIDER[name] ?? wide ?? name, words.subarray(0, JUDGED));
}

/** Encodings of a byte a character, those of most pages first. */
const OTHERS =
  'windows-1252 windows-1251 windows-1250 iso-8859-2 windows-1253 windows-1254 windows-1255 windows-1256 koi8-u koi8-r iso-8859-5 iso-8859-6 iso-8859-7 ibm866 windows-874'.split(
    ' ',
  );
const JUDGED = 4000;
/** The statistics are believed unless they leave more words than this unreadable, and another leaves but a part of these. */
const UNREADABLE = 0.1;
const PART = 1 / 3;

/** Few words tell the statistics little: where what they name makes no words, the encoding that makes the most. */
function readable(name: string, words: Uint8Array): string {
  const least = unreadableIn(name, words);
  if (least < UNREADABLE) return name;
  let best = { name, share: least * PART };
  for (const other of OTHERS) {
    const share = unreadableIn(other, words);
    if (share < best.share) best = { name: other, share };
  }
  return best.name;
}

/**
 * Share of the words that no language writes: two scripts in one, signs or controls inside, a capital behind a small letter.
 * Encodings of several bytes are judged by what they cannot decode.
 */
function unreadableIn(name: string, words: Uint8Array): number {
  const all = textIn(name, words).split(' ').filter(Boolean);
  const isSingle = OTHERS.includes(name);
  const bad = all.filter((word) => (isSingle ? UNWRITTEN().test(word) : word.includes('\ufffd')));
  return all.length === 0 ? 0 : bad.length / all.length;
}

const LATIN = '\\p{Script=Latin}';
const OTHER_LETTER = '(?!\\p{Script=Latin})\\p{L}';
const UNWRITTEN = once(
  () =>
    new RegExp(
      `\\ufffd|[\\x80-\\x9f]|${LATIN}${OTHER_LETTER}|${OTHER_LETTER}${LATIN}|\\p{L}[\\p{S}¶§¿¡¤\\u2500-\\u259f\\xb2-\\xb9\\xad](?:\\p{L}|$)|(?:^|[^\\p{L}\\d])[\\p{So}¤¶\\xb2-\\xb9]\\p{L}|\\p{Ll}\\p{Lu}`,
      'u',
    ),
);

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
