/** `<pre>` and the tables highlighters make of it → code block: its lines, its language, no gutter, no buttons. */
import type { Code } from 'mdast';
import {
  children,
  firstChild,
  kind,
  NONE,
  type NodeId,
  nextInside,
  nextOutside,
  parent,
  previousSibling,
  type Tree,
  tag,
  text,
} from '../../tree/node.ts';
import { languageOf } from './code-language.ts';
import { BLOCKS, FURNITURE } from './elements.ts';
import { classOf, isAlive, type State } from './state.ts';

/** Line numbers, by the classes highlighters give them. */
const GUTTER =
  /(?:^|\s)(?:line-?nos?|linenos?|lineno|line-?numbers?(?:-rows)?|linenodiv|gutter|gl|ln|src-line-numbers|pre-numbering|lnt|lnlinks|hljs-ln-numbers|hljs-ln-n|react-syntax-highlighter-line-number|rouge-gutter|blob-num|code-line-number|crayon-num\S*)(?:\s|$)/i;
/** Cells that hold code, in tables that set it beside line numbers. */
const CODE_CELL =
  /(?:^|\s)(?:code|sourceCode|rouge-code|lntd|blob-code|hljs-ln-code|crayon-code|js-file-line)(?:\s|$)/i;
/** One line of code each. */
const LINE = /(?:^|\s)(?:line|code-line|token-line)(?:\s|$)/i;
const CODE_TABLE =
  /(?:^|\s)(?:highlighttable|codehilitetable|rouge-table|lntable|hljs-ln|js-file-line-container|crayon-table)(?:\s|$)/i;

/**
 * A box of code without a `<pre>`: the lines of Doxygen, or a paragraph that is one `<code>` of several lines.
 */
export function isCodeBox({ tree }: State, node: NodeId): boolean {
  const name = tag(tree, node);
  if (name === 'div')
    return /(?:^|\s)fragment(?:\s|$)/.test(classOf(tree, node)) && isLine(tree, firstElement(tree, node));
  const only = name === 'p' ? firstElement(tree, node) : NONE;
  if (only === NONE || tag(tree, only) !== 'code') return false;
  for (const child of children(tree, node)) if (child !== only && /\S/.test(text(tree, child))) return false;
  for (let at = firstChild(tree, only); at !== NONE; at = nextInside(tree, at, only))
    if (tag(tree, at) === 'br' && nextInside(tree, at, only) !== NONE) return true;
  return false;
}

function firstElement(tree: Tree, node: NodeId): NodeId {
  for (const child of children(tree, node)) if (kind(tree, child) === 'element') return child;
  return NONE;
}

/** The element before the one `<code>` of a box that says nothing but its language. */
function labelBefore({ tree }: State, box: NodeId, language: string): NodeId {
  let code = firstChild(tree, box);
  while (code !== NONE && tag(tree, code) !== 'code') code = nextInside(tree, code, box);
  if (code === NONE || tag(tree, parent(tree, code)) === 'pre') return NONE;
  const named = language.toLowerCase();
  for (let at = firstChild(tree, box); at < code; at = nextInside(tree, at, box))
    if (kind(tree, at) === 'text' && text(tree, at).trim().toLowerCase() === named) return parent(tree, at);
  return NONE;
}

export function codeBlock(state: State, node: NodeId): Code {
  const language = languageOf(state, node);
  return makeCode(linesOf(state, node, language), language);
}

/** The code of a table that sets it beside its line numbers; undefined for any other table. */
export function codeTable(state: State, table: NodeId): Code | undefined {
  const { tree } = state;
  let isCodeTable =
    CODE_TABLE.test(classOf(tree, table)) || /(?:^|\s)highlight(?:\s|$)/.test(classOf(tree, parent(tree, table)));
  // Some tables name both cells alike: of two in a row the last holds the code.
  const cells = new Map<NodeId, NodeId>();
  for (let at = firstChild(tree, table); at !== NONE; at = nextInside(tree, at, table)) {
    if (!/^t[dh]$/.test(tag(tree, at))) continue;
    if (isGutter(state, at)) isCodeTable = true;
    else if (CODE_CELL.test(classOf(tree, at))) cells.set(parent(tree, at), at);
  }
  const code = isCodeTable ? [...cells.values()] : [];
  const first = code[0];
  if (first === undefined) return undefined;
  const value = code.map((cell) => linesOf(state, cell).replace(/\n$/, '')).join('\n');
  return makeCode(value, languageOf(state, innerPre(state, first)) ?? languageOf(state, table));
}

function innerPre({ tree }: State, cell: NodeId): NodeId {
  for (let at = firstChild(tree, cell); at !== NONE; at = nextInside(tree, at, cell))
    if (tag(tree, at) === 'pre') return at;
  return cell;
}

function makeCode(value: string, language: string | undefined): Code {
  // A no-break space in code is a blank that was kept from collapsing.
  return {
    type: 'code',
    value: value.replace(/\n$/, '').replaceAll('\xa0', ' '),
    ...(language === undefined ? {} : { lang: language }),
  };
}

/** Named for line numbers, and nothing but numbers in it: code is never lost to a class. */
export const isGutter = ({ tree }: State, node: NodeId): boolean =>
  GUTTER.test(classOf(tree, node)) && /^[\s\d.:|]*$/.test(text(tree, node));

/** The text of a `<pre>`: breaks and block elements end lines, gutters and buttons go. */
export function linesOf(state: State, node: NodeId, language?: string): string {
  const { tree } = state;
  const label = language === undefined ? NONE : labelBefore(state, node, language);
  let value = '';
  /** Block elements that are open; where one ends, so does its line. */
  const open: NodeId[] = [];
  let isLineOpen = false;
  /** Where the last line that is an element of its own began. */
  let lineStart = 0;
  const add = (more: string) => {
    value += more;
    if (more !== '') isLineOpen = !more.endsWith('\n');
  };
  const endLine = () => {
    if (isLineOpen) add('\n');
  };
  for (let at = firstChild(tree, node); at !== NONE; ) {
    while (open.length > 0 && !isInside(state, at, open.at(-1) as NodeId)) {
      open.pop();
      endLine();
    }
    const name = tag(tree, at);
    const isOut =
      kind(tree, at) === 'element' &&
      (at === label ||
        isGutter(state, at) ||
        FURNITURE.test(classOf(tree, at)) ||
        /^(?:button|script|style|svg|textarea)$/.test(name));
    if (isOut || (kind(tree, at) === 'text' && /\S/.test(text(tree, at)) && !isAlive(state, at))) {
      at = nextOutside(tree, at, node);
      continue;
    }
    if (isLine(tree, at)) {
      // Elements that a style sheet shows as lines, with no line end between them.
      if (isLine(tree, previousSibling(tree, at)) && (value.length === lineStart || !value.endsWith('\n'))) add('\n');
      lineStart = value.length;
    }
    if (kind(tree, at) === 'text') add(text(tree, at));
    else if (name === 'br') add('\n');
    else if (BLOCKS.has(name)) {
      endLine();
      open.push(at);
    }
    at = nextInside(tree, at, node);
  }
  if (open.length > 0) endLine();
  return value;
}

const isLine = (tree: Tree, node: NodeId): boolean =>
  node !== NONE && kind(tree, node) === 'element' && LINE.test(classOf(tree, node));

function isInside({ tree }: State, node: NodeId, ancestor: NodeId): boolean {
  for (let at = parent(tree, node); at >= ancestor; at = parent(tree, at)) if (at === ancestor) return true;
  return false;
}
