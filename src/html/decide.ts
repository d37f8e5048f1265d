/** Votes → one verdict a block: the first rule with an opinion, else keep. */
import type { Verdict } from '../document.ts';
import { type NodeId, nodeCount, parent, type Tree, tag } from '../tree/node.ts';
import type { Block } from './block.ts';
import type { PageView } from './page-view.ts';
import type { Rule } from './rules/rule.ts';

export function decide(page: PageView, rules: readonly Rule[]): Verdict[] {
  const paths = noPaths(page.tree);
  return page.blocks.map((block) => {
    const { keep, by } = verdictOf(block, page, rules);
    return { keep, by, path: pathOf(page.tree, block.element, paths), text: block.text };
  });
}

function verdictOf(block: Block, page: PageView, rules: readonly Rule[]): { keep: boolean; by: string } {
  for (const rule of rules) {
    const keep = rule.vote(block, page);
    if (keep !== undefined) return { keep, by: `rule:${rule.name}` };
  }
  return { keep: true, by: 'default' };
}

/** Paths by node, as far as they were asked for: blocks share those of the elements around them. */
export type Paths = (string | undefined)[];

export const noPaths = (tree: Tree): Paths => new Array(nodeCount(tree));

/** `html>body>main>p`. */
export function pathOf(tree: Tree, element: NodeId, paths: Paths): string {
  const missing: NodeId[] = [];
  let at = element;
  for (; at > 0 && paths[at] === undefined; at = parent(tree, at)) missing.push(at);
  let path = at > 0 ? (paths[at] as string) : '';
  for (let node = missing.pop(); node !== undefined; node = missing.pop()) {
    path = path === '' ? tag(tree, node) : `${path}>${tag(tree, node)}`;
    paths[node] = path;
  }
  return path;
}
