/** mdast → GFM Markdown by remark-stringify. */
import type { Nodes, Root } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { mathToMarkdown } from 'mdast-util-math';
import remarkStringify, { type Options } from 'remark-stringify';
import { type Processor, unified } from 'unified';
import type { Document } from '../document.ts';
import type { MarkdownStyle, WriteOptions } from '../options.ts';
import { withoutControls } from './controls.ts';
import { writeBlocks } from './direct.ts';
import { ended } from './direct-markdown.ts';
import { frontMatter } from './front-matter.ts';
import { handlers } from './handlers.ts';
import { optionsOf } from './style.ts';

/** Made once: the library keeps the patterns it has compiled on them. */
const GFM = gfmToMarkdown();
const MATH = mathToMarkdown();

function gfm(this: Processor): void {
  this.data('toMarkdownExtensions', [GFM]);
}

/** With formulas, a dollar sign that is none is escaped; without, prices stay readable. */
function gfmAndMath(this: Processor): void {
  this.data('toMarkdownExtensions', [GFM, MATH]);
}

function holdsMath(body: Root): boolean {
  const open: Nodes[] = [body];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'math' || node.type === 'inlineMath') return true;
    if ('children' in node) for (const child of node.children) open.push(child);
  }
  return false;
}

const processorOf = (plugin: (this: Processor) => void, style: MarkdownStyle, more: Options['handlers'] = {}) =>
  unified()
    .use(plugin)
    .use(remarkStringify, { ...optionsOf(style), handlers: { ...handlers, ...more } })
    .freeze();

/** One for all pages in the usual style. */
const usual = processorOf(gfm, {});

function stringify(body: Root, style: MarkdownStyle, more?: Options['handlers']): string {
  const isUsual = more === undefined && Object.keys(style).length === 0 && !holdsMath(body);
  const processor = isUsual ? usual : processorOf(holdsMath(body) ? gfmAndMath : gfm, style, more);
  return withoutControls(processor.stringify(body));
}

export function toMarkdown(body: Root, style: MarkdownStyle = {}): string {
  if (Object.keys(style).length > 0 || holdsMath(body)) return stringify(body, style);
  const written = writeBlocks(body.children, (run) =>
    usual.stringify({ type: 'root', children: run }).replace(/\n$/, ''),
  );
  return withoutControls(ended(written ?? ''));
}

type RootHandler = NonNullable<NonNullable<Options['handlers']>['root']>;

/**
 * The same Markdown, and what each block of the root wrote of it. How a block is written hangs on its
 * neighbours (the second of two lists changes its bullet), so the pieces are taken from the one run.
 */
export function toMarkdownPieces(
  body: Root,
  style: MarkdownStyle = {},
): { markdown: string; pieces: readonly string[] } {
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
  return { markdown: stringify(body, style, { root }), pieces };
}

export const markdown = {
  name: 'markdown',
  extension: 'md',
  write: (document: Document, { style = {}, frontMatter: hasFrontMatter = false }: WriteOptions = {}): string =>
    (hasFrontMatter ? frontMatter(document) : '') + toMarkdown(document.body, style),
};
