/** Which elements are lines of text, which are never shown, and which classes mark a page's furniture inside content. */

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Elements that stand in a line of text; all others part the text around them. */
export const INLINE = set(
  'a abbr acronym b bdi bdo big blink cite code data del dfn em font i img ins kbd label mark math meter nobr noscript output picture progress q rb rp rt rtc ruby s samp slot small source span strike strong sub sup svg time tt u var wbr br amp-img input button select textarea canvas audio video object embed iframe map script style template link meta',
);

/** Their content is not text for readers. */
export const SKIPPED = set(
  'script style noembed noframes iframe object embed canvas video audio map svg template head title textarea select datalist button input applet frame frameset',
);

/** Words beside the content that tools put into it: permalinks, edit links, copy buttons, back links. */
export const FURNITURE =
  /(?:^|\s)(?:mw-editsection|mw-cite-backlink|headerlink|header-?anchor|hash-link|heading-anchor|anchorjs-link|anchor-link|direct-link|permalink|copy-?(?:btn|button|code|code-button)|copybtn|clipboard-copy|code-?copy|zeroclipboard-container|buttonGroup\S*|lineno-copy)(?:\s|$)/i;
