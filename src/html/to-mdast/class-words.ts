/**
 * The classes by which tools mark what is no plain text: furniture, code, formulas, callouts. Each class of a page is
 * looked at once, however many elements have it.
 */
import { type ClassNumbers, classNumbersOf } from '../../tree/class-numbers.ts';
import type { NodeId, Tree } from '../../tree/node.ts';
import { namesIn } from '../class-names.ts';

/** Words beside the content that tools put into it: permalinks, edit links, copy buttons, back links. */
export const FURNITURE = 0;
/** Boxes that repeat, number or fold what is beside them, whatever their element: editors, highlighters, LaTeXML, forums. */
export const COPY = 1;
/** Line numbers, by the classes highlighters give them. */
export const GUTTER = 2;
/** One line of code each. */
export const LINE = 3;
/** What may be the label of a box of code. */
export const CODE_LABEL = 4;
/** The lines of CodeMirror, Monaco, EnlighterJS, LaTeXML, Notion, Quill. */
export const EDITOR = 5;
/** Doxygen's boxes of code. */
export const FRAGMENT = 11;
/** What a script or a server has made of a formula. */
export const FORMULA = 6;
/** Source of a formula that a script sets when the page is shown: Pandoc, Sphinx, remark-math, Stack Exchange, GitHub. */
export const TEX = 7;
/** Boxes that say "note" or "warning". */
export const CALLOUT = 8;
/** What a box without another name may be called. */
export const BARE_CALLOUT = 9;
/** For screen readers alone: "opens in a new tab", "external link". */
export const UNSEEN = 10;
/** Notes beside the line that they are written in: Tufte's, LaTeXML's, those of plugins. */
export const ASIDE = 12;

/** Boxes that are named tables, rows or cells of a table, their parts after the whole. */
export const TABLE_BOX = 14;

/** Quotations that are no `<blockquote>`: forums, Bootstrap. */
export const QUOTE = 15;
/** Numbers of the pages of a printed book. */
export const PAGE_NUMBER = 13;
/** Lines of verse, an element each. */
export const VERSE_LINE = 16;

/** Names by kind, parted by blanks; `crayon-num*` stands for all that begin so. */
const NAMES: readonly (readonly [kind: number, names: string])[] = [
  [
    FURNITURE,
    'mw-editsection mw-cite-backlink footnote_tooltip footnote_backlink modern-footnotes-footnote ltx_note_mark ltx_tag_note margin-toggle headerlink header-anchor headeranchor hash-link heading-anchor anchorjs-link anchor-link direct-link permalink copy-btn copybtn copy-button copybutton copy-code copycode copy-code-button copycode-button clipboard-copy code-copy codecopy zeroclipboard-container buttonGroup* lineno-copy command_help crayon-language cnblogs_code_copy',
  ],
  [
    COPY,
    'CodeMirror-measure CodeMirror-gutter-wrapper CodeMirror-gutters cm-gutters margin-view-overlays enlighter-toolbar* enlighter-raw code-block-extension-header ltx_listing_data gist-meta bbCodeBlock-expandLink codeoperation jp-InputPrompt jp-OutputPrompt input_prompt output_prompt',
  ],
  [
    GUTTER,
    'line-no line-nos lineno linenos line-number line-numbers line-number-rows line-numbers-rows linenumber linenumbers linenumber-rows linenumbers-rows linenodiv gutter gl ln line-num ltx_tag_listingline src-line-numbers pre-numbering lnt lnlinks hljs-ln-numbers hljs-ln-n react-syntax-highlighter-line-number rouge-gutter blob-num code-line-number crayon-num*',
  ],
  [LINE, 'line code-line token-line'],
  [FRAGMENT, 'fragment'],
  [PAGE_NUMBER, 'pagenum pageno pagenumber'],
  [QUOTE, 'blockquote bbcode_quote bb_quote quotemain'],
  [
    FORMULA,
    'katex katex-display mwe-math-element mjx-container MathJax MathJax_Display MathJax_SVG MathJax_CHTML MathJax_Preview math-display',
  ],
  [TEX, 'math math-inline math-display math-container math-tex mathjax-tex latex tex ztext-math arithmatex'],
  [
    CALLOUT,
    'markdown-alert awsdocs-note theme-admonition admonition bs-callout bd-callout callout notecard custom-block admonitionblock alert book-hint hint hint-container attention-header note-box message msg notice infobox-note rst-note docutils starlight-aside confluence-information-macro MuiAlert-root ant-alert plugin_note notion-callout kg-callout-card',
  ],
  [BARE_CALLOUT, 'note info tip hint important warning attention caution danger'],
  [
    UNSEEN,
    'sr-only visually-hidden visuallyhidden screen-reader-text screenreader a11y-hidden assistive-text u-hidden-visually offscreen hide-text',
  ],
  [ASIDE, 'sidenote marginnote ltx_role_footnote modern-footnotes-footnote__note inline-footnote'],
];

