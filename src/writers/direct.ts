/**
 * Ordinary blocks → Markdown, without the library: nearly all of most pages. What is not plainly understood is undefined
 * here and goes to remark-stringify; the bytes are the same either way.
 */
import type {
  Blockquote,
  Code,
  Heading,
  Image,
  Link,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  RootContent,
  TableCell,
  Text,
} from 'mdast';
import { destination } from './destination.ts';
import { writeTable } from './direct-table.ts';
import { escaped, firstWritten } from './escape.ts';
import { joinTight, lastIn } from './join.ts';
import { REFERENCE } from './reference.ts';

const PLAIN_CODE = /^[^`\s](?:[^`\r\n]*[^`\s])?$/;
const PLAIN_LANGUAGE = /^[A-Za-z0-9+-]*$/;
const LINE_END = '\n';

/** One of a document's blocks in the usual style, or undefined. */
export function writeBlock(siblings: readonly RootContent[], at: number): string | undefined {
  const block = siblings[at];
  if (block === undefined || !standsAlone(siblings, at)) return undefined;
  switch (block.type) {
    case 'paragraph':
      return writeParagraph(block);
    case 'heading':
      return writeHeading(block);
    case 'list':
      return writeList(block);
    case 'blockquote':
      return writeQuote(block);
    case 'code':
      return writeCode(block);
    case 'table':
      return writeTable(block, writeCell);
    case 'thematicBreak':
      // Dashes on the first line would open front matter.
      return at === 0 ? '***' : '---';
    default:
      return undefined;
  }
}

export const writeParagraph = ({ children }: Paragraph): string | undefined =>
  writePhrasing(children, 'paragraph') || undefined;

export function writeHeading({ children, depth }: Heading): string | undefined {
  const written = writePhrasing(children, 'line', ' ');
  return !written || /^\s/.test(written) ? undefined : `${'#'.repeat(depth)} ${written}`;
}

/** The content of a table's cell. Bars in it are left to the library. */
export function writeCell({ children }: TableCell): string | undefined {
  const written = writePhrasing(children, 'line', ' ', ' ');
  return written?.includes('|') ? undefined : written;
}

/**
 * A list right behind another gets a different mark, be it in a quote: whoever writes one has to know of the other.
 */
function standsAlone(siblings: readonly RootContent[], at: number): boolean {
  const block = siblings[at];
  const isBehindList = siblings[at - 1]?.type === 'list';
  if (block?.type === 'list') return !isBehindList && !beginsWithList(siblings[at + 1]);
  return !isBehindList || !beginsWithList(block);
}

function beginsWithList(block: RootContent | undefined): boolean {
  let first = block;
  while (first?.type === 'blockquote' || first?.type === 'footnoteDefinition') first = first.children[0];
  return first?.type === 'list';
}

function writeCode({ lang, meta, value }: Code): string | undefined {
  if (meta || value === '' || /```|\r/.test(value) || !PLAIN_LANGUAGE.test(lang ?? '')) return undefined;
  return `\`\`\`${lang ?? ''}\n${value}\n\`\`\``;
}

function writeQuote(quote: Blockquote): string | undefined {
  if (quote.data !== undefined || quote.children.length === 0) return undefined;
  const written = writeAll(quote.children, true);
  return written === undefined ? undefined : indented(written, '> ', '> ', '>');
}

/** Blocks of a container, which cannot open front matter. */
function writeAll(children: readonly RootContent[], isSpread: boolean): string | undefined {
  let all = '';
  for (let at = 0; at < children.length; at += 1) {
    const child = children[at] as RootContent;
    const written = child.type === 'thematicBreak' ? undefined : writeBlock(children, at);
    if (written === undefined) return undefined;
    if (at > 0) all += isSpread || isApart(children[at - 1] as RootContent, child) ? '\n\n' : '\n';
    all += written;
  }
  return all;
}

/** Whether a blank line parts two blocks of a tight list or item: what follows would be taken for more of what is before it. */
function isApart(left: RootContent, right: RootContent): boolean {
  if (joinTight(left, right) === 1) return true;
  if (right.type === 'paragraph') return left.type === 'table' || lastIn(left).type === 'paragraph';
  return left.type === 'blockquote' && right.type === 'blockquote';
}

function writeList(list: List): string | undefined {
  if (typeof list.spread !== 'boolean' || list.children.length === 0) return undefined;
  let number = typeof list.start === 'number' && list.start > -1 ? list.start : 1;
  let all = '';
  let previous: ListItem | undefined;
  for (const item of list.children) {
    const written = writeItem(item, list.ordered ? `${number}. ` : '- ');
    if (written === undefined) return undefined;
    if (previous !== undefined) all += list.spread || isApart(previous, item) ? '\n\n' : '\n';
    all += written;
    previous = item;
    number += 1;
  }
  return all;
}

function writeItem(item: ListItem, mark: string): string | undefined {
  if (typeof item.checked === 'boolean' || typeof item.spread !== 'boolean' || item.children.length === 0) {
    return undefined;
  }
  const written = writeAll(item.children, item.spread);
  return written === undefined ? undefined : indented(written, mark, ' '.repeat(mark.length), '');
}

/** Puts something before each line; blank lines get another thing. */
function indented(written: string, first: string, next: string, blank: string): string {
  if (!written.includes('\n')) return first + written;
  return written
    .split('\n')
    .map((line, at) => (at === 0 ? first + line : line === '' ? blank : next + line))
    .join('\n');
}

/** Where phrasing stands: only a paragraph may have breaks, and in a link brackets mean more and addresses less. */
type Place = 'paragraph' | 'line' | 'label';

