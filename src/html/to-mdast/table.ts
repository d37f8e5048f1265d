/** `<table>` → GFM table on a grid, or its cells one after another where it only lays out the page. */
import type { Table, TableCell } from 'mdast';
import {
  attribute,
  children,
  firstChild,
  kind,
  NONE,
  type NodeId,
  nextInside,
  nextOutside,
  parent,
  tag,
} from '../../tree/node.ts';
import { holdsBlocks, isInline } from '../block.ts';
import { inline } from './inline.ts';
import { isKept, type State } from './state.ts';

/** Clamp of colspan and rowspan, so that a made-up span makes no huge grid: a bound, not a measurement. */
const WIDEST = 60;

/** Undefined for a layout table: one column, one row, tables or headings inside, or said so. */
export function table(state: State, node: NodeId): Table | undefined {
  const { tree } = state;
  if (/^(?:presentation|none)$/.test(attribute(tree, node, 'role') ?? '')) return undefined;
  const rows = rowsOf(state, node);
  if (rows === undefined || rows.length < 2) return undefined;
  const grid = gridOf(state, rows);
  const width = grid.reduce((most, row) => Math.max(most, row.length), 0);
  if (width < 2) return undefined;
  const first = rows[0] as NodeId;
  const hasHeader =
    children(tree, first).some((cell) => tag(tree, cell) === 'th') || tag(tree, parent(tree, first)) === 'thead';
  const full = grid.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? emptyCell()));
  const all = hasHeader ? full : [Array.from({ length: width }, emptyCell), ...full];
  return { type: 'table', children: all.map((cells) => ({ type: 'tableRow', children: cells })) };
}

const emptyCell = (): TableCell => ({ type: 'tableCell', children: [] });

/** Rows of this table, not of tables inside; undefined where something inside speaks for a layout. */
function rowsOf(state: State, node: NodeId): NodeId[] | undefined {
  const { tree } = state;
  const rows: NodeId[] = [];
  for (let at = firstChild(tree, node); at !== NONE; ) {
    const name = tag(tree, at);
    if (/^(?:table|h[1-6]|article|form|pre)$/.test(name) && isKept(state, at)) return undefined;
    if (name === 'tr' && isKept(state, at)) rows.push(at);
    at = name === 'caption' ? nextOutside(tree, at, node) : nextInside(tree, at, node);
  }
  return rows;
}

function gridOf(state: State, rows: readonly NodeId[]): TableCell[][] {
  const { tree } = state;
  const grid: (TableCell | undefined)[][] = rows.map(() => []);
  for (const [y, row] of rows.entries()) {
    let x = 0;
    for (const cell of children(tree, row)) {
      if (!/^(?:td|th)$/.test(tag(tree, cell))) continue;
      while (grid[y]?.[x] !== undefined) x += 1;
      const width = span(attribute(tree, cell, 'colspan'));
      const height = Math.min(span(attribute(tree, cell, 'rowspan')), rows.length - y);
      for (let down = 0; down < height; down += 1) {
        for (let right = 0; right < width && x + right < WIDEST; right += 1) {
          (grid[y + down] as (TableCell | undefined)[])[x + right] =
            down + right === 0 ? cellOf(state, cell) : emptyCell();
        }
      }
      x += width;
    }
  }
  return grid.map((row) => Array.from(row, (cell) => cell ?? emptyCell()));
}

const span = (written: string | undefined): number =>
  Math.min(WIDEST, Math.max(1, Number.parseInt(written ?? '1', 10) || 1));

/** A cell's blocks are parted by `<br>`: a GFM cell is one line. */
function cellOf(state: State, cell: NodeId): TableCell {
  const parts: NodeId[][] = [];
  const open: NodeId[] = children(state.tree, cell).reverse();
  let run: NodeId[] = [];
  const close = () => {
    if (run.length > 0) parts.push(run);
    run = [];
  };
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node === NONE) {
      close();
      continue;
    }
    const isBlock =
      kind(state.tree, node) === 'element' && (!isInline(state.tree, node) || holdsBlocks(state.tree, node));
    if (!isBlock) {
      run.push(node);
      continue;
    }
    close();
    // NONE marks where the block ends: what follows it is a part of its own.
    open.push(NONE, ...children(state.tree, node).reverse());
  }
  close();
  const content = parts.map((part) => inline(state, part)).filter((part) => part.length > 0);
  const joined = content.flatMap((part, at) => (at === 0 ? part : [{ type: 'html' as const, value: '<br>' }, ...part]));
  return {
    type: 'tableCell',
    children: joined.map((node) => (node.type === 'break' ? { type: 'html', value: '<br>' } : node)),
  };
}
