/** The only removal: what a verdict does not keep is not marked, and nothing else reads unmarked nodes. */
import type { Verdict } from '../document.ts';
import { nodeCount, parent, type Tree } from '../tree/node.ts';
import type { Block } from './block.ts';

/** 1 for each node that stays: those of kept blocks, and all that they hang on. */
export function prune(tree: Tree, blocks: readonly Block[], verdicts: readonly Verdict[]): Uint8Array {
  const keep = new Uint8Array(nodeCount(tree));
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at] as Block;
    if (!verdicts[at]?.keep) continue;
    for (const node of block.nodes) {
      for (let up = node; up >= 0 && keep[up] === 0; up = parent(tree, up)) keep[up] = 1;
    }
  }
  return keep;
}
