/** Formulas that stand as TeX in the text, for MathJax or KaTeX to find when the page is shown. */
import { attribute, firstChild, nodeCount, rangeLength, type Tree, text } from '../../tree/node.ts';
import { nameSet, ofTag } from '../../tree/scan.ts';
import { squeeze } from '../../words.ts';
import type { Formula } from './math.ts';

/** What the page's scripts look for: nothing, the delimiters that are never prose, single dollars too. */
export type TexInText = 'none' | 'delimited' | 'dollars';

const LIBRARY = /mathjax|katex/i;
/** `[['$', '$']]` of MathJax, `left: '$'` of KaTeX. */
const DOLLARS = /\[\s*['"]\$['"]\s*,\s*['"]\$['"]\s*\]|left['"]?\s*:\s*['"]\$['"]/;
/** A configuration is a few lines; scripts of megabytes are none. */
const LONGEST_SCRIPT = 20_000;
const SCRIPTS = nameSet('script');

export function texInTextOf(tree: Tree): TexInText {
  let found: TexInText = 'none';
  for (let node = 1; node < nodeCount(tree); node += 1) {
    if (ofTag(SCRIPTS, tree, node) === 0) continue;
    if (LIBRARY.test(attribute(tree, node, 'src') ?? '')) found = 'delimited';
    // A character takes three bytes at the most: this spares the long ones being decoded.
    if (rangeLength(tree, firstChild(tree, node)) > 3 * LONGEST_SCRIPT) continue;
    const code = text(tree, node);
    if (code.length > LONGEST_SCRIPT || !/MathJax|katex|renderMathInElement|tex2jax/i.test(code)) continue;
    if (DOLLARS.test(code)) return 'dollars';
    found = 'delimited';
  }
  return found;
}

const DELIMITED = /\\\(((?:(?!\\[()])[\s\S])+)\\\)|\\\[((?:(?!\\[[\]])[\s\S])+)\\\]|\$\$((?:[^$\\]|\\[\s\S])+)\$\$/g;
const WITH_DOLLARS = new RegExp(
  `${DELIMITED.source}|\\$([^\\s$](?:(?:[^$\\\\\\n]|\\\\.)*[^\\s$\\\\])?)\\$(?!\\d)`,
  'g',
);

/** Text and formulas in order; undefined where there is no formula. */
export function partsOf(value: string, kind: TexInText): (string | Formula)[] | undefined {
  if (kind === 'none' || !/\\[([]|\$/.test(value)) return undefined;
  const parts: (string | Formula)[] = [];
  let end = 0;
  for (const match of value.matchAll(kind === 'dollars' ? WITH_DOLLARS : DELIMITED)) {
    const [all, inline, display, dollars, dollar] = match;
    parts.push(value.slice(end, match.index));
    const tex = squeeze(inline ?? display ?? dollars ?? dollar ?? '');
    parts.push({ tex, isDisplay: display !== undefined || dollars !== undefined });
    end = match.index + all.length;
  }
  if (end === 0) return undefined;
  parts.push(value.slice(end));
  return parts;
}
