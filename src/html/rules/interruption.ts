import { tag } from '../../tree/node.ts';
import { isKnownTag } from '../../tree/scan.ts';
import { factsOf, suspectsOf } from '../element-facts.ts';
import { askedOnce, type NodeTest, namesOf, ofTree, type PageView } from '../page-view.ts';
import { INTERRUPTION, OFFER } from '../suspicions.ts';
import type { Rule } from './rule.ts';

const NAMES =
  /(?:^|[\s_-])(?:ad|ads|advert|adverts|advertisement|advertising|adsbygoogle|adsense|dfp|gpt|paywall|newsletter|copyright|disclaimers?|breadcrumbs?)(?:$|[\s_-])|(?:^|[\s_-])(?:video|audio|media)[_-]?player(?:$|[\s_-])/;

/** The tag counts, too: `<amp-ad>`. */
const isNamed = ofTree(
  (tree) => ({ tree, suspicions: factsOf(tree).suspicions, says: askedOnce(NAMES) }),
  (node, { tree, suspicions, says }) => {
    if (!isKnownTag(tree, node) && /-/.test(tag(tree, node)) && NAMES.test(tag(tree, node))) return true;
    return ((suspicions[node] as number) & INTERRUPTION) !== 0 && says(namesOf(tree, node));
  },
);

/** What asks to pay, and is called so: this is never the text itself. */
const OFFERS =
  /(?:^|\s)(?:paywall|regwall|subscription|subscribe)[_-]+(?:offer|prompt|overlay|banner|box|message|cta|modal)(?:$|\s)/;
const isOffer = ofTree(
  (tree) => {
    const suspicions = suspectsOf(tree, OFFER);
    return suspicions === undefined ? undefined : { tree, suspicions };
  },
  (node, { tree, suspicions }) => ((suspicions[node] as number) & OFFER) !== 0 && OFFERS.test(namesOf(tree, node)),
);

/**
 * Parts with more of the page's text than this are called so for another reason: classified ads, the paragraphs
 * behind a paywall. An offer may be longer than the teaser before it.
 */
const MOST = 0.3;
const MOST_OFFERED = 0.7;
const totals = new WeakMap<PageView, Map<NodeTest, number>>();

/** A small part of the page that its class calls an interruption: an advertisement, an offer, a player, the way to it. */
export const interruption: Rule = {
  name: 'interruption',
  vote: (block, page) => {
    const isOut = (test: NodeTest, most: number) => page.isWithin(block.element, test) && shareOf(page, test) < most;
    return isOut(isNamed, MOST) || isOut(isOffer, MOST_OFFERED) ? false : undefined;
  },
};

/** Share of the page's text in elements that pass a test. */
function shareOf(page: PageView, test: NodeTest): number {
  const known = totals.get(page) ?? new Map<NodeTest, number>();
  totals.set(page, known);
  let share = known.get(test);
  if (share === undefined) {
    let inside = 0;
    let all = 1;
    for (const { element, text } of page.blocks) {
      all += text.length;
      if (page.isWithin(element, test)) inside += text.length;
    }
    share = inside / all;
    known.set(test, share);
  }
  return share;
}
