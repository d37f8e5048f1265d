/** MathML without an annotation → TeX, for the elements formulas are made of; any other element gives its text. */
import { attribute, children, kind, type NodeId, type Tree, tag, text } from '../../tree/node.ts';

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
  _: '\\underline',
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

export function mathmlToTex(tree: Tree, node: NodeId): string {
  return join(children(tree, node).map((child) => tex(tree, child)));
}

/** A command that ends in a letter is parted from the letter after it. */
const join = (parts: readonly string[]): string =>
  parts.reduce((all, part) => (/\\[a-z]+$/i.test(all) && /^[a-z]/i.test(part) ? `${all} ${part}` : all + part), '');

function tex(tree: Tree, node: NodeId): string {
  if (kind(tree, node) === 'text') return symbols(text(tree, node));
  if (kind(tree, node) !== 'element') return '';
  const inside = children(tree, node).filter((child) => kind(tree, child) === 'element');
  const parts = inside.map((child) => tex(tree, child));
  const part = (at: number): string => parts[at] ?? '';
  const group = (at: number): string => `{${part(at)}}`;
  const base = (at: number): string => (part(at).length > 1 && !/^\\[a-z]+$/i.test(part(at)) ? group(at) : part(at));
  switch (tag(tree, node)) {
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
    case 'munder':
      return `${part(0)}_${group(1)}`;
    case 'mover': {
      const accent = ACCENTS[inside[1] === undefined ? '' : text(tree, inside[1]).trim()];
      return accent === undefined ? `${part(0)}^${group(1)}` : `${accent}${group(0)}`;
    }
    case 'mtext':
    case 'ms':
      return text(tree, node).trim() === '' ? '\\ ' : `\\text{${text(tree, node).trim()}}`;
    case 'mi': {
      const name = text(tree, node).trim();
      const variant = VARIANTS[attribute(tree, node, 'mathvariant') ?? ''];
      if (variant !== undefined) return `${variant}{${symbols(name)}}`;
      if (FUNCTIONS.has(name)) return `\\${name}`;
      return /^[a-z]{2,}$/i.test(name) ? `\\operatorname{${name}}` : symbols(name);
    }
    case 'mmultiscripts':
      return multiscripts(inside.map((child, at) => (tag(tree, child) === 'mprescripts' ? undefined : part(at))));
    case 'mfenced':
      return `${attribute(tree, node, 'open') ?? '('}${parts.join(',')}${attribute(tree, node, 'close') ?? ')'}`;
    case 'mtable':
      return `\\begin{matrix}${parts.join(' \\\\ ')}\\end{matrix}`;
    case 'mtr':
      return parts.join(' & ');
    case 'mspace':
      return '\\ ';
    case 'annotation':
    case 'annotation-xml':
      return '';
    default:
      return inside.length > 0 ? join(parts) : symbols(text(tree, node));
  }
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
