/**
 * Blocks in which nothing could need escaping → Markdown, without the library: most blocks of most pages. What is not
 * plainly harmless is undefined here and goes to remark-stringify; the bytes are the same either way.
 */
import type { Blockquote, Code, Image, Link, List, ListItem, PhrasingContent, RootContent } from 'mdast';
import { isProse } from './is-prose.ts';

/** An address of these needs neither brackets nor escapes. */
const PLAIN_ADDRESS = /^[\w\-.:/?#,;=%+@~!&$'*\u00a1-\ud7ff]+$/;
const LETTER = /^[\p{L}\p{N}]$/u;
const PLAIN_CODE = /^[^`\s](?:[^`\r\n]*[^`\s])?$/;
const PLAIN_LANGUAGE = /^[A-Za-z0-9+-]*$/;
const LINE_END = '\n';

/** One of a document's blocks in the usual style, or undefined. */
export function writeBlock(siblings: readonly RootContent[], at: number): string | undefined {
  const block = siblings[at];
  if (block === undefined || !standsAlone(siblings, at)) return undefined;
  switch (block.type) {
    case 'paragraph':
      return writePhrasing(block.children, true) || undefined;
    case 'heading': {
      const written = writePhrasing(block.children, false, ' ');
      return !written || /^\s/.test(written) ? undefined : `${'#'.repeat(block.depth)} ${written}`;
    }
    case 'list':
      return writeList(block);
    case 'blockquote':
      return writeQuote(block);
    case 'code':
      return writeCode(block);
    case 'thematicBreak':
      // Dashes on the first line would open front matter.
      return at === 0 ? '***' : '---';
    default:
      return undefined;
  }
}

/** Two lists in a row are told apart by their bullets: whoever writes one has to know of the other. */
const standsAlone = (siblings: readonly RootContent[], at: number): boolean =>
  siblings[at]?.type !== 'list' || (siblings[at - 1]?.type !== 'list' && siblings[at + 1]?.type !== 'list');

function writeCode({ lang, meta, value }: Code): string | undefined {
  if (meta || value === '' || /```|\r/.test(value) || !PLAIN_LANGUAGE.test(lang ?? '')) return undefined;
  return `\`\`\`${lang ?? ''}\n${value}\n\`\`\``;
}

function writeQuote(quote: Blockquote): string | undefined {
  if (quote.data !== undefined || quote.children.length === 0) return undefined;
  const written = writeAll(quote.children);
  return written === undefined ? undefined : indented(written, '> ', '> ', '>');
}

/** Blocks of a container, which cannot open front matter. */
function writeAll(children: readonly RootContent[]): string | undefined {
  const blocks: string[] = [];
  for (const [at, child] of children.entries()) {
    const written = child.type === 'thematicBreak' ? undefined : writeBlock(children, at);
    if (written === undefined) return undefined;
    blocks.push(written);
  }
  return blocks.join('\n\n');
}

function writeList(list: List): string | undefined {
  if (typeof list.spread !== 'boolean' || list.children.length === 0) return undefined;
  let number = typeof list.start === 'number' && list.start > -1 ? list.start : 1;
  const items: string[] = [];
  for (const item of list.children) {
    const written = writeItem(item, list.ordered ? `${number}. ` : '- ');
    if (written === undefined) return undefined;
    items.push(written);
    number += 1;
  }
  return items.join(list.spread ? '\n\n' : '\n');
}

/** A paragraph, and maybe a list behind it; more where blank lines part the blocks. */
function writeItem(item: ListItem, mark: string): string | undefined {
  const [first, second] = item.children;
  if (typeof item.checked === 'boolean' || typeof item.spread !== 'boolean' || first?.type !== 'paragraph') {
    return undefined;
  }
  if (item.spread) {
    const all = writeAll(item.children);
    return all === undefined ? undefined : indented(all, mark, ' '.repeat(mark.length), '');
  }
  if (item.children.length > 2) return undefined;
  const written = writePhrasing(first.children, true);
  if (!written) return undefined;
  if (second === undefined) return indented(written, mark, ' '.repeat(mark.length), '');
  if (second.type !== 'list') return undefined;
  const list = writeList(second);
  // A list that does not begin with 1 needs a blank line before it.
  if (list === undefined || (second.ordered && (second.start ?? 1) !== 1)) return undefined;
  return indented(`${written}\n${list}`, mark, ' '.repeat(mark.length), '');
}

