/**
 * Texts that a page says twice by right: what two functions or two offers have in common, the same warning under two headings. They
 * stand among what is kept, in the same setting as where they stand first. Copies for other screens, quotes and teasers stand otherwise.
 */
import { NONE, type NodeId, parent, type Tree, tag } from '../../tree/node.ts';
import { nameSet } from '../../tree/scan.ts';
import type { Block } from '../block.ts';
import { factsOf } from '../element-facts.ts';
import { nearest } from '../nearest.ts';
import type { Draft } from './structures.ts';

/** Less likely ones belong to slides, and to lines that run across the page. */
const LEAST_SCORE = 0.2;
const LISTS = nameSet('ul ol dl');
/** Items at one end of a kept list: a list of articles or goods ends so, too. Cross-validated: F1 .88958 to .88972. */
const LEAST_ITEM = 0.5;

/** Changes `keep` and `by` itself: no other repair overrules a rule. */
export function keepRepeats({ tree, blocks, holders, keep, scores }: Draft, by: string[]): void {
  const isCopy = (at: number): boolean => by[at] === 'rule:duplicate';
  let kept: Map<string, number> | undefined;
  let lists: Int32Array | undefined;
  /** By a copy's place: the list around it. */
  const listOf = (at: number): NodeId => {
    lists ??= nearest(tree, holders, LISTS) ?? new Int32Array(0);
    return lists[blocks[at]?.element ?? NONE] ?? NONE;
  };
  for (let start = 0; start < blocks.length; start += 1) {
    if (!isCopy(start)) continue;
    let end = start + 1;
    while (end < blocks.length && isCopy(end)) end += 1;
    const [isAfter, isBefore] = [keep[start - 1] === 1, keep[end] === 1];
    if (isAfter || isBefore) {
      kept ??= new Map(blocks.flatMap(({ text }, at) => (keep[at] === 1 ? [[text, at] as const] : [])));
      for (let at = start; at < end; at += 1) {
        const block = blocks[at] as Block;
        const other = kept.get(block.text);
        const isBetween = isAfter && isBefore;
        if (other === undefined || (scores[at] ?? 0) < (isBetween ? LEAST_SCORE : LEAST_ITEM)) continue;
        if (!isBetween && (listOf(at) === NONE || listOf(at) !== listOf(isAfter ? start - 1 : end))) continue;
        if (!areSetAlike(tree, block, blocks[other] as Block)) continue;
        keep[at] = 1;
        by[at] = 'repair:repeat';
      }
    }
    start = end;
  }
}

/** What a class says of the screens that an element is for. */
const SCREEN = /hid(?:den|e)|visible|d-(?:\w+-)?none|mobile|phone|tablet|desktop|screen/i;

/** Whether all elements around both have the same names, and none is for other screens than its counterpart. */
function areSetAlike(tree: Tree, { element: one }: Block, { element: other }: Block): boolean {
  const { classes, classValues } = factsOf(tree);
  const isOfScreen = (node: NodeId): boolean => SCREEN.test(classValues[classes[node] as number] ?? '');
  let [a, b] = [one, other];
  for (; a > 0 && b > 0 && a !== b; a = parent(tree, a), b = parent(tree, b))
    if (tag(tree, a) !== tag(tree, b) || (classes[a] !== classes[b] && (isOfScreen(a) || isOfScreen(b)))) return false;
  return a === b;
}
