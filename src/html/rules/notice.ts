import type { Block } from '../block.ts';
import type { PageView } from '../page-view.ts';
import type { Rule } from './rule.ts';

/** Who holds the rights in a page, and since when. */
export const isNotice = (text: string): boolean =>
  /©|\([Cc]\)/.test(text) && /^(?:[^.]{0,40}\s)?(?:©|\([Cc]\)\s)[^.]{0,60}\p{N}{4}/u.test(text);

/** It is one of the last lines, and short. */
const LAST = 3;
const LONGEST = 150;

const lasts = new WeakMap<PageView, ReadonlySet<Block>>();

/** A notice of rights at the end of a page. */
export const notice: Rule = {
  name: 'notice',
  vote: (block, page) => {
    let last = lasts.get(page);
    if (last === undefined) {
      last = new Set(page.blocks.filter(({ text }) => text !== '').slice(-LAST));
      lasts.set(page, last);
    }
    return last.has(block) && block.text.length <= LONGEST && isNotice(block.text) ? false : undefined;
  },
};
