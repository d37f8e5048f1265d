/**
 * All ways to make columns of a block, and each as numbers for the judge that foretells how many of its cells are right. The
 * order of `JUDGE_FEATURES` is the contract with training/.
 */
import type { Block } from '../seams/block.ts';
import { askForCuts } from '../seams/scores.ts';
import { type CandidateRow, candidatesOf } from './cells.ts';
import { type Assignment, assign, isLone, type Start, textsOf } from './columns.ts';

export interface Solution extends Assignment {
  readonly texts: readonly (readonly string[])[];
  readonly candidates: readonly CandidateRow[];
}

export const JUDGE_FEATURES = [
  'joint',
  'columns',
  'rows',
  'value',
  'cellValue',
  'cutValue',
  'valueToFewer',
  'valueToMore',
  'valueToBest',
  'cellsToFewer',
  'cellsToMore',
  'strongPerRow',
  'strongLeft',
  'weakCuts',
  'worstCut',
  'meanWorstCut',
  'fullRows',
  'singleRows',
  'emptyCells',
  'emptyColumns',
  'headerFull',
  'headerEmpty',
  'shapeAgreement',
  'firstAgreement',
  'shortCells',
  'longCells',
  'meanLength',
  'lengthSpread',
  'equalCells',
  'firstRowStrong',
  'likelyPerRow',
  'likelySpread',
  'rowsWithLikely',
  'rowsWithStrong',
  'rowsAsColumns',
  'linesWithStop',
  'linesWithBlank',
  'sameAsOther',
  'meanBestPlace',
  'lowerStarts',
  'numberCells',
  'leastShapeAgreement',
  'leastFirstAgreement',
  'leastFilled',
  'weakestBoundary',
  'strongestUnused',
  'meanUnused',
  'headerWorstCut',
  'headerLength',
  'linesLowerStart',
  'linesWithComma',
  'lineLength',
  'lineSpread',
  'wordsPerCell',
  'leastDistinct',
  'valueRank',
  'guessedRows',
  'headerUnused',
  'headerSpare',
  'headerLikelySpare',
  'mostSpare',
  'rowsOver',
  'rowsUnder',
  'rowsUnused',
  'loneFirst',
  'firstEmpty',
  'lastEmpty',
  'innerEmpty',
  'mergedCells',
  'zeroStarts',
  'digitCuts',
  'valueToTwin',
] as const;

const MOST_COLUMNS = 8;

/** Places below this are no cuts of any solution that is worth a look. */
const POSSIBLE = -1;

/**
 * Up to three solutions, filled from the left, from the right and in groups, for each number of columns; none where nothing looks
 * like a table. A column without a cell is none.
 */
export function solutionsOf(block: Block, scores: readonly Float32Array[]): Solution[] {
  if (!askForCuts(scores, 0)) return [];
  const possible = scores.reduce(
    (most, row) =>
      Math.max(
        most,
        row.reduce((count, score) => count + (score > POSSIBLE ? 1 : 0), 0),
      ),
    0,
  );
  const { rows, ids } = candidatesOf(block.rows, scores);
  const hasGroups = rows.some((row, at) => at > 0 && isLone(row));
  const solutions: Solution[] = [];
  for (let columns = 2; columns <= Math.min(MOST_COLUMNS, possible + 1); columns += 1) {
    const left = solve(rows, ids, columns, 'left');
    const isFull = left.cells.every((cells) => cells.every((edge, at) => at % 2 === 0 || edge !== cells[at - 1]));
    const own = [left];
    if (!isFull) own.push(solve(rows, ids, columns, 'right'));
    if (!isFull && hasGroups) own.push(solve(rows, ids, columns, 'groups'));
    for (const solution of own) if (!hasEmptyColumn(solution.texts)) solutions.push(solution);
  }
  return solutions;
}

function solve(rows: readonly CandidateRow[], ids: number, columns: number, from: Start): Solution {
  const assignment = assign(rows, ids, columns, from);
  return { ...assignment, texts: textsOf(rows, assignment), candidates: rows };
}

