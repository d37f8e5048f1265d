/** The log-odds of a cut at each place of each row: a first look at the places, then a second one at all of them together. */
import { evaluateHopeful, type Trees } from '../../../model/trees.ts';
import type { WordModel } from '../../../model/words.ts';
import { partAnswers } from './answers.ts';
import { partApart } from './apart-numbers.ts';
import { respectAtoms, respectLists } from './atoms.ts';
import { partBehindUnits } from './behind-units.ts';
import type { Block } from './block.ts';
import { raiseBranches } from './branching.ts';
import { agreeOnWords } from './even-words.ts';
import type { Habits } from './habits.ts';
import { keepLastUnit } from './last-unit.ts';
import { keepNeighbours } from './neighbours.ts';
import { partNumbers } from './number-columns.ts';
import { keepTails } from './number-tails.ts';
import { keepPairs } from './pairs.ts';
import { partNames } from './person-names.ts';
import { partScripts } from './script-change.ts';
import { SEAM_FEATURES, seamFeatures } from './seam-features.ts';
import { SECOND_FEATURES, secondFeatures } from './second-look.ts';
import { partSingleWords } from './single-words.ts';
import { keepUnits } from './units.ts';
import { placesBetweenWords } from './whole-words.ts';

/** After so many trees a place below this has never become a cut. */
const LOOK = 30;
const HOPELESS = -3.5;

/** Inside a word that is known whole. */
const NEVER = -8;

export const firstScores = (
  block: Block,
  habits: Habits,
  words: WordModel | undefined,
  seams: Trees,
): readonly Float32Array[] =>
  block.rows.map((row, index) => {
    const asked = block.joint === 'space' ? row.places : placesBetweenWords(row, habits, words);
    const features = seamFeatures(block, index, habits, words, asked);
    const scores = evaluateHopeful(seams, features, SEAM_FEATURES.length, LOOK, HOPELESS);
    if (asked.length === row.places.length) return scores;
    const all = new Float32Array(row.places.length).fill(NEVER);
    for (let at = 0, next = 0; at < all.length; at += 1)
      if (row.places[at] === asked[next]) {
        all[at] = scores[next] as number;
        next += 1;
      }
    return all;
  });

/** In a table at least this share of the rows shows a place that is likelier a cut than not. */
const SHARE_OF_ROWS = 0.3;

/** Rows of which the first look finds hardly a place above this have not become a table by the second one. */
export const UNLIKELY = -0.5;

/** Whether so many places of a row are above a score. */
export function hasPlaces(scores: Float32Array, count: number, least: number): boolean {
  let left = count;
  for (let at = 0; at < scores.length && left > 0; at += 1) if ((scores[at] as number) > least) left -= 1;
  return left === 0;
}

/** Whether enough rows have a place above a score for a table of two columns. */
export function askForCuts(scores: readonly Float32Array[], least: number): boolean {
  const asking = scores.filter((row) => hasPlaces(row, 1, least)).length;
  return asking >= 2 && asking >= scores.length * SHARE_OF_ROWS;
}

const FIGURES = /\d[^ ]*\d/;

/** The forms of numbers can tell of cuts in rows where the first look finds none: `01/06/2021 00:00257`. */
export function haveNumbersApart(block: Block): boolean {
  if (block.joint === 'space' || block.hasGuessedRows) return false;
  if (block.rows.filter(({ figures }) => FIGURES.test(figures)).length < block.rows.length * SHARE_OF_ROWS)
    return false;
  const scores = block.rows.map(({ places }) => new Float32Array(places.length).fill(HOPELESS));
  for (const [at, row] of block.rows.entries()) respectAtoms(row, block.joint, scores[at] as Float32Array);
  partNumbers(block, scores);
  return askForCuts(scores, UNLIKELY);
}

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
  first = firstScores(block, habits, words, models.seams),
): readonly Float32Array[] {
  const scores = secondScores(block, first, habits, models.second);
  for (const [at, row] of block.rows.entries()) {
    respectAtoms(row, block.joint, scores[at] as Float32Array);
    // A line that holds a whole table has the items of one cell behind each other.
    if (block.joint === 'glued' && block.rows.length > 1 && !block.hasGuessedRows)
      respectLists(row, scores[at] as Float32Array);
  }
  if (!block.hasGuessedRows) {
    keepUnits(block, scores);
    partAnswers(block, scores);
    partApart(block, scores);
    keepPairs(block, scores);
  }
  if (block.joint === 'glued' && (block.hasGuessedRows || block.rows.length === 1)) keepLastUnit(block, scores);
  if (block.joint === 'space') {
    raiseBranches(block, scores);
    partBehindUnits(block, scores);
    keepNeighbours(block, habits.neighbours(), scores);
    agreeOnWords(block, scores);
    partSingleWords(block, scores);
    partScripts(block, scores);
    partNames(block, scores);
  } else if (!block.hasGuessedRows) {
    partNumbers(block, scores);
    keepTails(block, scores);
  }
  return scores;
}
