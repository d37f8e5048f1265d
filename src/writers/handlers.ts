/** What is written otherwise than remark-stringify would: callouts, wide tables, tables as HTML, a rule at the top. */
import { toHtml } from 'hast-util-to-html';
import type { Blockquote, Html, Root, Table, TableCell, ThematicBreak } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toHast } from 'mdast-util-to-hast';
import { defaultHandlers, type Handlers } from 'mdast-util-to-markdown';
import { isPadded } from './direct-table.ts';
import { plainHandlers } from './plain-handlers.ts';

type Handler<Name extends keyof Handlers> = NonNullable<Handlers[Name]>;

/** A callout is a quote whose first line names its kind: `> [!NOTE]`. */
const blockquote: Handler<'blockquote'> = (node: Blockquote, parent, state, info) => {
  const written = defaultHandlers.blockquote(node, parent, state, info);
  const callout = node.data?.callout;
  if (callout === undefined) return written;
  // Only a paragraph may go on right under the marker: a list or a table would not begin there.
  const between = node.children[0]?.type === 'paragraph' ? '' : '>\n';
  return `> [!${callout.toUpperCase()}]\n${between}${written}`;
};

/** `---` on the first line would open front matter. */
const thematicBreak: Handler<'thematicBreak'> = (node: ThematicBreak, parent, state) =>
  parent?.type === 'root' && parent.children[0] === node && state.options.rule !== '_'
    ? '***'
    : defaultHandlers.thematicBreak(node, parent, state);

const tableHandler = (tablePipeAlign: boolean): Handler<'table'> =>
  gfmToMarkdown({ tablePipeAlign }).extensions?.find(({ handlers }) => handlers?.table)?.handlers
    ?.table as Handler<'table'>;
const padded = tableHandler(true);
const compact = tableHandler(false);

const table: Handler<'table'> = (node: Table, parent, state, info) =>
  node.data?.html ? htmlTable(node) : tableHandlerFor(node)(node, parent, state, info);

export const tableHandlerFor = (node: Table): Handler<'table'> => (isPadded(node) ? padded : compact);

/** A table with its spans. Cells that a span covers are left out; nothing in it is a blank line, which would end it. */
function htmlTable(node: Table): string {
  const rows = node.children.filter((row) => row.children.some((cell) => cell.children.length > 0));
  const hasHeader = rows[0] === node.children[0];
  const lines = rows.map((row, y) => {
    const cells = row.children.map((cell, x) => htmlCell(cell, hasHeader && y === 0 ? 'th' : 'td', node.align?.[x]));
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<table>\n${lines.join('\n')}\n</table>`;
}

function htmlCell(cell: TableCell, name: string, align: string | null | undefined): string {
  const { colspan = 1, rowspan = 1, covered = false } = cell.data ?? {};
  if (covered) return '';
  const attributes = [
    colspan > 1 ? ` colspan="${colspan}"` : '',
    rowspan > 1 ? ` rowspan="${rowspan}"` : '',
    align ? ` align="${align}"` : '',
  ];
  const content: Root = { type: 'root', children: cell.children };
  const inside = toHtml(toHast(content, { allowDangerousHtml: true, handlers: { html: ownTag } }), {
    allowDangerousHtml: true,
  });
  return `<${name}${attributes.join('')}>${inside.replace(/\n\s*/g, ' ')}</${name}>`;
}

/** The raw HTML a document of ours may hold: tags without attributes. */
const OWN_TAG =
  /^<\/?(?:br|sub|sup|kbd|ins|mark|abbr|bdi|bdo|cite|details|dfn|q|rb|rp|rt|ruby|samp|small|summary|time|u|var)>$/;
export const ownTag = (_state: unknown, node: Html): { type: 'raw'; value: string } | undefined =>
  OWN_TAG.test(node.value) ? { type: 'raw', value: node.value } : undefined;

export const handlers = { ...plainHandlers, blockquote, table, thematicBreak };
