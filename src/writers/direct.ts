/**
 * Blocks in which nothing could need escaping → Markdown, without the library: most blocks of most pages. What is not
 * plainly harmless is undefined here and goes to remark-stringify; the bytes are the same either way.
 */
import type { Blockquote, Image, Link, List, ListItem, PhrasingContent, RootContent } from 'mdast';
import { isPlain } from './is-plain.ts';

/** An address of these needs neither brackets nor escapes. */
const PLAIN_ADDRESS = /^[\w\-.:/?#,;=%+@~!]+$/;
const LETTER = /^[\p{L}\p{N}]$/u;
const PLAIN_CODE = /^[^`\s](?:[^`\r\n]*[^`\s])?$/;
const LABEL = { before: '[', after: ']' };
const INSIDE = { before: '*', after: '*' };
const LINE_END = '\n';

/** Blocks that `rest` has to write are handed to it in runs, as they stand in a row. Undefined where it gives nothing. */
export function writeBlocks(
  blocks: readonly RootContent[],
  rest: (run: RootContent[]) => string | undefined,
): string | undefined {
  const written: string[] = [];
  let run: RootContent[] = [];
  for (let at = 0; at <= blocks.length; at += 1) {
    const block = blocks[at];
    const own = block !== undefined && standsAlone(blocks, at) ? writeBlock(block, at === 0) : undefined;
    if (block !== undefined && own === undefined) {
      run.push(block);
      continue;
    }
    if (run.length > 0) {
      const value = rest(run);
      if (value === undefined) return undefined;
      written.push(value);
      run = [];
    }
    if (own !== undefined) written.push(own);
  }
  return written.join('\n\n');
}

/** A block in the usual style, or undefined. `isFirst` says that nothing stands before it in the document. */
function writeBlock(block: RootContent, isFirst: boolean): string | undefined {
  switch (block.type) {
    case 'paragraph':
      return writePhrasing(block.children, true);
    case 'heading': {
      const written = writePhrasing(block.children, false);
      return written === undefined ? undefined : `${'#'.repeat(block.depth)} ${written}`;
    }
    case 'list':
      return writeList(block);
    case 'blockquote':
      return writeQuote(block);
    case 'thematicBreak':
      // Dashes on the first line would open front matter.
      return isFirst ? '***' : '---';
    default:
      return undefined;
  }
}

/** Two lists in a row are told apart by their bullets: whoever writes one has to know of the other. */
const standsAlone = (siblings: readonly RootContent[], at: number): boolean =>
  siblings[at]?.type !== 'list' || (siblings[at - 1]?.type !== 'list' && siblings[at + 1]?.type !== 'list');

function writeQuote(quote: Blockquote): string | undefined {
  if (quote.data !== undefined || quote.children.length === 0) return undefined;
  const blocks: string[] = [];
  for (const [at, child] of quote.children.entries()) {
    if (!standsAlone(quote.children, at) || child.type === 'thematicBreak') return undefined;
    const written = writeBlock(child, false);
    if (written === undefined) return undefined;
    blocks.push(written);
  }
  return indented(blocks.join('\n\n'), '> ', '> ', '>');
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

/** A paragraph, and maybe a list behind it. */
function writeItem(item: ListItem, mark: string): string | undefined {
  const [first, second] = item.children;
  if (typeof item.checked === 'boolean' || typeof item.spread !== 'boolean') return undefined;
  if (first?.type !== 'paragraph' || item.children.length > 2) return undefined;
  const written = writePhrasing(first.children, true);
  if (written === undefined || written === '') return undefined;
  if (second === undefined) return indented(written, mark, ' '.repeat(mark.length), '');
  if (second.type !== 'list') return undefined;
  const list = writeList(second);
  // A list that does not begin with 1 needs a blank line before it.
  if (list === undefined || (second.ordered && !item.spread && (second.start ?? 1) !== 1)) return undefined;
  return indented(written + (item.spread ? '\n\n' : '\n') + list, mark, ' '.repeat(mark.length), '');
}

/** Puts something before each line; blank lines get another thing. */
function indented(written: string, first: string, next: string, blank: string): string {
  if (!written.includes('\n')) return first + written;
  return written
    .split('\n')
    .map((line, at) => (at === 0 ? first + line : line === '' ? blank : next + line))
    .join('\n');
}

function writePhrasing(children: readonly PhrasingContent[], mayBreak: boolean): string | undefined {
  let written = '';
  for (const [at, child] of children.entries()) {
    const before = at === 0 ? LINE_END : written.slice(-1);
    const after = at === children.length - 1 ? LINE_END : '*';
    const piece = writePiece(child, before, after, mayBreak);
    if (piece === undefined || (isMark(child) && isMark(children[at + 1]))) return undefined;
    written += piece;
  }
  return written;
}

const isMark = (node: PhrasingContent | undefined): boolean =>
  node !== undefined && (node.type === 'strong' || node.type === 'emphasis' || node.type === 'delete');

function writePiece(
  node: PhrasingContent,
  before: string,
  after: string,
  mayBreak: boolean,
): string | undefined {
  switch (node.type) {
    case 'text':
      return isPlain(node.value, { before, after }) ? node.value : undefined;
    case 'link':
      return writeLink(node);
    case 'strong':
      return marked(node.children, '**');
    case 'emphasis':
      return marked(node.children, '*');
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

/** The text of a node that holds one plain text and nothing else. */
export function plainChild(
  children: readonly PhrasingContent[],
  around: { readonly before: string; readonly after: string },
): string | undefined {
  const [only] = children;
  return children.length === 1 && only?.type === 'text' && isPlain(only.value, around) ? only.value : undefined;
}

/** Between letters marks of this kind always hold, whatever stands around them. */
function marked(children: readonly PhrasingContent[], mark: string): string | undefined {
  const value = plainChild(children, INSIDE);
  if (value === undefined || !LETTER.test(value.charAt(0)) || !LETTER.test(value.charAt(value.length - 1))) {
    return undefined;
  }
  return mark + value + mark;
}

/** A link with a plain text; one whose text is its own address becomes an autolink elsewhere. */
export function writeLink(node: Link): string | undefined {
  if (node.title || !PLAIN_ADDRESS.test(node.url)) return undefined;
  const value = plainChild(node.children, LABEL);
  return value === undefined || node.url.endsWith(value) ? undefined : `[${value}](${node.url})`;
}

function writeImage({ alt, title, url }: Image): string | undefined {
  if (title || !PLAIN_ADDRESS.test(url) || (alt && !isPlain(alt, LABEL))) return undefined;
  return `![${alt ?? ''}](${url})`;
}
