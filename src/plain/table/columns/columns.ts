/**
 * Which pieces of the rows make which columns: for a given number of columns, dynamic programming over the edges and columns
 * of each row against the profiles that the other rows give, until the rows agree.
 */
import { type CandidateRow, TRAITS } from './cells.ts';

/** For each row and column the edges of its cell, from and to; equal where the cell is empty. */
export interface Assignment {
  readonly columns: number;
  readonly cells: readonly Int32Array[];
  /** Per row: the value of its assignment, of its cells alone, and of its cuts alone. */
  readonly values: Float32Array;
  readonly cellValues: Float32Array;
  readonly cutValues: Float32Array;
  /** What speaks against the cells of a row by their form alone, on average; no part of the values. */
  readonly oddity: number;
}

const ROUNDS = 3;
/** The header fits its own kind, not the profile of the body. */
const HEADER_FIT = 0.35;
const HEADER_WEIGHT = 0.25;
const EMPTY_WEIGHT = 0.9;
/** An empty cell that nothing speaks for. */
const EMPTY_COST = 0.6;
const SMOOTHING = 1.5;

/**
 * Where the pieces of a row with fewer of them than columns stand at first. In groups a row that nothing cuts names those below it:
 *
 *   Stop | Area  | Version          filled from the right, but for `First`, which stays where it is
 *   First
 *          North | 3.1
 */
export type Start = 'left' | 'right' | 'groups';

export function assign(rows: readonly CandidateRow[], ids: number, columns: number, from: Start): Assignment {
  let cells = rows.map((row) => firstGuess(row, columns, from));
  const values = new Float32Array(rows.length);
  const cellValues = new Float32Array(rows.length);
  const cutValues = new Float32Array(rows.length);
  let oddities = 0;
  const profile = newProfile(columns, ids);
  for (let round = 0; round < ROUNDS; round += 1) {
    fill(profile, rows, cells);
    oddities = 0;
    const next = rows.map((row, index) => {
      if (from === 'groups' && index > 0 && isLone(row)) return cells[index] as Int32Array;
      const weight = weightOf(cells[index] as Int32Array, columns, index);
      add(profile, row, cells[index] as Int32Array, -weight);
      const best = bestRow(row, profile, index === 0 ? HEADER_FIT : 1);
      add(profile, row, cells[index] as Int32Array, weight);
      values[index] = best.value;
      cutValues[index] = best.cuts;
      cellValues[index] = best.value - best.cuts;
      oddities += best.oddities;
      return best.cells;
    });
    const same = next.every((row, index) => row.every((edge, at) => edge === (cells[index] as Int32Array)[at]));
    cells = next;
    if (same) break;
  }
  return { columns, cells, values, cellValues, cutValues, oddity: oddities / rows.length };
}

/** Whether no place of a row is likelier a cut than not. */
export const isLone = ({ scores }: CandidateRow): boolean => scores.every((score) => score <= 0);

function firstGuess(row: CandidateRow, columns: number, from: Start): Int32Array {
  const { edges, scores } = row;
  const cells = new Int32Array(columns * 2);
  if (from === 'groups' && isLone(row)) return cells.fill(edges.length - 1, 1);
  const cuts = scores
    .map((score, at) => ({ score, at }))
    .slice(1, -1)
    .filter(({ score }) => score > -1.5)
    .sort((a, b) => b.score - a.score || a.at - b.at)
    .slice(0, columns - 1)
    .map(({ at }) => at)
    .sort((a, b) => a - b);
  const bounds = [0, ...cuts, edges.length - 1];
  const filled = bounds.length - 1;
  for (let column = 0; column < columns; column += 1) {
    const piece = from === 'left' ? column : column - (columns - filled);
    const start = Math.max(0, Math.min(piece, filled));
    cells[column * 2] = bounds[start] as number;
    cells[column * 2 + 1] = bounds[Math.max(0, Math.min(piece + 1, filled))] as number;
  }
  return cells;
}

interface Profile {
  readonly columns: number;
  /** Weight of the rows whose cell in a column has a trait: [trait id × columns + column]. */
  readonly traits: Float32Array;
  readonly totals: Float32Array;
  readonly filled: Float32Array;
  readonly rows: Float32Array;
}

const newProfile = (columns: number, ids: number): Profile => ({
  columns,
  traits: new Float32Array(ids * columns),
  totals: new Float32Array(ids),
  filled: new Float32Array(columns),
  rows: new Float32Array(2),
});

/** Rows with empty cells weigh little: else a shifted majority teaches the profile its own error. */
function weightOf(cells: Int32Array, columns: number, index: number): number {
  let filled = 0;
  for (let column = 0; column < columns; column += 1) if (cells[column * 2] !== cells[column * 2 + 1]) filled += 1;
  return (filled / columns) ** 3 * (index === 0 ? HEADER_WEIGHT : 1);
}

