/** Who wrote the page, where its markup says so: `rel`, `itemprop`, what elements are called, where links lead. */
import type { Found } from '../document.ts';
import { classNumbersOf } from '../tree/class-numbers.ts';
import { isCommentName } from '../tree/comment-names.ts';
import {
  attribute,
  attributesOf,
  attributeValue,
  findAttribute,
  firstChild,
  HAS_MORE,
  NONE,
  type NodeId,
  nextSibling,
  nodeCount,
  parent,
  type Tree,
  text,
} from '../tree/node.ts';
import { attributeId, behind, isElement, isText, nameSet, ofTag } from '../tree/scan.ts';
import { valueMayHold, WordSearch } from '../tree/word-search.ts';
import { squeeze } from '../words.ts';

/** Longer texts are no name. */
const LONGEST = 60;

const MARKED = 1;
const CALLED = 2;
const LED_TO = 3;
const POSTED = 4;

/** Classes of an author's name, whole tokens: `author-name`, `post_author__name`, `authorName`, `the-author`, `byline-name`. */
const NAME_CLASS =
  /(?:^|\s|[a-z\d][-_]+)(?:(?:the-|post-|entry-)author|author(?:[-_]*(?:meta|info|box|link|by-?line))?[-_]*(?:name|text)(?:[-_]+link)?|authorName|by-?line[-_]*(?:name|author)|p-author|(?<![-_])author\s+vcard|contributor[-_]*name)(?=\s|$)/;
/** Classes of who writes in forums, whole tokens: the first on a page began the thread. */
const POSTER_CLASS =
  /(?:^|\s)(?:user-?name(?:-colou?red|--\S+)?|poster(?:[-_]?name)?|(?:post|thread|topic)[-_](?:user|username|starter)|creator|u-author)(?=\s|$)/;