const hasEmptyColumn = (texts: readonly (readonly string[])[]): boolean =>
  texts[0]?.some((_, column) => texts.every((row) => row[column] === '')) === true;

const STRONG = 1.5;

/** What all solutions of a block share. */
interface Shared {
  readonly block: Block;
  readonly solutions: readonly Solution[];
  /** The mean of the values of each solution, and of those of its cells. */
  readonly values: readonly number[];
  readonly cellValues: readonly number[];
  /** By row: places that are likelier cuts than not, and those that surely are; the best score. */
  readonly counts: readonly number[];
  readonly strong: readonly number[];
  readonly bestScore: number;
  readonly lineLength: number;
  readonly lineSpread: number;
  readonly endInStop: number;
  readonly withBlank: number;
  readonly beginLower: number;
  readonly endInComma: number;
}

/** For each solution of a block the numbers that the judge asks for. */
export function solutionFeatures(
  block: Block,
  scores: readonly Float32Array[],
  solutions: readonly Solution[],
): Float32Array[] {
  const { rows } = block;
  const lengths = rows.map(({ text }) => Math.min(400, text.length));
  const lineLength = meanOf(lengths);
  const share = (is: (text: string) => boolean): number => rows.filter(({ text }) => is(text)).length / rows.length;
  const shared: Shared = {
    block,
    solutions,
    values: solutions.map((solution) => mean(solution.values)),
    cellValues: solutions.map((solution) => mean(solution.cellValues)),
    counts: scores.map((row) => countAbove(row, 0)),
    strong: scores.map((row) => countAbove(row, STRONG)),
    bestScore: sum(scores.map((row) => row.reduce((best, score) => Math.max(best, score), -9))) / rows.length,
    lineLength,
    lineSpread: Math.sqrt(meanOf(lengths.map((length) => (length - lineLength) ** 2))) / Math.max(1, lineLength),
    endInStop: share((text) => /[.!?。！？।]$/.test(text)),
    withBlank: share((text) => text.includes(' ')),
    beginLower: share((text) => /^\p{Ll}/u.test(text)),
    endInComma: share((text) => /[,;،、，]$/u.test(text)),
  };
  return solutions.map((_, at) => featuresOf(shared, at));
}

const mean = (array: Float32Array): number => array.reduce((sum, value) => sum + value, 0) / array.length;

function countAbove(scores: Float32Array, least: number): number {
  let count = 0;
  for (let at = 0; at < scores.length; at += 1) if ((scores[at] as number) > least) count += 1;
  return count;
}

