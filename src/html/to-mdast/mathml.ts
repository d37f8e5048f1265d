/** MathML without an annotation → TeX, for the elements formulas are made of; any other element gives its text. */
import {
  attribute,
  children,
  firstChild,
  kind,
  NONE,
  type NodeId,
  nextInside,
  nextOutside,
  type Tree,
  tag,
  text,
} from '../../tree/node.ts';

const SYMBOLS: Readonly<Record<string, string>> = {
  '∑': '\\sum',
  '∏': '\\prod',
  '∫': '\\int',
  '∞': '\\infty',
  '≤': '\\le',
  '≥': '\\ge',
  '≠': '\\ne',
  '±': '\\pm',
  '×': '\\times',
  '⋅': '\\cdot',
  '·': '\\cdot',
  '→': '\\to',
  '∂': '\\partial',
  '∇': '\\nabla',
  '∈': '\\in',
  '∉': '\\notin',
  '⊂': '\\subset',
  '∪': '\\cup',
  '∩': '\\cap',
  '∀': '\\forall',
  '∃': '\\exists',
  '≈': '\\approx',
  '≡': '\\equiv',
  '−': '-',
  '⁢': '',
  '⁡': '',
  '⁣': '',
  '⇒': '\\Rightarrow',
  α: '\\alpha',
  β: '\\beta',
  γ: '\\gamma',
  δ: '\\delta',
  ε: '\\varepsilon',
  ζ: '\\zeta',
  η: '\\eta',
  θ: '\\theta',
  κ: '\\kappa',
  λ: '\\lambda',
  μ: '\\mu',
  ν: '\\nu',
  ξ: '\\xi',
  π: '\\pi',
  ρ: '\\rho',
  σ: '\\sigma',
  τ: '\\tau',
  φ: '\\varphi',
  χ: '\\chi',
  ψ: '\\psi',
  ω: '\\omega',
  Γ: '\\Gamma',
  Δ: '\\Delta',
  Θ: '\\Theta',
  Λ: '\\Lambda',
  Σ: '\\Sigma',
  Φ: '\\Phi',
  Ψ: '\\Psi',
  Ω: '\\Omega',
  '\\': '\\setminus',
  '~': '\\sim',
  '…': '\\ldots',
  '⋯': '\\cdots',
  '⟨': '\\langle ',
  '⟩': '\\rangle ',
  '∥': '\\parallel ',
  '∧': '\\wedge',
  '∨': '\\vee',
  '¬': '\\neg',
  '∅': '\\emptyset',
  '∼': '\\sim',
  '∝': '\\propto',
  '⊆': '\\subseteq',
  '⊃': '\\supset',
  '∘': '\\circ',
  '←': '\\leftarrow',
  '↔': '\\leftrightarrow',
  '↦': '\\mapsto',
  '⇔': '\\Leftrightarrow',
  '⊗': '\\otimes',
  '⊕': '\\oplus',
  '′': "'",
  ℓ: '\\ell',
  ℏ: '\\hbar',
  ℝ: '\\mathbb{R}',
  ℕ: '\\mathbb{N}',
  ℤ: '\\mathbb{Z}',
  ℚ: '\\mathbb{Q}',
  ℂ: '\\mathbb{C}',
};
const ACCENTS: Readonly<Record<string, string>> = {
  '^': '\\hat',
  ˆ: '\\hat',
  '¯': '\\bar',
  '‾': '\\overline',
  '→': '\\vec',
  '~': '\\tilde',
  '˙': '\\dot',
  '¨': '\\ddot',
  '⏞': '\\overbrace',
  '⃗': '\\vec',
  '´': '\\acute',
  '`': '\\grave',
  ˇ: '\\check',
  '˘': '\\breve',
};
const UNDER: Readonly<Record<string, string>> = {
  _: '\\underline',
  '̲': '\\underline',
  '⏟': '\\underbrace',
};

const FUNCTIONS = new Set(
  'arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim ln log max min Pr sec sin sinh sup tan tanh'.split(
    ' ',
  ),
);
const VARIANTS: Readonly<Record<string, string>> = {
  bold: '\\mathbf',
  'bold-italic': '\\boldsymbol',
  'double-struck': '\\mathbb',
  script: '\\mathcal',
  fraktur: '\\mathfrak',
  'sans-serif': '\\mathsf',
  monospace: '\\mathtt',
};

/** Without the prefix that XML pages put before the names of MathML, and MathJax before those of its drawings. */
export const localName = (name: string): string => name.replace(/^(?:m|mml):|^mjx-/, '');

export function mathmlToTex(tree: Tree, node: NodeId): string {
  return join(children(tree, node).map((child) => tex(tree, child)));
}

/** A command that ends in a letter is parted from the letter after it. */
const join = (parts: readonly string[]): string =>
  parts.reduce((all, part) => (/\\[a-z]+$/i.test(all) && /^[a-z]/i.test(part) ? `${all} ${part}` : all + part), '');

