import { tag } from '../../tree/node.ts';
import { type NodeTest, namesOf } from '../page-view.ts';
import type { Rule } from './rule.ts';

const NAMES =
  /(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|sidebar|footer|cookies?|consent|gdpr|share|sharing|social|related|recommend\w*|newsletter|subscribe|signup|comments?|respond|reply|popup|modal|banner|advert\w*|ads?|promo|sponsor\w*|pagination|pager|tags|widget|toolbar|skip|search)(?:$|[\s_-])/;
const isNamed: NodeTest =
  ({ tree }) =>
  (node) =>
    !/^(?:html|body|main|article)$/.test(tag(tree, node)) && NAMES.test(namesOf(tree, node));

/** A class, id or role that names a part of the page's frame. */
export const boilerplateName: Rule = {
  name: 'boilerplate-name',
  vote: (block, page) => (page.isWithin(block.element, isNamed) ? false : undefined),
};