function featuresOf(shared: Shared, at: number): Float32Array {
  const { block, solutions, counts, strong } = shared;
  const solution = solutions[at] as Solution;
  const { columns, cutValues, texts, cells, candidates } = solution;
  const rows = texts.length;
  const value = shared.values[at] as number;
  const cellValue = shared.cellValues[at] as number;
  const bestOf = (width: number, values: readonly number[]): number =>
    solutions.reduce(
      (best, other, index) => (other.columns === width ? Math.max(best, values[index] as number) : best),
      -99,
    );
  const share = (count: number): number => count / rows;
  const filled = texts.map((row) => row.filter((cell) => cell !== '').length);
  const cuts = cells.map((own, index) => cutScores(own, candidates[index] as CandidateRow, columns));
  const worst = cuts.map((row) => Math.min(9, ...row));
  const used = sum(cuts.map((row) => row.filter((score) => score > STRONG).length));
  const all = texts.flat().filter((cell) => cell !== '');
  const lengths = all.map((cell) => cell.length);
  const meanLength = sum(lengths) / Math.max(1, all.length);
  const shapes = agreements(solution, 2);
  const firsts = agreements(solution, 0);
  const unused = cells.map((own, index) => bestUnused(own, candidates[index] as CandidateRow, columns));
  const twins = shared.values.filter((_, other) => other !== at && solutions[other]?.columns === columns);
  const digitCuts = texts.map(cutDigits);
  const likely = sum(counts) / rows;
  return Float32Array.of(
    block.joint === 'space' ? 1 : 0,
    columns,
    Math.min(12, rows),
    value,
    cellValue,
    mean(cutValues),
    value - bestOf(columns - 1, shared.values),
    value - bestOf(columns + 1, shared.values),
    value - Math.max(-99, ...shared.values),
    cellValue - bestOf(columns - 1, shared.cellValues),
    cellValue - bestOf(columns + 1, shared.cellValues),
    sum(strong) / rows - columns + 1,
    (sum(strong) - used) / rows,
    sum(cuts.map((row) => row.filter((score) => score < 0).length)) / rows,
    Math.min(...worst),
    sum(worst) / rows,
    share(filled.filter((count) => count === columns).length),
    share(filled.filter((count) => count === 1).length),
    1 - all.length / (rows * columns),
    columnsWhere(texts, columns, (column) => column.filter((cell) => cell === '').length > rows / 2),
    (filled[0] as number) / columns,
    texts[0]?.[0] === '' ? 1 : 0,
    meanOf(shapes),
    meanOf(firsts),
    all.filter((cell) => cell.length < 2).length / Math.max(1, all.length),
    all.filter((cell) => cell.length > 40).length / Math.max(1, all.length),
    meanLength,
    Math.sqrt(sum(lengths.map((length) => (length - meanLength) ** 2)) / Math.max(1, all.length)),
    1 - new Set(all).size / Math.max(1, all.length),
    strong[0] as number,
    likely,
    Math.sqrt(sum(counts.map((count) => (count - likely) ** 2)) / rows),
    share(counts.filter((count) => count > 0).length),
    share(strong.filter((count) => count > 0).length),
    share(counts.filter((count) => count === columns - 1).length),
    shared.endInStop,
    shared.withBlank,
    twins.length === 0 ? 1 : 0,
    shared.bestScore,
    all.filter((cell) => /^[\p{Ll},;)]/u.test(cell)).length / Math.max(1, all.length),
    all.filter((cell) => /^[\p{Nd}.,:%/\s-]+$/u.test(cell)).length / Math.max(1, all.length),
    Math.min(...shapes),
    Math.min(...firsts),
    Math.min(...columnsOf(texts, columns).map((column) => column.filter((cell) => cell !== '').length)) / rows,
    weakestBoundary(solution),
    Math.max(...unused),
    sum(unused) / rows,
    worst[0] as number,
    meanOf((texts[0] as readonly string[]).map((cell) => cell.length)) / Math.max(1, meanLength),
    shared.beginLower,
    shared.endInComma,
    shared.lineLength,
    shared.lineSpread,
    meanOf(all.map((cell) => cell.split(' ').length)),
    Math.min(...columnsOf(texts, columns).map((column) => new Set(column).size)) / rows,
    shared.values.filter((other) => other > value).length,
    block.hasGuessedRows ? 1 : 0,
    unused[0] as number,
    (strong[0] as number) - columns + 1,
    (counts[0] as number) - columns + 1,
    Math.max(...strong) - columns + 1,
    share(counts.filter((count) => count >= columns).length),
    share(counts.filter((count) => count < columns - 1).length),
    share(unused.filter((score) => score > STRONG).length),
    share(texts.filter((row, index) => filled[index] === 1 && row[0] !== '').length),
    share(texts.filter((row) => row[0] === '').length),
    share(texts.filter((row) => row[columns - 1] === '').length),
    share(sum(texts.map(emptyInside))),
    share(mergedCells(solution)),
    share(sum(digitCuts.map((row) => row.filter((right) => right.startsWith('0')).length))),
    share(sum(digitCuts.map((row) => row.length))),
    value - Math.max(-99, ...twins),
  );
}

/** Empty cells with filled ones on both sides. */
const emptyInside = (row: readonly string[]): number =>
  row.filter(
    (cell, at) =>
      cell === '' && row.slice(0, at).some((left) => left !== '') && row.slice(at + 1).some((right) => right !== ''),
  ).length;

