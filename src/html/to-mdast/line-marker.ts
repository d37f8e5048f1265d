/** Markers of items that are typed at the start of a line: bullets, numbers that count on, and dashes, which may be other things. */
import type { PhrasingContent } from 'mdast';
import { wordsOf } from './line-words.ts';

export interface Marker {
  readonly kind: 'bullet' | 'number' | 'dash';
  /** Where one differs from the one before, it may lie deeper. */
  readonly sign: string;
  readonly number: number | undefined;
  readonly length: number;
}

const BULLETS = '•‣◦▪▫●○■□➢➤►▸⁃∙·・';
/** Signs that are nothing else at the start of a line, and a blank, or none behind those that are wide enough. */
const BULLET = /^(?:([•‣◦▪▫●○■□➢➤►▸⁃∙·])\ufe0f?[\s\u00a0]+|([•‣▪➢➤►▸・])\ufe0f?[\s\u00a0]*)(?=\S|$)/u;
const DASH = /^([-*–])[\s\u00a0]+(?=\S|$)/u;
const NUMBER = /^(\d{1,3}|[０-９]{1,2})(?:([.)])[\s\u00a0]+|([、．）])[\s\u00a0]*)(?=\S|$)/u;
const FULL_WIDTH_ZERO = 0xff10;

const SIGNS = new Set(Array.from(`${BULLETS}-*–`, (sign) => sign.charCodeAt(0)));

/** Whether a text may begin with a marker: a look at its first sign. */
export function mayBegin(value: string): boolean {
  const code = value.charCodeAt(0);
  return (code >= 0x30 && code <= 0x39) || SIGNS.has(code) || (code >= FULL_WIDTH_ZERO && code <= FULL_WIDTH_ZERO + 9);
}

export function markerOf(value: string): Marker | undefined {
  const bullet = BULLET.exec(value);
  if (bullet !== null)
    return { kind: 'bullet', sign: bullet[1] ?? bullet[2] ?? '', number: undefined, length: bullet[0].length };
  const dash = DASH.exec(value);
  if (dash !== null) return { kind: 'dash', sign: dash[1] ?? '', number: undefined, length: dash[0].length };
  const number = NUMBER.exec(value);
  if (number === null) return undefined;
  const digits = (number[1] ?? '').replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - FULL_WIDTH_ZERO));
  return { kind: 'number', sign: number[2] ?? number[3] ?? '', number: Number(digits), length: number[0].length };
}

/** What somebody says may begin with a dash as well. */
const SPOKEN = /[?!…？！]["'»”’」]*$|^["'«“„「]/u;

/** Whether lines with markers of one kind are items: numbers count on from the first, dashes stand before words that nobody says. */
export function areItems(items: readonly { readonly marker: Marker; readonly children: PhrasingContent[] }[]): boolean {
  const [first] = items;
  switch (first?.marker.kind) {
    case 'bullet':
      return true;
    case 'number': {
      const { number: start = 0, sign } = first.marker;
      return start <= 1 && items.every(({ marker }, at) => marker.number === start + at && marker.sign === sign);
    }
    case 'dash': {
      const lines = items.map(({ children }) => wordsOf(children));
      const isOneSign = items.every(({ marker }) => marker.sign === first.marker.sign);
      return isOneSign && lines.some((line) => /\p{L}/u.test(line)) && !lines.some((line) => SPOKEN.test(line));
    }
    default:
      return false;
  }
}
