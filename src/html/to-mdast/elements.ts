/** Which elements part lines of text, and which are never shown. */
import { nameSet } from '../../tree/scan.ts';

/** Elements that part the text around them (HTML, 15.3); all others, unknown ones too, stand in a line of text. */
export const BLOCKS = nameSet(
  'address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li listing main menu nav ol optgroup option p plaintext pre search section summary table tbody td tfoot th thead tr ul xmp',
);

/** Their content is not text for readers. */
export const SKIPPED = nameSet(
  'script style noembed noframes iframe object embed canvas video audio map svg template head title textarea select datalist button input applet frame frameset',
);
