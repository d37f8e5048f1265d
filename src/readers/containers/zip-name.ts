/** Names in a zip: flag bit 11 says UTF-8, then the Unicode path field, then bytes that are valid UTF-8, then CP437. */
import { isUtf8 } from 'node:buffer';
import { crc32 } from 'node:zlib';

/** The upper half of code page 437. */
const CP437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';
const UNICODE_PATH = 0x7075;

export interface ExtraField {
  readonly id: number;
  readonly data: Buffer;
}

export function zipName(raw: Buffer, flags: number, extraFields: readonly ExtraField[]): string {
  if ((flags & 0x800) !== 0) return raw.toString('utf8');
  // Version 1, checksum of the name it stands for, the name in UTF-8.
  const path = extraFields.find(({ id, data }) => id === UNICODE_PATH && data.length > 5 && data[0] === 1)?.data;
  if (path !== undefined && path.readUInt32LE(1) === crc32(raw)) return path.toString('utf8', 5);
  if (isUtf8(raw)) return raw.toString('utf8');
  return Array.from(raw, (byte) => (byte < 128 ? String.fromCharCode(byte) : CP437[byte - 128])).join('');
}

/** Extra fields: id, length and data in a row. */
export function extraFieldsIn(bytes: Buffer): ExtraField[] {
  const fields: ExtraField[] = [];
  for (let at = 0; at + 4 <= bytes.length; ) {
    const end = at + 4 + bytes.readUInt16LE(at + 2);
    if (end > bytes.length) break;
    fields.push({ id: bytes.readUInt16LE(at), data: bytes.subarray(at + 4, end) });
    at = end;
  }
  return fields;
}
