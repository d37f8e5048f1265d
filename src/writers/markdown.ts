/** mdast → GFM Markdown by remark-stringify. */
import type { Nodes, Root } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { mathToMarkdown } from 'mdast-util-math';
import remarkStringify, { type Options } from 'remark-stringify';
import { type Processor, unified } from 'unified';
import type { Document } from '../document.ts';
import type { MarkdownStyle, WriteOptions } from '../options.ts';
import { withoutControls } from './controls.ts';
import { writeBlock } from './direct.ts';
import { EXTENSIONS } from './extensions.ts';
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

type RootHandler = NonNullable<NonNullable<Options['handlers']>['root']>;

const processorOf = (plugin: (this: Processor) => void, style: MarkdownStyle, root: RootHandler) =>
  unified()
    .use(plugin)
    .use(remarkStringify, { ...optionsOf(style), handlers: { ...handlers, root } })
    .freeze();

/**
 * Blocks that can be written directly are, the others by the library, which is told where it stands among them: how a
 * block is written hangs on its neighbours (the second of two lists changes its bullet). `pieces` takes what each wrote.
 */
const rootOf =
  (isDirect: boolean, pieces?: string[]): RootHandler =>
  (node: Root, _parent, state, info) => {
    const { children } = node;
    const written: string[] = [];
    const around = { ...info, before: '\n', after: '\n' };
    state.indexStack.push(-1);
    for (const [at, child] of children.entries()) {
      state.indexStack[state.indexStack.length - 1] = at;
      const piece = (isDirect ? writeBlock(children, at) : undefined) ?? state.handle(child, node, state, around);
      written.push(piece);
      pieces?.push(withoutControls(piece));
      if (child.type !== 'list') state.bulletLastUsed = undefined;
    }
    state.indexStack.pop();
    return written.join('\n\n');
  };

/** One for all pages in the usual style. */
const usual = processorOf(gfm, {}, rootOf(true));

function stringify(body: Root, style: MarkdownStyle, pieces?: string[]): string {
  const hasMath = holdsMath(body);
  const isDirect = Object.keys(style).length === 0 && !hasMath;
  const processor =
    isDirect && pieces === undefined ? usual : processorOf(hasMath ? gfmAndMath : gfm, style, rootOf(isDirect, pieces));
  return withoutControls(processor.stringify(body));
}

export const toMarkdown = (body: Root, style: MarkdownStyle = {}): string => stringify(body, style);

/** The same Markdown, and what each block of the root wrote of it. */
export function toMarkdownPieces(
  body: Root,
  style: MarkdownStyle = {},
): { markdown: string; pieces: readonly string[] } {
  const pieces: string[] = [];
  return { markdown: stringify(body, style, pieces), pieces };
}

export const markdown = {
  name: 'markdown',
  extension: EXTENSIONS.markdown,
  write: (document: Document, { style = {}, frontMatter: hasFrontMatter = false }: WriteOptions = {}): string =>
    (hasFrontMatter ? frontMatter(document) : '') + toMarkdown(document.body, style),
};
