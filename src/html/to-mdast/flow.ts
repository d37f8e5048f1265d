/**
 * Kept nodes → blocks. Text gathers in pieces with the marks around it; an element that parts text closes the
 * paragraph they make. Marks go on into blocks, so a link or a bold around paragraphs is on each of them.
 * Depth is bounded by the parser's cap on nesting.
 */
import type { BlockContent, DefinitionContent, Heading } from 'mdast';
import type {} from 'mdast-util-math';
import { attribute, children, firstChild, NONE, type NodeId, nextSibling, parent, tag, text } from '../../tree/node.ts';
import { isBare, isElement, isGap, isText, nameSet, nameTable, ofTag } from '../../tree/scan.ts';
import { isMarkupText } from '../block.ts';
import { titleOfButton } from '../button-titles.ts';
import { EMBEDS } from '../embeds.ts';
import { pushAll } from '../push-all.ts';
import { boldLine } from './bold-line.ts';
import { boxGrid, mayBeGrid } from './box-grid.ts';
import { calloutKind } from './callout.ts';
import { calloutBlock, isPost, isQuoteBox, quote } from './callout-block.ts';
import { checkOf, isCheckBox } from './check-box.ts';
import { codeBlock, codeTable, isGutter } from './code.ts';
import { isCodeBox, isCodeLines } from './code-box.ts';
import { details } from './details.ts';
import { BLOCKS, SKIPPED } from './elements.ts';
import { embed, isInLine, isPlayer } from './embed.ts';
import { isFurniture } from './furniture.ts';
import { heading } from './heading.ts';
import { isHidden } from './hidden.ts';
import { hasImageBeside, image, isImage, signOf } from './image.ts';
import { joinedLists } from './joined-lists.ts';
import { isNextLink } from './link-row.ts';
import { isLooseItem, isRoleList, list } from './list.ts';
import { markedBox, mayBeMarked } from './marker-box.ts';
import { blockMarks, marksOf } from './marks.ts';
import { equationsOf, type Formula, formula } from './math.ts';
import { holdsOnlyMarks, isOverNotes, note, notes } from './note.ts';
import { isOwnLine } from './own-line.ts';
import { phrasing } from './phrasing.ts';
import {
  breakPiece,
  changed,
  type Leaf,
  leafPiece,
  type Marks,
  NO_MARKS,
  type Piece,
  settle,
  textPiece,
} from './pieces.ts';
import { isNextPart, isTouchingNumber } from './set-apart.ts';
import { classOf, isAlive, type State } from './state.ts';
import { table } from './table.ts';
import { isRoleTable, isShownTable } from './table-rows.ts';
import { isNameOverPanel, isTabRow, nameOfPanel } from './tabs.ts';
import { acrossBreaks, mayHoldTex, partsOf, texInTextOf } from './tex-in-text.ts';
import { withTypedLists } from './typed-list.ts';
import { isNextVerse } from './verse.ts';
import { addWordItem, wordItem } from './word-list.ts';

export type Block = BlockContent | DefinitionContent;

/** The item of a list whose content is walked: a check box at its start makes it a task. */
export interface Item {
  checked: boolean | undefined;
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
  return withTypedLists(out.blocks);
};

function close(out: Out): void {
  if (out.pieces.length === 0) return;
  const runs = settle(out.pieces);
  for (let at = 0; at < runs.length; at += 1)
    out.blocks.push({ type: 'paragraph', children: phrasing(runs[at] as Piece[]) });
  out.pieces = [];
}

const SCRIPT = nameSet('script');
const DIALOG = nameSet('dialog');

function walk(state: State, node: NodeId, marks: Marks, out: Out): void {
  const { tree } = state;
  if (isText(tree, node)) {
    // A gap at the start of a line is nothing, wherever the line stands.
    if (!isAlive(state, node) || (out.pieces.length === 0 && marks.lines === undefined && isGap(tree, node))) return;
    if (!isMarkupText(tree, node)) pushTextAndMath(state, node, marks, out);
    return;
  }
  if (!isElement(tree, node) && node !== 0) return;
  if (!isAlive(state, ofTag(SCRIPT, tree, node) === 1 ? parent(tree, node) : node)) return;
  const hasAttributes = !isBare(tree, node);
  if (hasAttributes && isFurniture(state, node)) return;
  const shown = formula(state, node);
  if (shown === 'copy') return;
  if (shown !== undefined) {
    pushFormula(shown, marks, out);
    return;
  }
  if (hasAttributes && checkBox(state, node, out)) return;
  if (ofTag(EMBEDS, tree, node) === 1 && marks.link === undefined && marks.code === undefined) {
    const shown = embed(state, node);
    if (shown === undefined) return;
    if (isInLine(tree, node)) pushLeaf(shown, marks, out);
    else {
      close(out);
      out.blocks.push({ type: 'paragraph', children: [shown] });
    }
    return;
  }
  if (ofTag(SKIPPED, tree, node) === 1) {
    const title = titleOfButton(tree, node);
    if (title === NONE) return;
    if (title === node) {
      close(out);
      const parts = flow(state, children(tree, node), marks);
      pushAll(
        out.blocks,
        parts.map((part) => (part.type === 'paragraph' ? boldLine(part) : part)),
      );
      return;
    }
  }
  if (ofTag(DIALOG, tree, node) === 1 && attribute(tree, node, 'open') === undefined) return;
  if (isCodeLines(state, node)) {
    close(out);
    out.blocks.push(codeBlock(state, node));
    return;
  }
  if (ofTag(BLOCKS, tree, node) === 0 && node !== 0) {
    const isTitle = isNameOverPanel(tree, node);
    const isApart = isTitle || isOwnLine(tree, node);
    if (isApart) close(out);
    inline(state, node, isTitle ? changed(marks, { strong: marks.strong ?? node }) : marks, out);
    if (isApart) close(out);
    return;
  }
  close(out);
  const item = hasAttributes ? wordItem(state, node) : undefined;
  if (hasAttributes && isNextVerse(state, node)) pushVerse(out.blocks, block(state, node, marks, out));
  else if (item === undefined) pushAll(out.blocks, block(state, node, marks, out));
  else addWordItem(out.blocks, item, flow(state, children(tree, node), marks), state.wordLists);
}