function tex(tree: Tree, node: NodeId): string {
  if (kind(tree, node) === 'text') return symbols(text(tree, node));
  if (kind(tree, node) !== 'element') return '';
  if (tag(tree, node) === 'mjx-mfrac') return drawnFraction(tree, node);
  const inside = children(tree, node).filter((child) => kind(tree, child) === 'element');
  const parts = inside.map((child) => tex(tree, child));
  const part = (at: number): string => parts[at] ?? '';
  const group = (at: number): string => `{${part(at)}}`;
  const base = (at: number): string => (part(at).length > 1 && !/^\\[a-z]+$/i.test(part(at)) ? group(at) : part(at));
  const sign = (at: number): string => (inside[at] === undefined ? '' : text(tree, inside[at]).trim());
  switch (localName(tag(tree, node))) {
    case 'mfrac':
      return `\\frac${group(0)}${group(1)}`;
    case 'msqrt':
      return `\\sqrt{${join(parts)}}`;
    case 'mroot':
      return `\\sqrt[${part(1)}]${group(0)}`;
    case 'msup':
      return `${base(0)}^${group(1)}`;
    case 'msub':
      return `${base(0)}_${group(1)}`;
    case 'msubsup':
      return `${base(0)}_${group(1)}^${group(2)}`;
    case 'munderover':
      return `${part(0)}_${group(1)}^${group(2)}`;
    case 'munder': {
      const mark = UNDER[sign(1)];
      return mark === undefined ? `${part(0)}_${group(1)}` : `${mark}${group(0)}`;
    }
    case 'mover': {
      const accent = ACCENTS[sign(1)];
      return accent === undefined ? `${part(0)}^${group(1)}` : `${accent}${group(0)}`;
    }
    case 'mtext':
    case 'ms': {
      const said = text(tree, node).replace(/[\s\xa0]+/g, ' ');
      return said.trim() === '' ? '\\ ' : `\\text{${said.replace(/[%#&$_{}]/g, '\\$&')}}`;
    }
    case 'mo': {
      const name = text(tree, node).trim();
      return FUNCTIONS.has(name) ? `\\${name}` : inside.length > 0 ? join(parts) : symbols(name);
    }
    case 'mi': {
      const name = text(tree, node).trim();
      if (inside.length > 0) return join(parts);
      const variant = VARIANTS[attribute(tree, node, 'mathvariant') ?? ''];
      if (variant !== undefined) return `${variant}{${symbols(name)}}`;
      if (FUNCTIONS.has(name)) return `\\${name}`;
      return /^[a-z]{2,}$/i.test(name) ? `\\operatorname{${name}}` : symbols(name);
    }
    case 'mmultiscripts':
      return multiscripts(
        inside.map((child, at) => (localName(tag(tree, child)) === 'mprescripts' ? undefined : part(at))),
      );
    case 'mfenced': {
      const between = symbols((attribute(tree, node, 'separators') ?? ',').trim().charAt(0));
      return join([
        symbols(attribute(tree, node, 'open') ?? '('),
        parts.join(between),
        symbols(attribute(tree, node, 'close') ?? ')'),
      ]);
    }
    case 'mtable':
      return `\\begin{matrix}${parts.join(' \\\\ ')}\\end{matrix}`;
    case 'mtr':
      return parts.join(' & ');
    case 'mspace':
      return '\\ ';
    case 'mphantom':
      return `\\phantom{${join(parts)}}`;
    case 'menclose':
      return /box|circle/.test(attribute(tree, node, 'notation') ?? '') ? `\\boxed{${join(parts)}}` : join(parts);
    case 'annotation':
    case 'annotation-xml':
    case 'surd':
      return '';
    case 'c':
      return glyph(attribute(tree, node, 'class') ?? '');
    default:
      return inside.length > 0 ? join(parts) : symbols(text(tree, node));
  }
}

/** MathJax draws a fraction in boxes: the parts are somewhere inside them. */
function drawnFraction(tree: Tree, node: NodeId): string {
  const parts: string[] = [];
  for (let at = firstChild(tree, node); at !== NONE; ) {
    const isPart = /^mjx-(?:num|den)$/.test(tag(tree, at));
    if (isPart) parts.push(mathmlToTex(tree, at));
    at = isPart ? nextOutside(tree, at, node) : nextInside(tree, at, node);
  }
  return `\\frac{${parts[0] ?? ''}}{${parts[1] ?? ''}}`;
}

/** `mjx-c1D465`: the character that a style sheet draws, as the letter it is a form of. */
function glyph(className: string): string {
  const code = Number.parseInt(/(?:^|\s)mjx-c([\dA-F]{2,6})(?:\s|$)/.exec(className)?.[1] ?? '', 16);
  return code > 0 && code <= 0x10ffff ? symbols(String.fromCodePoint(code).normalize('NFKC')) : '';
}

/** The base, its scripts (below, above, below …), then, behind `<mprescripts>`, those before it. */
function multiscripts([base = '', ...scripts]: readonly (string | undefined)[]): string {
  const cut = scripts.indexOf(undefined);
  const [behind, before] = cut < 0 ? [scripts, []] : [scripts.slice(0, cut), scripts.slice(cut + 1)];
  const written = (list: readonly (string | undefined)[]) =>
    list.map((script, at) => (script ? `${at % 2 === 0 ? '_' : '^'}{${script}}` : '')).join('');
  return `${before.length > 0 ? `{}${written(before)}` : ''}${base}${written(behind)}`;
}

const symbols = (written: string): string => {
  return join([...written.trim()].map((character) => SYMBOLS[character] ?? character.replace(/[%#&$_{}]/, '\\$&')));
};
