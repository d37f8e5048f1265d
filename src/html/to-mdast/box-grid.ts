/**
 * A table of boxes that a style sheet sets on a grid, as Javadoc writes its summaries: as many headers as there are columns,
 * then the cells, row by row.
 *
 *   <div><div class="table-header">Type</div><div class="table-header">Name</div><div>int</div><div>size</div></div>
 */
import type { Table, TableCell } from 'mdast';
import { children, firstChild, NONE, type NodeId, nextSibling, type Tree, tag } from '../../tree/node.ts';
import { isBare, isElement } from '../../tree/scan.ts';
import { cellContent } from './cell.ts';
import type { Block, Flow } from './flow.ts';
import type { Marks } from './pieces.ts';
import { classOf, isAlive, type State } from './state.ts';

const HEADER = /(?:^|\s)table-header(?:\s|$)/;

/** The table and the footnotes that stand in its cells; undefined for any other box. */
export function boxGrid(state: State, node: NodeId, marks: Marks, flow: Flow): Block[] | undefined {
  const { tree } = state;
  const boxes = children(tree, node).filter((child) => isElement(tree, child));
  const first = boxes.findIndex((box) => !HEADER.test(classOf(tree, box)));
  const width = first === -1 ? boxes.length : first;
  if (width < 2 || boxes.length % width > 0 || boxes.some((box) => tag(tree, box) !== 'div')) return undefined;
  const contents = boxes.map((box) =>
    isAlive(state, box) ? cellContent(flow(state, children(tree, box), marks)) : { line: [], notes: [] },
  );
  const cells = contents.map(({ line }): TableCell => ({ type: 'tableCell', children: line }));
  const table: Table = { type: 'table', align: Array.from({ length: width }, () => null), children: [] };
  for (let at = 0; at < cells.length; at += width)
    table.children.push({ type: 'tableRow', children: cells.slice(at, at + width) });
  return [table, ...contents.flatMap(({ notes }) => notes)];
}

/** A look at the first box. */
export function mayBeGrid(tree: Tree, node: NodeId): boolean {
  if (isBare(tree, node)) return false;
  let first = firstChild(tree, node);
  while (first !== NONE && !isElement(tree, first)) first = nextSibling(tree, first);
  return first !== NONE && HEADER.test(classOf(tree, first));
}
