/**
 * Texts in which nothing could need escaping are written as they are: most of them, and the library would try some
 * forty patterns on each. Whatever is not plainly harmless goes to the library.
 */
import type { Heading, Image, Link, Nodes, Paragraph, Text } from 'mdast';
import { defaultHandlers, type Handlers, type Info } from 'mdast-util-to-markdown';
import { withDestination } from './destination.ts';
import { isPlain } from './is-plain.ts';
import { paragraph as longParagraph } from './long-paragraph.ts';
import { text as longText } from './long-text.ts';
import { withoutSpareEscapes } from './spare-escapes.ts';

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
  ((node: Text, parent, state, info) => {
    if (isPlain(node.value, info)) return node.value;
    const written = longText(node, parent, state, info);
    return state.stack.includes('label') ? written : withoutSpareEscapes(written, info.before, info.after);
  }) satisfies Handlers['text'],
  { peek: longText.peek },
);

const paragraph: Handlers['paragraph'] = (node: Paragraph, parent, state, info) => {
  const isTask = parent?.type === 'listItem' && typeof parent.checked === 'boolean';
  return (isTask ? undefined : plainChild(node.children, info)) ?? longParagraph(node, parent, state, info);
};

const heading: Handlers['heading'] = (node: Heading, parent, state, info) => {
  const plain = plainChild(node.children, LINE);
  return plain === undefined || state.options.setext
    ? withLastSign(defaultHandlers.heading(node, parent, state, info))
    : `${'#'.repeat(Math.max(1, Math.min(6, node.depth)))} ${plain}`;
};

/** `## C#`: only behind a blank a number sign would close the heading. */
export const withLastSign = (written: string): string => written.replace(/(?<=[^\s#\\])\\#$/, '#');

const link: Handlers['link'] = Object.assign(
  ((node: Link, parent, state, info) => {
    const plain = node.title ? undefined : plainChild(node.children, LABEL);
    // A text that is its own address becomes an autolink.
    const isOwn = plain !== undefined && node.url.endsWith(plain);
    return plain === undefined || isOwn || !PLAIN_ADDRESS.test(node.url)
      ? withDestination(defaultHandlers.link(node, parent, state, info), node.url)
      : `[${plain}](${node.url})`;
  }) satisfies Handlers['link'],
  { peek: (defaultHandlers.link as PeekHandle).peek },
);

const image: Handlers['image'] = Object.assign(
  ((node: Image, parent, state, info) =>
    withDestination(defaultHandlers.image(node, parent, state, info), node.url)) satisfies Handlers['image'],
  { peek: (defaultHandlers.image as PeekHandle).peek },
);

interface PeekHandle {
  readonly peek: Handlers['link'];
}

/** Handlers that write what is plain themselves, and leave the rest to the library's: byte for byte the same, but for escapes that nothing needs. */
export const plainHandlers = { text, paragraph, heading, link, image };
