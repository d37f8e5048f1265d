/** Blank lines that the library does not ask for and readers need: between blocks of tight lists and items. */
import type { Blockquote, List, ListItem, Nodes } from 'mdast';

/**
 * Readers of CommonMark take the line after an open paragraph or table for more of it, unless it is sure to begin something.
 * A table is not; a list that starts with another number than 1 is not either, however many bullets stand before the
 * number: `- one` and under it `- 6. two` (micromark looks at the paragraph of the item before).
 */
export const joinTight = (left: Nodes, right: Nodes): 1 | undefined =>
  endsOpen(left) && (right.type === 'table' || opensWithNumber(right)) ? 1 : undefined;

function endsOpen(node: Nodes): boolean {
  const { type } = lastIn(node);
  return type === 'paragraph' || type === 'table';
}

/** The block at the end of a container and of those inside it, or the container that is empty; any other block itself. */
export function lastIn(node: Nodes): Nodes {
  let last = node;
  while (isContainer(last) && last.children.length > 0) last = last.children.at(-1) as Nodes;
  return last;
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
