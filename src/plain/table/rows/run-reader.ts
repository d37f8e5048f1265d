/** Reads a run of lines, all of them, as the rows of a table. */
import { evaluate } from '../../../model/trees.ts';
import { once } from '../../../once.ts';
import { evenRows, MOST_OF_EVEN_ROWS } from '../columns/even-rows.ts';
import { type Judged, tableOf } from '../columns/judge.ts';
import type { FoundTable } from '../find-tables.ts';
import { haveAnswers } from '../seams/answers.ts';
import type { Joint } from '../seams/row.ts';
import { changeScripts } from '../seams/script-change.ts';
import { haveAlikeFigures } from './alike-figures.ts';
import { haveAlikePhrase } from './alike-phrases.ts';
import { alikeReader } from './alike-reader.ts';
import { brokenPlaces } from './broken-habits.ts';
import { haveCodeLabels } from './code-labels.ts';
import { sizeOf } from './effort.ts';
import { areHours } from './hours.ts';
import {
  CLEAR_ODDS,
  CLEAR_ODDS_APART,
  doubtOf,
  HIGHEST_FORECAST,
  LEAST_ODDS,
  LEAST_ODDS_OF_SHORT,
  LESS_ODDS_OF_LIKENESS,
  type LeastForecast,
  SHORT_LINE,
  SURE_OF_ANSWERS,
  SURE_OF_FIGURES,
  SURE_OF_LABELS,
  SURE_OF_PHRASE,
  SURE_OF_SCRIPTS,
  sureOfGlued,
  sureOfSpaced,
} from './how-sure.ts';
import { LONGEST_ROW, MOST_ROWS, type Reading } from './reading.ts';
import { holdsProse } from './rows-among.ts';
import { asRows, lookOf } from './run-features.ts';
import { isCode, isDrawn, isMarked, isWrapped, mayBeGlued, mayBeSpaced } from './worth-a-look.ts';

/** Lines as long as this, on the average, are no links. */
const LONGEST_LINK = 80;
const JOINTS = ['glued', 'space'] as const;

/** What is known of a run of lines. */
export interface RunForm {
  /** They were broken over several lines and are no prose. */
  readonly isUnwrapped?: boolean;
  /** No prose follows: links to other pages often close a text. */
  readonly isClosing?: boolean;
  /** The index of its first line in the text, where its lines stand there as they are. */
  readonly at?: number;
}

/** Capitals behind small letters in most lines: `TownMayor`. */
const showSeams = (run: readonly string[]): boolean =>
  run.filter((line) => /\p{Ll}\p{Lu}/u.test(line)).length * 2 >= run.length;

/** A run as glued rows and as rows joined by blanks, where that is a table. */
export type ReadRun = (run: readonly string[], form?: RunForm) => FoundTable[];

export function runReader(reading: Reading): ReadRun {
  const { held, models, isDense, hasBareRuns, effort, judgeRows } = reading;
  const alikes = alikeReader(reading);

  function mayBeRows(run: readonly string[], isUnwrapped: boolean): boolean {
    if (run.length < 2 || run.length > MOST_ROWS || run.some((line) => line.length > LONGEST_ROW)) return false;
    if (effort.isSpent) return false;
    if (!isUnwrapped && (isWrapped(run) || (isDense && holdsProse(run, brokenPlaces)))) return false;
    return !isCode(run) && !isMarked(run) && !isDrawn(run);
  }

  return (run, form = {}) => {
    const { isUnwrapped = false, at } = form;
    if (!mayBeRows(run, isUnwrapped)) return [];
    const { isLong } = effort;
    const oneRow = run.length === 2 && at !== undefined && !isLong ? alikes.judgeOneRow(at) : undefined;
    if (oneRow !== undefined) return [tableOf(oneRow, run.length)];
    const look = once(() => lookOf(run));
    return JOINTS.flatMap((joint) => {
      const areAnswers = !isLong && haveAnswers(run, joint);
      const mayBe =
        joint === 'glued' ? mayBeGlued(run, isLong) : mayBeSpaced(run, isLong, isUnwrapped) && !areHours(run);
      if (!mayBe && !areAnswers) return [];
      const odds = evaluate(models.runs, asRows(look(), joint));
      const least = leastFor(run, form, joint, odds, areAnswers);
      const judged = least === undefined ? undefined : judgeAs(joint, run, at, least);
      return judged === undefined ? [] : [tableOf(judged, run.length)];
    });
  };

  /** How sure the judge must be of a run that looks so much like rows; nothing where it looks too little like them to be judged. */
  function leastFor(
    run: readonly string[],
    { isUnwrapped = false, isClosing = false }: RunForm,
    joint: Joint,
    odds: number,
    areAnswers: boolean,
  ): LeastForecast | undefined {
    const isSpaced = joint === 'space';
    const size = sizeOf(run);
    const leastOdds = isSpaced && size < run.length * SHORT_LINE ? LEAST_ODDS_OF_SHORT : LEAST_ODDS[joint];
    const shareWords = isSpaced && haveAlikePhrase(run);
    const areBilingual = isSpaced && changeScripts(run);
    const areLabelled = isSpaced && haveCodeLabels(run);
    if (odds < leastOdds - (shareWords || areBilingual ? LESS_ODDS_OF_LIKENESS : 0) && !areAnswers) return undefined;
    if (odds < CLEAR_ODDS_APART[joint] && effort.isSpentOnRuns) return undefined;
    const mayBeLinks = isClosing && size < run.length * LONGEST_LINK;
    const looksClear = isDense ? !isSpaced && odds >= CLEAR_ODDS : odds >= CLEAR_ODDS_APART[joint];
    const mayBeList = hasBareRuns && !looksClear;
    const ofCount: LeastForecast = (rows) =>
      isSpaced ? sureOfSpaced(rows, mayBeList || mayBeLinks, isUnwrapped) : sureOfGlued(rows, mayBeList);
    return (rows) =>
      ofCount(rows) +
      doubtOf(joint, odds) -
      (areAnswers ? SURE_OF_ANSWERS : 0) -
      (isSpaced && haveAlikeFigures(run) ? SURE_OF_FIGURES : 0) -
      (shareWords ? SURE_OF_PHRASE : 0) -
      (areBilingual ? SURE_OF_SCRIPTS : 0) -
      (areLabelled ? SURE_OF_LABELS : 0);
  }

  /** The run by itself, or by all runs with its header where these say more. */
  function judgeAs(
    joint: Joint,
    run: readonly string[],
    at: number | undefined,
    least: LeastForecast,
  ): Judged | undefined {
    const alike = at === undefined ? undefined : alikes.judgeRun(at, run.length, joint, least);
    const enough = least(run.length);
    // Rows put together from several lines have few words in common.
    const mayBeEven = joint === 'space' && at !== undefined;
    if (enough > HIGHEST_FORECAST[joint] + (mayBeEven ? MOST_OF_EVEN_ROWS : 0)) return alike;
    const size = sizeOf(run);
    effort.look(size);
    const alone = judgeRows(at === undefined ? run : held.slice(at, at + run.length), joint, at !== undefined);
    const look = alone !== undefined && mayBeEven ? evenRows(alone.plain.solution) : 0;
    const isSure = alone !== undefined && alone.plain.forecast + (showSeams(run) ? Math.min(0, look) : look) >= enough;
    const isAlone = isSure && alone.forecast >= (alike?.forecast ?? 0);
    const judged = isAlone ? alone : alike;
    if (judged === undefined) effort.runWasNone(size);
    return judged;
  }
}