/** The cells that begin in the middle of a number. */
function cutDigits(row: readonly string[]): string[] {
  const cells = row.filter((cell) => cell !== '');
  return cells.filter((cell, at) => /^\p{Nd}/u.test(cell) && /\p{Nd}$/u.test(cells[at - 1] ?? ''));
}

const SHORTEST = 4;

/** In how many cells a likely cut parts what is a whole cell of the column in another row. */
export function mergedCells({ texts, columns, cells, candidates }: Solution): number {
  let count = 0;
  for (let column = 0; column < columns; column += 1) {
    const whole = new Set(texts.map((row) => row[column] as string));
    for (const [index, { row, edges, scores }] of candidates.entries()) {
      const own = cells[index] as Int32Array;
      const to = own[column * 2 + 1] as number;
      for (let edge = (own[column * 2] as number) + 1; edge < to; edge += 1) {
        if ((scores[edge] as number) <= 0) continue;
        const rest = row.text.slice(edges[edge], edges[to]).trim();
        if (rest.length < SHORTEST || !whole.has(rest)) continue;
        count += 1;
        break;
      }
    }
  }
  return count;
}

const meanOf = (values: readonly number[]): number => sum(values) / Math.max(1, values.length);

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** The scores of the cuts of one row, the start of its first cell left out. */
function cutScores(cells: Int32Array, { scores }: CandidateRow, columns: number): number[] {
  const cuts: number[] = [];
  for (let column = 0; column < columns; column += 1) {
    const from = cells[column * 2] as number;
    if (from > 0 && from !== cells[column * 2 + 1]) cuts.push(scores[from] as number);
  }
  return cuts;
}

function columnsWhere(
  texts: readonly (readonly string[])[],
  columns: number,
  is: (column: string[]) => boolean,
): number {
  let count = 0;
  for (let column = 0; column < columns; column += 1) if (is(texts.map((row) => row[column] as string))) count += 1;
  return count / columns;
}

const columnsOf = (texts: readonly (readonly string[])[], columns: number): string[][] =>
  Array.from({ length: columns }, (_, column) => texts.map((row) => row[column] as string));

/** The mean score of the cuts before a column, of the column whose are the weakest. */
function weakestBoundary({ columns, cells, candidates }: Solution): number {
  let weakest = STRONG * 4;
  for (let column = 1; column < columns; column += 1) {
    let total = 0;
    let count = 0;
    for (const [index, own] of cells.entries()) {
      const from = own[column * 2] as number;
      if (from === 0 || from === own[column * 2 + 1]) continue;
      total += (candidates[index] as CandidateRow).scores[from] as number;
      count += 1;
    }
    if (count > 0) weakest = Math.min(weakest, total / count);
  }
  return weakest;
}

/** The best score of a place of a row at which no cell begins. */
function bestUnused(cells: Int32Array, { scores }: CandidateRow, columns: number): number {
  const used = new Set<number>();
  for (let column = 0; column < columns; column += 1) used.add(cells[column * 2] as number);
  return scores.reduce(
    (best, score, edge) => (edge > 0 && edge < scores.length - 1 && !used.has(edge) ? Math.max(best, score) : best),
    -9,
  );
}

/** How alike the body cells of each column are in one trait: the share of the commonest. */
function agreements({ columns, cells, candidates }: Solution, trait: number): number[] {
  return Array.from({ length: columns }, (_, column) => {
    const counts = new Map<number, number>();
    let filled = 0;
    for (let index = 1; index < cells.length; index += 1) {
      const own = cells[index] as Int32Array;
      const { traits, edges } = candidates[index] as CandidateRow;
      const id = traits[(own[column * 2] as number) * edges.length + (own[column * 2 + 1] as number)]?.[trait];
      if (id === undefined) continue;
      filled += 1;
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    return filled === 0 ? 0 : Math.max(...counts.values()) / filled;
  });
}
