/**
 * Texts that a page says twice by right: what two functions have in common, the same warning under two headings. They stand among
 * what is kept, in the same setting as where they stand first. Copies for other screens, quotes and teasers stand otherwise.
 */
import { parent, type Tree, tag } from '../../tree/node.ts';
import type { Block } from '../block.ts';
import type { Draft } from './structures.ts';

/** Changes `keep` and `by` itself: no other repair overrules a rule. */
export function keepRepeats({ tree, blocks, keep }: Draft, by: string[]): void {
  const isCopy = (at: number): boolean => by[at] === 'rule:duplicate';
  let kept: Map<string, number> | undefined;
  for (let start = 0; start < blocks.length; start += 1) {
    if (!isCopy(start)) continue;
    let end = start + 1;
    while (end < blocks.length && isCopy(end)) end += 1;
    if (keep[start - 1] === 1 && keep[end] === 1) {
      kept ??= new Map(blocks.flatMap(({ text }, at) => (keep[at] === 1 ? [[text, at] as const] : [])));
      for (let at = start; at < end; at += 1) {
        const block = blocks[at] as Block;
        const other = kept.get(block.text);
        if (other === undefined || !areSetAlike(tree, block, blocks[other] as Block)) continue;
        keep[at] = 1;
        by[at] = 'repair:repeat';
      }
    }
    start = end;
  }
}

/** Whether all elements around both have the same names. */
function areSetAlike(tree: Tree, { element: one }: Block, { element: other }: Block): boolean {
  let [a, b] = [one, other];
  for (; a > 0 && b > 0 && a !== b; a = parent(tree, a), b = parent(tree, b))
    if (tag(tree, a) !== tag(tree, b)) return false;
  return a === b;
}
