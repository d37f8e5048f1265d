/** `<table>` → GFM table on a grid, or its cells one after another where it only lays out the page. */
import type { AlignType, Table, TableCell } from 'mdast';
import {
  attribute,
  children,
  firstChild,
  kind,
  NONE,
  type NodeId,
  nextInside,
  parent,
  tag,
  text,
} from '../../tree/node.ts';
import { cellContent } from './cell.ts';
import type { Block, Flow } from './flow.ts';
import { notes as notesOf } from './note.ts';
import type { Marks } from './pieces.ts';
import { classOf, isAlive, type State } from './state.ts';

/** Clamp of colspan and rowspan, so that a made-up span makes no huge grid: a bound, not a measurement. */
const WIDEST = 60;
/** A lone cell with more text than this, or with several blocks, is a box and not a table. */
const LONGEST_LONE_CELL = 200;

interface Rows {
  /** In the order they are shown: head, body, foot. */
  readonly rows: readonly NodeId[];
  /** Captions, and whatever broken markup left between the rows. */
  readonly before: readonly NodeId[];
  readonly after: readonly NodeId[];
}

export function table(state: State, node: NodeId, marks: Marks, flow: Flow): Block[] {
  const { tree } = state;
  const { rows: all, before, after } = rowsOf(state, node);
  const notes = all.flatMap((row) => {
    const label = state.footnotes.definitions.get(row);
    return label === undefined ? [] : notesOf(state, row, label, marks, flow);
  });
  if (notes.length > 0) state.notes.push(...notes);
  const rows = notes.length > 0 ? all.filter((row) => !state.footnotes.definitions.has(row)) : all;
  if (state.tables !== 'grid' && isLayout(state, node, rows)) {
    return flow(state, [...before, ...rows.flatMap((row) => children(tree, row)), ...after], marks);
  }
  const grid = gridOf(state, rows, marks, flow);
  const width = grid.cells.reduce((most, row) => Math.max(most, row.length), 0);
  const full = grid.cells.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? emptyCell()));
  const kept = full.filter((row) => row.some((cell) => cell.children.length > 0));
  const around = [...flow(state, before, marks), ...grid.notes];
  if (kept.length === 0) return [...around, ...flow(state, after, marks)];
  const shown =
    isHeader(state, rows[0] as NodeId) && full[0] === kept[0]
      ? kept
      : [Array.from({ length: width }, emptyCell), ...kept];
  const made: Table = {
    type: 'table',
    ...(state.tables === 'html' ? { data: { html: true } } : {}),
    align: Array.from({ length: width }, (_, at) => grid.align[at] ?? null),
    children: shown.map((cells) => ({ type: 'tableRow', children: cells })),
  };
  return [...flow(state, before, marks), made, ...grid.notes, ...flow(state, after, marks)];
}

const coveredCell = (): TableCell => ({ type: 'tableCell', data: { covered: true }, children: [] });
const emptyCell = (): TableCell => ({ type: 'tableCell', children: [] });

/** The rows of this table, not those of tables inside it. */
function rowsOf(state: State, node: NodeId): Rows {
  const { tree } = state;
  const parts: Record<'head' | 'body' | 'foot', NodeId[]> = { head: [], body: [], foot: [] };
  const before: NodeId[] = [];
  const after: NodeId[] = [];
  const collect = (inside: readonly NodeId[], part: NodeId[]) => {
    for (const child of inside) {
      const name = tag(tree, child);
      if (!isAlive(state, child)) continue;
      if (name === 'tr') part.push(child);
      else if (name === 'caption') before.push(child);
      else if (name === 'thead') collect(children(tree, child), parts.head);
      else if (name === 'tfoot') collect(children(tree, child), parts.foot);
      else if (name === 'tbody') collect(children(tree, child), parts.body);
      else if (kind(tree, child) === 'element' && !/^col(?:group)?$/.test(name)) after.push(child);
      else if (kind(tree, child) === 'text' && /\S/.test(text(tree, child))) after.push(child);
    }
  };
  collect(children(tree, node), parts.body);
  return { rows: [...parts.head, ...parts.body, ...parts.foot], before, after };
}

const isCell = (name: string): boolean => name === 'td' || name === 'th';

