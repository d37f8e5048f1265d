/** mdast → GFM Markdown by remark-stringify: one frozen processor serves all documents. */

import type { Root } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import remarkStringify, { type Options } from 'remark-stringify';
import { type Processor, unified } from 'unified';
import type { Document } from '../document.ts';
import { withoutControls } from './controls.ts';
import { plainHandlers } from './plain-handlers.ts';

const STYLE: Options = { bullet: '-', emphasis: '*', fences: true, rule: '-', listItemIndent: 'one' };

function gfm(this: Processor): void {
  this.data('toMarkdownExtensions', [gfmToMarkdown()]);
}

const processor = unified()
  .use(gfm)
  .use(remarkStringify, { ...STYLE, handlers: plainHandlers })
  .freeze();

export const toMarkdown = (body: Root): string => withoutControls(processor.stringify(body));

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
    .use(gfm)
    .use(remarkStringify, { ...STYLE, handlers: { ...plainHandlers, root } });
  return { markdown: withoutControls(recording.stringify(body)), pieces };
}

export const markdown = {
  name: 'markdown',
  extension: 'md',
  write: ({ body }: Document): string => toMarkdown(body),
};
