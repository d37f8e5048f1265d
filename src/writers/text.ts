/** mdast → plain text: a blank line between blocks, items with their markers, cells parted by tabs. */
import type { List, Nodes, PhrasingContent, Root, RootContent, Table, TableCell, TableRow } from 'mdast';
import type { Document } from '../document.ts';
import { withoutControls } from './controls.ts';
import { EXTENSIONS } from './extensions.ts';

export const text = {
  name: 'text',
  extension: EXTENSIONS.text,
  write: ({ body }: Document): string => `${withoutControls(toText(body))}\n`,
};

export const toText = (body: Root): string => joinTexts(body.children.map(blockText));

/** The text of a body from those of its blocks; the empty ones leave no gap. */
export const joinTexts = (texts: readonly string[]): string => texts.filter((text) => text !== '').join('\n\n');

/** The text of one block of the body. */
export function blockText(block: RootContent): string {
  if (block.type === 'list') return listText(block, '');
  if (block.type === 'table')
    return tableRows(block)
      .map((row) => row.join('\t'))
      .join('\n');
  if (block.type === 'blockquote' || block.type === 'footnoteDefinition')
    return joinTexts(block.children.map(blockText));
  return inlineText(block);
}

export const tableRows = (table: Table): string[][] => table.children.map(rowTexts);
const rowTexts = (row: TableRow): string[] => row.children.map(cellText);
const cellText = (cell: TableCell): string => inlineText(cell).trim();

/** The words of a node without marks; line breaks stay. */
export function inlineText(node: Nodes | PhrasingContent): string {
  if (node.type === 'html') return node.value === '<br>' ? '\n' : '';
  if (node.type === 'break') return '\n';
  if (node.type === 'link' && node.data?.embed === true) return '';
  if (node.type === 'image') return isSign(node.alt) ? node.alt : '';
  if ('value' in node) return node.value;
  let joined = '';
  if ('children' in node) for (const child of node.children) joined += inlineText(child);
  return joined;
}

/** An emoji that is an image is text; a description of a picture is not what readers read. */
const isSign = (alt: string | null | undefined): alt is string =>
  typeof alt === 'string' && alt.length <= LONGEST_SIGN && !/[\p{L}\p{N}]/u.test(alt);
const LONGEST_SIGN = 8;

function listText(list: List, indent: string): string {
  let number = list.start ?? 1;
  const lines: string[] = [];
  for (const item of list.children) {
    const mark = list.ordered ? `${number}. ` : '- ';
    number += 1;
    let first = true;
    for (const child of item.children) {
      const text = child.type === 'list' ? listText(child, `${indent}  `) : blockText(child);
      // A picture says nothing here.
      if (text === '') continue;
      lines.push(child.type === 'list' ? text : `${indent}${first ? mark : '  '}${text}`);
      first = false;
    }
    if (first && list.ordered) lines.push(`${indent}${mark.trimEnd()}`);
  }
  return lines.join('\n');
}