function fill(profile: Profile, rows: readonly CandidateRow[], cells: readonly Int32Array[]): void {
  for (const array of [profile.traits, profile.totals, profile.filled, profile.rows]) array.fill(0);
  for (const [index, row] of rows.entries()) {
    const own = cells[index] as Int32Array;
    add(profile, row, own, weightOf(own, profile.columns, index));
  }
}

function add(
  { columns, traits, totals, filled, rows }: Profile,
  row: CandidateRow,
  cells: Int32Array,
  weight: number,
): void {
  rows[0] = (rows[0] as number) + weight;
  for (let column = 0; column < columns; column += 1) {
    const ids = row.traits[(cells[column * 2] as number) * row.edges.length + (cells[column * 2 + 1] as number)];
    if (ids === undefined) continue;
    filled[column] = (filled[column] as number) + weight;
    rows[1] = (rows[1] as number) + weight;
    for (const id of ids) {
      traits[id * columns + column] = (traits[id * columns + column] as number) + weight;
      totals[id] = (totals[id] as number) + weight;
    }
  }
}

/** How well the traits of a row fit a column. The cells of a row share most of them. */
function fitTraits({ ids, kinds }: CandidateRow, profile: Profile, column: number, fits: Float64Array): void {
  for (let at = 0; at < ids.length; at += 1)
    fits[at] = traitFit(profile, kinds[at] as number, ids[at] as number, column);
}

/** How much better a cell fits a column than it fits the table as a whole. */
function cellFit(own: Uint16Array, cell: number, fits: Float64Array): number {
  const from = cell * TRAITS.length;
  let sum = 0;
  for (let at = from; at < from + TRAITS.length; at += 1) sum += fits[own[at] as number] as number;
  return sum;
}

function traitFit(
  { columns, traits, totals, filled, rows }: Profile,
  kind: number,
  id: number,
  column: number,
): number {
  const { weight, common } = TRAITS[kind] as (typeof TRAITS)[number];
  const total = Math.max(0, totals[id] as number);
  if (!common && total < 0.01) return 0;
  const expected = (total + 0.3) / ((rows[1] as number) + 1.5);
  const seen = Math.max(0, traits[id * columns + column] as number);
  return weight * Math.log((seen + SMOOTHING * expected) / (((filled[column] as number) + SMOOTHING) * expected));
}

interface BestRow {
  readonly cells: Int32Array;
  readonly value: number;
  readonly cuts: number;
  readonly oddities: number;
}

function bestRow(row: CandidateRow, profile: Profile, fit: number): BestRow {
  const { columns, filled, rows } = profile;
  const {
    edges,
    scores,
    own,
    odd,
    row: { held },
  } = row;
  const count = edges.length;
  const fits = new Float64Array(row.ids.length);
  const best = new Float32Array((columns + 1) * count).fill(-1e9);
  const back = new Int32Array((columns + 1) * count).fill(-1);
  best[0] = 0;
  for (let column = 0; column < columns; column += 1) {
    const share = Math.min(0.98, Math.max(0.02, ((filled[column] as number) + 0.7) / ((rows[0] as number) + 1)));
    const isHeld = column < held.before || column >= columns - held.behind;
    const whenEmpty = isHeld ? 0 : EMPTY_WEIGHT * Math.log(1 - share) - EMPTY_COST;
    const whenFilled = EMPTY_WEIGHT * Math.log(share);
    fitTraits(row, profile, column, fits);
    for (let from = 0; from < count; from += 1) {
      const value = best[column * count + from] as number;
      if (value <= -1e8) continue;
      const stay = (column + 1) * count + from;
      if (value + whenEmpty > (best[stay] as number)) {
        best[stay] = value + whenEmpty;
        back[stay] = from;
      }
      const cut = scores[from] as number;
      // The last column ends where the row does.
      for (let to = column === columns - 1 ? Math.max(from + 1, count - 1) : from + 1; to < count; to += 1) {
        const cell = from * count + to;
        const next = value + cut + whenFilled + fit * cellFit(own, cell, fits) - (odd[cell] as number);
        const state = (column + 1) * count + to;
        if (next > (best[state] as number)) {
          best[state] = next;
          back[state] = from;
        }
      }
    }
  }
  const cells = new Int32Array(columns * 2);
  let edge = count - 1;
  let cuts = 0;
  let oddities = 0;
  for (let column = columns; column > 0; column -= 1) {
    const from = back[column * count + edge] as number;
    cells[column * 2 - 2] = from;
    cells[column * 2 - 1] = edge;
    if (from !== edge) {
      cuts += scores[from] as number;
      oddities += odd[from * count + edge] as number;
    }
    edge = from;
  }
  // The judge learned from values without them.
  return { cells, value: (best[columns * count + count - 1] as number) + oddities, cuts, oddities };
}

/** The text of each cell; rectangular. */
export function textsOf(rows: readonly CandidateRow[], { cells, columns }: Assignment): string[][] {
  return rows.map(({ row, edges }, index) =>
    Array.from({ length: columns }, (_, column) => {
      const own = cells[index] as Int32Array;
      return row.text.slice(edges[own[column * 2] as number], edges[own[column * 2 + 1] as number]).trim();
    }),
  );
}
