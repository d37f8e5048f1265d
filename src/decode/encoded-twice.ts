/**
 * Text that went through a wrong encoding on its way into a UTF-8 page shows by control characters (U+0080 to U+009F),
 * which no page holds on purpose: `donâ\x80\x99t` was UTF-8 read as Latin-1, `don\x92t` Windows-1252 read as Latin-1.
 */
import { TextDecoder as Decoder } from '@exodus/bytes/encoding-lite.js';

const FIRST = 0xc2;

/** Whether UTF-8 bytes hold such a control. */
export function holdsControls(body: Uint8Array): boolean {
  for (let at = body.indexOf(FIRST); at !== -1; at = body.indexOf(FIRST, at + 1))
    if (((body[at + 1] ?? 0) & 0xe0) === 0x80) return true;
  return false;
}

const CONTROL = /[\x80-\x9f]/;
/** What UTF-8 makes of one character, read as Latin-1. */
const TWICE = /[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}/g;

/** Of the same countries: what pages that say the one are written in, if there are controls in them. */
const WINDOWS: Readonly<Record<string, string>> = {
  'iso-8859-2': 'windows-1250',
  'iso-8859-4': 'windows-1257',
  'iso-8859-5': 'windows-1251',
  'iso-8859-6': 'windows-1256',
  'iso-8859-7': 'windows-1253',
  'iso-8859-8': 'windows-1255',
  'iso-8859-13': 'windows-1257',
};

/** The text as it was meant; `charset` is what it was decoded from. Where a control tells that it was encoded twice, signs without one were, too: `Ã©`. */
export function readOnce(text: string, charset: string): string {
  if (!CONTROL.test(text)) return text;
  const isTwice = (text.match(TWICE) ?? []).some((sequence) => CONTROL.test(sequence));
  const once = isTwice ? text.replace(TWICE, characterOf) : text;
  const windows = new Decoder(WINDOWS[charset] ?? 'windows-1252');
  return once.replace(CONTROLS, (control) => windows.decode(bytesOf(control)));
}

const CONTROLS = /[\x80-\x9f]/g;

function characterOf(sequence: string): string {
  const character = new Decoder('utf-8').decode(bytesOf(sequence));
  return character.includes('\ufffd') ? sequence : character;
}

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
