/** Callouts and quotations → quotes; the kind stands in `data`, for writers to set the marker. */
import type { BlockContent, Blockquote, Paragraph, PhrasingContent } from 'mdast';
import { attribute, children, firstChild, NONE, type NodeId, nextInside, text } from '../../tree/node.ts';
import { nameSet, ofTag } from '../../tree/scan.ts';
import { squeeze } from '../../words.ts';
import { type CalloutKind, calloutParts, markedKind } from './callout.ts';
import { QUOTE } from './class-words.ts';
import type { Flow } from './flow.ts';
import { changed, type Marks } from './pieces.ts';
import { classOf, isAlive, type State } from './state.ts';

export function calloutBlock(state: State, node: NodeId, callout: CalloutKind, marks: Marks, flow: Flow): Blockquote {
  const { icons, title } = calloutParts(state, node);
  for (const icon of icons) state.alive[icon] = 0;
  const own = title?.isOwn ? titleOf(state, title.node, marks, flow) : [];
  if (title !== undefined) state.alive[title.node] = 0;
  const body = flow(state, children(state.tree, node), marks) as BlockContent[];
  return { type: 'blockquote', data: { callout }, children: [...own, ...body] };
}

/** A title that is kept from screen readers, whom a label tells the same, is seen all the same. */
function titleOf(state: State, node: NodeId, marks: Marks, flow: Flow): BlockContent[] {
  if (isAlive(state, node))
    return flow(state, children(state.tree, node), changed(marks, { strong: node })) as BlockContent[];
  if (attribute(state.tree, node, 'aria-hidden') !== 'true') return [];
  const value = squeeze(text(state.tree, node));
  const line: Paragraph = { type: 'paragraph', children: [{ type: 'strong', children: [{ type: 'text', value }] }] };
  return [line];
}

const BOXES = nameSet('div p section aside');
const QUOTES = nameSet('blockquote');

/** A box that is named a quotation and holds none of its own element. */
export function isQuoteBox({ tree, classWords }: State, node: NodeId): boolean {
  if (ofTag(BOXES, tree, node) === 0 || !classWords.say(node, QUOTE)) return false;
  for (let at = firstChild(tree, node); at !== NONE; at = nextInside(tree, at, node))
    if (ofTag(QUOTES, tree, at) === 1) return false;
  return true;
}

const POST = /(?:^|[\s_-])post[_-]?(?:content|text|body|message)(?:\s|$)/i;
/** vBulletin sets each post in a `<blockquote>`. */
export const isPost = ({ tree }: State, quotation: NodeId): boolean => POST.test(classOf(tree, quotation));

/** A quotation, or the callout that a renderer without callouts has left as one. */
export function quote(content: BlockContent[]): Blockquote {
  const [first, ...others] = content;
  const [start, ...rest] = first?.type === 'paragraph' ? first.children : [];
  const marked = start?.type === 'text' ? markedKind(start.value) : undefined;
  if (marked === undefined || start?.type !== 'text') return { type: 'blockquote', children: content };
  const left: PhrasingContent = { type: 'text', value: start.value.slice(marked.length) };
  const line = left.value !== '' ? [left, ...rest] : rest[0]?.type === 'break' ? rest.slice(1) : rest;
  return {
    type: 'blockquote',
    data: { callout: marked.kind },
    children: line.length > 0 ? [{ type: 'paragraph', children: line }, ...others] : others,
  };
}
