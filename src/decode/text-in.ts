/** Bytes in an encoding that is known → string. */
import { TextDecoder as Decoder } from '@exodus/bytes/encoding-lite.js';
import { multiByteText } from './multi-byte-text.ts';

/** Where the tables of several bytes lie apart, they are read when a page is in one of these. */
const MULTI_BYTE = new Set(['big5', 'euc-jp', 'euc-kr', 'gb18030', 'gbk', 'iso-2022-jp', 'shift_jis']);

/** `name` is a lower-case WHATWG name. */
export const textIn = (name: string, body: Uint8Array): string =>
  MULTI_BYTE.has(name) ? multiByteText(name, body) : new Decoder(name).decode(body);
