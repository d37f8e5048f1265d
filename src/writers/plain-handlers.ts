/**
 * Texts in which nothing could need escaping are written as they are: most of them, and the library would try some
 * forty patterns on each. Whatever is not plainly harmless goes to the library.
 */
import type { Heading, Link, Paragraph, Text } from 'mdast';
import { defaultHandlers, type Handlers } from 'mdast-util-to-markdown';
import { plainChild, writeLink } from './direct.ts';
import { isPlain } from './is-plain.ts';
import { paragraph as longParagraph } from './long-paragraph.ts';
import { text as longText } from './long-text.ts';

const LINE = { before: '\n', after: '\n' };

const text: Handlers['text'] = Object.assign(
  ((node: Text, parent, state, info) =>
    isPlain(node.value, info) ? node.value : longText(node, parent, state, info)) satisfies Handlers['text'],
  { peek: longText.peek },
);

const paragraph: Handlers['paragraph'] = (node: Paragraph, parent, state, info) => {
  const isTask = parent?.type === 'listItem' && typeof parent.checked === 'boolean';
  return (isTask ? undefined : plainChild(node.children, info)) ?? longParagraph(node, parent, state, info);
};

const heading: Handlers['heading'] = (node: Heading, parent, state, info) => {
  const plain = plainChild(node.children, LINE);
  return plain === undefined || state.options.setext
    ? defaultHandlers.heading(node, parent, state, info)
    : `${'#'.repeat(Math.max(1, Math.min(6, node.depth)))} ${plain}`;
};

const link: Handlers['link'] = Object.assign(
  ((node: Link, parent, state, info) =>
    writeLink(node) ?? defaultHandlers.link(node, parent, state, info)) satisfies Handlers['link'],
  { peek: (defaultHandlers.link as PeekHandle).peek },
);

interface PeekHandle {
  readonly peek: Handlers['link'];
}

/** Handlers that write what is plain themselves, and leave the rest to the library's: byte for byte the same. */
export const plainHandlers = { text, paragraph, heading, link };
