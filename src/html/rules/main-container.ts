import { tag } from '../../tree/node.ts';
import type { Rule } from './rule.ts';

/** Inside the main container is content, outside it is not; a first-level heading may stand before it. */
export const mainContainer: Rule = {
  name: 'outside-main',
  vote: (block, { tree, main }) => {
    if (main === 0 || block.ancestors.includes(main)) return undefined;
    return block.ancestors.some((node) => tag(tree, node) === 'h1') ? undefined : false;
  },
};
