/** `<pre>` and the tables highlighters make of it → code block: its lines, its language, no gutter, no buttons. */
import type { Code } from 'mdast';
import {
  attribute,
  firstChild,
  kind,
  NONE,
  type NodeId,
  nextInside,
  nextOutside,
  nextSibling,
  parent,
  previousSibling,
  type Tree,
  tag,
  text,
} from '../../tree/node.ts';
import { nameSet, ofTag } from '../../tree/scan.ts';
import { classNames } from '../class-names.ts';
import { CODE_LABEL, COPY, FURNITURE, GUTTER, LINE } from './class-words.ts';
import { isCodeLabel, labelledLanguage } from './code-label.ts';
import { languageOf } from './code-language.ts';
import { BLOCKS } from './elements.ts';
import { classOf, isAlive, type State } from './state.ts';

/** Cells that hold code, in tables that set it beside line numbers. */
const isCodeCell = classNames(
  'code sourceCode rouge-code lntd blob-code hljs-ln-code crayon-code js-file-line line-code',
);
const CELLS = nameSet('td th');
const isCodeTableName = classNames(
  'highlighttable codehilitetable rouge-table lntable hljs-ln js-file-line-container crayon-table',
);

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
  return makeCode(linesOf(state, node, language), language ?? labelledLanguage(state, node));
}

export interface CodeTable {
  readonly code: Code;
  /** Cells over the code: the name of its file. */
  readonly titles: readonly NodeId[];
}

/** The code of a table that sets it beside its line numbers; undefined for any other table. */
export function codeTable(state: State, table: NodeId): CodeTable | undefined {
  const { tree } = state;
  let isCodeTable =
    isCodeTableName(classOf(tree, table)) || /(?:^|\s)highlight(?:\s|$)/.test(classOf(tree, parent(tree, table)));
  // Some tables name both cells alike: of two in a row the last holds the code.
  const cells = new Map<NodeId, NodeId>();
  const titles: NodeId[] = [];
  for (let at = firstChild(tree, table); at !== NONE; at = nextInside(tree, at, table)) {
    if (ofTag(CELLS, tree, at) === 0) continue;
    if (isGutter(state, at)) isCodeTable = true;
    else if (isCodeCell(classOf(tree, at))) cells.set(parent(tree, at), at);
    else if (tag(tree, at) === 'th') titles.push(at);
  }
  const code = isCodeTable ? [...cells.values()] : [];
  const first = code[0];
  if (first === undefined) return undefined;
  const value = code.map((cell) => linesOf(state, cell).replace(/\n$/, '')).join('\n');
  const language = /(?:^|\s)diff-table(?:\s|$)/.test(classOf(tree, table))
    ? 'diff'
    : (languageOf(state, innerPre(state, first)) ?? languageOf(state, table) ?? labelledLanguage(state, table));
  return { code: makeCode(value, language), titles };
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
export const isGutter = ({ tree, classWords }: State, node: NodeId): boolean =>
  classWords.say(node, GUTTER) && /^[\s\d.:|]*$/.test(text(tree, node));

const NO_CODE = nameSet('button script style svg textarea');

/** What stands in a box of code and is not code: buttons, labels, line numbers. */
function isBeside(state: State, node: NodeId, box: NodeId, isLineStart: boolean): boolean {
  const { tree, classWords } = state;
  if (ofTag(NO_CODE, tree, node) === 1 || isGutter(state, node)) return true;
  if (isLineStart && tag(tree, node) === 'a' && isNumberLink(state, node)) return true;
  return (
    classWords.say(node, FURNITURE) ||
    classWords.say(node, COPY) ||
    (classWords.say(node, CODE_LABEL) && !isInCode(tree, node, box) && isCodeLabel(state, node))
  );
}

/** `<a href="#12">12</a>`, as rustdoc numbers its lines. */
function isNumberLink({ tree }: State, link: NodeId): boolean {
  const number = text(tree, link).trim();
  return /^\d+$/.test(number) && /^#\D*(\d+)$/.exec(attribute(tree, link, 'href') ?? '')?.[1] === number;
}

function isInCode(tree: Tree, node: NodeId, box: NodeId): boolean {
  for (let at = parent(tree, node); at > box; at = parent(tree, at)) if (tag(tree, at) === 'code') return true;
  return tag(tree, box) === 'code';
}

/** The text of a `<pre>`: breaks and block elements end lines, gutters and buttons go. */
export function linesOf(state: State, node: NodeId, language?: string): string {
  const { tree } = state;
  const label = language === undefined ? NONE : labelBefore(state, node, language);
  let value = '';
  /** Block elements that are open, and where they began; where one ends, so does its line. */
  const open: { readonly node: NodeId; readonly from: number }[] = [];
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
  const closeLast = () => {
    const last = open.pop();
    // The item of a list is a line, if nothing is in it.
    if (last !== undefined && tag(tree, last.node) === 'li' && last.from === value.length) add('\n');
    else endLine();
  };
  for (let at = firstChild(tree, node); at !== NONE; ) {
    while (open.length > 0 && !isInside(state, at, open.at(-1)?.node ?? NONE)) closeLast();
    const name = tag(tree, at);
    const isOut = kind(tree, at) === 'element' && (at === label || isBeside(state, at, node, !isLineOpen));
    if (isOut || (kind(tree, at) === 'text' && /\S/.test(text(tree, at)) && !isAlive(state, at))) {
      at = nextOutside(tree, at, node);
      continue;
    }
    if (isLine(state, at)) {
      // Elements that a style sheet shows as lines, with no line end between them.
      if (isLine(state, previousSibling(tree, at)) && (value.length === lineStart || !value.endsWith('\n'))) add('\n');
      lineStart = value.length;
    }
    if (kind(tree, at) === 'text') add(text(tree, at));
    else if (name === 'br') add('\n');
    else {
      if (ofTag(BLOCKS, tree, at) === 1) {
        endLine();
        open.push({ node: at, from: value.length });
      }
      // The sign of a changed line is drawn by a style sheet.
      add(attribute(tree, at, 'data-code-marker') ?? '');
    }
    at = nextInside(tree, at, node);
  }
  while (open.length > 0) closeLast();
  return value;
}

export const isLine = ({ tree, classWords }: State, node: NodeId): boolean =>
  node !== NONE && (classWords.say(node, LINE) || isOneOfCodes(tree, node));

/** WeChat sets each line in a `<code>` of its own. */
function isOneOfCodes(tree: Tree, node: NodeId): boolean {
  if (tag(tree, node) !== 'code' || tag(tree, parent(tree, node)) !== 'pre') return false;
  return [previousSibling(tree, node), nextSibling(tree, node)].some((at) => at !== NONE && tag(tree, at) === 'code');
}

function isInside({ tree }: State, node: NodeId, ancestor: NodeId): boolean {
  for (let at = parent(tree, node); at >= ancestor; at = parent(tree, at)) if (at === ancestor) return true;
  return false;
}
