/**
 * Tools that make manuals set a sign behind each heading that links to it, and tools that print text print it, too:
 *
 *   Changed interfaces ¶
 *
 * It goes, and tells that the line is a heading; definitions have it as well and are none.
 */
import { endsSentence, type Line } from './line.ts';

const PILCROW = 0xb6;
/** One may be the mark of a paragraph in any text. */
const FEWEST = 2;
/** No heading is longer. */
const LONGEST = 110;
/** Where paragraphs have the sign, it only shows where they end. */
const MOST = 0.5;

//   class logging.Logger     Logger.debug(message)     timeout
const DEFINITION = /^(?:\p{Ll}+ )?(?:\p{Ll}\w*|\w+[._][\w.]*)$|[\p{L}\p{Nd}_]\(/u;

/** The lines without these signs; those that had one know what they are. */
export function withoutPermalinks(lines: readonly Line[]): Line[] {
  const found = [...lines.keys()].filter((at) => endsInSign(lines[at] as Line));
  const out = lines.slice();
  if (found.length < FEWEST || found.length > lines.length * MOST) return out;
  for (const at of found) {
    const line = lines[at] as Line;
    const raw = line.raw.slice(0, -1).trimEnd();
    const text = line.text.slice(0, -1).trimEnd();
    const isLast = at === lines.length - 1;
    out[at] = { ...line, raw, text, ...(isLast || endsSentence(raw) ? {} : { permalink: kindOf(raw) }) };
  }
  return out;
}

/** A sign that stands alone, or behind a number alone, stands behind no heading. */
const endsInSign = ({ raw, text, isQuoted, marker }: Line): boolean =>
  raw.charCodeAt(raw.length - 1) === PILCROW && !isQuoted && marker?.ordered !== false && /[\p{L}\p{N}]/u.test(text);

const kindOf = (raw: string): 'heading' | 'definition' =>
  raw.length <= LONGEST && !DEFINITION.test(raw) ? 'heading' : 'definition';
