/** What readers wrote below an article: a part of its own, neither content nor lost. */
import type { Verdict } from '../document.ts';
import { isCommentName } from '../tree/comment-names.ts';
import {
  attribute,
  attributeValue,
  findAttribute,
  NONE,
  type NodeId,
  nodeCount,
  parent,
  type Tree,
  tag,
} from '../tree/node.ts';
import { attributeId, behind, isKnownTag, nameSet, ofTag } from '../tree/scan.ts';
import { weightOf } from '../words.ts';
import type { Block } from './block.ts';
import { factsOf } from './element-facts.ts';
import { holdersOf } from './holders.ts';
import { outermost } from './nearest.ts';
import { namesOf } from './page-view.ts';
import { COMMENTED, suspicionsOf } from './suspicions.ts';

/** Who cut a block that stands in `Document.comments`. */
export const COMMENTS = 'comments';

const TYPE = /\/(?:User)?Comments?$/;
/** Names of these speak of the whole page. */
const WHOLE = nameSet('html body main');
/** Where a reader is to write. */
const FORMS = nameSet('form fieldset dialog');

/** Fewer characters that are no link are a heading, an invitation: "No comments yet". */
const LEAST = 80;

/**
 * 1 for each block of the page's comments: it stands in an element that is called so and holds nothing kept, but for the
 * form to write one. Comments that are the page's subject, as in a forum, are kept and stay where they are.
 */
export function findComments(tree: Tree, blocks: readonly Block[], verdicts: readonly Verdict[]): Uint8Array {
  const found = new Uint8Array(blocks.length);
  const { named, forms } = regionsOf(tree, blocks);
  if (named === undefined) return found;
  const isTaken = new Uint8Array(nodeCount(tree));
  const sizes = new Int32Array(nodeCount(tree));
  const end = endOfArticle(tree, blocks, verdicts);
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at] as Block;
    const region = named[block.element] as number;
    if (region === 0) continue;
    const isKept = verdicts[at]?.keep === true;
    if (isKept && region < end) isTaken[region] = 1;
    else if (forms[block.element] === 0) sizes[region] = (sizes[region] as number) + block.text.length - block.linked;
  }
  for (let at = 0; at < blocks.length; at += 1) {
    const { element, isUnseen } = blocks[at] as Block;
    const region = named[element] as number;
    if (region === 0 || isTaken[region] === 1 || (sizes[region] as number) < LEAST) continue;
    const isReader = forms[element] === 0 && !isUnseen && verdicts[at]?.by !== 'rule:hidden';
    if (isReader) found[at] = 1;
  }
  return found;
}

const ARTICLE = nameSet('article');
const HEADLINE = nameSet('h1');
/** What starts a discussion is called so. */
const THREAD = /forum|topic|thread|question|discussion/;
/** Less kept text is no article. */
const LEAST_ARTICLE = 140;

/** Where the page's only `<article>` with a headline and text ends: comments behind it are about it. A large number where there is none. */
function endOfArticle(tree: Tree, blocks: readonly Block[], verdicts: readonly Verdict[]): NodeId {
  const articles = outermost(tree, holdersOf(tree, blocks), (node) => ofTag(ARTICLE, tree, node) === 1);
  let found = NONE;
  let size = 0;
  for (let at = 0; articles !== undefined && at < blocks.length; at += 1) {
    const { element, text } = blocks[at] as Block;
    const article = articles[element] as NodeId;
    if (article === NONE) continue;
    if (found !== NONE && found !== article) return nodeCount(tree);
    if (ofTag(HEADLINE, tree, element) === 1) found = article;
    if (article === found && verdicts[at]?.keep === true) size += weightOf(text);
  }
  return size < LEAST_ARTICLE || THREAD.test(namesOf(tree, found)) ? nodeCount(tree) : behind(tree, found);
}

/** For each node around a block the outermost element of comments around it, 0 for none; and 1 for what stands in a form. */
function regionsOf(tree: Tree, blocks: readonly Block[]): { named?: Int32Array; forms: Uint8Array } {
  const count = nodeCount(tree);
  const { suspicions } = factsOf(tree);
  const type = attributeId(tree, 'itemtype');
  const holders = holdersOf(tree, blocks);
  const named = new Int32Array(count);
  const forms = new Uint8Array(count);
  let isAny = false;
  for (let rank = 1; rank < holders.length; rank += 1) {
    const node = holders[rank] as NodeId;
    const above = parent(tree, node);
    named[node] = named[above] as number;
    forms[node] = forms[above] as number;
    if (ofTag(FORMS, tree, node) === 1) forms[node] = 1;
    if (named[node] !== 0 || ofTag(WHOLE, tree, node) === 1 || !isCalled(node)) continue;
    named[node] = node;
    isAny = true;
  }
  return isAny ? { named, forms } : { forms };

  function isCalled(node: NodeId): boolean {
    if (((suspicions[node] as number) & COMMENTED) !== 0 || isCustom(node))
      return isCommentName(namesOf(tree, node)) || isCommentName(tag(tree, node));
    const at = type === NONE ? NONE : findAttribute(tree, node, type);
    return at !== NONE && TYPE.test(attributeValue(tree, at));
  }

  /** `<disqus-thread>`, where no id says what it is. */
  function isCustom(node: NodeId): boolean {
    return !isKnownTag(tree, node) && (suspicionsOf(attribute(tree, node, 'id') ?? tag(tree, node)) & COMMENTED) !== 0;
  }
}
