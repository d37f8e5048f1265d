/**
 * Opening hours: days with a span of time each, some of them the same. Nothing but the day and the times changes:
 *
 *   lunedì chiuso
 *   martedì dalle 8 alle 12
 *   mercoledì dalle 8 alle 12
 *   sabato dalle 9 alle 11
 */
import { withPlainFigures } from '../seams/figures.ts';

const FEWEST_SPANS = 2;
/** Seven days, what stands over them, and what there is on holidays. */
const MOST_LINES = 9;
//                 day         from  8          to     12         h
const SPAN = /^[^\s\d]+(?:(\s\D+)|\s)(\d+(?:[:.]\d+)?)(\D+)(\d+(?:[:.]\d+)?)(\D*)$/;
const TIME = /^(?:[01]?\d|2[0-4])(?:[:.][0-5]\d)?$/;

export function areHours(lines: readonly string[]): boolean {
  if (lines.length > MOST_LINES) return false;
  const withFigures = lines.map(withPlainFigures).filter((line) => /\d/.test(line));
  if (withFigures.length < FEWEST_SPANS || withFigures.length * 2 < lines.length) return false;
  const spans = withFigures.map(spanOf);
  return (
    spans.every((span) => span !== undefined && span.words === spans[0]?.words) &&
    new Set(spans.map((span) => span?.times)).size < spans.length
  );
}

/** The words of a line that are the same on all days, and its times. */
function spanOf(line: string): { readonly words: string; readonly times: string } | undefined {
  const [, before = '', from = '', between = '', to = '', behind = ''] = SPAN.exec(line) ?? [];
  // What stands behind both numbers is their unit.
  if (!TIME.test(from) || !TIME.test(to) || between.trim() === '' || between.trim() === behind.trim()) return undefined;
  return { words: `${before}|${between}|${behind}`, times: `${from}|${to}` };
}
