import { type NodeTest, namesOf } from '../page-view.ts';
import type { Rule } from './rule.ts';

const NAMES =
  /(?:^|[\s_-])(?:ad|ads|advert|adverts|advertisement|advertising|adsbygoogle|adsense|dfp|gpt|paywall|newsletter|copyright)(?:$|[\s_-])|(?:^|[\s_-])(?:video|audio|media)[_-]?player(?:$|[\s_-])/;

const isNamed: NodeTest = (node, { tree }) => NAMES.test(namesOf(tree, node));

/**
 * Names of what interrupts a text: advertisements, offers, players. Parts with more of the page's good text than
 * this are called so for another reason: classified ads, the paragraphs behind a paywall.
 */
const MOST = 0.3;
const totals = new WeakMap<object, number>();

/** A small part of the page that its class calls an interruption. */
export const interruption: Rule = {
  name: 'interruption',
  vote: (block, page) => {
    if (!page.isWithin(block.element, isNamed)) return undefined;
    let total = totals.get(page);
    if (total === undefined) {
      total = 0;
      let all = 0;
      for (const one of page.blocks) {
        all += one.text.length;
        if (page.isWithin(one.element, isNamed)) total += one.text.length;
      }
      total /= Math.max(1, all);
      totals.set(page, total);
    }
    return total < MOST ? false : undefined;
  },
};
