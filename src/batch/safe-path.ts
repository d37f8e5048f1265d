/** Any string → a relative path that every disk takes: Windows, macOS and Linux, whatever their case. */
import { createHash } from 'node:crypto';

/** UTF-16 units that a part of a path may have; with what is added to it, below the 255 bytes of most disks. */
const PART = 100;
const PART_BYTES = 200;
/** Of a whole path: Windows ends at 260, with the folder it stands in. */
const WHOLE = 180;

/** What Windows takes for a device, with or without an extension. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$|clock\$) *(?:\.|$)/i;
const FORBIDDEN = /[\0-\x1f\x7f-\x9f<>:"|?*\\\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Parts between slashes; empty ones go, none leads upwards. */
export function safePath(path: string): string {
  const parts = path
    .split('/')
    .map(safePart)
    .filter((part) => part !== '');
  const safe = parts.join('/');
  if (safe === '') return 'page';
  if (safe.length <= WHOLE) return safe;
  const last = parts.at(-1) ?? '';
  return `${safePart(parts[0] ?? '')
    .slice(0, 20)
    .replace(/[. ]+$/, '')}-${digest(path)}/${last}`;
}

function safePart(written: string): string {
  const part = written
    .toWellFormed()
    .normalize('NFC')
    .replace(FORBIDDEN, '-')
    .replace(/^ +|(?<![. ])[. ]+$/g, '');
  return shorten(DEVICE.test(part) ? `_${part}` : part);
}

/** Keeps the extension, and both the beginning and a digest of the rest. */
function shorten(part: string): string {
  if (part.length <= PART && Buffer.byteLength(part) <= PART_BYTES) return part;
  const [extension = ''] = /\.[a-z0-9.-]{1,24}$/i.exec(part) ?? [];
  let stem = '';
  for (const character of part) {
    const longer = stem + character;
    if (longer.length > PART - 40 || Buffer.byteLength(longer) > PART_BYTES - 40) break;
    stem = longer;
  }
  return `${stem}-${digest(part)}${extension}`;
}

/** Eight hexadecimal digits that are another for another text. */
export const digest = (text: string): string =>
  createHash('sha256').update(text.toWellFormed()).digest('hex').slice(0, 8);

/** Two paths that some disk takes for one have the same: case and Unicode forms do not count. */
export const foldPath = (path: string): string => path.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC');
