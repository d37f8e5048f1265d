/**
 * Word writes lists as paragraphs that carry a level, `style="mso-list: l0 level2 lfo1"`, Google Docs each level as a list
 * of its own, `class="lst-kix_x-1"`: both → lists.
 */
import type { BlockContent, List, ListItem } from 'mdast';
import { attribute, firstChild, NONE, type NodeId, nextInside, tag, text } from '../../tree/node.ts';
import type { Block } from './flow.ts';
import type { State } from './state.ts';

export interface WordItem {
  readonly level: number;
  readonly ordered: boolean;
  /** The number it shows, where it shows one. */
  readonly number?: number | undefined;
  readonly checked?: boolean | undefined;
}

export function wordItem({ tree }: State, node: NodeId): WordItem | undefined {
  if (!/^(?:p|h[1-6]|div)$/.test(tag(tree, node))) return undefined;
  const level = /mso-list\s*:\s*l\d+\s+level(\d+)/i.exec(attribute(tree, node, 'style') ?? '')?.[1];
  if (level === undefined) return undefined;
  let bullet = '';
  for (let at = firstChild(tree, node); at !== NONE && bullet === ''; at = nextInside(tree, at, node)) {
    if (/mso-list\s*:\s*Ignore/i.test(attribute(tree, at, 'style') ?? '')) bullet = text(tree, at).trim();
  }
  const number = /^\(?(\d+)[.)]/.exec(bullet)?.[1];
  return {
    level: Math.max(1, Number(level)),
    ordered: /^\(?(?:\d+|[a-z]{1,4})[.)]/i.test(bullet),
    number: number === undefined ? undefined : Number(number),
  };
}

/** Adds an item to the list at the end of `blocks` that Word's paragraphs made, or begins one. */
export function addWordItem(
  blocks: Block[],
  { level, ordered, number, checked }: WordItem,
  content: readonly Block[],
  made: Set<List>,
): void {
  let target: Block[] = blocks;
  for (let depth = 1; depth < level; depth += 1) {
    const last = target.at(-1);
    const item = last?.type === 'list' && made.has(last) ? last.children.at(-1) : undefined;
    if (item === undefined) break;
    target = item.children;
  }
  let list = target.at(-1);
  if (list?.type !== 'list' || !made.has(list) || (list.ordered === true) !== ordered) {
    list = { type: 'list', ordered, spread: false, ...(ordered ? { start: number ?? 1 } : {}), children: [] };
    made.add(list);
    target.push(list);
  }
  const item: ListItem = { type: 'listItem', spread: false, children: content as BlockContent[] };
  if (checked !== undefined) item.checked = checked;
  list.children.push(item);
}

/** The level of a list of Google Docs, from 1. */
export function docsLevel({ tree }: State, node: NodeId): number | undefined {
  const level = /(?:^|\s)lst-kix_\w+-(\d)(?:\s|$)/.exec(attribute(tree, node, 'class') ?? '')?.[1];
  return level === undefined ? undefined : Number(level) + 1;
}
