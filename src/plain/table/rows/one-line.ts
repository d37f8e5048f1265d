/**
 * A table that was printed as one line has no rows: they are where the columns begin again.
 *
 *   TownMayorVotesOsloAnne Lae120BergenMarit War98
 *                 ^^^^^^^^^^^^^^^                    word, name, number; word, name, number
 *
 * For each number of columns the line is cut into rows, which are then read as any others.
 */
import { CLASS } from '../seams/characters.ts';
import { lastUnitOf } from '../seams/last-unit.ts';
import { leftOf, type Row } from '../seams/row.ts';
import { type Edges, nearCells, startsFor } from './row-chain.ts';

const MOST_COLUMNS = 7;
export const FEWEST_CELLS = 4;
/** Longer lines have more places than are worth a look. */
const MOST_EDGES = 500;
const POSSIBLE = -2;
const STRONGEST = 4;
/** The number of columns is chosen by the rows that it makes: so many answers are tried. */
const TRIED = 3;

/** The line as rows, the likeliest ways first, and none but those in which all rows end in the unit that the line does, where there are such; none where it does not look like a table. */
export function rowSplits(row: Row, scores: Float32Array): string[][] {
  const edges = edgesOf(row, scores);
  const likely = edges.scores.filter((score) => score > 0).length;
  if (likely < FEWEST_CELLS - 1) return [];
  const near = nearCells(row, edges.at);
  const splits: { rows: string[]; value: number }[] = [];
  for (let columns = 2; columns <= Math.min(MOST_COLUMNS, (likely + 1) / 2); columns += 1) {
    const { starts, value } = startsFor(near, edges, columns);
    if (starts.length < 2) continue;
    const rows = starts.map((start, at) => row.text.slice(start, starts[at + 1] ?? row.text.length).trim());
    splits.push({ rows, value });
  }
  const unit = lastUnitOf([row.text]);
  const isWhole = ({ rows }: { rows: readonly string[] }) =>
    unit !== undefined && rows.slice(1).every((text) => text.endsWith(unit));
  return (splits.some(isWhole) ? splits.filter(isWhole) : splits)
    .sort((a, b) => b.value - a.value)
    .slice(0, TRIED)
    .map(({ rows }) => rows);
}

function edgesOf(row: Row, scores: Float32Array): Edges {
  const { places, text, classes } = row;
  const likely = Array.from(places.keys()).filter((at) => (scores[at] as number) > POSSIBLE);
  const kept = likely
    .sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b)
    .slice(0, MOST_EDGES)
    .sort((a, b) => a - b);
  const cuts = kept.map((at) => Math.max(-STRONGEST, Math.min(STRONGEST, scores[at] as number)));
  const at = [0, ...kept.map((place) => places[place] as number), text.length];
  const endsSentence = at.map((edge) => edge > 0 && classes[leftOf(row, edge)] === CLASS.stop);
  return { at, scores: [0, ...cuts, 0], endsSentence };
}
