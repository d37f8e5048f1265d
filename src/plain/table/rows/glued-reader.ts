/**
 * Rows whose cells were printed with nothing, or one blank, between them. Each place of each row gets a score from the habits of
 * the document and the words of its language, then again from the other rows; all rows are cut together for each number of
 * columns; a judge says which solution, if any, is a table.
 */
import { evaluate } from '../../../model/trees.ts';
import type { WordModel } from '../../../model/words.ts';
import { confidenceOf, type Judged, judge, type TableModels, tableOf } from '../columns/judge.ts';
import { isMenu } from '../columns/menus.ts';
import type { FoundTable } from '../find-tables.ts';
import { hasHeader } from '../forms/delimited.ts';
import { haveAnswers } from '../seams/answers.ts';
import { readBlock } from '../seams/block.ts';
import { type Habits, habitsOf, isInRun, proseOf } from '../seams/habits.ts';
import type { Joint, Row } from '../seams/row.ts';
import { cutScores, firstScores, hasPlaces, UNLIKELY } from '../seams/scores.ts';
import { type Alike, runsAlike } from './alike.ts';
import { haveAlikeFigures } from './alike-figures.ts';
import { haveAlikePhrase } from './alike-phrases.ts';
import { brokenPlaces } from './broken-habits.ts';
import {
  CLEAR_ODDS,
  CLEAR_ODDS_APART,
  doubtOf,
  HIGHEST_FORECAST,
  LEAST_ODDS,
  LEAST_ODDS_AMONG,
  LEAST_ODDS_OF_SHORT,
  LESS_ODDS_OF_PHRASE,
  type LeastForecast,
  SHORT_LINE,
  SURE_OF_ANSWERS,
  SURE_OF_FIGURES,
  SURE_OF_PHRASE,
  sureOfGlued,
  sureOfSpaced,
} from './how-sure.ts';
import { mayBeOneLine } from './may-be-one-line.ts';
import { FEWEST_CELLS, rowSplits } from './one-line.ts';
import { holdsProse, isProse, isSentence, rowsAmong } from './rows-among.ts';
import { asRows, lookOf } from './run-features.ts';
import { signedRows } from './signed-rows.ts';
import {
  isCode,
  isDrawn,
  isMarked,
  isWrapped,
  MOST_ONE_LINE,
  mayBeGlued,
  mayBeSpaced,
  neighbours,
} from './worth-a-look.ts';

/** Reads lines of one document. */
export interface GluedReader {
  /** No blank lines part the blocks of the text, so that a run is more than a table. */
  readonly isDense: boolean;
  /** A run of lines as rows, glued and joined by blanks, where that is a table; indexes are those of the run. */
  readonly readRun: (run: readonly string[], form?: RunForm) => FoundTable[];
  /** Whether a line breaks the habits of writing somewhere, as rows of glued cells do. */
  readonly showsSeam: (line: string) => boolean;
  /** Rows of a run in which other lines stand, too. */
  readonly readAmong: (run: readonly string[]) => FoundTable[];
  /** Those lines of a run that are whole tables. */
  readonly readLines: (run: readonly string[]) => FoundTable[];
}

const LONGEST_ROW = 2500;
const MOST_ROWS = 300;
/** After so many characters of looked-at lines only those that plainly show seams are looked at, and later none. */
const LONG_TEXT = 60_000;
const MOST_CHARACTERS = 1_000_000;
/** After so many that were looked at in vain only runs that plainly look like rows are, and no lines on their own. */
const MOST_IN_VAIN = 15_000;
const MOST_LINES_IN_VAIN = 8_000;
/** The judge's forecast below which lines stay lines. Such lines of cells are seldom anything else where runs of lines are no rows. */
const SURE_OF_ONE_LINE = 0.5;
const SURE_OF_ONE_BARE_LINE = 0.25;
/** So few cells agree by chance, as the names and figures of one sentence do. */
const FEW_CELLS_OF_ONE_LINE = 12;
const SURE_OF_FEW_CELLS = 0.4;
/** Where others beside it look alike they are rather rows. */
const SURE_OF_ONE_OF_MANY = 0.55;
/** Words of a header are harder to part than what stands under them. */
const HEADER_COSTS = 0.15;
/** Lines as long as this, on the average, are no links. */
const LONGEST_LINK = 80;
/** So many rows under the same names tell how one more is cut. */
const FEWEST_ELSEWHERE = 3;
/** What is known of a run of lines. */
export interface RunForm {
  /** They were broken over several lines and are no prose. */
  readonly isUnwrapped?: boolean;
  /** No prose follows: links to other pages often close a text. */
  readonly isClosing?: boolean;
  /** The index of its first line in the text, where its lines stand there as they are. */
  readonly at?: number;
}

