/** Words with their values, and whom to ask: whatever else they look like, they are the text's own. */
import { endsSentence, type Line } from '../lines/line.ts';

const LABELLED = 50;

//   Prep time: 15 min
//   Cooking: 25 min
//   **Prep time:** 15 min
const LABEL = /^(?:\*\*|__?)?\p{L}[^:：\p{Nd}]{1,24}[:：](?:\*\*|__?)?\s*(?!\/\/)\S/u;

/** Words with their values, at least two right below each other; and whom to ask, with the line that heads it. */
export const isLabelled = (lines: readonly Line[], at: number): boolean => {
  const [before, line, next] = [lines[at - 1], lines[at] as Line, lines[at + 1]];
  if (isContact(line)) return true;
  if (!hasLabel(line)) return headsLabels(line) && (isContact(next) || (saysWho(next) && isContact(lines[at + 2])));
  if (isContact(next) && hasLabel(next)) return true;
  if (hasFigure(line) && (hasFigure(before) || hasFigure(next))) return true;
  return (!line.blankBefore && hasLabel(before)) || (next?.blankBefore === false && hasLabel(next));
};
export const hasLabel = (line: Line | undefined): boolean =>
  line !== undefined && line.raw.replace(LINK, '').length <= LABELLED && LABEL.test(line.raw);
/** A number behind the label: times and amounts, no titles. */
const hasFigure = (line: Line | undefined): boolean =>
  line !== undefined && hasLabel(line) && /[:：](?:\*\*|__?)?\s*\p{Nd}/u.test(line.raw);
/** With a label, or an office: `Ilze Kalns, keeper`. */
const saysWho = (line: Line | undefined): boolean =>
  hasLabel(line) ||
  (line !== undefined && headsLabels(line) && /^[\p{L}\p{M}. ’'-]{2,30}[,،，፣] [\p{L}\p{M} .-]{2,30}$/u.test(line.raw));
export const headsLabels = ({ raw, marker }: Line): boolean =>
  marker === undefined && raw.length <= LABELLED && !/\p{Nd}/u.test(raw) && !endsSentence(raw);
//   [moked@alon.example](mailto:moked@alon.example)
const LINK = /\]\([^()]*\)/;

//   Phone: 0887-00-0000     tel. 011 0000000     press@sfuso.example
const CONTACT =
  /^(?:\p{L}[^:：\p{Nd}]{0,24}[:：.]?\s?|\p{L}[^:：\p{Nd}]{0,32}[:：]\s[^:：\p{Nd}@]{0,24}?)?(?:[+(]?(?:\p{Nd}[\s()./–-]{0,2}){6,14}\p{Nd}|\[?[\w.+-]+@[\w-]+(?:\.[\w-]+)+\]?)(?:\([^()]*\)|[,،，]\s?[\p{L}\p{M}.]{2,16}(?: [\p{L}\p{M}.]{2,16})?)?$/u;
export const isContact = (line: Line | undefined): boolean =>
  line !== undefined && line.marker === undefined && line.raw.length <= 2 * LABELLED && CONTACT.test(line.raw);