/** What stands in one line or a few. `before` and `after` are the characters around it. */
function writePhrasing(
  children: readonly PhrasingContent[],
  place: Place,
  before = LINE_END,
  after = LINE_END,
): string | undefined {
  let written = '';
  // Asked of `written`, the last character would cost its length each time.
  let last = before;
  for (let at = 0; at < children.length; at += 1) {
    const child = children[at] as PhrasingContent;
    const next = children[at + 1];
    if (isMark(child) && isMark(next)) return undefined;
    // The library takes a line end before a tag for a blank.
    if (child.type === 'html' && last === LINE_END && written !== '') return undefined;
    const piece = writePiece(child, place, last, next === undefined ? after : firstOf(next, place));
    if (piece === undefined) return undefined;
    if (piece !== '') last = piece.charAt(piece.length - 1);
    written += piece;
  }
  return written;
}

const isMark = (node: PhrasingContent | undefined): boolean => node?.type === 'strong' || node?.type === 'emphasis';

/** The character that a node begins with where it is written here. */
function firstOf(node: PhrasingContent, place: Place): string {
  switch (node.type) {
    case 'text':
      return firstWritten(node.value, place === 'label');
    case 'link':
      return isAutolink(node) ? '<' : '[';
    case 'image':
      return '!';
    case 'inlineCode':
      return '`';
    case 'break':
      return '\\';
    case 'html':
      return '<';
    default:
      return '*';
  }
}

function writePiece(node: PhrasingContent, place: Place, before: string, after: string): string | undefined {
  switch (node.type) {
    case 'text':
      return escaped(node.value, before, after, place === 'label');
    case 'link':
      return place === 'label' ? undefined : writeLink(node);
    case 'strong':
      return writeMarked(node.children, '**', place, before, after);
    case 'emphasis': {
      // One run of marks forms as one; the library looks at each mark of it for itself, and finds a sign beside it.
      const [inner] = node.children;
      return node.children.length === 1 && inner?.type === 'strong'
        ? writeMarked(inner.children, '***', place, before, after)
        : writeMarked(node.children, '*', place, before, after);
    }
    case 'inlineCode':
      return PLAIN_CODE.test(node.value) ? `\`${node.value}\`` : undefined;
    case 'image':
      return writeImage(node, place === 'label');
    case 'html':
      return node.value;
    case 'break':
      return place === 'paragraph' && before !== LINE_END && after !== LINE_END ? '\\\n' : undefined;
    default:
      return undefined;
  }
}

/**
 * Marks hold around letters whatever stands beside them, and around other characters where blanks or signs do (CommonMark,
 * left- and right-flanking runs).
 */
function writeMarked(
  children: readonly PhrasingContent[],
  mark: string,
  place: Place,
  before: string,
  after: string,
): string | undefined {
  const [first] = children;
  if (first === undefined || children.some(isMark)) return undefined;
  const inside = writePhrasing(children, place === 'label' ? 'label' : 'line', '*', '*');
  if (!inside || !forms(inside.charAt(0), before) || !forms(inside.charAt(inside.length - 1), after)) return undefined;
  return mark + inside + mark;
}

const forms = (inside: string, outside: string): boolean =>
  /^[a-z]$/i.test(inside) || /^[\p{L}\p{N}]$/u.test(inside) || (/\S/.test(inside) && /^[\s\p{P}\p{S}]$/u.test(outside));

function writeLink(link: Link): string | undefined {
  const { title, url, children } = link;
  if (isAutolink(link)) return `<${(children[0] as Text).value}>`;
  const label = writePhrasing(children, 'label', '[', ']');
  // Brackets in code are not escaped, and could end the label.
  if (label === undefined || (label.includes(']') && children.some(({ type }) => type === 'inlineCode')))
    return undefined;
  return withAddress(`[${label}]`, url, title, false);
}

/** A link whose text is its own address, or its own without `mailto:`. */
function isAutolink({ title, url, children }: Link): boolean {
  const [first] = children;
  if (title || children.length !== 1 || first?.type !== 'text' || !url.endsWith(first.value)) return false;
  return (first.value === url || `mailto:${first.value}` === url) && HAS_SCHEME.test(url) && !ENDS_AUTOLINK.test(url);
}
const HAS_SCHEME = /^[a-z][+\-.a-z]+:/i;
const ENDS_AUTOLINK = /[\0- <>\x7f]/;

function writeImage({ alt, title, url }: Image, isInLink: boolean): string | undefined {
  const label = alt ? escaped(alt, '[', ']', true) : '';
  return label === undefined ? undefined : withAddress(`![${label}]`, url, title, isInLink);
}

function withAddress(
  label: string,
  url: string,
  title: string | null | undefined,
  isInLink: boolean,
): string | undefined {
  if (!PLAIN_ADDRESS.test(url) || (isInLink && url.includes(']'))) return undefined;
  const address = destination(url);
  if (!title) return `${label}(${address})`;
  if (!PLAIN_TITLE.test(title)) return undefined;
  return `${label}(${address} "${title.replace(isInLink ? UNSAFE_IN_LINK : UNSAFE_IN_TITLE, '\\$&')}")`;
}
/** Others are written between angle brackets. */
const PLAIN_ADDRESS = /^[^\0- \\\x7f]+$/;
const PLAIN_TITLE = /^[^\0-\x1f\\]*$/;
const UNSAFE_IN_TITLE = new RegExp(`["[]|&(?=${REFERENCE})`, 'g');
const UNSAFE_IN_LINK = new RegExp(`["[\\]]|&(?=${REFERENCE})`, 'g');
