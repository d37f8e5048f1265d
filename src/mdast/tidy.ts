/**
 * Puts a body in order, whatever it was made from: the title first and once, heading depths without jumps, no empties.
 * A page that was asked for whole stays as it is.
 */
import type { Blockquote, Heading, Nodes, Root, RootContent } from 'mdast';
import type { Warning } from '../document.ts';
import { lettersOf } from '../words.ts';
import { fieldsOf } from './fields.ts';
import { flattenNesting } from './nesting.ts';

export interface TidyOptions {
  readonly title?: string;
  readonly isWhole?: boolean;
}

export function tidy(body: Root, { title, isWhole = false }: TidyOptions): { body: Root; warnings: Warning[] } {
  const { body: shallow, warnings } = flattenNesting(body);
  if (isWhole) return { body: shallow, warnings };
  const blocks = shallow.children.filter(isFull).filter(parts);
  const children = title === undefined ? blocks : withTitle(blocks, title);
  return { body: { type: 'root', children: levelled(children, title !== undefined) }, warnings };
}

/** A rule behind all else, or right after another, parts nothing. */
function parts(block: RootContent, at: number, blocks: readonly RootContent[]): boolean {
  if (block.type !== 'thematicBreak') return true;
  return blocks[at - 1]?.type !== 'thematicBreak' && at < blocks.findLastIndex(({ type }) => type !== 'thematicBreak');
}

function isFull(block: RootContent): boolean {
  if (block.type === 'paragraph' || block.type === 'heading') return holdsWords(block) || holdsLeaf(block);
  if (block.type === 'code') return block.value.trim() !== '';
  if (block.type === 'list' || block.type === 'blockquote' || block.type === 'table') return block.children.length > 0;
  return true;
}

function holdsWords(node: Nodes): boolean {
  const open: Nodes[] = [node];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const { value, children } = fieldsOf(at);
    if (value !== undefined && value.trim() !== '') return true;
    if (children !== undefined) for (const child of children) open.push(child);
  }
  return false;
}

function wordsOf(node: Nodes): string {
  let words = '';
  const open: Nodes[] = [node];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const { value, children = [] } = fieldsOf(at);
    if (value !== undefined) words += value;
    for (let child = children.length - 1; child >= 0; child -= 1) open.push(children[child] as Nodes);
  }
  return words;
}

/** Something to see that is no words. */
const holdsLeaf = (node: Nodes): boolean =>
  node.type === 'image' ||
  node.type === 'footnoteReference' ||
  ('children' in node && node.children.some((child: Nodes) => holdsLeaf(child)));

/** With more text than this before it, a heading that says the title is a section of that name. */
const LONGEST_BEFORE_TITLE = 400;

/** The page's first heading that says the title becomes the title; where none does, one is put before the body. */
function withTitle(blocks: readonly RootContent[], title: string): RootContent[] {
  const key = lettersOf(title);
  const same = (block: RootContent) => block.type === 'heading' && lettersOf(wordsOf(block)) === key;
  const own = findEarly(blocks, same) as Heading | undefined;
  const heading: Heading =
    own === undefined
      ? { type: 'heading', depth: 1, children: [{ type: 'text', value: title }] }
      : { ...own, depth: 1 };
  const rest = own === undefined ? withoutInQuote(blocks, same) : blocks.filter((block) => block !== own);
  return [heading, ...rest];
}

/** A quote that opens with the page's title gave it: the title is not said twice. */
function withoutInQuote(
  blocks: readonly RootContent[],
  isWanted: (block: RootContent) => boolean,
): readonly RootContent[] {
  const opens = (block: RootContent) =>
    block.type === 'blockquote' && block.children[0] !== undefined && isWanted(block.children[0]);
  const quote = findEarly(blocks, opens) as Blockquote | undefined;
  if (quote === undefined) return blocks;
  const left: Blockquote = { ...quote, children: quote.children.slice(1) };
  return blocks.flatMap((block) => (block !== quote ? [block] : left.children.length > 0 ? [left] : []));
}

function findEarly(blocks: readonly RootContent[], isWanted: (block: RootContent) => boolean): RootContent | undefined {
  let before = 0;
  for (const block of blocks) {
    if (isWanted(block)) return block;
    before += wordsOf(block).length;
    if (before > LONGEST_BEFORE_TITLE) return undefined;
  }
  return undefined;
}

/** Depths after the title start at 2 and go down one step at a time; two equal depths stay equal. */
function levelled(blocks: readonly RootContent[], hasTitle: boolean): RootContent[] {
  const open: { source: number; depth: number }[] = [];
  const levelled = [...blocks];
  for (let at = hasTitle ? 1 : 0; at < blocks.length; at += 1) {
    const block = blocks[at] as RootContent;
    if (block.type !== 'heading') continue;
    while (open.length > 0 && (open.at(-1)?.source ?? 0) >= block.depth) open.pop();
    const depth = Math.min(6, (open.at(-1)?.depth ?? 1) + 1) as Heading['depth'];
    open.push({ source: block.depth, depth });
    if (depth !== block.depth) levelled[at] = { ...block, depth };
  }
  return levelled;
}
