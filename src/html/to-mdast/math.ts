/**
 * Formulas, however a page shows them → TeX, once: its annotation or `alttext` where there is one, else the MathML
 * written as TeX. MathJax 2 keeps its source in a script and shows copies beside it.
 */
import {
  attribute,
  firstChild,
  NONE,
  type NodeId,
  nextInside,
  nextSibling,
  parent,
  tag,
  text,
} from '../../tree/node.ts';
import { squeeze } from '../../words.ts';
import { mathmlToTex } from './mathml.ts';
import { classOf, type State } from './state.ts';

export interface Formula {
  readonly tex: string;
  readonly isDisplay: boolean;
}

const WRAPPER =
  /(?:^|\s)(?:katex(?:-display)?|mwe-math-element|mjx-container|MathJax(?:_Display|_SVG|_CHTML|_Preview)?|math-display|ltx_equation)(?:\s|$)/;
const COPY =
  /(?:^|\s)(?:MathJax(?:_Display|_SVG|_SVG_Display|_CHTML|_Preview)?|MJX_Assistive_MathML|mjx-chtml)(?:\s|$)/;

/** The formula an element is, `'copy'` for one that stands beside its source, undefined for any other element. */
export function formula(state: State, node: NodeId): Formula | 'copy' | undefined {
  const { tree } = state;
  const name = tag(tree, node);
  const classes = classOf(tree, node);
  if (name === 'script') return scriptFormula(state, node);
  if (name === 'math') return mathElement(state, node, false);
  if (name !== 'mjx-container' && !WRAPPER.test(classes)) return undefined;
  if (COPY.test(classes) && hasScript(state, node)) return 'copy';
  const isDisplay = /display|block/i.test(classes) || /^(?:true|block)$/.test(attribute(tree, node, 'display') ?? '');
  for (let at = firstChild(tree, node); at !== NONE; at = nextInside(tree, at, node)) {
    if (tag(tree, at) === 'math') return mathElement(state, at, isDisplay);
    const alt = tag(tree, at) === 'img' && /math/.test(classOf(tree, at)) ? attribute(tree, at, 'alt') : undefined;
    if (alt) return { tex: strip(alt), isDisplay };
  }
  const mathml = attribute(tree, node, 'data-tex') ?? attribute(tree, node, 'data-latex');
  return mathml === undefined ? undefined : { tex: strip(mathml), isDisplay };
}

function scriptFormula({ tree }: State, node: NodeId): Formula | undefined {
  const type = attribute(tree, node, 'type') ?? '';
  if (!/^math\/tex/i.test(type)) return undefined;
  return { tex: strip(text(tree, node)), isDisplay: /mode\s*=\s*display/i.test(type) };
}

function hasScript({ tree }: State, node: NodeId): boolean {
  for (let at = nextSibling(tree, node); at !== NONE; at = nextSibling(tree, at)) {
    if (tag(tree, at) === 'script') return /^math\//i.test(attribute(tree, at, 'type') ?? '');
    if (tag(tree, at) !== '' && !COPY.test(classOf(tree, at))) return false;
  }
  return false;
}

function mathElement(state: State, node: NodeId, isDisplay: boolean): Formula | undefined {
  const { tree } = state;
  let tex: string | undefined;
  for (let at = firstChild(tree, node); at !== NONE && tex === undefined; at = nextInside(tree, at, node)) {
    if (tag(tree, at) === 'annotation' && /tex/i.test(attribute(tree, at, 'encoding') ?? '')) tex = text(tree, at);
  }
  const shown = strip(tex ?? attribute(tree, node, 'alttext') ?? mathmlToTex(tree, node));
  if (shown === '') return undefined;
  const around = classOf(tree, parent(tree, node));
  const block = attribute(tree, node, 'display') === 'block' || /katex-display|mwe-math-mathml-display/.test(around);
  return { tex: shown, isDisplay: isDisplay || block };
}

/** TeX on one line, without the wrapper Wikipedia puts around it. */
function strip(tex: string): string {
  const bare = squeeze(tex);
  return /^\{\\displaystyle\s([\s\S]*)\}$/.exec(bare)?.[1]?.trim() ?? bare;
}
