/** mdast → GFM Markdown by remark-stringify. */
import type { Nodes, Root, RootContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { mathToMarkdown } from 'mdast-util-math';
import type { Info, State } from 'mdast-util-to-markdown';
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
    if ('children' in node) for (const child of node.children) if (child.type !== 'text') open.push(child);
  }
  return false;
}

/** A root on its way through the library, with the list that takes what each of its blocks wrote. */
interface Collecting extends Root {
  readonly pieces?: string[] | undefined;
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
function writeRoot(node: Collecting, state: State, info: Info, isDirect: boolean): string {
  const { children, pieces } = node;
  const written: string[] = [];
  const around = { ...info, before: '\n', after: '\n' };
  state.indexStack.push(-1);
  for (let at = 0; at < children.length; at += 1) {
    const child = children[at] as RootContent;
    state.indexStack[state.indexStack.length - 1] = at;
    const piece = (isDirect ? writeBlock(children, at) : undefined) ?? state.handle(child, node, state, around);
    written.push(piece);
    pieces?.push(withoutControls(piece));
    if (child.type !== 'list') state.bulletLastUsed = undefined;
  }
  state.indexStack.pop();
  return written.join('\n\n');
}
const directly: RootHandler = (node: Collecting, _parent, state, info) => writeRoot(node, state, info, true);
const byLibrary: RootHandler = (node: Collecting, _parent, state, info) => writeRoot(node, state, info, false);

/** One for all pages in the usual style. */
const usual = processorOf(gfm, {}, directly);

function processorFor(body: Root, style: MarkdownStyle) {
  if (holdsMath(body)) return processorOf(gfmAndMath, style, byLibrary);
  return Object.keys(style).length === 0 ? usual : processorOf(gfm, style, byLibrary);
}

function stringify(body: Root, style: MarkdownStyle, pieces?: string[]): string {
  const collecting: Collecting = { ...body, pieces };
  return withoutControls(processorFor(body, style).stringify(collecting));
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
