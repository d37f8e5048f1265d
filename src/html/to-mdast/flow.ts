/**
 * Kept nodes → blocks. Text gathers in pieces with the marks around it; an element that parts text closes the
 * paragraph they make. Marks go on into blocks, so a link or a bold around paragraphs is on each of them.
 * Depth is bounded by the parser's cap on nesting.
 */
import type { BlockContent, DefinitionContent, Heading } from 'mdast';
import type {} from 'mdast-util-math';
import { attribute, children, kind, NONE, type NodeId, parent, tag, text } from '../../tree/node.ts';
import { isMarkupText } from '../block.ts';
import { titleOfButton } from '../button-titles.ts';
import { factsOf } from '../element-facts.ts';
import { calloutKind } from './callout.ts';
import { calloutBlock, quote } from './callout-block.ts';
import { checkOf, isCheckBox } from './check-box.ts';
import { codeBlock, codeTable, isGutter } from './code.ts';
import { isCodeBox, isCodeLines } from './code-box.ts';
import { isCodeLabel } from './code-label.ts';
import { BLOCKS, SKIPPED } from './elements.ts';
import { heading } from './heading.ts';
import { isHidden } from './hidden.ts';
import { hasImageBefore, image, isImage } from './image.ts';
import { list } from './list.ts';
import { blockMarks, marksOf } from './marks.ts';
import { equationsOf, type Formula, formula } from './math.ts';
import { holdsOnlyMarks, isOverNotes, note, notes } from './note.ts';
import { isOwnLine } from './own-line.ts';
import { phrasing } from './phrasing.ts';
import { type Leaf, type Marks, type Piece, settle, textPiece } from './pieces.ts';
import { classOf, isAlive, type State } from './state.ts';
import { table } from './table.ts';
import { isRoleTable } from './table-rows.ts';
import { acrossBreaks, partsOf } from './tex-in-text.ts';
import { addWordItem, docsLevel, wordItem } from './word-list.ts';

export type Block = BlockContent | DefinitionContent;

/** The item of a list whose content is walked: a check box at its start makes it a task. */
export interface Item {
  checked?: boolean;
}

export type Flow = (state: State, nodes: readonly NodeId[], marks: Marks, item?: Item) => Block[];

interface Out {
  readonly blocks: Block[];
  pieces: Piece[];
  readonly item: Item | undefined;
}

export const flow: Flow = (state, nodes, marks, item) => {
  const out: Out = { blocks: [], pieces: [], item };
  for (const node of nodes) walk(state, node, marks, out);
  close(out);
  return out.blocks;
};

function close(out: Out): void {
  if (out.pieces.length === 0) return;
  for (const run of settle(out.pieces)) out.blocks.push({ type: 'paragraph', children: phrasing(run) });
  out.pieces = [];
}

function walk(state: State, node: NodeId, marks: Marks, out: Out): void {
  const { tree } = state;
  const name = tag(tree, node);
  if (kind(tree, node) === 'text') {
    if (isAlive(state, node) && !isMarkupText(tree, node)) pushTextAndMath(state, node, marks, out);
    return;
  }
  if (kind(tree, node) !== 'element' && kind(tree, node) !== 'document') return;
  if (name === 'script' ? !isAlive(state, parent(tree, node)) : !isAlive(state, node)) return;
  if (isFurniture(state, node)) return;
  const shown = formula(state, node);
  if (shown === 'copy') return;
  if (shown !== undefined) {
    pushFormula(shown, marks, out);
    return;
  }
  if (checkBox(state, node, out)) return;
  if (SKIPPED.has(name) && titleOfButton(tree, node) === NONE) return;
  if (name === 'dialog' && attribute(tree, node, 'open') === undefined) return;
  if (name === 'code' && isCodeLines(state, node)) {
    close(out);
    out.blocks.push(codeBlock(state, node));
    return;
  }
  if (!BLOCKS.has(name) && name !== '') {
    const isApart = isOwnLine(tree, node);
    if (isApart) close(out);
    inline(state, node, marks, out);
    if (isApart) close(out);
    return;
  }
  close(out);
  const item = wordItem(state, node);
  // One by one: a page may have more blocks than a call takes arguments.
  if (item === undefined) for (const made of block(state, node, marks, out)) out.blocks.push(made);
  else addWordItem(out.blocks, item, flow(state, children(tree, node), marks), state.wordLists);
}

function pushFormula({ tex, isDisplay, number }: Formula, marks: Marks, out: Out): void {
  if (isDisplay) {
    close(out);
    for (const made of displayed(tex, number)) out.blocks.push(made);
  } else pushLeaf({ type: 'inlineMath', value: tex }, marks, out);
}

