/** Boxes of code that are no `<pre>`: the lines of Doxygen, editors, a paragraph or box that is one `<code>` of several lines. */
import {
  attribute,
  children,
  firstChild,
  NONE,
  type NodeId,
  nextInside,
  nextSibling,
  parent,
  previousSibling,
  type Tree,
  tag,
  text,
} from '../../tree/node.ts';
import { isBare, isElement, nameSet, ofTag } from '../../tree/scan.ts';
import { pastBlanks } from './beside.ts';
import { EDITOR, FRAGMENT } from './class-words.ts';
import { isLine } from './code.ts';
import { BLOCKS } from './elements.ts';
import { classOf, type State } from './state.ts';

/** What editors of code put on the clipboard. */
const MONOSPACE = /font-family\s*:[^;]*(?:monospace|consolas|menlo|monaco|courier)/i;
const PRE = /white-space\s*:\s*pre\s*(?:;|$)|-en-codeblock\s*:\s*true/i;

export function isCodeBox(state: State, node: NodeId): boolean {
  const { tree, classWords } = state;
  const name = tag(tree, node);
  if (name === 'div') {
    if (isBare(tree, node)) return isBrokenCode(tree, node);
    if (classWords.say(node, EDITOR)) return true;
    if (classWords.say(node, FRAGMENT)) return isLine(state, firstElement(tree, node));
    const style = attribute(tree, node, 'style') ?? '';
    return (PRE.test(style) && MONOSPACE.test(style)) || isBrokenCode(tree, node);
  }
  return (name === 'p' || name === 'dd') && isBrokenCode(tree, node);
}

/** Nothing but one `<code>` with line breaks in it. */
function isBrokenCode(tree: Tree, node: NodeId): boolean {
  const only = firstElement(tree, node);
  if (only === NONE || tag(tree, only) !== 'code') return false;
  for (const child of children(tree, node)) if (child !== only && /\S/.test(text(tree, child))) return false;
  return hasBreaks(tree, only);
}

function hasBreaks(tree: Tree, code: NodeId): boolean {
  for (let at = firstChild(tree, code); at !== NONE; at = nextInside(tree, at, code))
    if (tag(tree, at) === 'br' && nextInside(tree, at, code) !== NONE) return true;
  return false;
}

/** Nothing stands beside it in its line: only blocks, breaks, or the end of the block around it. */
const isOwnLines = (tree: Tree, code: NodeId): boolean =>
  ofTag(BLOCKS, tree, parent(tree, code)) === 1 &&
  [previousSibling, nextSibling].every((next) => {
    const at = pastBlanks(tree, next(tree, code), next);
    return at === NONE || (isElement(tree, at) && (ofTag(BREAK, tree, at) === 1 || ofTag(BLOCKS, tree, at) === 1));
  });
const BREAK = nameSet('br');
const CODE = nameSet('code');

/** `<code>` without a `<pre>` around it whose lines are a style's or a highlighter's, or end in breaks, as forums write them. */
export function isCodeLines({ tree }: State, node: NodeId): boolean {
  if (ofTag(CODE, tree, node) === 0) return false;
  if (hasBreaks(tree, node) && isOwnLines(tree, node)) return true;
  if (isBare(tree, node) || !text(tree, node).trim().includes('\n')) return false;
  const style = attribute(tree, node, 'style') ?? '';
  if (PRE_LINES.test(style)) return true;
  return HIGHLIGHTED.test(classOf(tree, node)) && isAlone(tree, node);
}
const PRE_LINES = /white-space\s*:\s*(?:-moz-)?pre/i;
const HIGHLIGHTED =
  /(?:^|\s)(?:hljs|prettyprint\w*|prism-code|sourceCode|block|code-block|lang(?:uage)?-[\w+#-]+)(?:\s|$)/;

/** Nothing else stands in the element around it. */
function isAlone(tree: Tree, node: NodeId): boolean {
  for (const other of children(tree, parent(tree, node)))
    if (other !== node && /\S/.test(text(tree, other))) return false;
  return true;
}

function firstElement(tree: Tree, node: NodeId): NodeId {
  let child = firstChild(tree, node);
  while (child !== NONE && !isElement(tree, child)) child = nextSibling(tree, child);
  return child;
}
