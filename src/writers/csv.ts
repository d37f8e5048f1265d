/** Tables → CSV (RFC 4180), one text a table. Cells that a spreadsheet would run as formulas are made plain text. */
import type { Nodes, Table } from 'mdast';
import type { Document } from '../document.ts';
import { withoutControls } from './controls.ts';
import { tableRows } from './text.ts';

export function tablesToCsv({ body }: Document): string[] {
  const found: Table[] = [];
  const open: Nodes[] = [body];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'table') found.push(node);
    else if ('children' in node) {
      for (let at = node.children.length - 1; at >= 0; at -= 1) open.push(node.children[at] as Nodes);
    }
  }
  return found.map(toCsv);
}

function toCsv(table: Table): string {
  const rows = tableRows(table).filter((row, at) => at > 0 || row.some((cell) => cell !== ''));
  return rows.map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

/** `-5`, `+3 %` and `-1,000.50` are numbers; `-2+3` and `=A1` are not (OWASP, CSV injection). */
const NUMBER = /^[-+]?[\d.,\s]*\d\s*%?$/;

function field(cell: string): string {
  const shown = withoutControls(cell);
  const safe = /^\s*[=+\-@\t\r|]/.test(shown) && !NUMBER.test(shown.trim()) ? `'${shown}` : shown;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
