/** What tools put beside the content: it is no part of the text. */
import { attribute, type NodeId, parent, type Tree, text } from '../../tree/node.ts';
import { nameSet, ofTag } from '../../tree/scan.ts';
import { COPY, FURNITURE, PAGE_NUMBER } from './class-words.ts';
import { isCodeButton, isCodeLabel } from './code-label.ts';
import { headingAround } from './heading-link.ts';
import { isPictureLabel } from './image.ts';
import { classOf, type State } from './state.ts';

/** What is never furniture, whatever its class says. */
const CONTENT = nameSet(
  'html body header footer aside figure blockquote ul ol dl table form div section article main p h1 h2 h3 h4 h5 h6 pre',
);
const LINK = nameSet('a');
const TITLES = nameSet('dt summary');

/** `[p. 12]`, `xiv`. */
const isPageOfBook = (said: string): boolean =>
  said.length <= LONGEST_PAGE && /^\P{L}*(?:\p{L}{1,6}[.\s]\s*)?(?:\p{Nd}|[ivxlc]{1,8})\P{L}*$/iu.test(said);
const LONGEST_PAGE = 24;

/** Numbers of pages, permalinks of headings, edit links, links back from notes, copy buttons. */
export function isFurniture(state: State, node: NodeId): boolean {
  const { tree, classWords, footnotes } = state;
  if (footnotes.backLinks.size > 0 && footnotes.backLinks.has(node)) return true;
  if (classWords.say(node, COPY)) return true;
  if (classWords.say(node, FURNITURE)) return ofTag(CONTENT, tree, node) === 0 && !isWholeTitle(tree, node);
  // Discourse tells the name and size of a picture under it.
  if (classOf(tree, node) === 'meta' && /^lightbox(?:\s|$)/.test(classOf(tree, parent(tree, node)))) return true;
  if (classWords.say(node, PAGE_NUMBER)) return isPageOfBook(text(tree, node));
  if (isCodeLabel(state, node) || isPictureLabel(tree, node)) return true;
  if (ofTag(LINK, tree, node) === 0) return false;
  const href = attribute(tree, node, 'href');
  if (!href?.includes('#')) return href === undefined && PERMALINK.test(text(tree, node));
  if (isCodeButton(state, node)) return true;
  const isInTitle = ofTag(TITLES, tree, parent(tree, node)) === 1 || headingAround(tree, node) !== undefined;
  if (isInTitle) return /^[\s#¶§🔗\u200b]*$/u.test(text(tree, node));
  return !footnotes.references.has(node) && PERMALINK.test(text(tree, node));
}

const PERMALINK = /^\s*[¶🔗]\s*$/u;

/** mandoc and VuePress set the words of a heading or term in the link to itself. */
function isWholeTitle(tree: Tree, node: NodeId): boolean {
  if (ofTag(LINK, tree, node) === 0) return false;
  const title = ofTag(TITLES, tree, parent(tree, node)) === 1 ? parent(tree, node) : headingAround(tree, node);
  const said = text(tree, node).trim();
  return title !== undefined && /[\p{L}\p{N}]/u.test(said) && text(tree, title).trim() === said;
}