/** Kinds that more than whole names tell. */
const EXPRESSIONS: ReadonlyMap<number, RegExp> = new Map([
  [TABLE_BOX, /(?:^|\s)[\w-]*table(?:\s|$)/i],
  [VERSE_LINE, /(?:^|\s)(?:l\d?|line\d?|vers|(?:verse|poem|poetry|stanza)[-_]?line)(?:\s|$)/i],
  [CODE_LABEL, /lang|cop(?:y|ied)|clipboard|toolbar/i],
  [
    EDITOR,
    /(?:^|\s)(?:CodeMirror-code|cm-content|view-lines|enlighter|ltx_lstlisting|line-numbers notion-code-block|ql-code-block-container)(?:\s|$)/,
  ],
]);

/** By name, and by beginning of names: the bits of its kinds. All names of a class are looked up once, for all kinds. */
const KINDS = new Map<string, number>();
const BEGINNINGS: [beginning: string, bits: number][] = [];
for (const [kind, names] of NAMES) {
  for (const name of names.toLowerCase().split(' ')) {
    if (name.endsWith('*')) BEGINNINGS.push([name.slice(0, -1), 1 << kind]);
    else KINDS.set(name, (KINDS.get(name) ?? 0) | (1 << kind));
  }
}

/** The bits of the kinds that a value of `class` names. */
function kindsNamed(value: string): number {
  let bits = 0;
  for (const name of namesIn(value.toLowerCase())) {
    bits |= KINDS.get(name) ?? 0;
    for (const [beginning, kinds] of BEGINNINGS) if (name.startsWith(beginning)) bits |= kinds;
  }
  return bits;
}

export class ClassWords {
  private readonly numbers: ClassNumbers;
  /** By number of a class: which kinds it was asked for, all that names tell as one, and which it is, a bit each. */
  private readonly asked: Uint32Array;
  private readonly found: Uint32Array;

  constructor(tree: Tree) {
    this.numbers = classNumbersOf(tree);
    this.asked = new Uint32Array(this.numbers.classValues.length);
    this.found = new Uint32Array(this.numbers.classValues.length);
  }

  /** Whether the class of an element names one of these kinds. */
  say(node: NodeId, kind: number): boolean {
    const number = this.numbers.classes[node] as number;
    if (number === 0) return false;
    const bit = 1 << kind;
    const question = (EXPRESSED & bit) === 0 ? NAMED : bit;
    if (((this.asked[number] as number) & question) === 0) {
      this.asked[number] = (this.asked[number] as number) | question;
      const value = this.numbers.classValues[number] as string;
      const answer = question === NAMED ? kindsNamed(value) : EXPRESSIONS.get(kind)?.test(value) ? bit : 0;
      this.found[number] = (this.found[number] as number) | answer;
    }
    return ((this.found[number] as number) & bit) !== 0;
  }
}

/** Stands for the kinds that names tell, all of which are told at once. */
const NAMED = 1;
const EXPRESSED = [...EXPRESSIONS.keys()].reduce((bits, kind) => bits | (1 << kind), 0);
