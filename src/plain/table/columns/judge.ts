/** The best of all ways to make columns of a block of rows, and how sure the judge is that it is a table. */
import { evaluate, type Trees } from '../../../model/trees.ts';
import type { WordModel } from '../../../model/words.ts';
import type { FoundTable } from '../find-tables.ts';
import { hasHeader } from '../forms/delimited.ts';
import type { Block } from '../seams/block.ts';
import type { Habits } from '../seams/habits.ts';
import type { Joint } from '../seams/row.ts';
import { askForCuts, cutScores, firstScores, haveNumbersApart, UNLIKELY } from '../seams/scores.ts';
import { isBarred, partedInstead } from './bars.ts';
import { evenRows } from './even-rows.ts';
import { headerFit } from './header-fit.ts';
import { JUDGE_FEATURES, type Solution, solutionFeatures, solutionsOf } from './judge-features.ts';

export interface TableModels {
  readonly seams: Trees;
  readonly second: Trees;
  readonly judge: Trees;
  /** Log-odds that a run of lines is a table whose cells are joined so. */
  readonly runs: Trees;
}

export function tableOf(judged: Judged, rows: number): FoundTable {
  // A line over the header that fills one cell alone is a caption.
  const start = isCaption(judged.solution.texts) ? 1 : 0;
  const texts = named(judged.solution.texts.slice(start), judged.joint);
  const confidence = confidenceOf(judged);
  return { start, end: rows, rows: texts, header: hasHeader(texts), by: `table:${judged.joint}`, confidence };
}

/** As many words as there are columns are their names; where one has none over signs it is rather that of the first. */
function named([header = [], ...body]: Solution['texts'], joint: Joint): Solution['texts'] {
  const words = header.join(' ').split(/\s+/).filter(Boolean);
  if (joint === 'space' && words.length === header.length) return [words, ...body];
  const names = header.filter((name) => name !== '');
  const nameless = header.indexOf('');
  const areSigns = nameless > 0 && body.every((row) => !/[\p{L}\p{N}]/u.test(row[nameless] as string));
  return [areSigns && names.length === header.length - 1 ? ['', ...names] : header, ...body];
}

export const confidenceOf = ({ forecast }: Judged): number => Math.round(Math.min(0.95, forecast) * 100) / 100;

export interface Judged {
  readonly joint: Joint;
  readonly solution: Solution;
  readonly forecast: number;
  /** What the rows are judged by: the best solution before it is asked how even its rows are, which would look evener than they are. */
  readonly plain: { readonly solution: Solution; readonly forecast: number };
}

/**
 * The solution that the judge likes best.
 * @param areWhole each row stands on a line of its own: those put together from several have few words in common
 */
export function judge(
  block: Block,
  habits: Habits,
  words: WordModel | undefined,
  models: TableModels,
  areWhole = true,
): Judged | undefined {
  const first = firstScores(block, habits, words, models.seams);
  if (!askForCuts(first, UNLIKELY) && !haveNumbersApart(block)) return undefined;
  const second = cutScores(block, habits, words, models, first);
  const solutions = solutionsOf(block, second);
  const forecasts = solutionFeatures(block, second, solutions).map((features, at) => {
    if (features.length !== JUDGE_FEATURES.length) throw new Error('judge: features and names differ');
    const solution = solutions[at] as Solution;
    const names = block.joint === 'space' && areNamedByWords(solution) ? NAMED_BY_WORDS : 0;
    return (
      names +
      evaluate(models.judge, features) -
      ODD_CELLS_COST * solution.oddity -
      SURE_CUT_COST * unusedSureCuts(solution)
    );
  });
  // What speaks for a table whose cells another way parts speaks for that.
  const instead = solutions.map((solution) =>
    block.joint === 'glued' ? partedInstead(solution, solutions) : undefined,
  );
  for (const [at, other] of instead.entries()) {
    const to = other === undefined ? -1 : solutions.indexOf(other);
    if (to >= 0) forecasts[to] = Math.max(forecasts[to] as number, forecasts[at] as number);
  }
  const { joint } = block;
  const evenness = (solution: Solution) => (areWhole ? EVEN_SHARE * evenRows(solution) : 0);
  let best: Judged['plain'] | undefined;
  let plain: Judged['plain'] | undefined;
  let bestRank = Number.NEGATIVE_INFINITY;
  let plainRank = Number.NEGATIVE_INFINITY;
  for (const [at, solution] of solutions.entries()) {
    const forecast = forecasts[at] as number;
    const ownRank = joint === 'space' ? forecast + headerFit(solution) : forecast;
    const rank = joint === 'space' ? ownRank + evenness(solution) : forecast;
    if (instead[at] !== undefined || (rank <= bestRank && ownRank <= plainRank)) continue;
    if (isBarred(solution, forecast, joint, solutions)) continue;
    if (rank > bestRank) {
      best = { solution, forecast };
      bestRank = rank;
    }
    if (ownRank > plainRank) {
      plain = { solution, forecast };
      plainRank = ownRank;
    }
  }
  return best && plain && { joint, ...best, plain };
}

/** How even the rows are counts for the number of columns, too, if for less than for their being a table. */
const EVEN_SHARE = 0.4;

/** What cells of an odd form take from the forecast, per log-odd of a row. */
const ODD_CELLS_COST = 0.04;

/** What it adds to the forecast that the header has as many words as there are columns, where one blank parts cells, and rows fill them. */
const NAMED_BY_WORDS = 0.1;
const FEWEST_NAMED = 4;
const SURE_OF_NAME = 0;
const SHARE_OF_FULL_ROWS = 0.8;

function areNamedByWords(solution: Solution): boolean {
  const {
    texts: [header = [], ...body],
    columns,
    candidates: [names],
  } = solution;
  if (columns < FEWEST_NAMED || new Set(header).size < columns) return false;
  if (header.some((name) => name === '' || /[\s()]/.test(name))) return false;
  if (names?.scores.slice(1, -1).some((score) => score < SURE_OF_NAME)) return false;
  const full = body.filter((row) => !row.includes('')).length;
  return full >= body.length * SHARE_OF_FULL_ROWS && unlikelyColumns(solution) < 2;
}

/** Before how many columns the cuts of the rows are unlikelier than not. */
function unlikelyColumns({ candidates, cells, columns }: Solution): number {
  let unlikely = 0;
  for (let column = 1; column < columns; column += 1) {
    let sum = 0;
    for (const [row, { scores }] of candidates.entries())
      if (row > 0) sum += scores[(cells[row] as Int32Array)[column * 2] as number] ?? 0;
    if (sum < 0) unlikely += 1;
  }
  return unlikely;
}

/** What places that surely are cuts take from the forecast of a solution that leaves them whole, per place of a row. */
const SURE_CUT_COST = 0.1;
const SURE = 4;

function unusedSureCuts({ candidates, cells }: Solution): number {
  let unused = 0;
  for (const [index, { scores }] of candidates.entries()) {
    const own = cells[index] as Int32Array;
    for (const [edge, score] of scores.entries()) if (score >= SURE && !own.includes(edge)) unused += 1;
  }
  return unused / candidates.length;
}

function isCaption([first, second, third]: Solution['texts']): boolean {
  const filled = (row: readonly string[] | undefined) => row?.filter((cell) => cell !== '').length ?? 0;
  return (
    third !== undefined &&
    filled(first) === 1 &&
    first?.[0] !== '' &&
    filled(second) >= 3 &&
    filled(second) === second?.length
  );
}