/** A formula, and its number under it: beside it, the number would be taken for a part of the TeX. */
const displayed = (tex: string, number: string | undefined): Block[] => [
  { type: 'math', value: tex },
  ...(number === undefined
    ? []
    : [{ type: 'paragraph' as const, children: [{ type: 'text' as const, value: number }] }]),
];

function pushTextAndMath(state: State, node: NodeId, marks: Marks, out: Out): void {
  const { tree, texInText } = state;
  const isTex = texInText !== 'none' && marks.code === undefined;
  const across = isTex ? acrossBreaks(tree, node, texInText) : undefined;
  // What the formula took is not walked again.
  for (const taken of across?.taken ?? []) state.alive[taken] = 0;
  const value = across?.value ?? text(tree, node);
  const parts = isTex ? partsOf(value, texInText) : undefined;
  if (parts === undefined) pushText(value, marks, out);
  else
    for (const part of parts) {
      if (typeof part === 'string') pushText(part, marks, out);
      else pushFormula(part, marks, out);
    }
}

function pushText(value: string, marks: Marks, out: Out): void {
  if (!marks.lines) {
    out.pieces.push(textPiece(value, marks));
    return;
  }
  for (const [at, line] of value.split('\n').entries()) {
    if (at > 0) out.pieces.push({ kind: 'break', marks });
    out.pieces.push(textPiece(line, marks));
  }
}

const pushLeaf = (node: Leaf, marks: Marks, out: Out): void => {
  out.pieces.push({ kind: 'leaf', node, marks: marks.code === undefined ? marks : { ...marks, code: undefined } });
};

/** At the start of an item: its box. Gives whether the element is one. */
function checkBox({ tree }: State, node: NodeId, { item, blocks, pieces }: Out): boolean {
  if (item === undefined || item.checked !== undefined || blocks.length > 0) return isCheckBox(tree, node);
  const checked = checkOf(tree, node);
  if (checked === undefined) return false;
  if (pieces.every((piece) => piece.kind === 'text' && piece.value.trim() === '')) item.checked = checked;
  return true;
}

