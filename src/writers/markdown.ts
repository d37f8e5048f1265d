/** mdast → GFM Markdown by remark-stringify: one frozen processor serves all documents. */
import type { Blockquote, Nodes, Root } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { mathToMarkdown } from 'mdast-util-math';
import { defaultHandlers, type Handlers } from 'mdast-util-to-markdown';
import remarkStringify, { type Options } from 'remark-stringify';
import { type Processor, unified } from 'unified';
import type { Document } from '../document.ts';
import { withoutControls } from './controls.ts';
import { plainHandlers } from './plain-handlers.ts';

const STYLE: Options = { bullet: '-', emphasis: '*', fences: true, rule: '-', listItemIndent: 'one' };

function gfm(this: Processor): void {
  this.data('toMarkdownExtensions', [gfmToMarkdown()]);
}

/** With formulas, a dollar sign that is none is escaped; without, prices stay readable. */
function gfmAndMath(this: Processor): void {
  this.data('toMarkdownExtensions', [gfmToMarkdown(), mathToMarkdown()]);
}

type Handler = NonNullable<Handlers['blockquote']>;

/** A callout is a quote whose first line names its kind: `> [!NOTE]`. */
const blockquote: Handler = (node: Blockquote, parent, state, info) => {
  const written = defaultHandlers.blockquote(node, parent, state, info);
  const callout = node.data?.callout;
  if (callout === undefined) return written;
  // Only a paragraph may go on right under the marker: a list or a table would not begin there.
  const part = node.children[0]?.type === 'paragraph' ? '' : '>\n';
  return `> [!${callout.toUpperCase()}]\n${part}${written}`;
};

const HANDLERS = { ...plainHandlers, blockquote };

const processors = [gfm, gfmAndMath].map((extensions) =>
  unified()
    .use(extensions)
    .use(remarkStringify, { ...STYLE, handlers: HANDLERS })
    .freeze(),
);

function holdsMath(body: Root): boolean {
  const open: Nodes[] = [body];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'math' || node.type === 'inlineMath') return true;
    if ('children' in node) for (const child of node.children) open.push(child);
  }
  return false;
}

export const toMarkdown = (body: Root): string =>
  withoutControls(
    (processors[holdsMath(body) ? 1 : 0] as Processor<undefined, undefined, undefined, Root, string>).stringify(body),
  );

type RootHandler = NonNullable<NonNullable<Options['handlers']>['root']>;

/**
 * The same Markdown, and what each block of the root wrote of it. How a block is written hangs on its
 * neighbours (the second of two lists changes its bullet), so the pieces are taken from the one run.
 */
export function toMarkdownPieces(body: Root): { markdown: string; pieces: readonly string[] } {
  const pieces: string[] = [];
  const root: RootHandler = (node: Root, _parent, state, info) => {
    const { handle } = state;
    const record: typeof handle = (child, parent, within, around) => {
      const written = handle(child, parent, within, around);
      if (parent === node) pieces.push(withoutControls(written));
      return written;
    };
    // The library looks handlers up on the function itself.
    state.handle = Object.assign(record, handle);
    const written = state.containerFlow(node, info);
    state.handle = handle;
    return written;
  };
  const recording = unified()
    .use(holdsMath(body) ? gfmAndMath : gfm)
    .use(remarkStringify, { ...STYLE, handlers: { ...HANDLERS, root } });
  return { markdown: withoutControls(recording.stringify(body)), pieces };
}

export const markdown = {
  name: 'markdown',
  extension: 'md',
  write: ({ body }: Document): string => toMarkdown(body),
};