/** Puts something before each line; blank lines get another thing. */
function indented(written: string, first: string, next: string, blank: string): string {
  if (!written.includes('\n')) return first + written;
  return written
    .split('\n')
    .map((line, at) => (at === 0 ? first + line : line === '' ? blank : next + line))
    .join('\n');
}

/** What stands in one line or a few. `before` and `after` are the characters around it. */
function writePhrasing(
  children: readonly PhrasingContent[],
  mayBreak: boolean,
  before = LINE_END,
  after = LINE_END,
): string | undefined {
  let written = '';
  // Asked of `written`, the last character would cost its length each time.
  let last = before;
  for (const [at, child] of children.entries()) {
    const next = children[at + 1];
    if (isMark(child) && isMark(next)) return undefined;
    const piece = writePiece(child, last, next === undefined ? after : firstOf(next), mayBreak);
    if (piece === undefined) return undefined;
    if (piece !== '') last = piece.charAt(piece.length - 1);
    written += piece;
  }
  return written;
}

const isMark = (node: PhrasingContent | undefined): boolean => node?.type === 'strong' || node?.type === 'emphasis';

/** The character that a node begins with where it is written here. */
function firstOf(node: PhrasingContent): string {
  switch (node.type) {
    case 'text':
      return node.value.charAt(0);
    case 'link':
      return '[';
    case 'image':
      return '!';
    case 'inlineCode':
      return '`';
    case 'break':
      return '\\';
    default:
      return '*';
  }
}

function writePiece(node: PhrasingContent, before: string, after: string, mayBreak: boolean): string | undefined {
  switch (node.type) {
    case 'text':
      return isProse(node.value, before, after) ? node.value : undefined;
    case 'link':
      return writeLink(node);
    case 'strong':
      return writeMarked(node.children, '**', before, after);
    case 'emphasis':
      return writeMarked(node.children, '*', before, after);
    case 'inlineCode':
      return PLAIN_CODE.test(node.value) ? `\`${node.value}\`` : undefined;
    case 'image':
      return writeImage(node);
    case 'break':
      return mayBreak && before !== LINE_END && after !== LINE_END ? '\\\n' : undefined;
    default:
      return undefined;
  }
}

/**
 * Marks hold around letters whatever stands beside them, and around other characters where blanks do (CommonMark,
 * left- and right-flanking runs).
 */
function writeMarked(
  children: readonly PhrasingContent[],
  mark: string,
  before: string,
  after: string,
): string | undefined {
  const [first] = children;
  if (first === undefined || children.some(isMark)) return undefined;
  const inside = writePhrasing(children, false, '*', '*');
  if (!inside || !forms(inside.charAt(0), before) || !forms(inside.charAt(inside.length - 1), after)) return undefined;
  return mark + inside + mark;
}

const forms = (inside: string, outside: string): boolean =>
  LETTER.test(inside) || (/\S/.test(inside) && /^[ \n]$/.test(outside));

/** A link whose text is its own address becomes an autolink elsewhere. */
function writeLink({ title, url, children }: Link): string | undefined {
  if (title || !PLAIN_ADDRESS.test(url) || children.some(isMark)) return undefined;
  const [first] = children;
  if (children.length === 1 && first?.type === 'text' && url.endsWith(first.value)) return undefined;
  const label = writePhrasing(children, false, '[', ']');
  return label === undefined ? undefined : `[${label}](${address(url)})`;
}

function writeImage({ alt, title, url }: Image): string | undefined {
  if (title || !PLAIN_ADDRESS.test(url) || (alt && !isProse(alt, '[', ']'))) return undefined;
  return `![${alt ?? ''}](${address(url)})`;
}

const address = (url: string): string => url.replace(/&(?=[#A-Za-z])/g, '\\&');
