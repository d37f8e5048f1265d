/** What class names, ids and roles say: groups of keywords, and a number for each token. */
import { codeUnitAt } from '../../code-unit.ts';
import { attributeValue, HAS_MORE, type NodeId, type Tree, tag } from '../../tree/node.ts';
import { attributeId, isKnownTag } from '../../tree/scan.ts';
import { factsOf } from '../element-facts.ts';

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

export interface Names {
  /** The same for the same names, counted from 1 on; 0 for none. */
  readonly number: number;
  /** Groups that one of its words belongs to. */
  readonly groups: readonly number[];
  /** Hashes of its class, id and role tokens, as signed numbers. */
  readonly tokens: readonly number[];
}

const NO_NAMES: Names = { number: 0, groups: [], tokens: [] };

/** Attributes in which authors say what an element is. */
const NAMING = ['class', 'id', 'role', 'itemprop', 'data-testid', 'data-component'];
const CLASS = 0;
const MAX_TOKENS = 24;
const MAX_LENGTH = 60;

/** Reads the names of a page's elements; ids and classes are alike to it. */
export class NamesReader {
  private readonly tree: Tree;
  private readonly ids: readonly number[];
  /** Of the element at hand: the index of each naming attribute that it has. */
  private readonly found = new Int32Array(NAMING.length);
  /** Its names, one behind the other, white space between them. */
  private units = new Uint16Array(1 << 10);
  private end = 0;
  /** Names told apart so far. */
  private count = 0;
  /** For elements that have a class and no other name, by number of the class. */
  private readonly byClass: (Names | undefined)[] = [];
  private readonly classes: Int32Array;

  constructor(tree: Tree) {
    this.tree = tree;
    this.ids = NAMING.map((name) => attributeId(tree, name));
    this.classes = factsOf(tree).classes;
  }

  of(node: NodeId): Names {
    const { tree, found } = this;
    let named = this.findNames(node);
    const isCustom = !isKnownTag(tree, node) && tag(tree, node).includes('-');
    if (named === 0 && !isCustom) return NO_NAMES;
    const number = named === 1 << CLASS && !isCustom ? (this.classes[node] as number) : 0;
    const known = this.byClass[number];
    if (number !== 0 && known !== undefined) return known;
    this.end = 0;
    for (let rank = 0; named !== 0; rank += 1, named >>= 1) if ((named & 1) !== 0) this.addValue(found[rank] as number);
    if (isCustom) this.addString(tag(tree, node));
    const names = readNames(this.units, this.end, this.count + 1);
    this.count += 1;
    if (number !== 0) this.byClass[number] = names;
    return names;
  }

  /** A bit for each naming attribute that is not empty. */
  private findNames(node: NodeId): number {
    const { tree } = this;
    let named = 0;
    const to = tree.attributesTo[node] as number;
    for (let at = tree.attributesFrom[node] as number; at < to; at += 1) named |= this.findName(at);
    if (((tree.kinds[node] as number) & HAS_MORE) !== 0)
      for (const at of tree.adopted.get(node) ?? []) named |= this.findName(at);
    return named;
  }

  private findName(at: number): number {
    const { tree, ids } = this;
    const name = tree.attributeNames[at] as number;
    let rank = 0;
    while (rank < ids.length && ids[rank] !== name) rank += 1;
    if (rank === ids.length || tree.valueStarts[at] === tree.valueEnds[at]) return 0;
    this.found[rank] = at;
    return 1 << rank;
  }

  private addValue(attribute: number): void {
    const { source, valueStarts, valueEnds } = this.tree;
    const start = valueStarts[attribute] as number;
    const end = valueEnds[attribute] as number;
    this.makeRoom(end - start);
    let to = this.end;
    for (let at = start; at < end; at += 1, to += 1) {
      const byte = source[at] as number;
      if (byte >= 0x80 || byte === AMPERSAND) {
        this.addString(attributeValue(this.tree, attribute));
        return;
      }
      this.units[to] = byte;
    }
    this.units[to] = BLANK;
    this.end = to + 1;
  }

  private addString(value: string): void {
    this.makeRoom(value.length);
    for (let at = 0, { length } = value; at < length; at += 1) this.units[this.end + at] = codeUnitAt(value, at);
    this.end += value.length + 1;
    this.units[this.end - 1] = BLANK;
  }

  private makeRoom(length: number): void {
    if (this.end + length < this.units.length) return;
    const units = new Uint16Array((this.end + length + 1) * 2);
    units.set(this.units);
    this.units = units;
  }
}

const AMPERSAND = 38;
const BLANK = 32;

