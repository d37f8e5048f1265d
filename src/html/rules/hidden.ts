import { attribute, tag } from '../../tree/node.ts';
import type { Rule } from './rule.ts';

const STYLE = /display\s*:\s*none|visibility\s*:\s*hidden/i;

/** What a reader cannot see: `hidden`, `display:none`, `aria-hidden`. A whole main behind a dialog stays. */
export const hidden: Rule = {
  name: 'hidden',
  vote: (block, { tree }) =>
    block.ancestors.some((node) => {
      if (attribute(tree, node, 'hidden') !== undefined || STYLE.test(attribute(tree, node, 'style') ?? ''))
        return true;
      return attribute(tree, node, 'aria-hidden') === 'true' && !/^(?:main|article|body)$/.test(tag(tree, node));
    })
      ? false
      : undefined,
};
