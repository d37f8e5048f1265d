/** The language of a code block, from the classes and data of all common highlighters. */
import {
  attribute,
  children,
  firstChild,
  NONE,
  type NodeId,
  nextInside,
  parent,
  type Tree,
  tag,
} from '../../tree/node.ts';
import { classOf, type State } from './state.ts';

const NAMED =
  /(?:^|\s)(?:language-|lang-|highlight-source-|highlight-text-|mw-highlight-lang-|src-|ltx_lst_language_|brush:\s*|highlight-|code-lang-|syntax-|sh_|hl-)([\w+#.-]+)/i;
/** Where one of these stands, the language may be another class of the same element. */
const BESIDE =
  /(?:^|\s)(?:hljs|sourceCode|highlight|src|prettyprint|codehilite|code-block|syntaxhighlighter|code)(?:\s|$)/i;
/** Names for "none", and what else stands behind the prefixes. */
const NOT_A_LANGUAGE =
  /^(?:te?xt|plain|plaintext|none|nohighlight|no-highlight|auto|undefined|unknown|raw|default|notranslate|highlighter|source|code|dark|light|html-?pipeline|copyable|wrap|switcher|toolbar|lines?|line-?numbers?|active|selector)$/i;
/** Languages that are written as a bare class beside the highlighter's own. */
const LANGUAGES = new Set(
  'abap ada apache applescript arduino asm assembly awk bash basic batch bat c c++ clojure cmake cobol coffeescript console cpp cs csharp css csv cuda d dart delphi diff django docker dockerfile elixir elm erlang f# fortran fsharp gherkin git go golang graphql groovy handlebars haskell haxe hcl html http ini java javascript js json json5 jsonc jsx julia kotlin latex less lisp lua makefile markdown matlab md mermaid mysql nginx nim nix objc objective-c objectivec ocaml pascal perl php plsql powershell prolog properties protobuf ps1 puppet py python python2 python3 r racket rb ruby rust rs sass scala scheme scss sh shell solidity sql svelte swift tcl terraform tex toml ts tsx twig typescript vb vba vbnet verilog vhdl vim vue wasm xml xquery yaml yml zig zsh'.split(
    ' ',
  ),
);
export const isLanguage = (name: string): boolean => LANGUAGES.has(name.toLowerCase());
const DATA = [
  'data-lang',
  'data-language',
  'data-code-language',
  'data-enlighter-language',
  'data-programming-language',
  'data-mode',
  'data-syntaxhighlighter-params',
  'data-canonical-lang',
  'syntax',
  'lang',
];
/** How far above a `<pre>` its wrappers may stand. */
const WRAPPERS = 4;

/** Looks at the `<code>` inside, the element itself, then the wrappers around it. */
export function languageOf(state: State, node: NodeId): string | undefined {
  const { tree } = state;
  let inner = children(tree, node).filter((child) => tag(tree, child) === 'code');
  if (inner.length === 0 && tag(tree, node) === 'pre') inner = codeInside(tree, node);
  const nodes = [...inner, node];
  let up = parent(tree, node);
  for (let count = 0; count < WRAPPERS && up > 0 && !/^(?:body|main|article|li)$/.test(tag(tree, up)); count += 1) {
    nodes.push(up);
    up = parent(tree, up);
  }
  for (const [at, candidate] of nodes.entries()) {
    const found = named(state, candidate, at <= inner.length);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Chats and some documentation tools put boxes between the two. */
function codeInside(tree: Tree, node: NodeId): NodeId[] {
  for (let at = firstChild(tree, node); at !== NONE; at = nextInside(tree, at, node))
    if (tag(tree, at) === 'code') return [at];
  return [];
}

/** `lang` on the code itself is a language of programming; around it, it is a language of people. */
function named({ tree }: State, node: NodeId, isOwn: boolean): string | undefined {
  const classes = classOf(tree, node);
  const written = [NAMED.exec(classes)?.[1]];
  for (const name of DATA) if (isOwn || name !== 'lang') written.push(attribute(tree, node, name));
  for (const candidate of written) {
    const language = clean(candidate);
    if (language !== undefined) return language;
  }
  return isOwn || BESIDE.test(classes) ? classes.split(/\s+/).find(isLanguage) : undefined;
}

function clean(written: string | undefined): string | undefined {
  const language = written
    ?.trim()
    .replace(/^brush:\s*/, '')
    .replace(/[;,{].*$/, '');
  return language === undefined || !/^[\w+#.-]+$/.test(language) || NOT_A_LANGUAGE.test(language)
    ? undefined
    : language;
}
