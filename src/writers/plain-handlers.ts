/**
 * Texts in which nothing could need escaping are written as they are: most of them, and the library would try some
 * forty patterns on each. Whatever is not plainly harmless goes to the library.
 */
import type { Heading, Link, Nodes, Paragraph, Text } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { defaultHandlers, type Handlers, type Info } from 'mdast-util-to-markdown';
import { text as longText } from './long-text.ts';

/** ASCII characters that no pattern of remark-stringify or GFM names inside a line: others escape, or start something. */
const HARMLESS = harmless('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ,;.:?%/"\'()-+=');
/** Of these, those that also mean nothing at the start of a line. */
const HARMLESS_FIRST = harmless('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ ,;?%/"\'');

function harmless(characters: string): Uint8Array {
  const table = new Uint8Array(0x80);
  for (const character of characters) table[character.charCodeAt(0)] = 1;
  return table;
}

const SPACE = 32;
const DOT = 46;
const SOLIDUS = 47;
const COLON = 58;
const LINE_END = /[\r\n]/;

/** Whether a text between these neighbours is written as it is. */
export function isPlain(value: string, { before, after }: Pick<Info, 'before' | 'after'>): boolean {
  const first = value.charCodeAt(0);
  const last = value.charCodeAt(value.length - 1);
  if (!(first >= 0x80 || HARMLESS_FIRST[first] === 1) || last === COLON) return false;
  if (first === SPACE && LINE_END.test(before)) return false;
  if (last === SPACE && LINE_END.test(after)) return false;
  let previous = 0;
  for (let at = 0; at < value.length; at += 1) {
    const code = value.charCodeAt(at);
    if (code < 0x80) {
      if (HARMLESS[code] === 0) return false;
      // `www.` and `http://` would become links.
      if (code === DOT && (previous | SPACE) === 119) return false;
      if (code === SOLIDUS && previous === COLON) return false;
    }
    previous = code;
  }
  return true;
}

/** The text of a node that holds one plain text and nothing else. */
function plainChild(children: readonly Nodes[], around: Pick<Info, 'before' | 'after'>): string | undefined {
  const [only] = children;
  return children.length === 1 && only?.type === 'text' && isPlain(only.value, around) ? only.value : undefined;
}

const LINE = { before: '\n', after: '\n' };
const LABEL = { before: '[', after: ']' };
/** An address of these needs neither brackets nor escapes. */
const PLAIN_ADDRESS = /^[\w\-.:/?#,;=%+@~!]+$/;

const text: Handlers['text'] = Object.assign(
  ((node: Text, parent, state, info) =>
    isPlain(node.value, info) ? node.value : longText(node, parent, state, info)) satisfies Handlers['text'],
  { peek: longText.peek },
);

/** GFM's writes the box of a task before the words of its item. */
const gfmParagraph: Handlers['paragraph'] =
  gfmToMarkdown().extensions?.find(({ handlers }) => handlers?.paragraph)?.handlers?.paragraph ??
  defaultHandlers.paragraph;

const paragraph: Handlers['paragraph'] = (node: Paragraph, parent, state, info) => {
  const isTask = parent?.type === 'listItem' && typeof parent.checked === 'boolean';
  return (isTask ? undefined : plainChild(node.children, info)) ?? gfmParagraph(node, parent, state, info);
};

const heading: Handlers['heading'] = (node: Heading, parent, state, info) => {
  const plain = plainChild(node.children, LINE);
  return plain === undefined || state.options.setext
    ? defaultHandlers.heading(node, parent, state, info)
    : `${'#'.repeat(Math.max(1, Math.min(6, node.depth)))} ${plain}`;
};

const link: Handlers['link'] = Object.assign(
  ((node: Link, parent, state, info) => {
    const plain = node.title ? undefined : plainChild(node.children, LABEL);
    // A text that is its own address becomes an autolink.
    const isOwn = plain !== undefined && node.url.endsWith(plain);
    return plain === undefined || isOwn || !PLAIN_ADDRESS.test(node.url)
      ? defaultHandlers.link(node, parent, state, info)
      : `[${plain}](${node.url})`;
  }) satisfies Handlers['link'],
  { peek: (defaultHandlers.link as PeekHandle).peek },
);

interface PeekHandle {
  readonly peek: Handlers['link'];
}

/** Handlers that write what is plain themselves, and leave the rest to the library's: byte for byte the same. */
export const plainHandlers = { text, paragraph, heading, link };