/** The one decision whether a table holds data: what says so, then what speaks for a layout. */
function isLayout(state: State, node: NodeId, rows: readonly NodeId[]): boolean {
  const { tree } = state;
  const role = attribute(tree, node, 'role');
  if (role === 'presentation' || role === 'none') return true;
  if (role === 'table' || role === 'grid') return false;
  // Asciidoctor sets an icon beside the text of a callout.
  if (/(?:^|\s)admonitionblock(?:\s|$)/.test(classOf(tree, parent(tree, node)))) return true;
  const cells = rows.map((row) =>
    children(tree, row).filter((cell) => isCell(tag(tree, cell)) && isAlive(state, cell)),
  );
  const isMarked = cells.some((row) => row.some((cell) => tag(tree, cell) === 'th'));
  const isNarrow = cells.length < 2 || cells.every((row) => row.length < 2);
  if (!isMarked && cells.length < 2 && isNarrow && isInCell(state, node)) return true;
  for (const row of cells) {
    for (const cell of row) {
      const held = heldIn(state, cell);
      if (held.section) return !isMarked || isNarrow;
      if (!isMarked && held.table) return true;
      if (!isMarked && isNarrow && (held.blocks > 1 || text(tree, cell).length > LONGEST_LONE_CELL)) return true;
    }
  }
  return false;
}

/** A lone cell or row inside a cell of another table only moves it about. */
function isInCell({ tree }: State, node: NodeId): boolean {
  for (let at = parent(tree, node); at > 0; at = parent(tree, at)) if (isCell(tag(tree, at))) return true;
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

/** A row in `<thead>`, or one whose cells with text are all `<th>`. */
function isHeader({ tree }: State, row: NodeId): boolean {
  if (tag(tree, parent(tree, row)) === 'thead') return true;
  const cells = children(tree, row).filter((cell) => isCell(tag(tree, cell)));
  return (
    cells.some((cell) => tag(tree, cell) === 'th') &&
    cells.every((cell) => tag(tree, cell) === 'th' || text(tree, cell).trim() === '')
  );
}

interface Grid {
  readonly cells: TableCell[][];
  readonly align: readonly AlignType[];
  /** Footnotes that stand in cells. */
  readonly notes: readonly Block[];
}

/** Cells on the grid that spans make: a spanned place is empty. */
function gridOf(state: State, rows: readonly NodeId[], marks: Marks, flow: Flow): Grid {
  const { tree } = state;
  const grid: (TableCell | undefined)[][] = rows.map(() => []);
  const aligns: Set<AlignType>[] = [];
  const notes: Block[] = [];
  for (const [y, row] of rows.entries()) {
    let x = 0;
    for (const cell of children(tree, row)) {
      if (!isCell(tag(tree, cell))) continue;
      while (grid[y]?.[x] !== undefined) x += 1;
      // Past the widest grid a cell takes one column: it is never left out.
      const width = Math.min(span(attribute(tree, cell, 'colspan')), Math.max(1, WIDEST - x));
      const height = heightOf(attribute(tree, cell, 'rowspan'), rows.length - y);
      const content = isAlive(state, cell)
        ? cellContent(flow(state, children(tree, cell), marks))
        : { line: [], notes: [] };
      for (const note of content.notes) notes.push(note);
      const made: TableCell = { type: 'tableCell', children: content.line };
      if (width * height > 1) made.data = { colspan: width, rowspan: height };
      for (let down = 0; down < height; down += 1) {
        const line = grid[y + down] as (TableCell | undefined)[];
        for (let right = 0; right < width; right += 1) line[x + right] = down + right === 0 ? made : coveredCell();
      }
      for (let right = 0; right < width; right += 1) {
        aligns[x + right] ??= new Set();
        aligns[x + right]?.add(alignOf(state, cell));
      }
      x += width;
    }
  }
  const cells = grid.map((row) => Array.from(row, (cell) => cell ?? emptyCell()));
  return { cells, notes, align: Array.from(aligns, columnAlign) };
}

/** What all cells of a column say, or all that say anything. */
function columnAlign(said: Set<AlignType> | undefined): AlignType {
  const all = [...(said ?? [])].filter((align) => align !== null);
  return all.length === 1 ? (all[0] as AlignType) : null;
}

function alignOf({ tree }: State, cell: NodeId): AlignType {
  const written =
    attribute(tree, cell, 'align') ?? /text-align\s*:\s*(\w+)/i.exec(attribute(tree, cell, 'style') ?? '')?.[1] ?? '';
  const align = written.toLowerCase();
  return align === 'left' || align === 'right' || align === 'center' ? align : null;
}

const span = (written: string | undefined): number =>
  Math.min(WIDEST, Math.max(1, Number.parseInt(written ?? '1', 10) || 1));

/** A rowspan of nought reaches to the end of the table (HTML, 4.9.11). */
function heightOf(written: string | undefined, left: number): number {
  const height = Number.parseInt(written ?? '1', 10);
  return height === 0 ? left : Math.min(Math.max(1, height || 1), left);
}
