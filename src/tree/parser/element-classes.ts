/** What the standard groups elements into, as bits: one look-up answers several questions. */
import { KNOWN_COUNT, tagId } from './names.ts';

export const SPECIAL = 1;
/** Special elements that end the search for an open list item: all but address, div and p. */
export const ITEM_BOUNDARY = 2;
export const SCOPE = 4;
export const IMPLIED_END = 8;
export const IMPLIED_END_THOROUGHLY = 16;
/** Table parts that text and other content may not stand in directly. */
export const TABLE_STRUCTURE = 32;

/** Classes of HTML elements by name; of names past the known ones there are none. */
export const HTML_CLASSES = new Uint8Array(KNOWN_COUNT);
/** Classes of SVG and MathML elements by name. */
export const SVG_CLASSES = new Uint8Array(KNOWN_COUNT);
export const MATHML_CLASSES = new Uint8Array(KNOWN_COUNT);

function mark(classes: Uint8Array, names: string, bits: number): void {
  for (const name of names.split(' ')) classes[tagId(name)] = (classes[tagId(name)] as number) | bits;
}

mark(HTML_CLASSES, 'address div p', SPECIAL);
mark(
  HTML_CLASSES,
  'applet area article aside base basefont bgsound blockquote body br button caption center col colgroup dd details dir dl dt embed fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe img input li link listing main marquee menu meta nav noembed noframes noscript object ol param plaintext pre script section select source style summary table tbody td template textarea tfoot th thead title tr track ul wbr xmp',
  SPECIAL | ITEM_BOUNDARY,
);
mark(HTML_CLASSES, 'applet caption html marquee object table td template th', SCOPE);
mark(HTML_CLASSES, 'dd dt li optgroup option p rb rp rt rtc', IMPLIED_END | IMPLIED_END_THOROUGHLY);
mark(HTML_CLASSES, 'caption colgroup tbody td tfoot th thead tr', IMPLIED_END_THOROUGHLY);
mark(HTML_CLASSES, 'table tbody tfoot thead tr', TABLE_STRUCTURE);
mark(SVG_CLASSES, 'desc foreignobject title', SPECIAL | ITEM_BOUNDARY | SCOPE);
mark(MATHML_CLASSES, 'annotation-xml mi mn mo ms mtext', SPECIAL | ITEM_BOUNDARY | SCOPE);
