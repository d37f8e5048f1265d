/**
 * Writes what the table models learn from, step by step, by the code that runs in the product.
 *   features.js seams  TABLES WORDS OUT                 a row for each place: is it a seam?
 *   features.js second TABLES WORDS OUT FIRST           the same with the answers of the first model (f32 a place)
 *   features.js judge  TABLES WORDS OUT SECOND          a row for each solution: how good is it?
 * OUT.f32 holds the rows, OUT.y the labels, OUT.json the names of the features and the group and number of rows of each table.
 */
import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { readWordModel, type WordModel } from '../../src/model/words.ts';
import { type Block, readBlock } from '../../src/plain/table/block.ts';
import { classReader } from '../../src/plain/table/characters.ts';
import { habitsOf } from '../../src/plain/table/habits.ts';
import { JUDGE_FEATURES, solutionFeatures, solutionsOf } from '../../src/plain/table/judge-features.ts';
import { SEAM_FEATURES, seamFeatures } from '../../src/plain/table/seam-features.ts';
import { SECOND_FEATURES, secondFeatures } from '../../src/plain/table/second-look.ts';
import { cellScore } from './cell-score.ts';
import type { TrainingTable } from './tables.ts';

const [step = '', tables = '', words = '', out = '', answers = ''] = process.argv.slice(2);
const names = { seams: SEAM_FEATURES, second: SECOND_FEATURES, judge: JUDGE_FEATURES }[step] ?? [];
const classOf = classReader();
const models = new Map<string, WordModel | undefined>();
const given = answers === '' ? undefined : floats(answers);
let taken = 0;

function floats(file: string): Float32Array {
  const bytes = readFileSync(file);
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
}

async function modelOf(language: string): Promise<WordModel | undefined> {
  if (!models.has(language)) {
    const file = pathToFileURL(`${words}/${language}.json`);
    const packed = language === '' ? undefined : (JSON.parse(readFileSync(file, 'utf8')) as string);
    models.set(language, packed === undefined ? undefined : readWordModel(packed));
  }
  return models.get(language);
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

const rowsFile = openSync(`${out}.f32`, 'w');
const labelsFile = openSync(`${out}.y`, 'w');
const write = (file: number, values: Float32Array) =>
  writeSync(file, Buffer.from(values.buffer, values.byteOffset, values.byteLength));
const index: {
  id: string;
  group: string;
  language: string;
  joint: string;
  madeUp: boolean;
  table: boolean;
  rows: number;
}[] = [];

for (const line of readFileSync(tables, 'utf8').split('\n')) {
  if (line === '') continue;
  const table = JSON.parse(line) as TrainingTable;
  const model = await modelOf(table.language);
  const block = readBlock(table.lines, table.joint, classOf);
  const habits = habitsOf(step === 'judge' ? [] : table.around, classOf);
  const rows =
    step === 'judge'
      ? writeSolutions(table, block, takeScores(block))
      : writePlaces(table, block, () =>
          step === 'seams'
            ? block.rows.map((_, row) => seamFeatures(block, row, habits, model))
            : secondFeatures(block, takeScores(block), habits),
        );
  const { id, group, language, joint } = table;
  index.push({ id, group, language, joint, madeUp: table.madeUp === true, table: table.cells !== undefined, rows });
}
closeSync(rowsFile);
closeSync(labelsFile);
writeFileSync(`${out}.json`, JSON.stringify({ names, tables: index }));

function takeScores(block: Block): Float32Array[] {
  return block.rows.map(({ places }) => {
    taken += places.length;
    return (given as Float32Array).subarray(taken - places.length, taken);
  });
}

/** -1 where the truth cannot be laid over the line. */
function writePlaces(table: TrainingTable, block: Block, features: () => Float32Array[]): number {
  let count = 0;
  for (const [row, values] of features().entries()) {
    const { places, text } = block.rows[row] as Block['rows'][number];
    const cells = table.cells?.[row] ?? [text];
    const joined = cells.filter((cell) => cell !== '').join(table.joint === 'glued' ? '' : ' ');
    const cuts = cutsOf(cells, table.joint);
    const fits = joined === text;
    write(rowsFile, values);
    write(
      labelsFile,
      Float32Array.from(places, (place) => (fits ? (cuts.has(place) ? 1 : 0) : -1)),
    );
    count += places.length;
  }
  return count;
}

function writeSolutions(table: TrainingTable, block: Block, scores: Float32Array[]): number {
  const solutions = solutionsOf(block, scores);
  for (const [at, solution] of solutions.entries()) {
    write(rowsFile, solutionFeatures(block, scores, solutions, at));
    write(labelsFile, Float32Array.of(cellScore(table.cells, solution.texts, table.joint)));
  }
  return solutions.length;
}
