import { expect, test } from 'vitest';
import { readBlock } from '../../src/plain/table/seams/block.ts';
import { agreeOnWords } from '../../src/plain/table/seams/even-words.ts';
import { keepNeighbours, neighboursOf } from '../../src/plain/table/seams/neighbours.ts';
import { partSingleWords } from '../../src/plain/table/seams/single-words.ts';

const blockOf = (...rows: readonly string[]) => readBlock(rows, 'space');
const scoresOf = (...rows: readonly (readonly number[])[]) => rows.map((row) => Float32Array.from(row));

test('rows of as many words each agree on the words that they are cut behind', () => {
  const block = blockOf('Firing Keeper', 'Bisque Nora Reed', 'Raku Olga Brandt', 'Glaze Tom Abara');
  const scores = scoresOf([2], [2, 0], [-1, -3], [2, 0]);
  agreeOnWords(block, scores);
  expect(scores.map((row) => [...row])).toEqual([[2], [1.5, -0.5], [0, -2], [1.5, -0.5]]);
});

test('rows that have a word for each name are cut behind each, and units stay with their numbers', () => {
  const block = blockOf(
    'Sort Baum Ernte Wert',
    'Boskop alt 32 kg sauer',
    'Renette jung 18 kg mild',
    'Quitte alt 9 kg herb',
  );
  const scores = scoresOf([0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]);
  partSingleWords(block, scores);
  expect(scores.slice(0, 2).map((row) => [...row])).toEqual([
    [2, 2, 2],
    [2, 2, -8, 2],
  ]);
});

test('words that stand together in prose, whatever their endings, are hardly parted in rows', () => {
  const neighbours = neighboursOf(['Выберите расписание занятий. Группа открыта.']);
  const scores = scoresOf([0, 0], [0]);
  keepNeighbours(blockOf('Имя Расписания занятия', 'Занятий Группа'), neighbours, scores);
  expect(scores.map((row) => [...row])).toEqual([[0, -2], [0]]);
});
