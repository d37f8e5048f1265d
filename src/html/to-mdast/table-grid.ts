/** The cells of a table on the grid that their spans make. */
import type { AlignType, PhrasingContent, TableCell } from 'mdast';
import { attribute, children, type NodeId, parent, type Tree, tag } from '../../tree/node.ts';
import { isBare } from '../../tree/scan.ts';
import { type CellContent, cellContent } from './cell.ts';
import type { Block, Flow } from './flow.ts';
import type { Marks } from './pieces.ts';
import { classOf, isAlive, type State } from './state.ts';
import { cellsOf } from './table-rows.ts';

/** Clamp of colspan and rowspan, so that a made-up span makes no huge grid: a bound, not a measurement. */
const WIDEST = 60;

export interface Grid {
  /** Rows of one width. */
  readonly cells: TableCell[][];
  readonly align: readonly AlignType[];
  /** Footnotes that stand in cells. */
  readonly notes: readonly Block[];
}

/** The grid while it is filled: places that no cell has reached are undefined or past the end. */
interface Draft {
  readonly lines: (TableCell | undefined)[][];
  /** By column what its cells say. */
  readonly aligns: Set<AlignType>[];
  readonly notes: Block[];
}

/** Cells on the grid that spans make: a spanned place is empty. */
export function gridOf(state: State, table: NodeId, rows: readonly NodeId[], marks: Marks, flow: Flow): Grid {
  const { tree } = state;
  const draft: Draft = { lines: [], aligns: [], notes: [] };
  for (let y = 0; y < rows.length; y += 1) draft.lines.push([]);
  for (let y = 0; y < rows.length; y += 1) {
    const line = draft.lines[y] as (TableCell | undefined)[];
    let x = 0;
    for (const cell of cellsOf(tree, rows[y] as NodeId)) {
      while (x < line.length && line[x] !== undefined) x += 1;
      const { line: children, notes } = contentOf(state, cell, marks, flow);
      for (const note of notes) draft.notes.push(note);
      x += putCell(state, cell, children, x, y, draft);
    }
  }
  const width = draft.lines.reduce((most, row) => Math.max(most, ownWidth(row)), 0);
  const columns = columnAligns(tree, table);
  return {
    cells: draft.lines.map((line) => filled(line, width)),
    notes: draft.notes,
    align: Array.from({ length: width }, (_, at) => columnAlign(draft.aligns[at]) ?? columns[at] ?? null),
  };
}

const contentOf = (state: State, cell: NodeId, marks: Marks, flow: Flow): CellContent =>
  isAlive(state, cell) ? cellContent(flow(state, children(state.tree, cell), marks)) : { line: [], notes: [] };

/** Puts a cell with its left upper corner at a place; how many columns it takes. */
function putCell(
  state: State,
  cell: NodeId,
  children: PhrasingContent[],
  x: number,
  y: number,
  { lines, aligns }: Draft,
): number {
  const { tree } = state;
  // Past the widest grid a cell takes one column: it is never left out.
  const width = Math.min(span(attribute(tree, cell, 'colspan')), Math.max(1, WIDEST - x));
  const height = heightOf(attribute(tree, cell, 'rowspan'), lines.length - y);
  const made: TableCell = { type: 'tableCell', children };
  if (width * height > 1) made.data = { colspan: width, rowspan: height };
  for (let down = 0; down < height; down += 1) {
    const line = lines[y + down] as (TableCell | undefined)[];
    for (let right = 0; right < width; right += 1) line[x + right] = down + right === 0 ? made : coveredCell();
  }
  // What stands over several columns says nothing of each.
  const align = width === 1 ? alignOf(state, cell) : null;
  for (let right = 0; right < width; right += 1) {
    aligns[x + right] ??= new Set();
    aligns[x + right]?.add(align);
  }
  return width;
}

/** A line of so many cells, and no span that reaches past them. */
function filled(line: readonly (TableCell | undefined)[], width: number): TableCell[] {
  const cells: TableCell[] = [];
  for (let at = 0; at < width; at += 1) {
    const cell = (at < line.length ? line[at] : undefined) ?? emptyCell();
    if (cell.data?.colspan !== undefined) cell.data.colspan = Math.min(cell.data.colspan, width - at);
    cells.push(cell);
  }
  return cells;
}

const coveredCell = (): TableCell => ({ type: 'tableCell', data: { covered: true }, children: [] });
export const emptyCell = (): TableCell => ({ type: 'tableCell', children: [] });

/** Up to the last cell: a span that no row fills reaches beyond the table. */
function ownWidth(row: readonly (TableCell | undefined)[]): number {
  let width = row.length;
  while (width > 0 && (row[width - 1] === undefined || row[width - 1]?.data?.covered)) width -= 1;
  return width;
}

/** What all cells of a column say, or all that say anything. */
function columnAlign(said: Set<AlignType> | undefined): AlignType {
  const all = [...(said ?? [])].filter((align) => align !== null);
  return all.length === 1 ? (all[0] as AlignType) : null;
}

/** What `<col>` says of each column. */
function columnAligns(tree: Tree, table: NodeId): AlignType[] {
  const found: AlignType[] = [];
  for (const child of children(tree, table)) {
    const group = tag(tree, child) === 'colgroup' ? children(tree, child) : [child];
    for (const column of group) {
      if (tag(tree, column) !== 'col') continue;
      const count = Math.min(span(attribute(tree, column, 'span')), WIDEST - found.length);
      for (let at = 0; at < count; at += 1) found.push(written(tree, column));
    }
  }
  return found;
}

/** A cell's own, or what its row or their section says. */
function alignOf({ tree }: State, cell: NodeId): AlignType {
  for (let at = cell; at > 0 && tag(tree, at) !== 'table'; at = parent(tree, at)) {
    const said = written(tree, at);
    if (said !== null) return said;
    if (tag(tree, at) !== 'td' && tag(tree, at) !== 'th' && tag(tree, at) !== 'tr') break;
  }
  return null;
}

const STYLE = /text-align\s*:\s*(?:-(?:webkit|moz)-)?(\w+)/i;
/** Gutenberg's, Bootstrap's and Tailwind's. */
const CLASS = /(?:^|\s)(?:has-text-align|text)-(left|center|right|end)(?:\s|$)/;

function written(tree: Tree, node: NodeId): AlignType {
  if (isBare(tree, node)) return null;
  const said =
    attribute(tree, node, 'align') ??
    STYLE.exec(attribute(tree, node, 'style') ?? '')?.[1] ??
    CLASS.exec(classOf(tree, node))?.[1] ??
    '';
  const align = said.toLowerCase().replace(/^end$/, 'right');
  return align === 'left' || align === 'right' || align === 'center' ? align : null;
}

const span = (written: string | undefined): number =>
  Math.min(WIDEST, Math.max(1, Number.parseInt(written ?? '1', 10) || 1));

/** A rowspan of nought reaches to the end of the table (HTML, 4.9.11). */
function heightOf(written: string | undefined, left: number): number {
  const height = Number.parseInt(written ?? '1', 10);
  return height === 0 ? left : Math.min(Math.max(1, height || 1), left);
}
