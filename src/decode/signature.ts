/** Formats that are not pages, known by their first bytes, and what to use for them instead. */
const SIGNATURES: readonly { readonly bytes: string; readonly name: string; readonly instead: string }[] = [
  { bytes: '%PDF-', name: 'a PDF', instead: 'extract its text first, for example with pdftotext' },
  { bytes: '\xd0\xcf\x11\xe0', name: 'an Office file', instead: 'save it as HTML first, for example with LibreOffice' },
  { bytes: 'PK\x03\x04', name: 'a zip or Office file', instead: 'unpack it, or save the document as HTML first' },
  { bytes: '\x1f\x8b', name: 'a gzip file', instead: 'unpack it first, for example with gunzip' },
  { bytes: '\x89PNG', name: 'an image', instead: 'read its text first, for example with an OCR program' },
  { bytes: '\xff\xd8\xff', name: 'an image', instead: 'read its text first, for example with an OCR program' },
  { bytes: 'GIF8', name: 'an image', instead: 'read its text first, for example with an OCR program' },
  { bytes: 'RIFF', name: 'a media file', instead: 'give a page or a text' },
  { bytes: 'OggS', name: 'a media file', instead: 'give a page or a text' },
  { bytes: 'ID3', name: 'a media file', instead: 'give a page or a text' },
  { bytes: '\x7fELF', name: 'a program', instead: 'give a page or a text' },
];

/** The format of a file that is no page, or undefined. */
export function foreignFormat(body: Uint8Array): { name: string; instead: string } | undefined {
  return SIGNATURES.find(({ bytes }) => {
    for (let at = 0; at < bytes.length; at += 1) if (body[at] !== bytes.charCodeAt(at)) return false;
    return true;
  });
}

const HEAD = 8192;

/** Many NULs or control characters in the head: not text in any encoding but UTF-16 and UTF-32. */
export function looksBinary(body: Uint8Array): boolean {
  const head = body.subarray(0, HEAD);
  let nuls = 0;
  let controls = 0;
  for (const byte of head) {
    if (byte === 0) nuls += 1;
    else if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27) controls += 1;
  }
  return controls * 20 > head.length || (nuls * 20 > head.length && utf16WithoutMark(head) === undefined);
}

/** UTF-16 without a mark shows in NULs that stand on every second place. */
export function utf16WithoutMark(head: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const count = Math.min(head.length, HEAD) & ~1;
  if (count < 4) return undefined;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < count; at += 2) {
    if (head[at] === 0) even += 1;
    if (head[at + 1] === 0) odd += 1;
  }
  if (odd * 2.5 > count / 2 && even * 20 < odd) return 'utf-16le';
  if (even * 2.5 > count / 2 && odd * 20 < even) return 'utf-16be';
  return undefined;
}
