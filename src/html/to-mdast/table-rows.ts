/** What of a table are its rows, cells and headers: by their tags, or by their roles where there are none. */
import { attribute, children, kind, type NodeId, parent, type Tree, tag, text } from '../../tree/node.ts';
import { isBare, nameSet, ofTag } from '../../tree/scan.ts';
import { TABLE_BOX } from './class-words.ts';
import { classOf, isAlive, type State } from './state.ts';

export interface Rows {
  /** In the order they are shown: head, body, foot. */
  readonly rows: readonly NodeId[];
  /** Captions, and whatever broken markup left between the rows. */
  readonly before: readonly NodeId[];
  readonly after: readonly NodeId[];
}

const roleOf = (tree: Tree, node: NodeId): string => attribute(tree, node, 'role') ?? '';

/** `display:table-row`, as a style of the element says it; `divTableRow`, `table__cell`, as its name does. */
const DISPLAY = /(?:^|[;\s])display\s*:\s*table-(row|cell)\s*(?:;|!|$)/i;
const NAMED = /(?:^|\s)[\w-]*table[-_]*(?:(row|tr)|(?:cell|td|th|head(?:er|ing)?|col))(?:\s|$)/i;
const TABLE = /(?:^|[;\s])display\s*:\s*table\s*(?:;|!|$)/i;

function shownAs(tree: Tree, node: NodeId): 'row' | 'cell' | undefined {
  if (isBare(tree, node)) return undefined;
  const shown = DISPLAY.exec(attribute(tree, node, 'style') ?? '')?.[1]?.toLowerCase();
  if (shown !== undefined) return shown === 'row' ? 'row' : 'cell';
  const named = NAMED.exec(classOf(tree, node));
  return named === null ? undefined : named[1] === undefined ? 'cell' : 'row';
}

const isRow = (tree: Tree, node: NodeId): boolean =>
  tag(tree, node) === 'tr' || roleOf(tree, node) === 'row' || shownAs(tree, node) === 'row';

const CELLS = nameSet('td th');

const isCell = (tree: Tree, node: NodeId): boolean =>
  ofTag(CELLS, tree, node) === 1 ||
  /^(?:cell|gridcell|columnheader|rowheader)$/.test(roleOf(tree, node)) ||
  shownAs(tree, node) === 'cell';

export const cellsOf = (tree: Tree, row: NodeId): NodeId[] => children(tree, row).filter((cell) => isCell(tree, cell));

export const isHeaderCell = (tree: Tree, cell: NodeId): boolean =>
  tag(tree, cell) === 'th' ||
  /^(?:column|row)header$/.test(roleOf(tree, cell)) ||
  (tag(tree, cell) === 'div' && NAMED_HEADER.test(classOf(tree, cell)));
const NAMED_HEADER = /(?:^|\s)[\w-]*table[-_]*(?:th|head(?:er|ing)?)(?:\s|$)/i;

/** Boxes that say by their roles that they are tables. */
export function isRoleTable(state: State, node: NodeId): boolean {
  const { tree } = state;
  const role = roleOf(tree, node);
  if (role !== 'table' && role !== 'grid' && role !== 'treegrid') return false;
  const rows = tag(tree, node) === 'table' ? [] : rowsOf(state, node).rows;
  // A grid without headers may be an application's: pictures, days.
  return rows.some((row) =>
    cellsOf(tree, row).some((cell) => role === 'table' || roleOf(tree, cell) === 'columnheader'),
  );
}

/** Boxes that by their styles or their names are the rows and cells of a table, as many in each row. */
export function isShownTable(state: State, node: NodeId): boolean {
  const { tree } = state;
  if (isBare(tree, node)) return false;
  if (!state.classWords.say(node, TABLE_BOX) && !TABLE.test(attribute(tree, node, 'style') ?? '')) return false;
  const { rows } = rowsOf(state, node);
  // What stands in a row and in no cell would be lost.
  const isLoose = (child: NodeId) => !isCell(tree, child) && text(tree, child).trim() !== '';
  if (rows.some((row) => children(tree, row).some(isLoose))) return false;
  const widths = rows.map((row) => cellsOf(tree, row).length);
  return widths.length > 1 && widths.every((width) => width > 1 && width === widths[0]);
}

/** The rows of this table, not those of tables inside it. */
export function rowsOf(state: State, node: NodeId): Rows {
  const { tree } = state;
  const isByRole = tag(tree, node) !== 'table';
  const parts: Record<'head' | 'body' | 'foot', NodeId[]> = { head: [], body: [], foot: [] };
  const before: NodeId[] = [];
  const after: NodeId[] = [];
  const collect = (inside: readonly NodeId[], part: NodeId[]) => {
    for (const child of inside) {
      // A parser puts what stands among the rows of a `<table>` elsewhere; a box keeps it where it is.
      const beside = isByRole && part.length === 0 ? before : after;
      const name = tag(tree, child);
      if (!isAlive(state, child)) continue;
      if (isRow(tree, child)) part.push(child);
      else if (name === 'caption') before.push(child);
      else if (name === 'thead') collect(children(tree, child), parts.head);
      else if (name === 'tfoot') collect(children(tree, child), parts.foot);
      else if (name === 'tbody' || (isByRole && /^(?:div|span|section)$/.test(name)))
        collect(children(tree, child), parts.body);
      else if (kind(tree, child) === 'element' && !/^col(?:group)?$/.test(name)) beside.push(child);
      else if (kind(tree, child) === 'text' && /\S/.test(text(tree, child))) beside.push(child);
    }
  };
  collect(children(tree, node), parts.body);
  return { rows: [...parts.head, ...parts.body, ...parts.foot], before, after };
}

/** A row in `<thead>`, or one whose cells with text are all `<th>`. */
export function isHeader({ tree }: State, row: NodeId): boolean {
  if (tag(tree, parent(tree, row)) === 'thead') return true;
  const cells = cellsOf(tree, row);
  return (
    cells.some((cell) => isHeaderCell(tree, cell)) &&
    cells.every((cell) => isHeaderCell(tree, cell) || text(tree, cell).trim() === '')
  );
}
