/**
 * Formulas, however a page shows them → TeX, once: its annotation or `alttext` where there is one, else the MathML
 * written as TeX. MathJax 2 keeps its source in a script and shows copies beside it.
 */
import {
  attribute,
  children,
  firstChild,
  kind,
  NONE,
  type NodeId,
  nextInside,
  nextSibling,
  parent,
  tag,
  text,
} from '../../tree/node.ts';
import { isKnownTag, nameSet, ofTag } from '../../tree/scan.ts';
import { squeeze } from '../../words.ts';
import { classNames } from '../class-names.ts';
import { FORMULA, TEX } from './class-words.ts';
import { localName, mathmlToTex } from './mathml.ts';
import { classOf, type State } from './state.ts';

export interface Formula {
  readonly tex: string;
  readonly isDisplay: boolean;
  /** The number it carries, as it is shown: `(3)`. */
  readonly number?: string;
}

const isCopy = classNames(
  'MathJax MathJax_Display MathJax_SVG MathJax_SVG_Display MathJax_CHTML MathJax_Preview MJX_Assistive_MathML mjx-chtml',
);

/** MathJax draws in elements of the same name behind a prefix of its own. */
const isMath = (name: string): boolean => localName(name) === 'math' && name !== 'mjx-math';

/** The formula an element is, `'copy'` for one that stands beside its source, undefined for any other element. */
export function formula(state: State, node: NodeId): Formula | 'copy' | undefined {
  const { tree, classWords } = state;
  const isStandard = isKnownTag(tree, node) && ofTag(OWN, tree, node) === 0;
  if (isStandard && !classWords.say(node, TEX) && !classWords.say(node, FORMULA)) return undefined;
  const name = tag(tree, node);
  if (name === 'img') return imageFormula(state, node);
  if (name === 'script') return scriptFormula(state, node);
  if (isMath(name)) return mathElement(state, node, false);
  if (classWords.say(node, TEX) || SOURCES.has(name)) return sourceFormula(state, node);
  if (name !== 'mjx-container' && !classWords.say(node, FORMULA)) return undefined;
  const classes = classOf(tree, node);
  if (isCopy(classes) && hasScript(state, node)) return 'copy';
  const isDisplay = /display|block/i.test(classes) || /^(?:true|block)$/.test(attribute(tree, node, 'display') ?? '');
  for (let at = firstChild(tree, node); at !== NONE; at = nextInside(tree, at, node)) {
    const source = attribute(tree, at, 'data-latex');
    if (source) return { tex: strip(source), isDisplay };
    if (isMath(tag(tree, at))) return mathElement(state, at, isDisplay);
    const alt = tag(tree, at) === 'img' && /math/.test(classOf(tree, at)) ? attribute(tree, at, 'alt') : undefined;
    if (alt) return { tex: strip(alt), isDisplay };
  }
  const source = attribute(tree, node, 'data-tex') ?? attribute(tree, node, 'data-latex');
  if (source !== undefined) return { tex: strip(source), isDisplay };
  // Without a copy for readers, the glyphs say what is drawn.
  const drawn = name === 'mjx-container' ? strip(mathmlToTex(tree, node)) : '';
  return drawn === '' ? undefined : { tex: drawn, isDisplay };
}

/** Elements of the standard that may be a formula by themselves. */
const OWN = nameSet('img math script');
/** Elements that hold TeX and nothing else: GitHub's, Distill's. */
const SOURCES = new Set(['math-renderer', 'd-math', 'dt-math']);
/** TeX between the delimiters that MathJax and KaTeX look for. */
const DELIMITED = /^(?:\\\(([\s\S]*)\\\)|\\\[([\s\S]*)\\\]|\$\$([\s\S]*)\$\$|\$([\s\S]*)\$)$/;

function sourceFormula({ tree }: State, node: NodeId): Formula | undefined {
  const classes = classOf(tree, node);
  const given = attribute(tree, node, 'data-tex');
  if (given) return { tex: strip(given), isDisplay: tag(tree, node) === 'div' };
  // GitLab says so on a piece of code.
  const style = attribute(tree, node, 'data-math-style');
  if (style !== undefined) return { tex: strip(text(tree, node)), isDisplay: style === 'display' };
  let shown = '';
  let number: string | undefined;
  for (const child of children(tree, node)) {
    if (kind(tree, child) === 'text') shown += text(tree, child);
    else if (/(?:^|\s)eqno(?:\s|$)/.test(classOf(tree, child))) number = /\([^()]+\)/.exec(text(tree, child))?.[0];
    else if (tag(tree, child) === 'br') shown += '\n';
    else if (kind(tree, child) === 'element') return undefined;
  }
  const [, inline, display, dollars, dollar] = DELIMITED.exec(shown.trim()) ?? [];
  const inside = inline ?? display ?? dollars ?? dollar;
  const isMarked = /(?:^|\s)math-(?:inline|display)(?:\s|$)/.test(classes) || /^dt?-math$/.test(tag(tree, node));
  const tex = strip(inside ?? (isMarked ? shown : ''));
  if (tex === '') return undefined;
  const isDisplay =
    display !== undefined ||
    dollars !== undefined ||
    /(?:^|[\s-])display(?:\s|$)/.test(classes) ||
    attribute(tree, node, 'block') !== undefined;
  return { tex, isDisplay, ...(number === undefined ? {} : { number }) };
}

