/** What looks like the mark of a footnote, like a link back to one, and like a note set in the line itself. */
import { attribute, type NodeId, parent, type Tree, tag, text } from '../../tree/node.ts';

const MARK_CLASS =
  /(?:^|\s)(?:footnote-?ref|footnote|footnote-?anchor|footnote-reference|footnote_referrer|fn-?ref|fn|noteref|reference|easy-footnote|sdfootnoteanc|footnote-link)(?:\s|$)/i;
const MARK_ADDRESS = /^(?:fn|cite_note|_ftn|_edn|ftnt|footnote|user-content-fn|endnote|note|sdfootnote|en-?\d|n\d)/i;
const LONGEST_MARK = 40;
const BACK_TEXT =
  /^[\s^↩↑⏎↵⤴\ufe0e\ufe0f]*$|^\W*(?:jump (?:up|back)|back(?: to (?:text|content|top))?|return(?: to (?:text|article))?)\W*$/i;

/** A number, a letter, a sign, or a number with a word before it in brackets: `[nb 1]`, `[注 2]`; the sign for "note" needs none. */
export function isMarkText(shown: string): boolean {
  const mark = shown.trim();
  return (
    mark.length <= LONGEST_MARK &&
    /^(?:[[(（]?\s*(?:[*＊※†]?\p{Nd}{1,4}|[注註]\s?\p{Nd}{1,3}|[*†‡§¶#]{1,3}|\p{L}|[ivx]{1,5})\s*[\])）]?|\[\s*\p{L}[\p{L}. -]{0,20}\p{Nd}{1,3}\s*\])$/iu.test(
      mark,
    )
  );
}

/** @param id what the link points to, without the number sign */
export function looksLikeMark(tree: Tree, link: NodeId, id: string): boolean {
  if (isMarkedBack(tree, link)) return false;
  if (attribute(tree, link, 'role') === 'doc-noteref' || attribute(tree, link, 'data-footnote-ref') !== undefined)
    return true;
  const up = parent(tree, link);
  if (!isMarkText(text(tree, link))) return false;
  const classes = `${attribute(tree, link, 'class') ?? ''} ${attribute(tree, up, 'class') ?? ''}`;
  return (
    MARK_CLASS.test(classes) ||
    MARK_ADDRESS.test(id) ||
    tag(tree, up) === 'sup' ||
    (tag(tree, link + 1) === 'sup' && parent(tree, link + 1) === link) ||
    attribute(tree, link, 'epub:type') === 'noteref'
  );
}

export const looksLikeBack = (tree: Tree, link: NodeId): boolean =>
  isMarkedBack(tree, link) || BACK_TEXT.test(text(tree, link));

const isMarkedBack = (tree: Tree, link: NodeId): boolean =>
  attribute(tree, link, 'role') === 'doc-backlink' || attribute(tree, link, 'data-footnote-backref') !== undefined;
