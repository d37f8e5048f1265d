/**
 * The classes by which tools mark what is no plain text: furniture, code, formulas, callouts. Each class of a page is
 * held against each expression once at the most, however many elements have it.
 */
import { type ClassNames, classNamesOf } from '../../tree/class-names.ts';
import type { NodeId, Tree } from '../../tree/node.ts';

/** Words beside the content that tools put into it: permalinks, edit links, copy buttons, back links. */
export const FURNITURE = 0;
/** Boxes that repeat or number the code beside them, whatever their element: editors, highlighters, LaTeXML. */
export const COPY = 1;
/** Line numbers, by the classes highlighters give them. */
export const GUTTER = 2;
/** One line of code each. */
export const LINE = 3;
/** What may be the label of a box of code. */
export const CODE_LABEL = 4;
/** The lines of CodeMirror, Monaco, EnlighterJS, LaTeXML, Notion. */
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

const EXPRESSIONS: Readonly<Record<number, RegExp>> = {
  [FURNITURE]:
    /(?:^|\s)(?:mw-editsection|mw-cite-backlink|footnote_tooltip|footnote_backlink|modern-footnotes-footnote|ltx_note_mark|ltx_tag_note|margin-toggle|headerlink|header-?anchor|hash-link|heading-anchor|anchorjs-link|anchor-link|direct-link|permalink|copy-?(?:btn|button|code|code-button)|copybtn|clipboard-copy|code-?copy|zeroclipboard-container|buttonGroup\S*|lineno-copy|command_help|crayon-language|cnblogs_code_copy)(?:\s|$)/i,
  [COPY]:
    /(?:^|\s)(?:CodeMirror-(?:measure|gutter-wrapper|gutters)|cm-gutters|margin-view-overlays|enlighter-(?:toolbar\S*|raw)|code-block-extension-header|ltx_listing_data)(?:\s|$)/,
  [GUTTER]:
    /(?:^|\s)(?:line-?nos?|linenos?|lineno|line-?numbers?(?:-rows)?|linenodiv|gutter|gl|ln|line-num|ltx_tag_listingline|src-line-numbers|pre-numbering|lnt|lnlinks|hljs-ln-numbers|hljs-ln-n|react-syntax-highlighter-line-number|rouge-gutter|blob-num|code-line-number|crayon-num\S*)(?:\s|$)/i,
  [LINE]: /(?:^|\s)(?:line|code-line|token-line)(?:\s|$)/i,
  [CODE_LABEL]: /lang|cop(?:y|ied)|clipboard|toolbar/i,
  [EDITOR]:
    /(?:^|\s)(?:CodeMirror-code|cm-content|view-lines|enlighter|ltx_lstlisting|line-numbers notion-code-block)(?:\s|$)/,
  [FRAGMENT]: /(?:^|\s)fragment(?:\s|$)/,
  [FORMULA]:
    /(?:^|\s)(?:katex(?:-display)?|mwe-math-element|mjx-container|MathJax(?:_Display|_SVG|_CHTML|_Preview)?|math-display)(?:\s|$)/,
  [TEX]: /(?:^|\s)(?:math(?:-inline|-display|-container|-tex)?|mathjax-tex|latex|tex|ztext-math|arithmatex)(?:\s|$)/,
  [CALLOUT]:
    /(?:^|\s)(?:markdown-alert|(?:theme-)?admonition|(?:b[sd]-)?callout|notecard|custom-block|admonitionblock|alert|(?:book-)?hint|hint-container|note-box|message|msg|notice|infobox-note|rst-note|docutils|starlight-aside|confluence-information-macro|MuiAlert-root|ant-alert|plugin_note|notion-callout|note (?=info|warn|alert))(?:\s|$)/i,
  [BARE_CALLOUT]: /(?:^|\s)(?:note|info|tip|hint|important|warning|attention|caution|danger)(?:\s|$)/i,
  [UNSEEN]:
    /(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text|screenreader|a11y-hidden|assistive-text|u-hidden-visually|offscreen)(?:\s|$)/i,
};

export class ClassWords {
  private readonly names: ClassNames;
  /** By number of a class: which kinds it was asked for, and which of these it is, a bit each. */
  private readonly asked: Uint16Array;
  private readonly found: Uint16Array;

  constructor(tree: Tree) {
    this.names = classNamesOf(tree);
    this.asked = new Uint16Array(this.names.classValues.length);
    this.found = new Uint16Array(this.names.classValues.length);
  }

  /** Whether the class of an element names one of these kinds. */
  say(node: NodeId, kind: number): boolean {
    const number = this.names.classes[node] as number;
    if (number === 0) return false;
    const bit = 1 << kind;
    if (((this.asked[number] as number) & bit) === 0) {
      this.asked[number] = (this.asked[number] as number) | bit;
      const isOne = EXPRESSIONS[kind]?.test(this.names.classValues[number] as string);
      if (isOne) this.found[number] = (this.found[number] as number) | bit;
    }
    return ((this.found[number] as number) & bit) !== 0;
  }
}
