import { attribute, tag } from '../../tree/node.ts';
import { suspectsOf } from '../element-facts.ts';
import { namesOf, ofPage, type PageView } from '../page-view.ts';
import { CONSENT } from '../suspicions.ts';
import type { Rule } from './rule.ts';

/** What class names and ids say of it: the matter, and the form of a thing that lies over or beside the page. */
const MATTER = /(?:^|[\s_-])(?:cookies?|consent|gdpr|ccpa|dsgvo|rgpd|lgpd)/;
const FORM =
  /(?:banner|bar|notice|notification|popup|modal|dialog|overlay|prompt|drawer|law|layer|alert|manager|preferences|sdk|consent|window|toast|root)(?:$|[\s_\d-])/;
/** The roots that consent managers put into pages. */
const MANAGERS =
  /(?:^|\s)(?:onetrust-[\w-]+|cybotcookiebot\w*|cookiebot\w*|didomi-[\w-]+|usercentrics-[\w-]+|sp_message_container\w*|qc-cmp2?-[\w-]+|cky-[\w-]+|cmplz-[\w-]+|truste-[\w-]+|iubenda-cs-[\w-]+|fc-consent-root|borlabs-?cookie\w*|tarteaucitron\w*|klaro|termly-[\w-]+|osano-cm-[\w-]+|cli-modal[\w-]*|moove_gdpr\w*|wt-cli-[\w-]+)(?:\s|$)/;
/** Elements that hold a page's subject, be it cookies. */
const NEVER = /^(?:html|body|main|article|h[1-6]|p|li|td)$/;
/** A part that is no dialogue by its role is less of the page than this: of its good text, or where there is little, of all. */
const MOST = 0.7;
const MOST_OF_ALL = 0.5;

const isConsent = ofPage(
  ({ tree }) => suspectsOf(tree, CONSENT),
  (node, suspicions, page) => {
    const { tree } = page;
    if (((suspicions[node] as number) & CONSENT) === 0 || NEVER.test(tag(tree, node))) return false;
    const names = namesOf(tree, node);
    if (MANAGERS.test(names)) return true;
    return MATTER.test(names) && (isDialogue(page, node) || (FORM.test(names) && isSmall(page, node)));
  },
);

const isSmall = (page: PageView, node: number): boolean =>
  page.share(node) < MOST || page.shareOfAll(node) < MOST_OF_ALL;

const isDialogue = ({ tree }: PageView, node: number): boolean =>
  /^(?:alert)?dialog$/.test(attribute(tree, node, 'role') ?? tag(tree, node)) ||
  attribute(tree, node, 'aria-modal') === 'true';

/** What asks for consent to cookies: never the page's subject, however long it is beside a short page. */
export const consent: Rule = {
  name: 'consent',
  vote: (block, page) => (page.isWithin(block.element, isConsent) ? false : undefined),
};
