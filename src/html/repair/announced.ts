/** The list that a kept sentence announces: `The services below are a part of it:`. Without it the sentence says nothing. */
import { NONE, type NodeId, parent } from '../../tree/node.ts';
import { behind, nameSet, ofTag } from '../../tree/scan.ts';
import { weightOf } from '../../words.ts';
import type { Block } from '../block.ts';
import { type Draft, meanOf } from './structures.ts';

const LISTS = nameSet('ul ol dl');
const ENDS_OPEN = /[:：]\s*$/;
/** `Related:` and `Share:` announce nothing of the text. */
const LETTERS = 24;
const LEAST_SCORE = 0.2;
/** A list's items stand so deep in it at the most. */
const MOST_LEVELS = 6;

export function completeAnnounced(draft: Draft): void {
  const { tree, blocks, keep, scores, set } = draft;
  for (let at = 0; at + 1 < blocks.length; at += 1) {
    const { element, text, linked } = blocks[at] as Block;
    if (keep[at] !== 1 || keep[at + 1] === 1 || linked > 0 || !ENDS_OPEN.test(text) || weightOf(text) < LETTERS)
      continue;
    const list = listBeside(draft, (blocks[at + 1] as Block).element, parent(tree, element));
    if (list === NONE) continue;
    const inside: number[] = [];
    const end = behind(tree, list);
    for (let item = at + 1; item < blocks.length && (blocks[item] as Block).element < end; item += 1) inside.push(item);
    if (inside.some((item) => keep[item] === 1) || meanOf(inside, blocks, scores).score < LEAST_SCORE) continue;
    for (const item of inside) set(item, 1, 'announced');
  }
}

/** The list in `around` that an element stands in, or NONE. */
function listBeside({ tree }: Draft, element: NodeId, around: NodeId): NodeId {
  for (let node = element, level = 0; node > around && level < MOST_LEVELS; node = parent(tree, node), level += 1)
    if (parent(tree, node) === around) return ofTag(LISTS, tree, node) === 1 ? node : NONE;
  return NONE;
}
