/** mdast → GFM Markdown by remark-stringify. */
import type { Nodes, Root, RootContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { mathToMarkdown } from 'mdast-util-math';
import remarkStringify, { type Options } from 'remark-stringify';
import { type Processor, unified } from 'unified';
import type { Document } from '../document.ts';
import type { MarkdownStyle, WriteOptions } from '../options.ts';
import { withoutControls } from './controls.ts';
import { writeBlock } from './direct.ts';
import { directHandlers } from './direct-handlers.ts';
import { EXTENSIONS } from './extensions.ts';
import { frontMatter } from './front-matter.ts';
import { handlers } from './handlers.ts';
import { escapeReferences } from './reference.ts';
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

/** A root on its way through the library: what of its blocks is written already, and room for the others. */
interface Partly extends Root {
  readonly written: (string | undefined)[];
}
type RootHandler = NonNullable<NonNullable<Options['handlers']>['root']>;

/**
 * The blocks that are left, each with the library told where it stands among the others: how a block is written hangs
 * on its neighbours (the second of two lists changes its bullet).
 */
const writeRest: RootHandler = (node: Partly, _parent, state, info) => {
  const { children, written } = node;
  escapeReferences(state);
  const around = { ...info, before: '\n', after: '\n' };
  state.indexStack.push(-1);
  for (let at = 0; at < children.length; at += 1) {
    const child = children[at] as RootContent;
    state.indexStack[state.indexStack.length - 1] = at;
    written[at] ??= state.handle(child, node, state, around);
    if (child.type !== 'list') state.bulletLastUsed = undefined;
  }
  state.indexStack.pop();
  return written.join('\n\n');
};

const processorOf = (plugin: (this: Processor) => void, style: MarkdownStyle, own = handlers) =>
  unified()
    .use(plugin)
    .use(remarkStringify, { ...optionsOf(style), handlers: { ...own, root: writeRest } })
    .freeze();

/** One for all pages in the usual style. */
const usual = processorOf(gfm, {}, directHandlers);

/** What each block wrote, and the whole. */
interface Written {
  readonly markdown: string;
  readonly pieces: readonly string[];
}

/** The Markdown, and what each block of the root wrote of it. In the usual style most blocks do not take the library. */
export function toMarkdownPieces(body: Root, style: MarkdownStyle = {}): Written {
  const isUsual = Object.keys(style).length === 0;
  const hasMath = holdsMath(body);
  const written: (string | undefined)[] = [];
  for (let at = 0; at < body.children.length; at += 1) {
    const piece = isUsual ? writeBlock(body.children, at) : undefined;
    // Beside formulas a dollar sign is escaped, wherever it stands.
    written.push(hasMath && piece?.includes('$') ? undefined : piece);
  }
  const whole = written.includes(undefined)
    ? processorFor(hasMath, isUsual, style).stringify({ ...body, written } as Partly)
    : closed(written.join('\n\n'));
  const markdown = withoutControls(whole);
  const pieces = written as readonly string[];
  return { markdown, pieces: markdown === whole ? pieces : pieces.map(withoutControls) };
}

function processorFor(hasMath: boolean, isUsual: boolean, style: MarkdownStyle) {
  if (hasMath) return processorOf(gfmAndMath, style);
  return isUsual ? usual : processorOf(gfm, style);
}

const closed = (text: string): string => (text === '' ? '' : `${text}\n`);

export const toMarkdown = (body: Root, style: MarkdownStyle = {}): string => toMarkdownPieces(body, style).markdown;

export const markdown = {
  name: 'markdown',
  extension: EXTENSIONS.markdown,
  write: (document: Document, { style = {}, frontMatter: hasFrontMatter = false }: WriteOptions = {}): string =>
    (hasFrontMatter ? frontMatter(document) : '') + toMarkdown(document.body, style),
};