const isBlank = (unit: number): boolean =>
  unit <= BLANK ? unit === BLANK || (unit >= 9 && unit <= 13) : unit >= 0xa0 && /\s/.test(String.fromCharCode(unit));

function readNames(units: Uint16Array, length: number, number: number): Names {
  const groups: number[] = [];
  const tokens: number[] = [];
  // Blanks at the beginning count as a token, an empty one.
  let count = length > 0 && isBlank(units[0] as number) ? 1 : 0;
  for (let at = 0; at < length && count < MAX_TOKENS; at += 1) {
    if (isBlank(units[at] as number)) continue;
    const start = at;
    while (at < length && !isBlank(units[at] as number)) at += 1;
    count += 1;
    if (at - start > MAX_LENGTH) continue;
    const hash = readToken(units, start, at, groups);
    if (!tokens.includes(hash)) tokens.push(hash);
  }
  return tokens.length === 0 ? NO_NAMES : { number, groups, tokens };
}

const FNV_BASIS = 0x811c9dc5 | 0;
const FNV_PRIME = 0x01000193;

/**
 * FNV-1a of the lower-case token; a run of digits counts as one, for numbers in names are serial. Adds the groups of the words
 * in it: runs of letters, which also end where a capital follows a small letter.
 */
function readToken(units: Uint16Array, start: number, end: number, groups: number[]): number {
  let hash = FNV_BASIS;
  let wasDigit = false;
  let from = start;
  let wasSmall = false;
  for (let at = start; at < end; at += 1) {
    const unit = units[at] as number;
    // Most are small letters.
    if (unit >= 0x61 && unit <= 0x7a) {
      hash = Math.imul(hash ^ unit, FNV_PRIME);
      wasSmall = true;
      wasDigit = false;
      continue;
    }
    const isCapital = unit >= 0x41 && unit <= 0x5a;
    if (!isCapital || wasSmall) {
      addGroups(units, from, at, groups);
      from = isCapital ? at : at + 1;
    }
    wasSmall = false;
    const isDigit = unit >= 0x30 && unit <= 0x39;
    if (!isDigit || !wasDigit) hash = Math.imul(hash ^ (isDigit ? 0x30 : isCapital ? unit | 0x20 : unit), FNV_PRIME);
    wasDigit = isDigit;
  }
  addGroups(units, from, end, groups);
  return hash;
}

/** Keywords by what tells most of them apart: first letter, last letter and length. Those of one place are linked. */
const PLACES = 1024;
const placeOf = (first: number, last: number, length: number): number =>
  ((first & 31) * 37 + (last & 31) * 5 + length * 113) & (PLACES - 1);
const KEYWORDS = keywords();

/** Groups of one word. */
function addGroups(units: Uint16Array, from: number, to: number, found: number[]): void {
  if (from >= to) return;
  const { first, next, words, groups } = KEYWORDS;
  for (
    let at = first[placeOf(units[from] as number, units[to - 1] as number, to - from)] as number;
    at !== 0;
    at = next[at] as number
  ) {
    const group = groups[at] as number;
    if (isWord(units, from, to, words[at] as string) && !found.includes(group)) found.push(group);
  }
}

function isWord(units: Uint16Array, from: number, to: number, word: string): boolean {
  if (to - from !== word.length) return false;
  for (let at = 0; at < word.length; at += 1) {
    if (((units[from + at] as number) | 0x20) !== codeUnitAt(word, at)) return false;
  }
  return true;
}

interface Keywords {
  /** By place the number of a keyword, and by number that of the next; 0 for none. */
  readonly first: Uint16Array;
  readonly next: Uint16Array;
  readonly words: readonly string[];
  readonly groups: Uint8Array;
}

/** A word of several groups is there for each. Made at each start: by plain loops, which run cold. */
function keywords(): Keywords {
  const lists = GROUPS.map(([, words]) => words.split(' '));
  const count = lists.reduce((sum, { length }) => sum + length, 1);
  const [first, next] = [new Uint16Array(PLACES), new Uint16Array(count)];
  const words = [''];
  const groups = new Uint8Array(count);
  // From the last to the first, so that each place begins with its first group.
  for (let group = lists.length - 1; group >= 0; group -= 1) {
    const list = lists[group] as readonly string[];
    for (let at = 0; at < list.length; at += 1) {
      const word = list[at] as string;
      const last = word.length - 1;
      const place = placeOf(word.charCodeAt(0), word.charCodeAt(last), word.length);
      const number = words.length;
      words.push(word);
      groups[number] = group;
      next[number] = first[place] as number;
      first[place] = number;
    }
  }
  return { first, next, words, groups };
}
