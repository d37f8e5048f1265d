/**
 * Writes what the table models learn from, step by step, by the code that runs in the product.
 *   features.js seams  TABLES WORDS OUT               places between two characters: is it a seam?
 *   features.js second TABLES WORDS OUT MODELS        the same places with the answers of the first model for the whole table
 *   features.js judge  TABLES WORDS OUT MODELS        each way to make columns: how good is it?
 * MODELS is the prefix of the models that train.py wrote: a table is asked of those that have not seen its group. OUT.f32 holds the
 * rows, OUT.y the labels, OUT.json the names of the features and the fold, kind and number of rows of each table. Of the places that
 * are no seam a share is written.
 */
import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { readTrees } from '../../src/model/packed-trees.ts';
import type { Trees } from '../../src/model/trees.ts';
import { readWordModel, type WordModel } from '../../src/model/words.ts';
import { JUDGE_FEATURES, solutionFeatures, solutionsOf } from '../../src/plain/table/columns/judge-features.ts';
import { rowSplits } from '../../src/plain/table/rows/one-line.ts';
import { type Block, readBlock } from '../../src/plain/table/seams/block.ts';
import { type Habits, habitsOf } from '../../src/plain/table/seams/habits.ts';
import type { Row } from '../../src/plain/table/seams/row.ts';
import { cutScores, firstScores } from '../../src/plain/table/seams/scores.ts';
import { SEAM_FEATURES, seamFeatures } from '../../src/plain/table/seams/seam-features.ts';
import { SECOND_FEATURES, secondFeatures } from '../../src/plain/table/seams/second-look.ts';
import { cellScore } from './cell-score.ts';
import { foldOf } from './corpus.ts';
import { chanceFrom } from './made-up-tables.ts';
import type { TrainingTable } from './tables.ts';

const FOLDS = 2;
/** train.py weighs them up by this. */
const SHARE_OF_NO_SEAMS = 0.12;

const [step = '', tables = '', words = '', out = '', models = ''] = process.argv.slice(2);
const names = { seams: SEAM_FEATURES, second: SECOND_FEATURES, judge: JUDGE_FEATURES }[step] ?? [];
const known = new Map<string, WordModel | undefined>();
const treesOf = (kind: string): Trees[] =>
  Array.from({ length: FOLDS }, (_, fold) => readTrees(readFileSync(`${models}-${kind}-${fold}.trees`, 'utf8').trim()));
const seams = step === 'seams' ? [] : treesOf('seams');
const second = step === 'judge' ? treesOf('second') : [];
const chance = chanceFrom(1);

function wordsOf({ language, words: counted }: TrainingTable): WordModel | undefined {
  const file = `${words}/${counted}/${language}.json`;
  if (!known.has(file))
    known.set(file, language === '' ? undefined : readWordModel(JSON.parse(readFileSync(file, 'utf8')) as string));
  return known.get(file);
}

const rowsFile = openSync(`${out}.f32`, 'w');
const labelsFile = openSync(`${out}.y`, 'w');
const write = (file: number, values: Float32Array) =>
  writeSync(file, Buffer.from(values.buffer, values.byteOffset, values.byteLength));
const index: unknown[] = [];

for (const line of readFileSync(tables, 'utf8').split('\n')) {
  if (line === '') continue;
  const table = JSON.parse(line) as TrainingTable;
  const { id, group, language, joint, cells } = table;
  const fold = foldOf(group, FOLDS);
  const block = readBlock(table.lines, joint);
  const habits = habitsOf(table.around);
  const rows = writeTable(table, block, habits, fold);
  index.push({ id, group, language, joint, madeUp: id.includes('+'), table: cells !== undefined, fold, rows });
}
closeSync(rowsFile);
closeSync(labelsFile);
writeFileSync(`${out}.json`, JSON.stringify({ names, shareOfNoSeams: SHARE_OF_NO_SEAMS, folds: FOLDS, tables: index }));

function writeTable(table: TrainingTable, block: Block, habits: Habits, fold: number): number {
  if (step === 'seams')
    return writePlaces(
      table,
      block,
      block.rows.map((_, row) => seamFeatures(block, row, habits, wordsOf(table))),
    );
  const first = seams[fold] as Trees;
  if (step === 'second')
    return writePlaces(table, block, secondFeatures(block, firstScores(block, habits, wordsOf(table), first), habits));
  const score = (rows: Block) =>
    cutScores(rows, habits, wordsOf(table), { seams: first, second: second[fold] as Trees });
  const scores = score(block);
  if (table.rows === undefined) return writeSolutions(table.cells, block, scores);
  let count = 0;
  for (const rows of rowSplits(block.rows[0] as Row, scores[0] as Float32Array)) {
    const split = readBlock(rows, table.joint, true);
    count += writeSolutions(table.rows, split, score(split));
  }
  return count;
}

/** Rows over which the truth cannot be laid are left out. */
function writePlaces(table: TrainingTable, block: Block, features: readonly Float32Array[]): number {
  const width = names.length;
  let count = 0;
  for (const [row, values] of features.entries()) {
    const { places, text } = block.rows[row] as Block['rows'][number];
    const cells = table.cells?.[row] ?? [text];
    const joined = cells.filter((cell) => cell !== '').join(table.joint === 'glued' ? '' : ' ');
    if (joined !== text) continue;
    const cuts = cutsOf(cells, table.joint);
    const kept = Array.from(places.keys()).filter(
      (at) => cuts.has(places[at] as number) || chance() < SHARE_OF_NO_SEAMS,
    );
    const some = new Float32Array(kept.length * width);
    for (const [to, at] of kept.entries()) some.set(values.subarray(at * width, at * width + width), to * width);
    write(rowsFile, some);
    write(
      labelsFile,
      Float32Array.from(kept, (at) => (cuts.has(places[at] as number) ? 1 : 0)),
    );
    count += kept.length;
  }
  return count;
}

/** The indexes at which the filled cells of a row begin, but for the first. */
function cutsOf(cells: readonly string[], joint: 'glued' | 'space'): Set<number> {
  const cuts = new Set<number>();
  let at = 0;
  for (const cell of cells.filter((text) => text !== '')) {
    if (at > 0) cuts.add(at);
    at += cell.length + (joint === 'space' ? 1 : 0);
  }
  return cuts;
}

function writeSolutions(cells: TrainingTable['cells'], block: Block, scores: readonly Float32Array[]): number {
  const solutions = solutionsOf(block, scores);
  const features = solutionFeatures(block, scores, solutions);
  for (const [at, solution] of solutions.entries()) {
    write(rowsFile, features[at] as Float32Array);
    write(labelsFile, Float32Array.of(cellScore(cells, solution.texts, block.joint)));
  }
  return solutions.length;
}
