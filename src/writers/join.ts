/** Blank lines that the library does not ask for and readers need: between blocks of tight lists and items. */
import type { Blockquote, List, ListItem, Nodes } from 'mdast';
import type { Options } from 'remark-stringify';

type Join = NonNullable<Options['join']>[number];

/**
 * Readers of CommonMark take the line after an open paragraph or table for more of it, unless it is sure to begin something.
 * A table is not; a list that starts with another number than 1 is not either, however many bullets stand before the
 * number: `- one` and under it `- 6. two` (micromark looks at the paragraph of the item before).
 */
export const joinTight: Join = (left, right) =>
  endsOpen(left) && (right.type === 'table' || opensWithNumber(right)) ? 1 : undefined;

function endsOpen(node: Nodes): boolean {
  let last: Nodes | undefined = node;
  while (last !== undefined && isContainer(last)) last = last.children.at(-1);
  return last?.type === 'paragraph' || last?.type === 'table';
}

function opensWithNumber(node: Nodes): boolean {
  let first: Nodes | undefined = node;
  while (first !== undefined && isContainer(first)) {
    if (first.type === 'list' && first.ordered && (first.start ?? 1) !== 1) return true;
    first = first.children[0];
  }
  return false;
}

const isContainer = (node: Nodes): node is Blockquote | List | ListItem =>
  node.type === 'blockquote' || node.type === 'list' || node.type === 'listItem';
