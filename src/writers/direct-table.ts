/** A table → Markdown, without the rest of the library. Undefined where a cell needs it. */
import { markdownTable } from 'markdown-table';
import type { Table, TableCell, TableRow } from 'mdast';
import { inlineText } from './text.ts';

/** A column is padded to its widest cell up to here; with a longer one the padding would outgrow the table. */
const WIDEST_PADDED = 120;

export const isPadded = (table: Table): boolean => !table.children.some(isWideRow);
const isWideRow = (row: TableRow): boolean => row.children.some(isWideCell);
const isWideCell = (cell: TableCell): boolean => inlineText(cell).length > WIDEST_PADDED;

/** @param writeCell undefined for a cell that needs the library */
export function writeTable(table: Table, writeCell: (cell: TableCell) => string | undefined): string | undefined {
  const { align, children, data } = table;
  const [head] = children;
  if (data?.html || head === undefined) return undefined;
  const rows: string[][] = [];
  let widest = 0;
  for (const row of children) {
    const cells: string[] = [];
    for (const cell of row.children) {
      const written = cell.children.length === 0 ? '' : writeCell(cell);
      if (written === undefined) return undefined;
      cells.push(written);
    }
    widest = Math.max(widest, cells.length);
    rows.push(cells);
  }
  const columns = align?.length || widest;
  const [first = []] = rows;
  while (first.length < columns) first.push('');
  return markdownTable(rows, { align: align ?? null, alignDelimiters: isPadded(table), fillRows: false });
}
