/** `<pre>` and the tables highlighters make of it → code block: its lines, its language, no gutter, no buttons. */
import type { Code } from 'mdast';
import {
  attribute,
  children,
  firstChild,
  kind,
  NONE,
  type NodeId,
  nextInside,
  nextOutside,
  parent,
  tag,
  text,
} from '../../tree/node.ts';
import { FURNITURE, INLINE } from './elements.ts';
import { classOf, isAlive, type State } from './state.ts';

/** Line numbers, by the classes highlighters give them. */
const GUTTER =
  /(?:^|\s)(?:line-?nos?|linenos?|lineno|line-?numbers?(?:-rows)?|linenodiv|gutter|gl|ln|lnt|lnlinks|hljs-ln-numbers|hljs-ln-n|react-syntax-highlighter-line-number|rouge-gutter|blob-num|code-line-number|crayon-num\S*)(?:\s|$)/i;
/** Cells that hold code, in tables that set it beside line numbers. */
const CODE_CELL = /(?:^|\s)(?:code|rouge-code|lntd|blob-code|hljs-ln-code|crayon-code|js-file-line)(?:\s|$)/i;
const CODE_TABLE =
  /(?:^|\s)(?:highlighttable|codehilitetable|rouge-table|lntable|hljs-ln|js-file-line-container|crayon-table)(?:\s|$)/i;

