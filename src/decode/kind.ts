/** Is it HTML or text? The content decides, then the media type, then the name. */
const HEAD = 4096;
const MARKUP =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta|article|main|div|section|table|p|h1|script|link|style)\b/i;
const TAGS =
  /<\/?(?:html|head|body|div|p|a|span|table|tr|td|ul|ol|li|h[1-6]|article|section|main|br|img|b|i|em|strong|blockquote|pre)(?:\s[^<>]*)?>/gi;

export interface Named {
  readonly id: string;
  readonly contentType?: string;
}

/** Decides from the first 4 kB; a text with a stray tag stays text. */
export function detectKind(
  body: Uint8Array | string,
  named: Named,
  from: 'auto' | 'html' | 'text' = 'auto',
): 'html' | 'text' {
  if (from !== 'auto') return from;
  const head = headOf(body);
  if (/^\s*<!doctype\s+html\b/i.test(head) || MARKUP.test(head)) return 'html';
  if (/\.(?:md|markdown)$/i.test(named.id)) return 'text';
  const tags = head.match(TAGS) ?? [];
  if (tags.length >= 2 && tags.join('').length * 4 > head.length) return 'html';
  if (tags.length >= MANY_TAGS && shareOfTagged(head) >= MARKED_UP) return 'html';
  if (/\.(?:txt|text)$/i.test(named.id)) return 'text';
  if (/\.(?:html?|xhtml|shtml)$/i.test(named.id)) return 'html';
  if (/^(?:text\/html|application\/xhtml)/i.test(named.contentType ?? '')) return 'html';
  return 'text';
}

const MANY_TAGS = 6;
/** A text about markup shows some lines of it. */
const MARKED_UP = 0.2;

/** How many of the lines with text have tags. */
function shareOfTagged(head: string): number {
  const lines = head.split(/[\r\n]+/).filter((line) => line.trim() !== '');
  return lines.filter((line) => line.search(TAGS) !== -1).length / lines.length;
}

/** The head as Latin characters: markup is ASCII in every encoding pages use, UTF-16 but for its NULs. */
function headOf(body: Uint8Array | string): string {
  if (typeof body === 'string') return body.slice(0, HEAD).replace(/^\ufeff/, '');
  const head = body.subarray(0, HEAD);
  const bytes = head.includes(0) ? head.filter((byte) => byte !== 0) : head;
  // Spread, the bytes would take half a millisecond a page; this takes a fiftieth of it.
  const characters = String.fromCharCode.apply(null, bytes as unknown as number[]);
  return characters.replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '');
}
