/** Is it a page? By the media type where one is given, by content and name in a folder or archive of files. */
import { detectKind } from '../decode/kind.ts';
import { foreignFormat, looksBinary } from '../decode/signature.ts';

const PAGE = /^(?:text\/html|application\/xhtml\+xml|text\/plain|text\/markdown)\s*(?:;|$)/i;
/** Types that servers give to anything, and XML, which may be XHTML. */
const VAGUE =
  /^(?:application\/octet-stream|binary\/octet-stream|application\/xml|text\/xml|unknown\/unknown|\*\/\*)\s*(?:;|$)/i;

const sniff = (bytes: Uint8Array): boolean =>
  detectKind(bytes, { id: '' }) === 'html' && !looksBinary(bytes) && foreignFormat(bytes) === undefined;

/** Whether a stored answer of this type is a page; without a type, its content says. */
export function isPageType(contentType: string | undefined, bytes: Uint8Array): boolean {
  const type = contentType?.trim() ?? '';
  if (PAGE.test(type)) return true;
  if (type === '' || !type.includes('/'))
    return sniff(bytes) || (!looksBinary(bytes) && foreignFormat(bytes) === undefined);
  return VAGUE.test(type) && sniff(bytes);
}

const PAGE_NAME = /\.(?:html?|xhtml|xht|shtml|txt|text|md|markdown)$/i;
export const isPageName = (id: string): boolean => PAGE_NAME.test(id);

const NO_EXTENSION = /(?:^|\/)(?:\.?[^/.]+)$/;

/** Whether a file among others is a page: HTML under any name, text under a text's name or none. */
export function isPageFile(id: string, bytes: Uint8Array): boolean {
  if (bytes.length === 0) return PAGE_NAME.test(id);
  if (foreignFormat(bytes) !== undefined) return false;
  if (sniff(bytes)) return true;
  return !looksBinary(bytes) && (PAGE_NAME.test(id) || NO_EXTENSION.test(id));
}