const NAMED =
  /(?:^|\s)(?:language-|lang-|highlight-source-|highlight-text-|mw-highlight-lang-|src-|brush:\s*|highlight-|code-lang-|syntax-|sh_)([\w+#.-]+)/i;
/** The language is another class of the same element. */
const BESIDE = /(?:^|\s)(?:hljs|sourceCode|highlight|src|prettyprint|codehilite|code-block|syntaxhighlighter)(?:\s|$)/i;
const NOT_A_LANGUAGE =
  /^(?:text|txt|plain|plaintext|none|nohighlight|no-highlight|auto|undefined|unknown|raw|default|notranslate|notranslate|highlight|hljs|sourcecode|src|code|prettyprint|prettyprinted|linenums\S*|line-?numbers\S*|numberlines|wp-block-code|chroma|shiki|codehilite|code-block|syntaxhighlighter|copyable|block|wrap|numbered|toolbar|expand-\S*|source|pre|example|output|literal|literal-block|language|lang|dark|light|highlighter-\S+|position-\S+|overflow-\S+|has-\S+|is-\S+|theme-\S+|github-\S+|astro-\S+)$/i;
const DATA = [
  'data-lang',
  'data-language',
  'data-code-language',
  'data-enlighter-language',
  'data-programming-language',
  'data-mode',
  'lang',
];
/** How far above a `<pre>` its wrappers may stand. */
const WRAPPERS = 4;

export function codeBlock(state: State, node: NodeId): Code {
  return makeCode(linesOf(state, node), languageOf(state, node));
}

/** The code of a table that sets it beside its line numbers; undefined for any other table. */
export function codeTable(state: State, table: NodeId): Code | undefined {
  const { tree } = state;
  const isNamed =
    CODE_TABLE.test(classOf(tree, table)) || /(?:^|\s)highlight(?:\s|$)/.test(classOf(tree, parent(tree, table)));
  if (!isNamed) return undefined;
  const cells: NodeId[] = [];
  for (let at = firstChild(tree, table); at !== NONE; at = nextInside(tree, at, table)) {
    if (/^t[dh]$/.test(tag(tree, at)) && CODE_CELL.test(classOf(tree, at)) && !GUTTER.test(classOf(tree, at)))
      cells.push(at);
  }
  const code = cells.filter((cell) => !holdsOnlyNumbers(state, cell));
  const first = code[0];
  if (first === undefined) return undefined;
  const value = code.map((cell) => linesOf(state, cell).replace(/\n$/, '')).join('\n');
  return makeCode(value, languageOf(state, innerPre(state, first)));
}

/** A cell of line numbers that is not named as one. */
const holdsOnlyNumbers = ({ tree }: State, cell: NodeId): boolean =>
  /^(?:\s*\d+)+\s*$/.test(text(tree, cell)) && /lnt/.test(markup(tree, cell));

function markup(tree: State['tree'], node: NodeId): string {
  let classes = classOf(tree, node);
  for (let at = firstChild(tree, node); at !== NONE; at = nextInside(tree, at, node))
    classes += ` ${classOf(tree, at)}`;
  return classes;
}

function innerPre({ tree }: State, cell: NodeId): NodeId {
  for (let at = firstChild(tree, cell); at !== NONE; at = nextInside(tree, at, cell))
    if (tag(tree, at) === 'pre') return at;
  return cell;
}

function makeCode(value: string, language: string | undefined): Code {
  return { type: 'code', value: value.replace(/\n$/, ''), ...(language === undefined ? {} : { lang: language }) };
}

/** The text of a `<pre>`: breaks and block elements end lines, gutters and buttons go. */
export function linesOf(state: State, node: NodeId): string {
  const { tree } = state;
  let value = '';
  /** Block elements that are open; where one ends, so does its line. */
  const open: NodeId[] = [];
  const endLine = () => {
    if (value !== '' && !value.endsWith('\n')) value += '\n';
  };
  for (let at = firstChild(tree, node); at !== NONE; ) {
    while (open.length > 0 && !isInside(state, at, open.at(-1) as NodeId)) {
      open.pop();
      endLine();
    }
    const name = tag(tree, at);
    const isOut =
      kind(tree, at) === 'element' &&
      (GUTTER.test(classOf(tree, at)) ||
        FURNITURE.test(classOf(tree, at)) ||
        /^(?:button|script|style|svg|textarea)$/.test(name));
    if (isOut || (kind(tree, at) === 'text' && /\S/.test(text(tree, at)) && !isAlive(state, at))) {
      at = nextOutside(tree, at, node);
      continue;
    }
    if (kind(tree, at) === 'text') value += text(tree, at);
    else if (name === 'br') value += '\n';
    else if (kind(tree, at) === 'element' && !INLINE.has(name)) {
      endLine();
      open.push(at);
    }
    at = nextInside(tree, at, node);
  }
  if (open.length > 0) endLine();
  return value;
}

function isInside({ tree }: State, node: NodeId, ancestor: NodeId): boolean {
  for (let at = parent(tree, node); at >= ancestor; at = parent(tree, at)) if (at === ancestor) return true;
  return false;
}

function languageOf(state: State, node: NodeId): string | undefined {
  const { tree } = state;
  const around: NodeId[] = children(tree, node).filter((child) => kind(tree, child) === 'element');
  const inner = around.filter((child) => tag(tree, child) === 'code');
  const nodes = [...inner, node];
  let up = parent(tree, node);
  for (let count = 0; count < WRAPPERS && up > 0 && !/^(?:body|main|article|li)$/.test(tag(tree, up)); count += 1) {
    nodes.push(up);
    up = parent(tree, up);
  }
  for (const [at, candidate] of nodes.entries()) {
    const isOwn = at <= inner.length;
    const found = named(state, candidate, isOwn);
    if (found !== undefined) return found;
  }
  return undefined;
}

function named({ tree }: State, node: NodeId, isOwn: boolean): string | undefined {
  const classes = classOf(tree, node);
  for (const written of [
    NAMED.exec(classes)?.[1],
    ...DATA.map((name) => (isOwn || name !== 'lang' ? attribute(tree, node, name) : undefined)),
  ]) {
    const language = clean(written);
    if (language !== undefined) return language;
  }
  if (!BESIDE.test(classes)) return undefined;
  for (const name of classes.split(/\s+/)) {
    const language = /^[a-z][a-z0-9+#]*$/i.test(name) ? clean(name) : undefined;
    if (language !== undefined) return language;
  }
  return undefined;
}

function clean(written: string | undefined): string | undefined {
  const language = written?.trim().replace(/[;,{].*$/, '');
  return language === undefined || !/^[\w+#.-]+$/.test(language) || NOT_A_LANGUAGE.test(language)
    ? undefined
    : language;
}
