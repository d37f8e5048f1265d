/** How sure the judge must be that lines are rows, by their number, by the look of the run and by the form of the text. */
import type { Joint } from '../seams/row.ts';

/** The forecast from which on so many rows are a table. */
export type LeastForecast = (rows: number) => number;

/** The fewer rows the less they say together: lines of any kind agree in twos and threes, and lines of lists without marks do. */
export const sureOfGlued = (rows: number, hasBareRuns: boolean): number =>
  hasBareRuns ? (rows < 3 ? 0.9 : 0.6) : rows < 3 ? 0.6 : rows < 4 ? 0.5 : 0.42;
/** Items, and lines of a page too narrow, look like words in columns; where items are marked a run of other lines is rows. */
export const sureOfSpaced = (rows: number, hasBareRuns: boolean, isUnwrapped: boolean): number =>
  hasBareRuns ? (rows < 4 ? 0.9 : rows < 6 ? 0.65 : 0.45) : rows < 4 ? 0.42 : isUnwrapped ? 0.35 : 0.27;

/** Below these log-odds no solution made a run a table, in 785 texts of 13 languages. */
export const LEAST_ODDS = { glued: -2.2, space: -0.6 };
/** Names with their figures do not look like much, but have few other words. */
export const LEAST_ODDS_OF_SHORT = -2.7;
export const SHORT_LINE = 25;
/** No forecast has been above these where the look of a run asked for so much. */
export const HIGHEST_FORECAST = { glued: 0.97, space: 0.85 };
/** Lines of all kinds can be cut into columns somehow: what the look of a run counts beside how well its rows can be cut. */
const ODDS_SHARE = 0.12;
const EVEN_ODDS = { glued: 0, space: 1.4 };
/** Seams say more of glued rows than their look does: it never makes a table of them, and speaks no louder than this against it. */
const MOST_AGAINST_GLUED = 0.2;

/** What it counts that rows end in the same few words again and again. */
export const SURE_OF_ANSWERS = 0.3;

/** What it counts that all rows have the same figures in the same order. */
export const SURE_OF_FIGURES = 0.25;

/** What it counts that most rows have the same words behind others; the run need not look like much then. */
export const SURE_OF_PHRASE = 0.25;
export const LESS_ODDS_OF_LIKENESS = 1;

/** What it counts that all rows begin in one script and go on in another; the run need not look like much then. */
export const SURE_OF_SCRIPTS = 0.25;

/** What it counts that all rows say in a sentence what a name of a program means: a list of such has no names above it. */
export const SURE_OF_LABELS = 0.5;

/** A run that looks so much like glued rows is no list without marks. */
export const CLEAR_ODDS = 3;
/** Where blank lines part the blocks less is enough. */
export const CLEAR_ODDS_APART = { glued: 1.5, space: 2 };
/**
 * Lines among others are rows above these: of 100 pages without tables, one fragment a line, such lines had 2.0 at the most, 26 tables
 * of our own 2.6 at least.
 */
export const LEAST_ODDS_AMONG = 2.2;

export function doubtOf(joint: Joint, odds: number): number {
  const doubt = (EVEN_ODDS[joint] - odds) * ODDS_SHARE;
  return joint === 'space' ? doubt : Math.min(MOST_AGAINST_GLUED, Math.max(0, doubt));
}