/** Addresses of a page about one author. */
const AUTHOR_PAGE =
  /\/(?:authors?|contributors?|writers?|autor(?:en|es|i)?|auteurs?|redakteure?)\/[^/?#]+\/?(?:[?#]|$)/i;
/** What it holds of these is looked for first: most links need not be read. */
const AUTHOR_PAGE_WORDS = new WordSearch('/author /contributor /writer /autor /auteur /redakteur');
const AUTHOR = new WordSearch('author');
const LINK = nameSet('a');
/** A link called so, or in a paragraph called so, is a writer's in forums: elsewhere such a class is that of a review, of a card. */
const PARAGRAPH = nameSet('p');
const BARE_CLASS = /^author(?:\s|$)/;

/**
 * The first element that is marked as the author; else the first that is called so, else the first that leads to the author's
 * page, else the first who writes on it.
 */
export function byline(tree: Tree): Found<readonly string[]> | undefined {
  const marks = new AuthorMarks(tree);
  let found: { node: NodeId; name: string; kind: number } | undefined;
  for (let node: NodeId = 1; node < nodeCount(tree); node += 1) {
    if (!isElement(tree, node) || firstChild(tree, node) === NONE) continue;
    const kind = marks.of(node, found?.kind ?? POSTED + 1);
    if (kind === 0 || isInComments(tree, node)) continue;
    const name = nameBy(tree, node, kind);
    if (name === '') continue;
    found = { node, name, kind };
    if (kind === MARKED) break;
  }
  if (found === undefined) return undefined;
  const { node, name, kind } = found;
  const value = [...new Set([name, ...namesBehind(tree, node, kind, marks)])];
  return { value, from: 'byline', confidence: CONFIDENCE[kind] ?? 0 };
}
const CONFIDENCE = [0, 0.7, 0.6, 0.5, 0.5];

/** '' where the element holds no name. */
function nameBy(tree: Tree, node: NodeId, kind: number): string {
  const name = kind === MARKED ? nameOfItem(tree, node) : nameIn(tree, node);
  const isFit = kind === MARKED || (kind === POSTED ? isUserName(name) : isName(name));
  return isFit && name.length < LONGEST ? name : '';
}

/** Names right behind the first, in elements marked as it is, with nothing but commas and "and" between them. */
function namesBehind(tree: Tree, first: NodeId, kind: number, marks: AuthorMarks): string[] {
  const names: string[] = [];
  let isJoined = false;
  for (
    let node = nextSibling(tree, first);
    node !== NONE && names.length < MOST_NAMES;
    node = nextSibling(tree, node)
  ) {
    if (isText(tree, node)) {
      const between = squeeze(text(tree, node));
      if (!BETWEEN.test(between)) break;
      isJoined ||= between !== '';
    } else if (isElement(tree, node)) {
      const name = isJoined && marks.of(node, kind + 1) === kind ? nameBy(tree, node, kind) : '';
      if (!isName(name)) break;
      names.push(name);
      isJoined = false;
    }
  }
  return names;
}
const MOST_NAMES = 10;
/** What parts two names. */
export const BETWEEN = /^[,;،、]? ?(?:and|und|et|y|e|i|и|og|och|en|&|و)?$/iu;

const MOST_LEVELS = 12;

/** What readers wrote has authors, too. */
export function isInComments(tree: Tree, element: NodeId): boolean {
  for (let node = element, level = 0; node > 0 && level < MOST_LEVELS; node = parent(tree, node), level += 1) {
    if (ofTag(WHOLE, tree, node) === 1) return false;
    const names = `${attribute(tree, node, 'class') ?? ''} ${attribute(tree, node, 'id') ?? ''}`;
    if (isCommentName(names)) return true;
  }
  return false;
}
/** Names of these speak of the whole page. */
const WHOLE = nameSet('html body main article');

/** Words of capitals and small letters, or of a script without them; no sentence, number or count. */
const isName = (name: string): boolean =>
  /^[\p{L}\p{M}][\p{L}\p{M} .,'’&-]+$/u.test(name) && name.split(' ').length <= MOST_WORDS;
const MOST_WORDS = 6;
/** What people call themselves: `b.scherer`, `archuser38013`. */
const isUserName = (name: string): boolean => /^\S{3,}(?: \S+){0,2}$/.test(name);

/**
 * The name that an element holds: its first piece of text that is more than a word or all of a link, for what follows in a
 * piece of its own is an office or a count of posts; else all pieces.
 */
function nameIn(tree: Tree, element: NodeId): string {
  const pieces: string[] = [];
  const end = endOf(tree, element);
  let linkEnd = NONE;
  let isLinked = false;
  for (let node = element + 1; node < end && pieces.length < MOST_PIECES; node += 1) {
    if (ofTag(LINK, tree, node) === 1) linkEnd = behind(tree, node);
    const piece = isText(tree, node) ? squeeze(text(tree, node)) : '';
    const name = pieces.length === 0 && INTRODUCTION.test(piece) ? '' : nameOnly(piece);
    if (!/\p{L}/u.test(name)) continue;
    if (pieces.length === 0) isLinked = node < linkEnd;
    else if (node < linkEnd) isLinked = false;
    pieces.push(name);
  }
  const [first = ''] = pieces;
  return isLinked || first.includes(' ') || new Set(pieces).size === 1 ? first : pieces.join(' ');
}
const MOST_PIECES = 8;
/** Words before a name, and nothing else. */
const INTRODUCTION =
  /^(?:(?:written|posted|words|reviewed|published)? ?by|(?:geschrieben|verfasst|veröffentlicht|eingestellt)? ?von|par|por|di|door|av|af|przez|автор|author|autor|auteur|autore) ?:?$/i;

/**
 * A name without the words that introduce it: `By`, `View all posts by`, `Zeige alle Beiträge von`. Looks at the first word before
 * it makes patterns with capitals of all scripts.
 */
export function nameOnly(written: string): string {
  const first = /^\p{L}+/u.exec(written)?.[0] ?? '';
  if (!INTRODUCING.has(first.toLowerCase())) return written;
  return written
    .replace(/^\p{L}+\b[^,;:]{0,30}?\s(?:by|von|par|por|de|di|door|av|af|przez)\s+(?=\p{Lu})/u, '')
    .replace(/^(?:by|von|par|por|di|door|av|af|przez|автор|author|autor|auteur|autore)\s*:?\s+(?=\p{Lu})/iu, '');
}
const INTRODUCING = new Set(
  [
    'view see read more all articles posts stories written posted published words by author автор',
    'zeige alle alles mehr weitere artikel beiträge geschrieben verfasst veröffentlicht eingestellt von autor autorin',
    'voir tous plus publié écrit par auteur ver todos todas más publicado escrito por autora mais',
    'vedi tutti altri pubblicato scritto di autore bekijk meer geplaatst geschreven door av af zobacz wszystkie więcej przez',
  ]
    .join(' ')
    .split(' '),
);

/** An element of more nodes is no name: the first are read. */
const MOST_NODES = 60;
const endOf = (tree: Tree, element: NodeId): NodeId => Math.min(behind(tree, element), element + MOST_NODES);

/** The name that a property of an item says, seen or not, or else the item itself. */
function nameOfItem(tree: Tree, item: NodeId): string {
  const property = attributeId(tree, 'itemprop');
  const end = endOf(tree, item);
  for (let node = item + 1; node < end; node += 1) {
    const at = findAttribute(tree, node, property);
    if (at === NONE || attributeValue(tree, at) !== 'name') continue;
    const name = firstChild(tree, node) === NONE ? squeeze(attribute(tree, node, 'content') ?? '') : nameIn(tree, node);
    if (name !== '') return name;
  }
  return nameIn(tree, item);
}

/** How elements say that they are the author. */
class AuthorMarks {
  private readonly tree: Tree;
  private readonly classes: Int32Array;
  private readonly isNameClass: Uint8Array;
  private readonly isPosterClass: Uint8Array;
  private readonly isBareClass: Uint8Array;
  private readonly hasBareClass: boolean;
  private readonly rel: number;
  private readonly itemprop: number;
  private readonly address: number;

  constructor(tree: Tree) {
    const { classes, classesThat } = classNumbersOf(tree);
    this.tree = tree;
    this.classes = classes;
    this.isNameClass = classesThat((value) => /auth|by-?line|contrib/.test(value) && NAME_CLASS.test(value));
    this.isPosterClass = classesThat(
      (value) => /user|post|creator|author|topic|thread/.test(value) && POSTER_CLASS.test(value),
    );
    this.isBareClass = classesThat((value) => BARE_CLASS.test(value));
    this.hasBareClass = this.isBareClass.includes(1);
    this.rel = attributeId(tree, 'rel');
    this.itemprop = attributeId(tree, 'itemprop');
    this.address = attributeId(tree, 'href');
  }

  /** A kind of mark below `limit`; 0 where an element says nothing of these kinds. */
  of(node: NodeId, limit: number): number {
    const { tree } = this;
    const isLink = limit > LED_TO && ofTag(LINK, tree, node) === 1;
    let best = limit > CALLED && this.isNameClass[this.classes[node] as number] === 1 ? CALLED : 0;
    const from = tree.attributesFrom[node] as number;
    const to = tree.attributesTo[node] as number;
    for (let at = from; at < to && best !== MARKED; at += 1) best = this.withAttribute(at, isLink, best);
    if (((tree.kinds[node] as number) & HAS_MORE) !== 0) {
      for (const at of attributesOf(tree, node)) if (best !== MARKED) best = this.withAttribute(at, isLink, best);
    }
    if (best !== 0 || limit <= POSTED) return best;
    const isPoster = this.isPosterClass[this.classes[node] as number] === 1 || this.isWriterLink(node);
    return isPoster ? POSTED : 0;
  }

  private isWriterLink(link: NodeId): boolean {
    const { tree } = this;
    if (!this.hasBareClass || ofTag(LINK, tree, link) === 0) return false;
    if (this.isBareClass[this.classes[link] as number] === 1) return true;
    const above = parent(tree, link);
    return [above, parent(tree, above)].some(
      (node) => ofTag(PARAGRAPH, tree, node) === 1 && this.isBareClass[this.classes[node] as number] === 1,
    );
  }

  private withAttribute(at: number, isLink: boolean, best: number): number {
    const { tree } = this;
    const name = tree.attributeNames[at];
    if (name === this.rel || name === this.itemprop) {
      const says =
        valueMayHold(tree, at, AUTHOR) && attributeValue(tree, at).toLowerCase().split(' ').includes('author');
      return says ? MARKED : best;
    }
    if (!isLink || best !== 0 || name !== this.address || !valueMayHold(tree, at, AUTHOR_PAGE_WORDS)) return best;
    return AUTHOR_PAGE.test(attributeValue(tree, at)) ? LED_TO : best;
  }
}
