/** Elements that part the text around them though their tag does not say so: by their style, or among blocks alone. */

import { isNextName } from '../../tree/next-name.ts';
import {
  attribute,
  children,
  kind,
  NONE,
  type NodeId,
  nextSibling,
  parent,
  previousSibling,
  type Tree,
  tag,
  text,
} from '../../tree/node.ts';
import { perTree } from '../../tree/per-tree.ts';
import { nameSet, ofTag } from '../../tree/scan.ts';
import { BLOCKS, SKIPPED } from './elements.ts';

const AS_BLOCK = /(?:^|;)\s*display\s*:\s*(?:block|flex|grid|list-item|table)\s*(?:;|!|$)/i;
/** Of those that the standard names, these hold lines of text. */
const LINES = nameSet('span font b strong em i small cite a');

/** `<span style="display:block">` as news systems write paragraphs; `<story-text>` beside others of its kind. */
export function isOwnLine(tree: Tree, node: NodeId): boolean {
  const name = tag(tree, node);
  const isCustom = name.includes('-');
  if (!isCustom && ofTag(LINES, tree, node) === 0) return false;
  return (
    AS_BLOCK.test(attribute(tree, node, 'style') ?? '') ||
    isNextName(tree, node) ||
    isGluedSource(tree, node) ||
    (isCustom && isAmongBlocks(tree, parent(tree, node)))
  );
}

const CITE = nameSet('cite');
const BOXES = nameSet('p div footer');
const QUOTE = nameSet('blockquote');

/** Who is quoted, at the edge of a quotation and with no blank to the words: a style sheet parts the two. */
function isGluedSource(tree: Tree, node: NodeId): boolean {
  if (ofTag(CITE, tree, node) === 0) return false;
  const around = parent(tree, node);
  const quote = ofTag(BOXES, tree, around) === 1 ? parent(tree, around) : around;
  if (ofTag(QUOTE, tree, quote) === 0) return false;
  const before = wordsBeside(tree, node, previousSibling);
  const after = wordsBeside(tree, node, nextSibling);
  if (before === '') return /^[\p{Lu}\p{Ll}\p{Nd}]/u.test(after);
  return after === '' && /[.!?…。！？”»」"]$/u.test(before);
}

/** The text next to a node on one side; nothing where no element or text but blanks stands there. */
function wordsBeside(tree: Tree, node: NodeId, next: (tree: Tree, node: NodeId) => NodeId): string {
  let at = next(tree, node);
  while (at !== NONE && kind(tree, at) === 'comment') at = next(tree, at);
  const said = at === NONE ? '' : text(tree, at);
  return said.trim() === '' ? '' : said;
}

/** Whether right in an element stand blocks and elements of a page's own alone: no text, and nothing that belongs to a line. */
function isAmongBlocks(tree: Tree, around: NodeId): boolean {
  const known = answers(tree);
  let answer = known.get(around);
  if (answer === undefined) {
    const name = tag(tree, around);
    const isBox = name.includes('-') || (ofTag(BLOCKS, tree, around) === 1 && !ONE_LINE.test(name));
    answer = isBox && children(tree, around).every((child) => isBlockLike(tree, child));
    known.set(around, answer);
  }
  return answer;
}
const answers = perTree(() => new Map<NodeId, boolean>());

/** They hold a line of text, whatever it is made of. */
const ONE_LINE = /^(?:p|h[1-6]|dt|summary|legend|caption|figcaption)$/;

function isBlockLike(tree: Tree, node: NodeId): boolean {
  if (kind(tree, node) === 'text') return !/\S/.test(text(tree, node));
  if (kind(tree, node) !== 'element') return true;
  const name = tag(tree, node);
  return name.includes('-') || ofTag(BLOCKS, tree, node) === 1 || ofTag(SKIPPED, tree, node) === 1;
}
