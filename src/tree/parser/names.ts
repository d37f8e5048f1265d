/**
 * Names of elements and attributes as numbers. The names that the standard speaks of have fixed numbers below
 * `KNOWN_COUNT`; names that pages bring are added behind them when they are first met. Name 0 is the empty one.
 */
const ELEMENTS =
  'a abbr acronym address annotation-xml applet area article aside audio b base basefont bdi bdo bgsound big blockquote body br button canvas caption center cite code col colgroup data datalist dd del desc details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer foreignobject form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe image img input ins kbd keygen label legend li link listing main malignmark map mark marquee math menu meta meter mglyph mi mn mo ms mtext nav nobr noembed noframes noscript object ol optgroup option output p param path picture plaintext pre progress q rb rp rt rtc ruby s samp script search section select slot small source span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul use var video wbr xmp';
const ATTRIBUTES =
  'action alt aria-hidden aria-label async autocomplete charset class color colspan content crossorigin d data-id data-original data-src datetime defer dir encoding face fill for height hidden href hreflang id itemprop itemscope itemtype lang loading media method name onclick placeholder property rel role rowspan sizes src srcset tabindex target type value viewbox width xmlns size definitionurl';

const ids = new Map<string, number>([['', 0]]);
for (const names of [ELEMENTS.split(' '), ATTRIBUTES.split(' ')]) {
  for (let at = 0; at < names.length; at += 1)
    if (!ids.has(names[at] as string)) ids.set(names[at] as string, ids.size);
}

export const KNOWN: readonly string[] = [...ids.keys()];
export const KNOWN_COUNT = KNOWN.length;

/** The number of a name that every page has, or undefined. */
export const knownId = (name: string): number | undefined => ids.get(name);

/** The number of an element that the standard names. */
export function tagId(name: string): number {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`'${name}' is not among the known names`);
  return id;
}

/** A table over the known names: 1 for those that are listed. */
export function tagSet(names: string): Uint8Array {
  const set = new Uint8Array(KNOWN_COUNT);
  const listed = names.split(' ');
  for (let at = 0; at < listed.length; at += 1) set[tagId(listed[at] as string)] = 1;
  return set;
}
