/** Hard wraps of a whole text: how wide its page is, and which of its lines are full. */
import { MEASURES, type Measure, widthOf } from './width.ts';

export interface Wrapping {
  readonly width: number;
  readonly measure: Measure;
}

const NARROWEST = 40;
const WIDEST = 120;
/** A few lines may be longer than the page: addresses, code. */
const LONGER = 0.04;
const FEWEST_PAIRS = 6;
const TRIED = 4;
const SHARE_OF_FULL = 0.6;
const LONGEST_WORD = 40;
const WIDE = /[\u2e80-\ua4cf\uf900-\ufaff\uff00-\uff60]/;

/** How a program broke the lines of a text to fit a page; nothing where it did not. */
export function wrappingOf(lines: readonly string[]): Wrapping | undefined {
  const bare = lines.map((line) => line.trimEnd());
  const filled = bare.filter((line) => line !== '').length;
  if (bare.filter((line) => line.length > WIDEST).length > filled * LONGER) return undefined;
  for (const measure of MEASURES) {
    const widths = bare.map((line) => (line.length > 3 * WIDEST ? line.length : widthOf(line, measure)));
    const candidates = [
      ...new Set(
        widths.filter((width, at) => width >= NARROWEST && width <= WIDEST && /\S \S/.test(bare[at] as string)),
      ),
    ]
      .sort((a, b) => b - a)
      .slice(0, TRIED);
    for (const width of candidates) {
      if (widths.filter((own) => own > width).length > filled * LONGER) break;
      let pairs = 0;
      let full = 0;
      for (const [at, own] of widths.entries()) {
        const next = bare[at + 1]?.trim() ?? '';
        if (own > width || own < width / 2 || next === '') continue;
        pairs += 1;
        if (own + roomFor(next, measure) > width) full += 1;
      }
      if (pairs >= FEWEST_PAIRS && full >= pairs * SHARE_OF_FULL) return { width, measure };
    }
  }
  return undefined;
}

/** What the first word of a line takes at the end of the line above. */
function roomFor(line: string, measure: Measure): number {
  if (WIDE.test(line[0] as string)) return 2;
  const word = /^\S+/.exec(line)?.[0] ?? '';
  return 1 + widthOf(word.slice(0, LONGEST_WORD), measure);
}

/** Whether the next line may be there for lack of room in this one. Lines have their indents. */
export const isFull = (line: string, next: string, { width, measure }: Wrapping): boolean =>
  widthOf(line.trimEnd(), measure) + roomFor(next.trim(), measure) > width;
