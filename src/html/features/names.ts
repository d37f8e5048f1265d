/** What class names, ids and roles say: groups of keywords, and a number for each token. */

/** Groups of words that authors give to parts of a page. What readers read does not matter here. */
export const GROUPS: readonly (readonly [name: string, words: string])[] = [
  ['nav', 'nav navbar navigation navbox subnav sitenav topnav mainnav navi sidenav nave'],
  ['menu', 'menu menus submenu dropdown megamenu menubar hamburger offcanvas'],
  ['header', 'header head masthead topbar hdr banner headline'],
  ['footer', 'footer foot ftr bottom colophon footnav'],
  ['sidebar', 'sidebar side aside rail sidecol secondary complementary leftcol rightcol'],
  ['comment', 'comment comments commentlist disqus respond livefyre commenter commenttext commentary'],
  ['reply', 'reply replies answer answers response responses'],
  [
    'related',
    'related recommend recommended recommendation recommendations recirc similar also youmaylike more read readmore trending popular latest recent mostread next prev previous',
  ],
  ['share', 'share sharing social socials facebook twitter addthis sharedaddy follow sns'],
  ['newsletter', 'newsletter subscribe subscription signup mailing optin mailchimp'],
  ['cookie', 'cookie cookies consent gdpr ccpa onetrust privacy cmp'],
  ['modal', 'modal popup dialog overlay lightbox drawer toast tooltip flyout'],
  ['ad', 'ad ads advert advertisement adsense sponsor sponsored promo promotion promoted dfp gpt outbrain taboola'],
  ['breadcrumb', 'breadcrumb breadcrumbs crumb crumbs bread'],
  ['pagination', 'pagination pager paging paginate pages pagenav'],
  ['tag', 'tag tags category categories topic topics label labels taxonomy cat'],
  ['meta', 'meta byline author authors date time published posted postmeta timestamp info'],
  ['caption', 'caption captions figcaption credit wp credits figure image photo gallery slide slider carousel swiper'],
  [
    'content',
    'content contents body entry text copy main story articlebody entrycontent postcontent richtext prose markdown rte wysiwyg maincontent',
  ],
  ['article', 'article articles post posts single blog news story'],
  ['summary', 'summary excerpt teaser abstract intro lead lede standfirst dek description desc blurb'],
  ['list', 'list lists listing listings items results result grid feed archive index'],
  ['card', 'card cards tile tiles item box panel block col column module widget widgets'],
  ['product', 'product products shop store sku woocommerce catalog item'],
  ['price', 'price prices pricing cost amount money sale discount offer offers'],
  ['cart', 'cart basket checkout buy purchase wishlist order add quantity qty'],
  ['review', 'review reviews rating ratings stars star testimonial testimonials feedback'],
  [
    'spec',
    'spec specs specification specifications attribute attributes details detail features feature feature params',
  ],
  ['form', 'form forms input field login signin register contact search searchform'],
  ['forum', 'forum thread threads topic message messages messagelist postbody posts bbs discussion'],
  ['user', 'user users avatar profile member username signature sig bio'],
  ['toc', 'toc outline onthispage contents tableofcontents docnav'],
  ['faq', 'faq faqs accordion question questions collapse toggle expand tab tabs tabpanel'],
  ['hero', 'hero jumbotron cover splash cta section landing'],
  ['hidden', 'hidden hide visually sr screen reader skip invisible print noprint'],
  ['copyright', 'copyright legal terms disclaimer license imprint'],
  ['code', 'code highlight hljs prism syntax snippet pre codeblock'],
  ['video', 'video player audio media podcast embed'],
  ['button', 'button btn link links action actions tool tools toolbar control controls'],
  ['team', 'team staff people person partner partners client clients logo logos service services'],
];

const BITS = new Map<string, number[]>();
for (const [group, [, words]] of GROUPS.entries()) {
  for (const word of words.split(' ')) BITS.set(word, [...(BITS.get(word) ?? []), group]);
}

export interface Names {
  /** Groups that one of its words belongs to. */
  readonly groups: readonly number[];
  /** Hashes of its class, id and role tokens. */
  readonly tokens: readonly number[];
}

export type NamesReader = (value: string) => Names;

/** Reads attribute values of one page; ids and classes are alike to it, and each token is looked at once. */
export function namesReader(): NamesReader {
  const known = new Map<string, { readonly hash: number; readonly groups: readonly number[] }>();
  return (value) => {
    const groups = new Set<number>();
    const tokens = new Set<number>();
    for (const token of value.split(/\s+/, MAX_TOKENS)) {
      if (token === '' || token.length > MAX_LENGTH) continue;
      let read = known.get(token);
      if (read === undefined) {
        read = { hash: hashToken(token), groups: groupsOf(token) };
        known.set(token, read);
      }
      tokens.add(read.hash);
      for (const group of read.groups) groups.add(group);
    }
    return { groups: [...groups], tokens: [...tokens] };
  };
}
const MAX_TOKENS = 24;
const MAX_LENGTH = 60;

function groupsOf(token: string): number[] {
  const words = token.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();
  return words.split(/[^a-z]+/).flatMap((word) => BITS.get(word) ?? []);
}

/** FNV-1a of the lower-case token; a run of digits counts as one, for numbers in names are serial. */
export function hashToken(token: string): number {
  let hash = 0x811c9dc5;
  let wasDigit = false;
  for (let at = 0; at < token.length; at += 1) {
    let code = token.charCodeAt(at);
    const isDigit = code >= 0x30 && code <= 0x39;
    if (isDigit && wasDigit) continue;
    wasDigit = isDigit;
    if (isDigit) code = 0x30;
    else if (code >= 0x41 && code <= 0x5a) code += 0x20;
    hash = Math.imul(hash ^ code, 0x01000193);
  }
  return hash >>> 0;
}