/** Permalinks of headings, edit links, links back from notes, copy buttons. */
function isFurniture(state: State, node: NodeId): boolean {
  const { tree } = state;
  if (state.footnotes.backLinks.has(node)) return true;
  const named = factsOf(tree).classes[node] as number;
  if (state.copies[named] === 1) return true;
  if (state.furniture[named] === 1) return !/^(?:div|section|article|main|p|h[1-6]|pre)$/.test(tag(tree, node));
  if (isCodeLabel(state, node)) return true;
  if (tag(tree, node) !== 'a' || !attribute(tree, node, 'href')?.includes('#')) return false;
  return /^[\s#¶§🔗\u200b]*$/u.test(text(tree, node)) && /^h[1-6]$/.test(tag(tree, parent(tree, node)));
}

/** What browsers draw around an element. */
const AROUND: Readonly<Record<string, readonly [string, string]>> = { q: ['"', '"'], rt: ['(', ')'] };

function inline(state: State, node: NodeId, marks: Marks, out: Out): void {
  const { tree } = state;
  const name = tag(tree, node);
  if (name === 'br') {
    out.pieces.push(marks.code === undefined ? { kind: 'break', marks } : textPiece(' ', marks));
    return;
  }
  if (isImage(name)) {
    const found = image(state, node);
    if (found !== undefined) pushLeaf(found, marks, out);
    return;
  }
  const label = state.footnotes.references.get(node) ?? state.footnotes.asides.get(node);
  if (label !== undefined) {
    if (state.footnotes.asides.has(node)) state.notes.push(note(state, label, flow(state, children(tree, node), {})));
    pushLeaf(
      { type: 'footnoteReference', identifier: label, label },
      { ...marks, raw: undefined, link: undefined },
      out,
    );
    return;
  }
  if ((name === 'rp' && !state.allowHtml) || isHidden(state, node) || (name === 'noscript' && isImageCopy(state, node)))
    return;
  if (name === 'sup' && holdsOnlyMarks(state, node)) {
    for (const child of children(tree, node)) if (kind(tree, child) === 'element') walk(state, child, marks, out);
    return;
  }
  const inside = marksOf(state, node, marks);
  const [before, after] = (state.allowHtml ? undefined : AROUND[name]) ?? [];
  if (before !== undefined) pushText(before, marks, out);
  for (const child of children(tree, node)) walk(state, child, inside, out);
  // Labels in a row are set apart by their boxes.
  if (name === 'label') pushText(' ', marks, out);
  if (after !== undefined) pushText(after, marks, out);
}

const isImageCopy = (state: State, noscript: NodeId): boolean =>
  text(state.tree, noscript).trim() === '' && hasImageBefore(state, noscript);

function block(state: State, node: NodeId, marks: Marks, out: Out): Block[] {
  const { tree } = state;
  const name = tag(tree, node);
  const inside = children(tree, node);
  const label = state.footnotes.definitions.get(node);
  if (label !== undefined) return notes(state, node, label, marks, flow);
  const role = attribute(tree, node, 'role');
  const level = /^h[1-6]$/.test(name)
    ? Number(name[1])
    : role === 'heading'
      ? Number(attribute(tree, node, 'aria-level') ?? 2)
      : 0;
  if (level >= 1 && state.footnotes.sections.has(parent(tree, node)) && isHidden(state, node)) return [];
  if (level >= 1) return heading(flow(state, inside, marks), Math.min(6, level) as Heading['depth']);
  const callout = calloutKind(state, node);
  if (callout !== undefined) return [calloutBlock(state, node, callout, marks, flow)];
  switch (name) {
    case 'ul':
    case 'ol':
    case 'menu':
    case 'dir':
      return joinedLists(state, node, list(state, node, marks, flow), out.blocks);
    case 'blockquote':
      return [quote(flow(state, inside, marks) as BlockContent[])];
    case 'pre':
    case 'listing':
    case 'xmp':
    case 'plaintext':
      return preformatted(state, node, marks);
    case 'hr':
      return isOverNotes(state, node) ? [] : [{ type: 'thematicBreak' }];
    case 'table': {
      const equations = equationsOf(state, node);
      if (equations !== undefined) return equations.flatMap(({ tex, number }) => displayed(tex, number));
      return codeOf(state, node, marks) ?? table(state, node, marks, flow);
    }
    case 'details':
      return state.allowHtml ? details(state, inside, marks) : flow(state, inside, marks);
    case 'dt':
      return flow(state, inside, { ...marks, strong: marks.strong ?? node });
    default:
      if (role !== undefined && isRoleTable(state, node)) return table(state, node, marks, flow);
      if (isCodeBox(state, node)) return [codeBlock(state, node)];
      return flow(state, inside, blockMarks(state, node, marks), out.blocks.length === 0 ? out.item : undefined);
  }
}

/** `<details>` as it is: an HTML block a tag, so that what is inside stays Markdown. */
function details(state: State, inside: readonly NodeId[], marks: Marks): Block[] {
  const isSummary = (node: NodeId) => tag(state.tree, node) === 'summary';
  const title = flow(state, inside.filter(isSummary), marks);
  const body = flow(
    state,
    inside.filter((node) => !isSummary(node)),
    marks,
  );
  const summary = title.map(
    (part): Block =>
      part.type === 'paragraph'
        ? {
            ...part,
            children: [{ type: 'html', value: '<summary>' }, ...part.children, { type: 'html', value: '</summary>' }],
          }
        : part,
  );
  return [{ type: 'html', value: '<details>' }, ...summary, ...body, { type: 'html', value: '</details>' }];
}

/** A list of Google Docs goes into the one before it; others are blocks of their own. */
function joinedLists(state: State, node: NodeId, made: Block[], before: Block[]): Block[] {
  const level = docsLevel(state, node);
  if (level === undefined) return made;
  return made.filter((part) => {
    if (part.type !== 'list') return true;
    const ordered = part.ordered === true;
    for (const { children: content } of part.children)
      addWordItem(before, { level, ordered, number: part.start ?? undefined }, content as Block[], state.wordLists);
    return false;
  });
}

/** The code of a table, under its title; undefined for any other table. */
function codeOf(state: State, node: NodeId, marks: Marks): Block[] | undefined {
  const found = codeTable(state, node);
  return found === undefined
    ? undefined
    : [...found.titles.flatMap((title) => flow(state, children(state.tree, title), marks)), found.code];
}

/** Verse keeps its lines and its marks. */
function preformatted(state: State, node: NodeId, marks: Marks): Block[] {
  const { tree } = state;
  if (isGutter(state, node)) return [];
  if (/(?:^|\s)(?:wp-block-)?(?:verse|poem|poetry)(?:\s|$)/.test(classOf(tree, node)))
    return flow(state, children(tree, node), { ...marks, lines: true });
  for (const child of children(tree, node)) {
    for (const inner of [child, ...children(tree, child)]) {
      const code = tag(tree, inner) === 'table' ? codeOf(state, inner, {}) : undefined;
      if (code !== undefined) return code;
    }
  }
  return [codeBlock(state, node)];
}
