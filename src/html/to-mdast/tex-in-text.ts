/** Formulas that stand as TeX in the text, for MathJax or KaTeX to find when the page is shown. */
import {
  attribute,
  firstChild,
  kind,
  NONE,
  type NodeId,
  nextSibling,
  nodeCount,
  rangeLength,
  type Tree,
  tag,
  text,
} from '../../tree/node.ts';
import { perTree } from '../../tree/per-tree.ts';
import { nameSet, ofTag } from '../../tree/scan.ts';
import { codeMayHold, WordSearch } from '../../tree/word-search.ts';
import { squeeze } from '../../words.ts';
import type { Formula } from './math.ts';

/** What the page's scripts look for: nothing, the delimiters that are never prose, single dollars too. */
export type TexInText = 'none' | 'delimited' | 'dollars';

const LIBRARY = /mathjax|katex/i;
const CONFIGURES = /MathJax|katex|renderMathInElement|tex2jax/i;
const LIBRARIES = new WordSearch('mathjax katex rendermathinelement tex2jax');
/** `[['$', '$']]` of MathJax, `left: '$'` of KaTeX. */
const DOLLARS = /\[\s*['"]\$['"]\s*,\s*['"]\$['"]\s*\]|left['"]?\s*:\s*['"]\$['"]/;
/** A configuration is a few lines; scripts of megabytes are none. */
const LONGEST_SCRIPT = 20_000;
const SCRIPTS = nameSet('script');

/** A text without either of these holds no TeX: of most pages no script need be read. */
export const mayHoldTex = (value: string): boolean => value.includes('\\') || value.includes('$');

export const texInTextOf = (tree: Tree): TexInText => configured(tree).kind;
const configured = perTree((tree) => ({ kind: readScripts(tree) }));

function readScripts(tree: Tree): TexInText {
  let found: TexInText = 'none';
  for (let node = 1; node < nodeCount(tree); node += 1) {
    if (ofTag(SCRIPTS, tree, node) === 0) continue;
    if (LIBRARY.test(attribute(tree, node, 'src') ?? '')) found = 'delimited';
    // A character takes three bytes at the most: this spares the long ones being read.
    if (rangeLength(tree, firstChild(tree, node)) > 3 * LONGEST_SCRIPT || !codeMayHold(tree, node, LIBRARIES)) continue;
    const code = text(tree, node);
    if (code.length > LONGEST_SCRIPT || !CONFIGURES.test(code)) continue;
    if (DOLLARS.test(code)) return 'dollars';
    found = 'delimited';
  }
  return found;
}

const DELIMITED =
  /\\\(((?:(?!\\[()])[\s\S])+)\\\)|\\\[((?:(?!\\[[\]])[\s\S])+)\\\]|\$\$((?:[^$\\]|\\[\s\S])+)\$\$|(\\begin\{(equation|align|alignat|gather|multline|eqnarray|flalign)(\*?)\}(?:(?!\\(?:begin|end)\{\5)[\s\S])+\\end\{\5\6\})/g;
const WITH_DOLLARS = new RegExp(
  `${DELIMITED.source}|\\$([^\\s$](?:(?:[^$\\\\\\n]|\\\\.)*[^\\s$\\\\])?)\\$(?!\\d)`,
  'g',
);

const MAY_BE = /\\[([]|\$|\\begin\{/;

/** Text and formulas in order; undefined where there is no formula. */
export function partsOf(value: string, kind: TexInText): (string | Formula)[] | undefined {
  if (kind === 'none' || !MAY_BE.test(value)) return undefined;
  const parts: (string | Formula)[] = [];
  let end = 0;
  for (const match of value.matchAll(kind === 'dollars' ? WITH_DOLLARS : DELIMITED)) {
    const [all, inline, display, dollars, environment, , , dollar] = match;
    parts.push(value.slice(end, match.index));
    const tex = squeeze(inline ?? display ?? dollars ?? environment ?? dollar ?? '');
    parts.push({ tex, isDisplay: (display ?? dollars ?? environment) !== undefined });
    end = match.index + all.length;
  }
  if (end === 0) return undefined;
  parts.push(value.slice(end));
  return parts;
}

const OPENS = /\\\[|\$\$|\\begin\{[a-z]+\*?\}/g;
/** How many nodes after a text its formula may go on in. */
const MOST_LINES = 40;

/**
 * A display formula that line breaks part: the text up to its end, and the nodes it took; undefined where the text opens
 * none, or where something else than breaks stands before the end.
 */
export function acrossBreaks(
  tree: Tree,
  node: NodeId,
  kindOfTex: TexInText,
): { readonly value: string; readonly taken: readonly NodeId[] } | undefined {
  if (kindOfTex === 'none') return undefined;
  const own = text(tree, node);
  if (!MAY_BE.test(own)) return undefined;
  const rest = (partsOf(own, kindOfTex) ?? [own]).at(-1) as string;
  const opens = [...rest.matchAll(OPENS)].at(-1)?.[0];
  if (opens === undefined) return undefined;
  const closes = opens === '$$' ? '$$' : opens === '\\[' ? '\\]' : opens.replace('begin', 'end');
  const taken: NodeId[] = [];
  let value = own;
  for (let at = nextSibling(tree, node); at !== NONE && taken.length < MOST_LINES; at = nextSibling(tree, at)) {
    const isBreak = tag(tree, at) === 'br';
    if (kind(tree, at) === 'element' && !isBreak) return undefined;
    taken.push(at);
    if (isBreak) value += '\n';
    if (kind(tree, at) !== 'text') continue;
    value += text(tree, at);
    if (text(tree, at).includes(closes)) return { value, taken };
  }
  return undefined;
}
