import { nameSet, ofTag } from '../../tree/scan.ts';
import { askedOnce, namesOf, ofTree } from '../page-view.ts';
import type { Rule } from './rule.ts';

const NAMES =
  /(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|sidebar|footer|cookies?|consent|gdpr|share|sharing|social|related|recommend\w*|newsletter|subscribe|signup|comments?|respond|reply|popup|modal|banner|advert\w*|ads?|promo|sponsor\w*|pagination|pager|tags|widget|toolbar|skip|search)(?:$|[\s_-])/;
/** They hold the content, whatever else they are called. */
const NEVER = nameSet('html body main article');

const isNamed = ofTree(
  (tree) => ({ tree, says: askedOnce(NAMES) }),
  (node, { tree, says }) => {
    const names = namesOf(tree, node);
    return names !== '' && ofTag(NEVER, tree, node) === 0 && says(names);
  },
);

/** A class, id or role that names a part of the page's frame. */
export const boilerplateName: Rule = {
  name: 'boilerplate-name',
  vote: (block, page) => (page.isWithin(block.element, isNamed) ? false : undefined),
};
