/** The log-odds of a cut at each place of each row: a first look at the places, then a second one at all of them together. */
import { evaluateHopeful, type Trees } from '../../model/trees.ts';
import type { WordModel } from '../../model/words.ts';
import { respectAtoms } from './atoms.ts';
import type { Block } from './block.ts';
import type { Habits } from './habits.ts';
import { SEAM_FEATURES, seamFeatures } from './seam-features.ts';
import { SECOND_FEATURES, secondFeatures } from './second-look.ts';

/** After so many trees a place below this has never become a cut. */
const LOOK = 30;
const HOPELESS = -3.5;

export const firstScores = (
  block: Block,
  habits: Habits,
  words: WordModel | undefined,
  seams: Trees,
): readonly Float32Array[] =>
  block.rows.map((_, row) =>
    evaluateHopeful(seams, seamFeatures(block, row, habits, words), SEAM_FEATURES.length, LOOK, HOPELESS),
  );

export const secondScores = (
  block: Block,
  first: readonly Float32Array[],
  habits: Habits,
  second: Trees,
): readonly Float32Array[] =>
  secondFeatures(block, first, habits).map((row) =>
    evaluateHopeful(second, row, SECOND_FEATURES.length, LOOK, HOPELESS),
  );

export function cutScores(
  block: Block,
  habits: Habits,
  words: WordModel | undefined,
  models: { readonly seams: Trees; readonly second: Trees },
): readonly Float32Array[] {
  const scores = secondScores(block, firstScores(block, habits, words, models.seams), habits, models.second);
  for (const [at, row] of block.rows.entries()) respectAtoms(row, scores[at] as Float32Array);
  return scores;
}
