import { readdirSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readTrees } from '../../src/model/packed-trees.ts';
import { judge as judgeTrees, seams, second } from '../../src/model/table-trees.ts';
import { evaluate } from '../../src/model/trees.ts';
import { wordModels } from '../../src/model/word-models.ts';
import { GRAM, gradesOf, hashGram, readWordModel } from '../../src/model/words.ts';
import { JUDGE_FEATURES } from '../../src/plain/table/columns/judge-features.ts';
import { SEAM_FEATURES } from '../../src/plain/table/seams/seam-features.ts';
import { SECOND_FEATURES } from '../../src/plain/table/seams/second-look.ts';

test('what the table models take is under 4 MB in all', () => {
  const languages = readdirSync('src/model/languages').map((name) => `src/model/languages/${name}`);
  const sizes = [...languages, 'src/model/table-trees.ts', 'src/model/frequent-words.ts'].map(
    (name) => statSync(name).size,
  );
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(4_000_000);
});

test.each([
  ['seams', seams, SEAM_FEATURES.length],
  ['second', second, SECOND_FEATURES.length],
  ['judge', judgeTrees, JUDGE_FEATURES.length],
])('the %s forest reads only features that there are', (_, packed, width) => {
  const trees = readTrees(packed);
  expect(Math.max(...trees.feature)).toBeLessThan(width);
  expect(Number.isFinite(evaluate(trees, new Float32Array(width)))).toBe(true);
});

test('a word model knows how words of its language begin and end', async () => {
  const model = readWordModel((await wordModels.en?.())?.packed ?? '');
  const grades = (kind: number, text: string) =>
    gradesOf(
      model,
      hashGram(
        kind,
        Uint16Array.from(text, (letter) => letter.charCodeAt(0)),
        0,
        text.length,
      ),
    );
  expect(grades(GRAM.word, 'because')).toBeGreaterThan(-1);
  expect(grades(GRAM.word, 'ecauseb')).toBe(-1);
  // "ing" ends words, "the" begins them; the high half of a grade is the share at an edge.
  expect(grades(GRAM.left, 'ing') >> 4).toBeGreaterThan(grades(GRAM.left, 'tio') >> 4);
  expect(grades(GRAM.right, 'the') >> 4).toBeGreaterThan(grades(GRAM.right, 'ing') >> 4);
});
