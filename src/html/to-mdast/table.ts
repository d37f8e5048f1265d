/** `<table>` → GFM table on a grid, or its cells one after another where it only lays out the page. */
import type { PhrasingContent, Table, TableCell } from 'mdast';
import { attribute, children, firstChild, NONE, type NodeId, nextInside, parent, tag, text } from '../../tree/node.ts';
import { pushAll } from '../push-all.ts';
import type { Block, Flow } from './flow.ts';
import { isImage } from './image.ts';
import { markedRows } from './marker-box.ts';
import { notes as notesOf } from './note.ts';
import type { Marks } from './pieces.ts';
import { joinAmounts } from './split-amounts.ts';
import { classOf, isAlive, type State } from './state.ts';
import { emptyCell, gridOf } from './table-grid.ts';
import { cellsOf, isHeader, isHeaderCell, rowsOf } from './table-rows.ts';

/** A lone cell with more text than this, or with several blocks, is a box and not a table. */
const LONGEST_LONE_CELL = 200;

export function table(state: State, node: NodeId, marks: Marks, flow: Flow): Block[] {
  const { tree } = state;
  const { rows: all, before, after } = rowsOf(state, node);
  const notes = all.flatMap((row) => {
    const label = state.footnotes.definitions.get(row);
    return label === undefined ? [] : notesOf(state, row, label, marks, flow);
  });
  if (notes.length > 0) pushAll(state.notes, notes);
  const rows = notes.length > 0 ? all.filter((row) => !state.footnotes.definitions.has(row)) : all;
  const mayBeMarked = state.tables === 'auto' && attribute(tree, node, 'role') !== 'table';
  const marked = mayBeMarked ? markedRows(state, rows, marks, flow) : undefined;
  if (marked !== undefined) return [...flow(state, before, marks), ...marked, ...flow(state, after, marks)];
  if (state.tables === 'auto' && isSignature(classOf(tree, node)))
    return [...flow(state, before, marks), ...signature(state, rows, marks, flow), ...flow(state, after, marks)];
  if (state.tables !== 'grid' && isLayout(state, node, rows)) {
    return flow(state, [...before, ...rows.flatMap((row) => children(tree, row)), ...after], marks);
  }
  const grid = gridOf(state, node, rows, marks, flow);
  const { cells, align } = state.tables === 'auto' ? joinAmounts(grid) : grid;
  const kept = cells.filter((row) => row.some((cell) => cell.children.length > 0));
  const start = flow(state, before, marks);
  const end = [...grid.notes, ...flow(state, after, marks)];
  if (kept.length === 0) return [...start, ...end];
  const hasHeader = (isHeader(state, rows[0] as NodeId) && cells[0] === kept[0]) || isBoldHeader(state, rows, kept);
  const shown = hasHeader ? kept : [Array.from(align, emptyCell), ...kept];
  const made: Table = {
    type: 'table',
    ...(state.tables === 'html' ? { data: { html: true } } : {}),
    align: [...align],
    children: shown.map((row) => ({ type: 'tableRow', children: row })),
  };
  return [...start, made, ...end];
}

/** Doxygen sets what declares a function in the cells of a table. */
const isSignature = (classes: string): boolean => /(?:^|\s)memname(?:\s|$)/.test(classes);

function signature(state: State, rows: readonly NodeId[], marks: Marks, flow: Flow): Block[] {
  const line: PhrasingContent[] = [];
  const others: Block[] = [];
  for (const cell of rows.flatMap((row) => cellsOf(state.tree, row))) {
    for (const part of flow(state, [cell], marks)) {
      if (part.type !== 'paragraph') {
        others.push(part);
        continue;
      }
      const last = line.at(-1);
      const [first] = part.children;
      const isTight = (last?.type === 'text' && last.value === '(') || (first?.type === 'text' && first.value === ')');
      if (last !== undefined && !isTight) line.push({ type: 'text', value: ' ' });
      pushAll(line, part.children);
    }
  }
  return line.length === 0 ? others : [{ type: 'paragraph', children: line }, ...others];
}

/** In a table without headers of its own: a first row that is bold throughout, over one that is not. */
function isBoldHeader({ tree }: State, rows: readonly NodeId[], [first, second]: readonly TableCell[][]): boolean {
  if (first === undefined || second === undefined || first.length < 2) return false;
  if (!first.every(isBold) || second.every(isBold)) return false;
  return !rows.some((row) => cellsOf(tree, row).some((cell) => isHeaderCell(tree, cell)));
}

const isBold = ({ children: content }: TableCell): boolean => content.length === 1 && content[0]?.type === 'strong';

/** The one decision whether a table holds data: what says so, then what speaks for a layout. */
function isLayout(state: State, node: NodeId, rows: readonly NodeId[]): boolean {
  const { tree } = state;
  const role = attribute(tree, node, 'role');
  if (role === 'presentation' || role === 'none') return true;
  if (role === 'table' || role === 'grid') return false;
  // Asciidoctor sets an icon beside the text of a callout.
  if (/(?:^|\s)admonitionblock(?:\s|$)/.test(classOf(tree, parent(tree, node)))) return true;
  const cells = rows.map((row) => cellsOf(tree, row).filter((cell) => isAlive(state, cell)));
  const isMarked = cells.some((row) => row.some((cell) => isHeaderCell(tree, cell)));
  const isNarrow = cells.length < 2 || cells.every((row) => row.length < 2);
  if (!isMarked && cells.length < 2 && isNarrow && isInCell(state, node)) return true;
  // Pictures over each other or side by side, with their captions.
  if (!isMarked && isNarrow && cells.some((row) => row.some((cell) => isPicture(state, cell)))) return true;
  const isLone = !isMarked && cells.length < 2 && cells.every((row) => row.length < 2);
  for (const row of cells) {
    for (const cell of row) {
      const held = heldIn(state, cell);
      if (held.section) return !isMarked || isNarrow;
      if (!isMarked && held.table) return true;
      // A box around a paragraph.
      if (isLone && held.blocks > 0) return true;
      if (!isMarked && isNarrow && (held.blocks > 1 || text(tree, cell).length > LONGEST_LONE_CELL)) return true;
    }
  }
  return false;
}

/** A cell that holds a picture and no words: with its caption under it, it is a figure. */
function isPicture({ tree }: State, cell: NodeId): boolean {
  if (text(tree, cell).trim() !== '') return false;
  for (let at = firstChild(tree, cell); at !== NONE; at = nextInside(tree, at, cell))
    if (isImage(tag(tree, at))) return true;
  return false;
}

/** A lone cell or row inside a cell of another table only moves it about. */
function isInCell({ tree }: State, node: NodeId): boolean {
  for (let at = parent(tree, node); at > 0; at = parent(tree, at)) if (/^t[dh]$/.test(tag(tree, at))) return true;
  return false;
}

/** What of a page's structure a cell holds. */
function heldIn({ tree }: State, cell: NodeId): { table: boolean; section: boolean; blocks: number } {
  const held = { table: false, section: false, blocks: 0 };
  for (let at = firstChild(tree, cell); at !== NONE; at = nextInside(tree, at, cell)) {
    const name = tag(tree, at);
    if (name === 'table') held.table = true;
    else if (/^(?:h[1-6]|article|section|main|nav|header|footer|form|hr)$/.test(name)) held.section = true;
    if (/^(?:p|div|ul|ol|dl|blockquote|pre|table|figure)$/.test(name)) held.blocks += 1;
  }
  return held;
}
