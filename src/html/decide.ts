/** Votes → one verdict a block: the first rule with an opinion, else keep. */
import type { Verdict } from '../document.ts';
import { type NodeId, parent, type Tree, tag } from '../tree/node.ts';
import type { Block } from './block.ts';
import type { PageView } from './page-view.ts';
import type { Rule } from './rules/rule.ts';

export function decide(page: PageView, rules: readonly Rule[]): Verdict[] {
  const paths = new Map<NodeId, string>();
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

/** `html>body>main>p`; the paths of elements around are kept, for blocks share them. */
export function pathOf(tree: Tree, element: NodeId, paths: Map<NodeId, string>): string {
  const missing: NodeId[] = [];
  let at = element;
  while (at > 0 && !paths.has(at)) {
    missing.push(at);
    at = parent(tree, at);
  }
  let path = paths.get(at) ?? '';
  for (const node of missing.reverse()) {
    path = path === '' ? tag(tree, node) : `${path}>${tag(tree, node)}`;
    paths.set(node, path);
  }
  return path;
}
