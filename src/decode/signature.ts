/** Formats that are not pages, known by their first bytes, and what to use for them instead. */
const SIGNATURES: readonly { readonly bytes: string; readonly name: string; readonly instead: string }[] = [
  { bytes: '%PDF-', name: 'a PDF', instead: 'extract its text first, for example with pdftotext' },
  { bytes: '\xd0\xcf\x11\xe0', name: 'an Office file', instead: 'save it as HTML first, for example with LibreOffice' },
  { bytes: 'PK\x03\x04', name: 'a zip or Office file', instead: 'unpack it, or save the document as HTML first' },
  { bytes: '\x1f\x8b', name: 'a gzip file', instead: 'unpack it first, for example with gunzip' },
  { bytes: '\x89PNG', name: 'an image', instead: 'read its text first, for example with an OCR program' },
  { bytes: '\xff\xd8\xff', name: 'an image', instead: 'read its text first, for example with an OCR program' },
  { bytes: 'GIF87a', name: 'an image', instead: 'read its text first, for example with an OCR program' },
  { bytes: 'GIF89a', name: 'an image', instead: 'read its text first, for example with an OCR program' },
  { bytes: 'OggS', name: 'a media file', instead: 'give a page or a text' },
  { bytes: 'ID3\x03', name: 'a media file', instead: 'give a page or a text' },
  { bytes: 'ID3\x04', name: 'a media file', instead: 'give a page or a text' },
  { bytes: '\x7fELF', name: 'a program', instead: 'give a page or a text' },
];

const RIFF_FORMS = ['WAVE', 'AVI ', 'WEBP'];

/** The format of a file that is no page, or undefined. */
export function foreignFormat(body: Uint8Array): { name: string; instead: string } | undefined {
  const head = String.fromCharCode(...body.subarray(0, 12));
  if (head.startsWith('RIFF') && RIFF_FORMS.includes(head.slice(8))) {
    return { name: 'a media file', instead: 'give a page or a text' };
  }
  return SIGNATURES.find(({ bytes }) => head.startsWith(bytes));
}

const HEAD = 8192;

/** Many NULs or control characters in the head: not text in any encoding but UTF-16 and UTF-32. */
export function looksBinary(body: Uint8Array): boolean {
  const head = body.subarray(0, HEAD);
  // One byte over and over, as on erased media: some encoding gives it a character.
  if (head.length >= 512 && (head[0] as number) >= 0x80 && head.every((byte) => byte === head[0])) return true;
  let nuls = 0;
  let controls = 0;
  for (let at = 0; at < head.length; at += 1) {
    const byte = head[at] as number;
    if (byte >= 32) continue;
    if (byte === 0) nuls += 1;
    else if (byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27) controls += 1;
  }
  return controls * 20 > head.length || (nuls * 20 > head.length && utf16WithoutMark(head) === undefined);
}

/** UTF-16 without a mark shows in NULs, or in the few high bytes of one script, on every second place. */
export function utf16WithoutMark(head: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const count = Math.min(head.length, HEAD) & ~1;
  if (count < 4) return undefined;
  const nuls = [0, 0];
  const lows = [0, 0];
  for (let at = 0; at < count; at += 1) {
    const byte = head[at] as number;
    if (byte === 0) nuls[at & 1] = (nuls[at & 1] as number) + 1;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) lows[at & 1] = (lows[at & 1] as number) + 1;
  }
  const stands = (place: 0 | 1, counts: number[], share: number): boolean =>
    (counts[place] as number) > (share * count) / 2 && (counts[1 - place] as number) * 20 < (counts[place] as number);
  if (stands(1, nuls, 0.4) || stands(1, lows, 0.8)) return 'utf-16le';
  if (stands(0, nuls, 0.4) || stands(0, lows, 0.8)) return 'utf-16be';
  return undefined;
}