/** Pictures of formulas carry their TeX as `alt`, or ask a server for it. */
const PICTURE = /(?:^|\s)(?:tex|latex|math|mwe-math-fallback-image-\w+|ee_img|mathtex-equation-editor)(?:\s|$)/;
const SERVER = /\/latex\.php\?(?:.*&)?latex=|\/equation\?tex=|\blatex\.codecogs\.com\/[\w.]+\?|\/mathtex\.cgi\?/;

function imageFormula({ tree }: State, node: NodeId): Formula | undefined {
  const src = attribute(tree, node, 'src') ?? '';
  const served = SERVER.exec(src);
  const around = parent(tree, node);
  const names = [node, around, parent(tree, around)].map((at) => classOf(tree, at));
  if (served === null && !PICTURE.test(names[0] ?? '') && !names.slice(1).some((name) => /^math$/.test(name)))
    return undefined;
  const query = served === null ? '' : src.slice(served.index + served[0].length).replace(/&.*$/s, '');
  const tex = strip(attribute(tree, node, 'alt') || decoded(query));
  // An `alt` of words is a picture's description.
  if (tex === '' || (served === null && !/[\\^_={}]|^\S{1,3}$/.test(tex))) return undefined;
  const isDisplay =
    /-display(?:\s|$)/.test(names[0] ?? '') ||
    (/^(?:div|p)$/.test(tag(tree, around)) && names.slice(1).includes('math'));
  return { tex, isDisplay };
}

function decoded(query: string): string {
  try {
    return decodeURIComponent(query.replaceAll('+', ' '));
  } catch {
    return '';
  }
}

/** LaTeXML sets equations as rows of a table: one formula a row, with its number; undefined for any other table. */
export function equationsOf(state: State, table: NodeId): Formula[] | undefined {
  const { tree } = state;
  if (!/(?:^|\s)ltx_(?:eqn_table|equationgroup)(?:\s|$)/.test(classOf(tree, table))) return undefined;
  const found: Formula[] = [];
  let row: string[] = [];
  let number: string | undefined;
  const closeRow = (): void => {
    if (row.length > 0) found.push({ tex: row.join(' '), isDisplay: true, ...(number ? { number } : {}) });
    row = [];
    number = undefined;
  };
  for (let at = firstChild(tree, table); at !== NONE; at = nextInside(tree, at, table)) {
    if (tag(tree, at) === 'tr') closeRow();
    else if (tag(tree, at) === 'math') {
      const tex = mathElement(state, at, true)?.tex.replace(/^\\displaystyle\s*/, '');
      if (tex) row.push(tex);
    } else if (/(?:^|\s)ltx_tag_equation(?:\s|$)/.test(classOf(tree, at))) number = text(tree, at).trim();
  }
  closeRow();
  return found.length > 0 ? found : undefined;
}

function scriptFormula({ tree }: State, node: NodeId): Formula | undefined {
  const type = attribute(tree, node, 'type') ?? '';
  if (!/^math\/tex/i.test(type)) return undefined;
  return { tex: strip(text(tree, node)), isDisplay: /mode\s*=\s*display/i.test(type) };
}

function hasScript({ tree }: State, node: NodeId): boolean {
  for (let at = nextSibling(tree, node); at !== NONE; at = nextSibling(tree, at)) {
    if (tag(tree, at) === 'script') return /^math\/tex/i.test(attribute(tree, at, 'type') ?? '');
    if (tag(tree, at) !== '' && !isCopy(classOf(tree, at))) return false;
  }
  return false;
}

function mathElement(state: State, node: NodeId, isDisplay: boolean): Formula | undefined {
  const { tree } = state;
  let tex: string | undefined;
  for (let at = firstChild(tree, node); at !== NONE && tex === undefined; at = nextInside(tree, at, node)) {
    if (localName(tag(tree, at)) === 'annotation' && /tex/i.test(attribute(tree, at, 'encoding') ?? ''))
      tex = text(tree, at);
  }
  const source = tex ?? attribute(tree, node, 'alttext') ?? attribute(tree, node, 'data-latex');
  const shown = strip(source ?? mathmlToTex(tree, node));
  if (shown === '') return undefined;
  const around = classOf(tree, parent(tree, node));
  const block = attribute(tree, node, 'display') === 'block' || /katex-display|mwe-math-mathml-display/.test(around);
  return { tex: shown, isDisplay: isDisplay || block };
}

/** TeX on one line, without the wrapper Wikipedia puts around it. */
function strip(tex: string): string {
  // What a comment hides ends with its line.
  const comment = tex.indexOf('%');
  const bare = squeeze(comment !== -1 && tex.includes('\n', comment) ? tex.replace(/(?<!\\)%[^\n]*/g, '') : tex);
  return /^\{\\(?:display|text)style\s([\s\S]*)\}$/.exec(bare)?.[1]?.trim() ?? bare;
}
