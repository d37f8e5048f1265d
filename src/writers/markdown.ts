/** mdast → GFM Markdown by remark-stringify: one frozen processor serves all documents. */

import type { Root } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import remarkStringify from 'remark-stringify';
import { type Processor, unified } from 'unified';
import type { Document } from '../document.ts';

function gfm(this: Processor): void {
  this.data('toMarkdownExtensions', [gfmToMarkdown()]);
}

const processor = unified()
  .use(gfm)
  .use(remarkStringify, { bullet: '-', emphasis: '*', fences: true, rule: '-', listItemIndent: 'one' })
  .freeze();

/** C0 and C1 controls but tab and newline: they would command a terminal. */
const CONTROLS = /[\0-\x08\x0b-\x1f\x7f-\x9f]/g;

export const toMarkdown = (body: Root): string => processor.stringify(body).replace(CONTROLS, '');

export const markdown = {
  name: 'markdown',
  extension: 'md',
  write: ({ body }: Document): string => toMarkdown(body),
};
