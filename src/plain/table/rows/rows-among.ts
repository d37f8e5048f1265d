/**
 * Rows among other lines, where no blank line parts a table from the text around it: several lines in a row that each show seams as
 * close together as cells have them.
 */
import { endsInSign } from '../../lines/line.ts';

export interface Part {
  readonly start: number;
  /** Index after the last row. */
  readonly end: number;
  /** The line before is short, no sentence, and may be the header: letters without case show no seam. */
  readonly mayHaveHeader: boolean;
}

/** How many seams a line shows, counted up to the number given. */
export type CountSeams = (line: string, most: number) => number;

/** Characters from one seam to the next; a sentence that lacks a blank somewhere has longer ways. */
const CHARACTERS_A_SEAM = 120;
/** A row may hide its seam from the eye where those around it show theirs; so may a header. */
const LONGEST_HIDDEN = 80;
const FEWEST_ROWS = 3;

export function rowsAmong(run: readonly string[], anySeams: CountSeams): Part[] {
  if (run.length < FEWEST_ROWS) return [];
  const seams = beyondStops(anySeams);
  const shows = run.map((line) => {
    const least = Math.max(1, Math.ceil(line.length / CHARACTERS_A_SEAM));
    return seams(line, least) >= least;
  });
  const mayHide = (at: number): boolean =>
    (run[at] ?? '').length <= LONGEST_HIDDEN && !ENDS_SENTENCE.test(run[at] ?? '');
  const parts: Part[] = [];
  for (let at = 0; at < run.length; at += 1) {
    if (!shows[at]) continue;
    const start = at;
    let end = at + 1;
    let count = 1;
    while (shows[end] || (shows[end + 1] && mayHide(end))) {
      if (shows[end]) count += 1;
      end += 1;
    }
    if (count >= FEWEST_ROWS)
      parts.push({ start, end, mayHaveHeader: start > (parts.at(-1)?.end ?? 0) && mayHide(start - 1) });
    at = end;
  }
  return parts;
}

const ENDS_SENTENCE = /[.!?…:。！？：।॥؟۔]["'”’»«“)\]」』]*$/u;
/** A sentence is longer than most cells; scripts without blanks write it shorter. */
const SENTENCE = 80;
const UNSPACED_SENTENCE = 40;
/** Scripts that part no words by blanks. */
export const UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u4e00-\u9fff]/;
/** Where nearly all lines are such, they are rows with a sentence in each. */
const MOST_SENTENCES = 0.7;

/** Scripts without blanks write none after a stop either. */
const UNSPACED_STOPS = /[。！？、，；：」』）]/g;

const beyondStops =
  (seams: CountSeams): CountSeams =>
  (line, most) =>
    seams(UNSPACED.test(line) ? line.replace(UNSPACED_STOPS, ' ') : line, most);

export const isSentence = (line: string): boolean =>
  line.length >= UNSPACED_SENTENCE &&
  endsInSign(line) &&
  (line.length >= SENTENCE || UNSPACED.test(line)) &&
  ENDS_SENTENCE.test(line);

/** A sentence in which no seam shows. */
export const isProse = (line: string, seams: CountSeams): boolean =>
  isSentence(line) && beyondStops(seams)(line, 1) === 0;

/** Whether some of the lines are sentences of prose, in which no seam shows: then not all of them are rows. */
export function holdsProse(run: readonly string[], seams: CountSeams): boolean {
  const sentences = run.filter((line) => isProse(line, seams)).length;
  return sentences > 0 && sentences < run.length * MOST_SENTENCES;
}
