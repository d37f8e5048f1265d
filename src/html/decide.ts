/** Votes → one verdict a block: the first rule with an opinion, else keep. */
import type { Verdict } from '../document.ts';
import { type Tree, tag } from '../tree/node.ts';
import type { Block } from './block.ts';
import type { PageView } from './page-view.ts';
import type { Rule } from './rules/rule.ts';

export function decide(page: PageView, rules: readonly Rule[]): Verdict[] {
  return page.blocks.map((block) => {
    const voter = rules.find((rule) => rule.vote(block, page) !== undefined);
    const keep = voter === undefined || voter.vote(block, page) === true;
    return {
      keep,
      by: voter === undefined ? 'default' : `rule:${voter.name}`,
      path: pathOf(page.tree, block),
      text: block.text,
    };
  });
}

const pathOf = (tree: Tree, block: Block): string =>
  block.ancestors
    .map((node) => tag(tree, node))
    .reverse()
    .join('>');
