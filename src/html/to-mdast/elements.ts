/** Which elements part lines of text, which are never shown, and which classes mark a page's furniture inside content. */
import { classNames } from '../class-names.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Elements that part the text around them (HTML, 15.3); all others, unknown ones too, stand in a line of text. */
export const BLOCKS = set(
  'address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li listing main menu nav ol optgroup option p plaintext pre search section summary table tbody td tfoot th thead tr ul xmp',
);

/** Their content is not text for readers. */
export const SKIPPED = set(
  'script style noembed noframes iframe object embed canvas video audio map svg template head title textarea select datalist button input applet frame frameset',
);

/** Words beside the content that tools put into it: permalinks, edit links, copy buttons, back links. */
export const isFurniture = classNames(
  'mw-editsection mw-cite-backlink footnote_tooltip footnote_backlink modern-footnotes-footnote ltx_note_mark ltx_tag_note margin-toggle headerlink header-anchor headeranchor hash-link heading-anchor anchorjs-link anchor-link direct-link permalink copy-btn copybtn copy-button copybutton copy-code copycode copy-code-button copycode-button clipboard-copy code-copy codecopy zeroclipboard-container buttonGroup* lineno-copy command_help crayon-language cnblogs_code_copy',
);

/** Boxes that repeat or number the code beside them, whatever their element: editors, highlighters, LaTeXML. */
export const isCopy = classNames(
  'CodeMirror-measure CodeMirror-gutter-wrapper CodeMirror-gutters cm-gutters margin-view-overlays enlighter-toolbar* enlighter-raw code-block-extension-header ltx_listing_data',
);
