import { expect, test } from 'vitest';
import { readBlock } from '../../src/plain/table/seams/block.ts';
import { raiseBranches } from '../../src/plain/table/seams/branching.ts';

/** For each row the words before which a cut has become likelier. */
function raised(lines: readonly string[]): string[][] {
  const block = readBlock(lines, 'space');
  const scores = block.rows.map(({ places }) => new Float32Array(places.length));
  raiseBranches(block, scores);
  return block.rows.map(({ text, places }, row) =>
    Array.from(places)
      .filter((_, at) => (scores[row]?.[at] as number) > 0)
      .map((place) => text.slice(place).split(' ', 1)[0] as string),
  );
}

test('words that rows have behind different words begin a cell', () => {
  expect(
    raised([
      'Field Meaning',
      'Role Select the role it is for.',
      'Unit of sale Select the kind of unit.',
      'Price Select the list.',
      'Tax rate Select the rate here.',
    ]),
  ).toEqual([[], ['Select'], ['Select'], ['Select'], ['Select']]);
});

test('words that follow the same words begin none, nor do those of two or three rows', () => {
  expect(raised(['Big red ball', 'Old red ball', 'New red ball'])).toEqual([[], [], []]);
  expect(raised(['A big red ball', 'B big red ball', 'C big red ball', 'D big red ball'])[0]).toEqual(['big']);
});
