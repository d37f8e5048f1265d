import type { Block } from '../block.ts';
import type { PageView } from '../page-view.ts';
import type { Rule } from './rule.ts';

const firstOf = new WeakMap<PageView, Map<string, Block>>();

/** Of identical blocks of 40 characters or more only the first stays. */
export const duplicate: Rule = {
  name: 'duplicate',
  vote: (block, page) => {
    if (block.text.length < 40) return undefined;
    let first = firstOf.get(page);
    if (first === undefined) {
      first = new Map();
      for (const one of page.blocks) if (!first.has(one.text)) first.set(one.text, one);
      firstOf.set(page, first);
    }
    return first.get(block.text) === block ? undefined : false;
  },
};
