/** Questions that stand over their answers, as headings of interviews and lists of questions do. */
import { stopsInside } from '../lines/goes-on.ts';
import { endsQuestion, endsSentence, type Line } from '../lines/line.ts';

/** A question, and right under it a sentence that is none. */
export const isAnswered = (line: Line, next: Line | undefined): boolean =>
  next !== undefined && endsQuestion(line.raw) && endsSentence(next.raw) && !endsQuestion(next.raw);

const LONGEST_ALONE = 110;

/** A short question alone, with an answer under it: few texts teach it, but readers know it for a heading. */
export function isQuestionOverAnswer(line: Line, next: Line | undefined): boolean {
  if (/^[–—]/.test(line.raw)) return false;
  if (!line.blankBefore || !line.blankAfter || next === undefined) return false;
  if (line.raw.length > LONGEST_ALONE || !endsQuestion(line.raw) || /[.!。！।]\s/.test(line.raw)) return false;
  return next.marker !== undefined || next.raw.length > line.raw.length;
}

const LONGEST_ASKED = 160;
const FEWEST_ASKED = 3;
/** Of the questions so many say nothing before they ask. */
const SHARE_OF_BARE = 2 / 3;

/**
 * Questions that stand alone over their answers. Where most do no more than ask, those that tell why before are headings
 * like the others:
 *
 *   An organ takes two years. How do you live meanwhile?
 */
export function askedHeadings(lines: readonly Line[], isDense: boolean): ReadonlySet<number> {
  const found = [...lines.keys()].filter(
    (at) => isAsked(lines[at] as Line, lines[at + 1]) && isApart(lines[at] as Line, lines[at - 1], isDense),
  );
  const bare = found.filter((at) => !stopsInside(lines[at] as Line));
  return new Set(found.length >= FEWEST_ASKED && bare.length >= found.length * SHARE_OF_BARE ? found : []);
}

const isAsked = (line: Line, next: Line | undefined): boolean =>
  next !== undefined &&
  line.marker === undefined &&
  line.hashes === 0 &&
  !line.isQuoted &&
  line.raw.length <= LONGEST_ASKED &&
  next.marker === undefined &&
  isAnswered(line, next) &&
  !SPOKEN.test(line.raw) &&
  !SPOKEN.test(next.raw);
/** Dialogues of a story have questions over answers, too. */
const SPOKEN = /^[–—"“”„«»「『]/;

/** Where paragraphs stand right below each other, below what ends. */
const isApart = (line: Line, above: Line | undefined, isDense: boolean): boolean =>
  isDense
    ? above !== undefined && (above.marker !== undefined || (endsSentence(above.raw) && !endsQuestion(above.raw)))
    : line.blankBefore && line.blankAfter;
