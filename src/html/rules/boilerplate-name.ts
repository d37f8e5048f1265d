import { tag } from '../../tree/node.ts';
import type { Rule } from './rule.ts';

const NAMES =
  /(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|sidebar|footer|cookies?|consent|gdpr|share|sharing|social|related|recommend\w*|newsletter|subscribe|signup|comments?|respond|reply|popup|modal|banner|advert\w*|ads?|promo|sponsor\w*|pagination|pager|tags|widget|toolbar|skip|search)(?:$|[\s_-])/;

/** A class, id or role that names a part of the page's frame, inside the page's body. */
export const boilerplateName: Rule = {
  name: 'boilerplate-name',
  vote: (block, page) =>
    block.ancestors.some((node) => {
      if (/^(?:html|body|main|article)$/.test(tag(page.tree, node)) || page.main === node) return false;
      return NAMES.test(page.names(node)) && !holdsMain(node, page.main, page.tree.parents);
    })
      ? false
      : undefined,
};

function holdsMain(node: number, main: number, parents: Int32Array): boolean {
  for (let at = main; at > 0; at = parents[at] ?? 0) if (at === node) return true;
  return false;
}
