/** Lists that are written one by one and are one: those of Google Docs and Notion, and numbers that count on. */
import type { List } from 'mdast';
import { firstChild, kind, NONE, type NodeId, nextSibling, previousSibling, type Tree, tag } from '../../tree/node.ts';
import { pastBlanks } from './beside.ts';
import type { Block } from './flow.ts';
import { classOf, type State } from './state.ts';
import { addWordItem, docsLevel } from './word-list.ts';

/** What of the lists of an element is no part of the list at the end of `before`, into which the others go. */
export function joinedLists(state: State, node: NodeId, made: Block[], before: Block[]): Block[] {
  const level = docsLevel(state, node);
  if (level === undefined) return continued(state, node, made, before);
  return made.filter((part) => {
    if (part.type !== 'list') return true;
    const ordered = part.ordered === true;
    for (const { children: content } of part.children)
      addWordItem(before, { level, ordered, number: part.start ?? undefined }, content as Block[], state.wordLists);
    return false;
  });
}

function continued({ tree }: State, node: NodeId, made: Block[], before: Block[]): Block[] {
  const [first, ...others] = made;
  const last = before.at(-1);
  if (first?.type !== 'list' || last?.type !== 'list' || first.ordered !== last.ordered) return made;
  const neighbour = listBefore(tree, node);
  if (neighbour === NONE || !isLoneItem(tree, neighbour) || !isLoneItem(tree, node)) return made;
  if (!countsOn(last, first) && !areNamedAlike(tree, neighbour, node)) return made;
  for (const item of first.children) last.children.push(item);
  last.spread = last.spread === true || first.spread === true;
  return others;
}

/** The list of the same kind right before one. */
function listBefore(tree: Tree, node: NodeId): NodeId {
  const at = pastBlanks(tree, previousSibling(tree, node), previousSibling);
  return at !== NONE && tag(tree, at) === tag(tree, node) ? at : NONE;
}

const countsOn = (last: List, { ordered, start }: List): boolean =>
  ordered === true && (start ?? 1) > 1 && start === (last.start ?? 1) + last.children.length;

/** Notion exports each item in a list of its own, all of one class. */
function areNamedAlike(tree: Tree, one: NodeId, other: NodeId): boolean {
  const named = classOf(tree, one);
  return named !== '' && named === classOf(tree, other);
}

function isLoneItem(tree: Tree, list: NodeId): boolean {
  let count = 0;
  for (let at = firstChild(tree, list); at !== NONE; at = nextSibling(tree, at)) {
    if (tag(tree, at) === 'li') count += 1;
    else if (kind(tree, at) === 'element') return false;
    if (count > 1) return false;
  }
  return count === 1;
}
