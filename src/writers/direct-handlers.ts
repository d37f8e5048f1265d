/**
 * Where the library walks a container in the usual style: what stands in it and can be written directly is, byte for
 * byte what the library writes; it is asked for the rest.
 */
import type { Heading, Paragraph, Table, TableCell, TableRow, Text } from 'mdast';
import type { Handlers } from 'mdast-util-to-markdown';
import { writeCell, writeHeading, writeParagraph } from './direct.ts';
import { escaped, isHarmlessStart } from './escape.ts';
import { handlers, tableHandlerFor } from './handlers.ts';
import { text as longText } from './long-text.ts';

const paragraph: Handlers['paragraph'] = (node: Paragraph, parent, state, info) => {
  const isTask = parent?.type === 'listItem' && typeof parent.checked === 'boolean';
  return (isTask ? undefined : writeParagraph(node)) ?? handlers.paragraph(node, parent, state, info);
};

const heading: Handlers['heading'] = (node: Heading, parent, state, info) =>
  writeHeading(node) ?? handlers.heading(node, parent, state, info);

const text: Handlers['text'] = Object.assign(
  ((node: Text, parent, state, info) => {
    const { stack } = state;
    // Bars mean more in a table; in an address of its own nothing can be escaped.
    const isKnown = !stack.includes('autolink') && !(node.value.includes('|') && stack.includes('tableCell'));
    const written = isKnown
      ? escaped(node.value, info.before.slice(-1), info.after.charAt(0), stack.includes('label'))
      : undefined;
    return written ?? handlers.text(node, parent, state, info);
  }) satisfies Handlers['text'],
  {
    peek: ((node: Text, parent, state, info) =>
      isHarmlessStart(node.value)
        ? node.value.charAt(0)
        : longText.peek(node, parent, state, info)) satisfies Handlers['text'],
  },
);

/** A cell that is written already goes through the library as a piece of HTML, which it passes on as it is. */
const table: Handlers['table'] = (node: Table, parent, state, info) =>
  node.data?.html
    ? handlers.table(node, parent, state, info)
    : tableHandlerFor(node)({ ...node, children: node.children.map(withWrittenCells) }, parent, state, info);

const withWrittenCells = (row: TableRow): TableRow => ({ ...row, children: row.children.map(withWrittenCell) });

function withWrittenCell(cell: TableCell): TableCell {
  const value = cell.children.length === 0 ? undefined : writeCell(cell);
  return value === undefined ? cell : { ...cell, children: [{ type: 'html', value }] };
}

export const directHandlers = { ...handlers, paragraph, heading, text, table };
