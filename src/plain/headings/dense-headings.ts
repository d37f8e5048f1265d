/**
 * Headings in texts whose paragraphs have no blank lines between them, as some tools print pages:
 *
 *   The soup is eaten in winter.
 *   What you need             ← over a list, which is set apart or has marks
 *
 *   two litres of buttermilk
 *
 *   Is it sour?               ← a question over its answer
 *   A little flour makes it milder, and a spoon of sugar does the same.
 */
import { stopsInside } from '../lines/goes-on.ts';
import { endsQuestion, endsSentence, type Line } from '../lines/line.ts';
import { isAnswered } from './questions.ts';

const LONGEST = 60;
/** Longer lines are paragraphs. */
const PARAGRAPH = 60;
const FEWEST_PARAGRAPHS = 2;
const MOST_PARTED = 0.4;
const ITEM = 80;

/** Whether nearly all paragraphs stand right below what is before them. */
export function isDenseProse(lines: readonly Line[]): boolean {
  let paragraphs = 0;
  let parted = 0;
  for (const [at, { raw, blankBefore, marker }] of lines.entries()) {
    if (at === 0 || raw.length <= PARAGRAPH || marker !== undefined) continue;
    paragraphs += 1;
    if (blankBefore) parted += 1;
  }
  return paragraphs >= FEWEST_PARAGRAPHS && parted <= paragraphs * MOST_PARTED;
}

/** In such a text. */
export function headsDense(lines: readonly Line[], at: number): boolean {
  const [above, line, next] = [lines[at - 1], lines[at] as Line, lines[at + 1]];
  if (above === undefined || next === undefined || line.marker !== undefined || line.isQuoted) return false;
  const { raw } = line;
  if (raw.length > LONGEST || stopsInside(line) || /[:：,，、;]$/.test(raw) || line.hashes > 0) return false;
  const isBelow = endsSentence(above.raw) || above.marker !== undefined;
  if (endsQuestion(raw) && next.marker !== undefined) return isBelow && !line.blankBefore;
  if (endsQuestion(raw)) return next.raw.length > raw.length && isAnswered(line, next);
  return !endsSentence(raw) && isBelow && !line.blankBefore && headsList(line, next);
}

const headsList = (line: Line, next: Line): boolean =>
  next.marker !== undefined || (line.blankAfter && next.raw.length <= ITEM && !next.blankAfter);