/** How a text shows its blocks. */
export interface TextForm {
  /** No blank lines part the blocks of the text, so that a run is more than a table. */
  readonly isDense: boolean;
  /** Items of its lists are marked: lines in a run without marks are none. */
  readonly marksItems: boolean;
}

/** What the document and its language tell of words. */
interface Evidence {
  readonly habits: Habits;
  readonly words: WordModel | undefined;
}

/** @param held the same lines with the no-break spaces at their ends */
export function gluedReader(
  lines: readonly string[],
  held: readonly string[],
  models: TableModels,
  wordsOfLanguage: () => WordModel | undefined,
  { isDense, marksItems }: TextForm,
): GluedReader {
  const hasBareRuns = isDense || !marksItems;
  let seen = 0;
  let inVain = 0;
  let linesInVain = 0;
  let evidence: Evidence | undefined;
  const isRow = (at: number) => isInRun(lines, at) && !(isDense && isProse(lines[at] as string, brokenPlaces));
  // Few texts have lines that need it.
  const evidenceHere = (): Evidence => {
    evidence ??= { habits: habitsOf(proseOf(lines, isRow)), words: wordsOfLanguage() };
    return evidence;
  };
  let beside: Evidence | undefined;
  /** What lines tell that are no table on one line themselves; a text of one line teaches its own habits. */
  const evidenceBeside = (): Evidence => {
    if (beside !== undefined) return beside;
    const isTable = (at: number) =>
      !isInRun(lines, at) && mayBeOneLine(lines[at] as string) && !isSentence(lines[at] as string);
    const others = lines.some((line, at) => line !== '' && isTable(at))
      ? proseOf(lines, (at) => isRow(at) || isTable(at))
      : [];
    beside = others.length === 0 ? evidenceHere() : { habits: habitsOf(others), words: evidenceHere().words };
    return beside;
  };
  const judgeRows = (rows: readonly string[], joint: Joint, areGuessed = false): Judged | undefined => {
    const { habits, words } = areGuessed ? evidenceBeside() : evidenceHere();
    return judge(readBlock(rows, joint, areGuessed), habits, words, models);
  };
  let alikes: ReadonlyMap<number, Alike> | undefined;
  const together = { glued: new Map<Alike, Judged | undefined>(), space: new Map<Alike, Judged | undefined>() };
  /** A run by what all runs with its header show together. */
  const judgeAlike = (at: number, count: number, joint: Joint, least: LeastForecast): Judged | undefined => {
    alikes ??= runsAlike(held, MOST_ROWS);
    const alike = alikes.get(at);
    if (alike === undefined || least(alike.rows.length) > HIGHEST_FORECAST[joint]) return undefined;
    const { rows, bodies } = alike;
    if (!together[joint].has(alike)) {
      seen += rows.reduce((sum, line) => sum + line.length, 0);
      together[joint].set(alike, judgeRows(rows, joint));
    }
    const judged = together[joint].get(alike);
    if (judged === undefined || judged.forecast < least(rows.length)) return undefined;
    const from = bodies.get(at) as number;
    const [header] = judged.solution.texts;
    const texts = [header as readonly string[], ...judged.solution.texts.slice(from, from + count - 1)];
    return { ...judged, solution: { ...judged.solution, texts } };
  };
  const looksSpaced = new Map<Alike, boolean>();
  /** One row under names that stand over more rows elsewhere. */
  const judgeShort = (at: number): Judged | undefined => {
    alikes ??= runsAlike(held, MOST_ROWS);
    const alike = alikes.get(at);
    if (alike === undefined || alike.rows.length <= FEWEST_ELSEWHERE) return undefined;
    const { rows } = alike;
    if (!looksSpaced.has(alike)) {
      const odds = () => evaluate(models.runs, asRows(lookOf(rows), 'space'));
      looksSpaced.set(alike, mayBeSpaced(rows, false, false) && odds() >= LEAST_ODDS.space);
    }
    if (looksSpaced.get(alike) !== true) return undefined;
    return judgeAlike(at, 2, 'space', (count) => sureOfSpaced(count, hasBareRuns, false));
  };
  const readRun = (
    run: readonly string[],
    { isUnwrapped = false, isClosing = false, at }: RunForm = {},
  ): FoundTable[] => {
    if (run.length < 2 || run.length > MOST_ROWS || run.some((line) => line.length > LONGEST_ROW)) return [];
    const size = run.reduce((sum, line) => sum + line.length, 0);
    if (seen > MOST_CHARACTERS || (!isUnwrapped && (isWrapped(run) || (isDense && holdsProse(run, brokenPlaces)))))
      return [];
    if (isCode(run) || isMarked(run) || isDrawn(run)) return [];
    const isLong = seen > LONG_TEXT;
    const found: FoundTable[] = [];
    if (run.length === 2 && at !== undefined && !isLong) {
      const judged = judgeShort(at);
      if (judged !== undefined) return [tableOf(judged, run.length)];
    }
    let look: Float32Array | undefined;
    for (const joint of ['glued', 'space'] as const) {
      const areAnswers = !isLong && haveAnswers(run, joint);
      const mayBe = joint === 'glued' ? mayBeGlued(run, isLong) : mayBeSpaced(run, isLong, isUnwrapped);
      if (!mayBe && !areAnswers) continue;
      look ??= lookOf(run);
      const odds = evaluate(models.runs, asRows(look, joint));
      const leastOdds = joint === 'space' && size < run.length * SHORT_LINE ? LEAST_ODDS_OF_SHORT : LEAST_ODDS[joint];
      const shareWords = joint === 'space' && haveAlikePhrase(run);
      if (odds < leastOdds - (shareWords ? LESS_ODDS_OF_PHRASE : 0) && !areAnswers) continue;
      if (odds < CLEAR_ODDS_APART[joint] && inVain > MOST_IN_VAIN) continue;
      const least: LeastForecast = (rows) =>
        (joint === 'glued'
          ? sureOfGlued(rows, hasBareRuns && odds < (isDense ? CLEAR_ODDS : CLEAR_ODDS_APART.glued))
          : sureOfSpaced(
              rows,
              (hasBareRuns && (isDense || odds < CLEAR_ODDS_APART.space)) ||
                (isClosing && size < run.length * LONGEST_LINK),
              isUnwrapped,
            )) +
        doubtOf(joint, odds) -
        (areAnswers ? SURE_OF_ANSWERS : 0) -
        (joint === 'space' && haveAlikeFigures(run) ? SURE_OF_FIGURES : 0) -
        (shareWords ? SURE_OF_PHRASE : 0);
      const alike = at === undefined ? undefined : judgeAlike(at, run.length, joint, least);
      const enough = least(run.length);
      let alone: Judged | undefined;
      if (enough <= HIGHEST_FORECAST[joint]) {
        seen += size;
        const rows = at === undefined ? run : held.slice(at, at + run.length);
        alone = judgeRows(rows, joint);
      }
      const isAlone = alone !== undefined && alone.forecast >= Math.max(enough, alike?.forecast ?? 0);
      const judged = isAlone ? alone : alike;
      if (judged !== undefined) found.push(tableOf(judged, run.length));
      else if (enough <= HIGHEST_FORECAST[joint]) inVain += size;
    }
    return found;
  };
  const readSigned = (run: readonly string[]): FoundTable[] =>
    signedRows(run).flatMap(({ start, end }) => {
      if (end - start >= MOST_ROWS || seen > LONG_TEXT) return [];
      const rows = run.slice(start - 1, end);
      seen += rows.reduce((sum, line) => sum + line.length, 0);
      const judged = judgeRows(rows, 'space');
      if (judged === undefined || judged.forecast < sureOfSpaced(rows.length, false, false)) return [];
      const table = tableOf(judged, rows.length);
      return [{ ...table, start: table.start + start - 1, end }];
    });
  const readAmong = (run: readonly string[]): FoundTable[] => {
    const signed = readSigned(run);
    return signed.length > 0 ? signed : readGluedAmong(run);
  };
  const readGluedAmong = (run: readonly string[]): FoundTable[] =>
    rowsAmong(run, brokenPlaces).flatMap(({ start, end, mayHaveHeader }) => {
      const size = run.slice(start, end).reduce((sum, line) => sum + line.length, 0);
      // Rows that are no table under the line above are none without it.
      if (!isDense && start <= 1 && end === run.length) return [];
      const tooMuch = end - start > MOST_ROWS || size > (end - start) * LONGEST_ROW || seen > LONG_TEXT;
      if (tooMuch || isWrapped(run.slice(start, end))) return [];
      const oddsFrom = (from: number) => evaluate(models.runs, asRows(lookOf(run.slice(from, end)), 'glued'));
      const oddsAlone = oddsFrom(start);
      const oddsHeaded = mayHaveHeader ? oddsFrom(start - 1) : oddsAlone;
      if (Math.max(oddsAlone, oddsHeaded) < LEAST_ODDS_AMONG) return [];
      const read = (from: number): Judged | undefined => {
        seen += size;
        return judgeRows(run.slice(from, end), 'glued');
      };
      const alone = read(start);
      const headed = mayHaveHeader ? read(start - 1) : undefined;
      const isHeaded = headed !== undefined && headed.forecast > (alone?.forecast ?? 0) - HEADER_COSTS;
      const judged = isHeaded ? headed : alone;
      if (judged === undefined) return [];
      const from = isHeaded ? start - 1 : start;
      const odds = isHeaded ? oddsHeaded : oddsAlone;
      if (odds < LEAST_ODDS_AMONG || judged.forecast < sureOfGlued(end - start, hasBareRuns && odds < CLEAR_ODDS))
        return [];
      const table = tableOf(judged, end - from);
      return [{ ...table, start: table.start + from, end: table.end + from }];
    });
  const readLine = (line: string, start: number, least: number): FoundTable | undefined => {
    seen += line.length;
    linesInVain += line.length;
    const block = readBlock([line], 'glued');
    const { habits, words } = evidenceBeside();
    const first = firstScores(block, habits, words, models.seams);
    if (!hasPlaces(first[0] as Float32Array, FEWEST_CELLS - 1, UNLIKELY)) return undefined;
    const [scores] = cutScores(block, habits, words, models, first);
    let best: Judged | undefined;
    for (const rows of rowSplits(block.rows[0] as Row, scores as Float32Array)) {
      const judged = judgeRows(rows, 'glued', true);
      if (judged !== undefined && judged.forecast >= (best?.forecast ?? least)) best = judged;
    }
    if (best === undefined) return undefined;
    linesInVain -= line.length;
    const { texts } = best.solution;
    if (isMenu(texts)) return undefined;
    if (best.forecast < SURE_OF_FEW_CELLS && texts.flat().filter(Boolean).length < FEW_CELLS_OF_ONE_LINE)
      return undefined;
    const confidence = confidenceOf(best);
    return { start, end: start + 1, rows: texts, header: hasHeader(texts), by: 'table:one-line', confidence };
  };
  const readLines = (run: readonly string[]): FoundTable[] => {
    const sureOfOneLine = hasBareRuns ? SURE_OF_ONE_BARE_LINE : SURE_OF_ONE_LINE;
    const isEnough = () => seen > LONG_TEXT || linesInVain > MOST_LINES_IN_VAIN;
    if (isEnough()) return [];
    const asks = run.map((line) => mayBeOneLine(line));
    return Array.from(run.keys()).flatMap((at) => {
      const alike = asks[at] ? neighbours(asks, at) : 0;
      if (alike === 0 || alike > MOST_ONE_LINE || isEnough()) return [];
      return readLine(run[at] as string, at, alike > 1 ? SURE_OF_ONE_OF_MANY : sureOfOneLine) ?? [];
    });
  };
  return { isDense, readRun, readAmong, readLines, showsSeam: (line) => brokenPlaces(line, 1) > 0 };
}
