/** Document → JSON: the keys of docs/json.md, in a fixed order. Each block's `markdown` is a slice of the whole. */
import type { List, ListItem, Root, RootContent } from 'mdast';
import type { Document } from '../document.ts';
import type { WriteOptions } from '../options.ts';
import { withoutControls } from './controls.ts';
import { EXTENSIONS } from './extensions.ts';
import { toMarkdownPieces } from './markdown.ts';
import { blockText, inlineText, joinTexts, tableRows } from './text.ts';

interface Item {
  text: string;
  items?: Item[];
}

export const json = {
  name: 'json',
  extension: EXTENSIONS.json,
  write: (document: Document, options: WriteOptions = {}) =>
    `${visible(JSON.stringify(rowOf(document, options), null, 2))}\n`,
};
export const jsonl = {
  name: 'jsonl',
  extension: EXTENSIONS.jsonl,
  write: (document: Document, options: WriteOptions = {}) => `${visible(JSON.stringify(rowOf(document, options)))}\n`,
};

/**
 * Bidi overrides as escapes: whoever looks at the JSON sees them, whoever reads it gets them. So are the line ends of
 * Unicode, at which some readers of lines part them.
 */
const visible = (json: string): string =>
  json.replace(/[\u0085\u2028-\u202e\u2066-\u2069]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });

function rowOf(document: Document, { ast = false, style = {} }: WriteOptions): Record<string, unknown> {
  const { markdown, pieces } = toMarkdownPieces(document.body, style);
  const { text, texts } = toTexts(document.body);
  return {
    schemaVersion: document.schemaVersion,
    id: document.id,
    url: document.url,
    input: document.input,
    metadata: document.metadata,
    markdown,
    text,
    blocks: blocksOf(document.body.children, pieces, texts),
    comments: document.comments && allBlocks(document.comments, style),
    quality: document.quality,
    cut: document.trace?.filter(({ keep }) => !keep).map(({ by, score, path, text }) => ({ by, score, path, text })),
    mdast: ast ? document.body : undefined,
  };
}

function allBlocks(body: Root, style: WriteOptions['style']): Record<string, unknown>[] {
  return blocksOf(body.children, toMarkdownPieces(body, style).pieces, toTexts(body).texts);
}

/** The text of a body, and of each of its blocks. */
function toTexts(body: Root): { text: string; texts: readonly string[] } {
  const texts = body.children.map(blockText);
  const whole = joinTexts(texts);
  const text = withoutControls(whole);
  return { text, texts: text === whole ? texts : texts.map(withoutControls) };
}

/** Blocks in order, each with the piece of the whole that it wrote. */
function blocksOf(
  children: readonly RootContent[],
  pieces: readonly string[],
  texts: readonly string[],
): Record<string, unknown>[] {
  const blocks: Record<string, unknown>[] = [];
  for (let at = 0; at < children.length; at += 1)
    blocks.push(blockOf(children[at] as RootContent, pieces[at] ?? '', texts[at] ?? ''));
  return blocks;
}

const blockOf = (block: RootContent, markdown: string, text: string): Record<string, unknown> => ({
  type: block.type,
  markdown,
  text,
  recovered: block.data?.recovered,
  ...detailsOf(block),
});

function detailsOf(block: RootContent): Record<string, unknown> {
  if (block.type === 'heading') return { depth: block.depth };
  if (block.type === 'list') return { ordered: block.ordered === true, items: itemsOf(block) };
  if (block.type === 'code') return { lang: block.lang ?? undefined, value: block.value };
  if (block.type !== 'table') return {};
  const [header = [], ...rows] = tableRows(block);
  return { header: header.some((cell) => cell !== '') ? header : null, rows };
}

const itemsOf = (list: List): Item[] => list.children.map(itemOf);

function itemOf({ children }: ListItem): Item {
  const texts: string[] = [];
  const items: Item[] = [];
  for (const child of children) {
    if (child.type !== 'list') texts.push(inlineText(child));
    else for (const item of itemsOf(child)) items.push(item);
  }
  const text = texts.join('\n');
  return items.length > 0 ? { text, items } : { text };
}
