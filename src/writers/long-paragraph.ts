/**
 * Paragraphs of very many parts, written a run of parts at a time: the library weighs all emphasis of a paragraph
 * together, in memory many times its size. A run ends with a blank of plain text before a part that is no text:
 * nothing that is escaped or emphasised reaches across, so the bytes are the same.
 */
import type { Paragraph, PhrasingContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import type { Handlers } from 'mdast-util-to-markdown';

type Handler = NonNullable<Handlers['paragraph']>;

const RUN = 1000;

/** GFM's own writes the check box of a task before its paragraph. */
const ordinary = gfmToMarkdown().extensions?.find(({ handlers }) => handlers?.paragraph)?.handlers
  ?.paragraph as Handler;

export const paragraph: Handler = (node: Paragraph, parent, state, info) => {
  const isTask = parent?.type === 'listItem' && typeof parent.checked === 'boolean';
  if (isTask || node.children.length <= RUN * 2) return ordinary(node, parent, state, info);
  const exits = [state.enter('paragraph'), state.enter('phrasing')];
  const written: string[] = [];
  let before = info.before;
  for (let start = 0; start < node.children.length; ) {
    const end = runEnd(node.children, start + RUN);
    const children = node.children.slice(start, end);
    // What follows is a mark: any will do, as the run ends in text.
    const after = end === node.children.length ? info.after : '*';
    const value = state.containerPhrasing({ type: 'paragraph', children }, { ...info, before, after });
    written.push(value);
    before = value.slice(-1);
    start = end;
  }
  for (const exit of exits.reverse()) exit();
  return written.join('');
};

function runEnd(children: readonly PhrasingContent[], from: number): number {
  for (let end = from; end < children.length; end += 1) {
    const last = children[end - 1];
    const isMark = /^(?:strong|emphasis|delete|link|inlineCode)$/.test(children[end]?.type ?? '');
    if (isMark && last?.type === 'text' && last.value.endsWith(' ')) return end;
  }
  return children.length;
}
