import { tag } from '../../tree/node.ts';
import type { Rule } from './rule.ts';

/** Blocks that are links and little else, outside tables and headings: menus, teasers, tag lists. */
export const linkDensity: Rule = {
  name: 'link-density',
  vote: (block, { tree }) => {
    if (block.text.length === 0 || block.linked < block.text.length * 0.8) return undefined;
    if (block.ancestors.some((node) => /^(?:td|th|h[1-6]|dd|dt)$/.test(tag(tree, node)))) return undefined;
    return block.text.length < 80 ? false : undefined;
  },
};