/** A line of verse goes on in the paragraph of the one before it. */
function pushVerse(blocks: Block[], made: readonly Block[]): void {
  const [line] = made;
  const before = blocks.at(-1);
  if (made.length === 1 && line?.type === 'paragraph' && before?.type === 'paragraph') {
    before.children.push({ type: 'break' });
    pushAll(before.children, line.children);
  } else pushAll(blocks, made);
}

function pushFormula({ tex, isDisplay, number }: Formula, marks: Marks, out: Out): void {
  if (isDisplay) {
    close(out);
    pushAll(out.blocks, displayed(tex, number));
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
  const { tree } = state;
  const own = text(tree, node);
  const isTex = marks.code === undefined && mayHoldTex(own);
  const texInText = isTex ? texInTextOf(tree) : 'none';
  if (texInText === 'none') {
    pushText(own, marks, out);
    return;
  }
  const across = acrossBreaks(tree, node, texInText);
  // What the formula took is not walked again.
  for (const taken of across?.taken ?? []) state.alive[taken] = 0;
  const value = across?.value ?? own;
  const parts = partsOf(value, texInText);
  if (parts === undefined) pushText(value, marks, out);
  else
    for (const part of parts) {
      if (typeof part === 'string') pushText(part, marks, out);
      else pushFormula(part, marks, out);
    }
}

function pushText(value: string, marks: Marks, out: Out): void {
  if (marks.lines === undefined) {
    out.pieces.push(textPiece(value, marks));
    return;
  }
  for (const [at, line] of value.split('\n').entries()) {
    if (at > 0) out.pieces.push(breakPiece(marks));
    out.pieces.push(textPiece(line, marks));
  }
}

const pushLeaf = (node: Leaf, marks: Marks, out: Out): void => {
  out.pieces.push(leafPiece(node, marks.code === undefined ? marks : changed(marks, { code: undefined })));
};

/** At the start of an item: its box. Gives whether the element is one. */
function checkBox({ tree }: State, node: NodeId, { item, blocks, pieces }: Out): boolean {
  if (item === undefined || item.checked !== undefined || blocks.length > 0) return isCheckBox(tree, node);
  const checked = checkOf(tree, node);
  if (checked === undefined) return false;
  if (pieces.every((piece) => piece.kind === 'text' && piece.value.trim() === '')) item.checked = checked;
  // A box may be drawn around what is to be done.
  return !/[\p{L}\p{N}]/u.test(text(tree, node));
}

const LEVELS = nameTable([1, 2, 3, 4, 5, 6].map((level) => [`h${level}`, level] as const));

/** What browsers draw around an element. */
const AROUND: Readonly<Record<string, readonly [string, string]>> = { q: ['"', '"'], rt: ['(', ')'] };

const BREAK = nameSet('br');
function inline(state: State, node: NodeId, marks: Marks, out: Out): void {
  const { tree, footnotes } = state;
  if (ofTag(BREAK, tree, node) === 1) {
    out.pieces.push(marks.code === undefined ? breakPiece(marks) : textPiece(' ', marks));
    return;
  }
  const name = tag(tree, node);
  if (isImage(name)) {
    const sign = name === 'img' ? signOf(state, node) : undefined;
    if (sign !== undefined) {
      pushText(sign, marks, out);
      return;
    }
    const found = image(state, node);
    if (found !== undefined) pushLeaf(found, marks, out);
    return;
  }
  if (isPlayer(tree, node)) {
    const shown = embed(state, node);
    if (shown !== undefined) pushLeaf(shown, marks, out);
    return;
  }
  const label =
    footnotes.references.size === 0 && footnotes.asides.size === 0
      ? undefined
      : (footnotes.references.get(node) ?? footnotes.asides.get(node));
  if (label !== undefined) {
    if (footnotes.asides.has(node)) state.notes.push(note(state, label, flow(state, children(tree, node), NO_MARKS)));
    pushLeaf(
      { type: 'footnoteReference', identifier: label, label },
      changed(marks, { raw: undefined, link: undefined }),
      out,
    );
    return;
  }
  if ((name === 'rp' && !state.allowHtml) || isHidden(state, node) || (name === 'noscript' && isImageCopy(state, node)))
    return;
  if (name === 'sup' && holdsOnlyMarks(state, node)) {
    for (const child of children(tree, node)) if (isElement(tree, child)) walk(state, child, marks, out);
    return;
  }
  if (marks.code === undefined && (isNextLink(tree, node) || isNextPart(state, node))) pushText(' ', marks, out);
  else if (isNextVerse(state, node)) out.pieces.push(breakPiece(marks));
  const inside = marksOf(state, node, marks);
  const [before, after] = (state.allowHtml ? undefined : AROUND[name]) ?? [];
  if (before !== undefined) pushText(before, marks, out);
  for (let child = firstChild(tree, node); child !== NONE; child = nextSibling(tree, child))
    walk(state, child, inside, out);
  // Labels in a row are set apart by their boxes.
  if (name === 'label' || isTouchingNumber(state, node)) pushText(' ', marks, out);
  if (after !== undefined) pushText(after, marks, out);
}

const isImageCopy = (state: State, noscript: NodeId): boolean =>
  text(state.tree, noscript).trim() === '' && hasImageBeside(state, noscript);

function block(state: State, node: NodeId, marks: Marks, out: Out): Block[] {
  const { tree } = state;
  const inside = children(tree, node);
  const { definitions, sections } = state.footnotes;
  const label = definitions.size === 0 ? undefined : definitions.get(node);
  if (label !== undefined) return notes(state, node, label, marks, flow);
  const role = attribute(tree, node, 'role');
  const level =
    ofTag(LEVELS, tree, node) || (role === 'heading' ? Number(attribute(tree, node, 'aria-level') ?? 2) : 0);
  if (level >= 1 && sections.has(parent(tree, node)) && isHidden(state, node)) return [];
  if (level >= 1) return heading(flow(state, inside, marks), Math.min(6, level) as Heading['depth']);
  if (isTabRow(state, node, role)) return [];
  if (state.tabs !== undefined || role === 'tabpanel') pushAll(out.blocks, nameOfPanel(state, node, flow));
  const callout = calloutKind(state, node);
  if (callout !== undefined) return [calloutBlock(state, node, callout, marks, flow)];
  switch (tag(tree, node)) {
    case 'ul':
    case 'ol':
    case 'menu':
    case 'dir':
      return joinedLists(state, node, list(state, node, marks, flow), out.blocks);
    case 'li': {
      const content = flow(state, inside, marks);
      if (!isLooseItem(tree, node, content)) return content;
      addWordItem(out.blocks, { level: 1, ordered: false }, content, state.wordLists);
      return [];
    }
    case 'blockquote':
      return isPost(state, node) ? flow(state, inside, marks) : [quote(flow(state, inside, marks) as BlockContent[])];
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
      return state.allowHtml ? details(state, inside, marks, flow) : flow(state, inside, marks);
    case 'dt':
      return flow(state, inside, changed(marks, { strong: marks.strong ?? node }));
    default: {
      if (role === 'list' && isRoleList(state, node))
        return joinedLists(state, node, list(state, node, marks, flow), out.blocks);
      if ((role !== undefined && isRoleTable(state, node)) || isShownTable(state, node))
        return table(state, node, marks, flow);
      if (isCodeBox(state, node)) return [codeBlock(state, node)];
      if (isQuoteBox(state, node)) return [quote(flow(state, inside, marks) as BlockContent[])];
      const marked = mayBeMarked(tree, node) ? markedBox(state, node, marks, flow) : undefined;
      if (marked !== undefined) return marked;
      if (mayBeGrid(tree, node)) return boxGrid(state, node, marks, flow) ?? flow(state, inside, marks);
      return flow(state, inside, blockMarks(state, node, marks), out.blocks.length === 0 ? out.item : undefined);
    }
  }
}

/** The code of a table, under its title; undefined for any other table. */
function codeOf(state: State, node: NodeId, marks: Marks): Block[] | undefined {
  const found = codeTable(state, node);
  return found === undefined
    ? undefined
    : [...found.titles.flatMap((title) => flow(state, children(state.tree, title), marks)), found.code];
}

const VERSE = /(?:^|\s)(?:wp-block-)?(?:verse|verseblock|poem|poetry)(?:\s|$)/;

/** Verse keeps its lines and its marks. */
function preformatted(state: State, node: NodeId, marks: Marks): Block[] {
  const { tree } = state;
  if (isGutter(state, node)) return [];
  if (VERSE.test(classOf(tree, node)) || VERSE.test(classOf(tree, parent(tree, node))))
    return flow(state, children(tree, node), changed(marks, { lines: true }));
  for (const child of children(tree, node)) {
    for (const inner of [child, ...children(tree, child)]) {
      const code = tag(tree, inner) === 'table' ? codeOf(state, inner, NO_MARKS) : undefined;
      if (code !== undefined) return code;
    }
  }
  return [codeBlock(state, node)];
}
