/** The notes of a page → footnote definitions, without the mark that they begin with. */
import type { BlockContent, FootnoteDefinition, PhrasingContent } from 'mdast';
import { children, firstChild, kind, NONE, type NodeId, nextSibling, parent, text } from '../../tree/node.ts';
import type { Block, Flow } from './flow.ts';
import type { Marks } from './pieces.ts';
import { classOf, type State } from './state.ts';

/** The definitions of an element that is a note, or several. */
export function notes(state: State, node: NodeId, label: string, marks: Marks, flow: Flow): FootnoteDefinition[] {
  const parts = state.footnotes.parts.get(node);
  const inside = children(state.tree, node);
  if (parts === undefined || parts.size < 2) return [note(state, label, flow(state, inside, marks))];
  const found: { label: string; nodes: NodeId[] }[] = [];
  for (const child of inside) {
    const begins = parts.get(child);
    if (begins !== undefined) found.push({ label: begins, nodes: [] });
    (found.at(-1) ?? (found[0] = { label, nodes: [] })).nodes.push(child);
  }
  return found.map((part) => note(state, part.label, flow(state, part.nodes, marks)));
}

export function note({ footnotes }: State, label: string, blocks: readonly Block[]): FootnoteDefinition {
  const content = withoutMark(blocks as readonly BlockContent[], footnotes.shown.get(label) ?? '');
  return { type: 'footnoteDefinition', identifier: label, label, children: content };
}

/** `1. `, `[1] `, `<sup>1</sup> `, or what is left of them where the number was a link back. */
function withoutMark(blocks: readonly BlockContent[], shown: string): BlockContent[] {
  const [first, ...others] = blocks;
  if (first?.type !== 'paragraph') return [...blocks];
  const left = trimmed(first.children, shown);
  if (left.length > 0 || others.length === 0) return [{ ...first, children: left }, ...others];
  return others;
}

function trimmed(line: readonly PhrasingContent[], shown: string): PhrasingContent[] {
  let rest = [...line];
  if (isTag(rest[0], '<sup>') && isTag(rest[2], '</sup>') && says(rest[1], shown)) rest = rest.slice(3);
  else if (rest[0] !== undefined && 'children' in rest[0] && says(rest[0], shown)) rest = rest.slice(1);
  const isCut = rest.length < line.length;
  const [first, ...others] = rest;
  if (first?.type !== 'text') return rest;
  const mark = /^\s*[[(]?\s*([^\s[\]().:]*)\s*[\])]?[.:)]?(?:\s+|$)/.exec(first.value);
  const isMark =
    mark !== null && (mark[1] === '' || (!isCut && mark[1] === shown && /^\S+\s/.test(mark[0].trimStart())));
  const value = isMark ? first.value.slice(mark[0].length) : isCut ? first.value.trimStart() : first.value;
  // A colon parted the mark, a link back, from the note.
  const said = isCut || isMark ? value : value.replace(/^[:：]\s*(?=[\p{L}\p{N}])/u, '');
  return said === '' ? others : [{ type: 'text', value: said }, ...others];
}

const isTag = (node: PhrasingContent | undefined, value: string): boolean =>
  node?.type === 'html' && node.value === value;

/** Whether a node says the mark, and nothing else but brackets and a full stop. */
function says(node: PhrasingContent | undefined, shown: string): boolean {
  const [only] = node !== undefined && 'children' in node ? node.children : [node];
  return shown !== '' && only?.type === 'text' && only.value.replace(/[\s[\]().:]/g, '') === shown;
}

/** A rule that parts the notes from the text: Markdown's own footnotes have one. */
export function isOverNotes({ tree, footnotes }: State, rule: NodeId): boolean {
  if (footnotes.definitions.size === 0) return false;
  if (footnotes.sections.has(parent(tree, rule)) || /footnotes-sep/.test(classOf(tree, rule))) return true;
  let next = nextSibling(tree, rule);
  while (next !== NONE) {
    if (footnotes.definitions.has(next) || footnotes.sections.has(next)) return true;
    const isBlank = kind(tree, next) !== 'element' && text(tree, next).trim() === '';
    next = isBlank ? nextSibling(tree, next) : firstChild(tree, next);
  }
  return false;
}

/** `<sup>[<a href="#fn1">1</a>]</sup>`: its brackets and commas belong to the mark. */
export function holdsOnlyMarks({ tree, footnotes }: State, sup: NodeId): boolean {
  let found = false;
  for (const child of children(tree, sup)) {
    if (footnotes.references.has(child)) found = true;
    else if (!/^[\s[\](),;（）［］、，]*$/.test(text(tree, child))) return false;
  }
  return found;
}
