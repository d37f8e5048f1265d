/**
 * The cells of a line whose rows do not show: for a number of columns dynamic programming over the likely cuts says which cell
 * stands in which column, until the cells of each column are alike. A row begins where the first column does.
 */
import { TRAITS, traitIds, traitsOf } from '../columns/cells.ts';
import type { Row } from '../seams/row.ts';

/** A cell holds no more likely cuts than this. */
const MOST_INSIDE = 7;
const ROUNDS = 4;
const EMPTY_COST = 4;
/** Words of the header are harder to part than what stands under them, and fit their own kind. */
const HEADER_EMPTY_COST = 1;
const HEADER_FIT = 0.35;
/** Sentences stand in the last column, if in one. */
const SENTENCES_LAST = 0.5;
const SMOOTHING = 1.5;

/** Where cells may begin and end. */
export interface Edges {
  /** Indexes of the text; its both ends among them. */
  readonly at: readonly number[];
  readonly scores: readonly number[];
  /** What stands before an edge closes a sentence. */
  readonly endsSentence: readonly boolean[];
}

/** Where rows begin, as indexes of the text, and how well the cells fit their columns. */
export interface RowStarts {
  readonly starts: readonly number[];
  readonly value: number;
}

export const startsFor = (near: NearCells, edges: Edges, columns: number): RowStarts =>
  phasesOf(edges, columns)
    .map((chain) => solve(near, edges, columns, chain))
    .reduce((best, other) => (other.value > best.value ? other : best));

/** The traits of the cells between near edges: [from × MOST_INSIDE + edges inside]. */
export interface NearCells {
  readonly traits: readonly (Int32Array | undefined)[];
  readonly ids: number;
}

export function nearCells(row: Row, at: readonly number[]): NearCells {
  const ids = traitIds();
  const traits: (Int32Array | undefined)[] = [];
  for (let from = 0; from < at.length; from += 1)
    for (let inside = 0; inside < MOST_INSIDE; inside += 1) {
      const to = at[from + inside + 1];
      traits.push(to === undefined ? undefined : traitsOf(row, at[from] as number, to, ids.idOf));
    }
  return { traits, ids: ids.size() };
}

/** Which cells there are, by their first edges, and the column of each. */
interface Chain {
  readonly from: readonly number[];
  readonly columns: readonly number[];
}

/**
 * Where the likely cuts may be at first: the columns begin with the line; or they end with it, since the words of the header are
 * harder to part than the cells below; or the last of them has the sentences.
 */
function phasesOf({ at, scores, endsSentence }: Edges, columns: number): Chain[] {
  const from = scores.flatMap((score, edge) => (edge === 0 || (score > 0 && edge < at.length - 1) ? [edge] : []));
  const spare = (columns - (from.length % columns)) % columns;
  const sentences = new Array<number>(columns).fill(0);
  for (let cell = 0; cell < from.length; cell += 1)
    if (endsSentence[from[cell + 1] ?? at.length - 1])
      sentences[cell % columns] = (sentences[cell % columns] as number) + 1;
  const most = Math.max(...sentences);
  const text = most > 0 ? sentences.indexOf(most) : columns - 1;
  return [...new Set([0, spare, columns - 1 - text])].map((phase) => ({
    from,
    columns: from.map((_, cell) => (cell === 0 ? 0 : (cell + phase) % columns)),
  }));
}

function solve(near: NearCells, edges: Edges, columns: number, first: Chain): RowStarts {
  let chain = first;
  let value = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const next = bestChain(near, edges, columns, profileOf(near, chain, columns, edges.at.length));
    const same = next.chain.from.join() === chain.from.join() && next.chain.columns.join() === chain.columns.join();
    chain = next.chain;
    value = next.value;
    if (same) break;
  }
  const starts = chain.from.filter(
    (_, at) => at === 0 || (chain.columns[at] as number) <= (chain.columns[at - 1] as number),
  );
  const last = chain.columns.flatMap((column, at) =>
    column === columns - 1 ? [edges.endsSentence[chain.from[at + 1] ?? edges.at.length - 1]] : [],
  );
  const inLast = last.filter(Boolean).length / Math.max(1, starts.length);
  return {
    starts: starts.map((edge) => edges.at[edge] as number),
    value: value / chain.from.length + SENTENCES_LAST * inLast,
  };
}

interface Profile {
  /** How many cells of a column have a trait: [trait × columns + column]. */
  readonly counts: Float32Array;
  readonly totals: Float32Array;
  readonly filled: Float32Array;
  /** The column of the cell from an edge on, and the edges inside it; -1 where no cell begins. */
  readonly column: Int32Array;
  readonly inside: Int32Array;
  /** How well a trait fits a column, as far as it was asked: laid out as `counts`. */
  readonly fits: Float64Array;
}

function profileOf({ traits, ids }: NearCells, chain: Chain, columns: number, edges: number): Profile {
  const counts = new Float32Array(ids * columns);
  const totals = new Float32Array(ids);
  const filled = new Float32Array(columns);
  const column = new Int32Array(edges).fill(-1);
  const inside = new Int32Array(edges);
  for (const [at, from] of chain.from.entries()) {
    const own = chain.columns[at] as number;
    column[from] = own;
    inside[from] = (chain.from[at + 1] ?? edges - 1) - from - 1;
    filled[own] = (filled[own] as number) + 1;
    if ((inside[from] as number) >= MOST_INSIDE) continue;
    for (const id of traits[from * MOST_INSIDE + (inside[from] as number)] ?? []) {
      counts[id * columns + own] = (counts[id * columns + own] as number) + 1;
      totals[id] = (totals[id] as number) + 1;
    }
  }
  return { counts, totals, filled, column, inside, fits: new Float64Array(ids * columns).fill(Number.NaN) };
}

/** How much better a cell fits a column than all columns, its own part in the profile left out. */
function fitOf(
  profile: Profile,
  ids: Int32Array,
  columns: number,
  column: number,
  isOwn: boolean,
  all: number,
): number {
  const { fits } = profile;
  let sum = 0;
  for (let kind = 0; kind < TRAITS.length; kind += 1) {
    const id = ids[kind] as number;
    if (isOwn) {
      sum += traitFit(profile, kind, id, columns, column, 1, all);
      continue;
    }
    const at = id * columns + column;
    if (Number.isNaN(fits[at])) fits[at] = traitFit(profile, kind, id, columns, column, 0, all);
    sum += fits[at] as number;
  }
  return sum;
}

function traitFit(
  { counts, totals, filled }: Profile,
  kind: number,
  id: number,
  columns: number,
  column: number,
  own: number,
  all: number,
): number {
  const { weight, common } = TRAITS[kind] as (typeof TRAITS)[number];
  const total = (totals[id] as number) - own;
  if (!common && total < 1) return 0;
  const expected = (total + 0.3) / (all + 1.5);
  const seen = (counts[id * columns + column] as number) - own;
  const rest = (filled[column] as number) - own;
  return weight * Math.log((seen + SMOOTHING * expected) / ((rest + SMOOTHING) * expected));
}

function bestChain(
  { traits }: NearCells,
  edges: Edges,
  columns: number,
  profile: Profile,
): { chain: Chain; value: number } {
  const count = edges.at.length;
  const all = profile.filled.reduce((sum, value) => sum + value, 0);
  const width = columns * 2;
  const best = new Float64Array(count * width).fill(-1e9);
  const back = new Int32Array(count * width).fill(-1);
  // State: the edge at which the next cell begins, and its column: those of the first row, then those of all others.
  best[0] = 0;
  for (let from = 0; from < count - 1; from += 1) {
    // A cell that is not there: the column is passed over.
    for (let step = 0; step < width * 2 && from > 0; step += 1) {
      const state = step % width;
      const to = state + 1 < width ? state + 1 : columns;
      const value = (best[from * width + state] as number) - (state < columns ? HEADER_EMPTY_COST : EMPTY_COST);
      if (value <= (best[from * width + to] as number)) continue;
      best[from * width + to] = value;
      back[from * width + to] = back[from * width + state] as number;
    }
    for (let inside = 0; inside < MOST_INSIDE && from + inside + 1 < count; inside += 1) {
      const ids = traits[from * MOST_INSIDE + inside] as Int32Array;
      const to = from + inside + 1;
      for (let state = 0; state < width; state += 1) {
        const value = best[from * width + state] as number;
        if (value <= -1e8) continue;
        const column = state % columns;
        const isOwn = profile.column[from] === column && profile.inside[from] === inside;
        const fit = fitOf(profile, ids, columns, column, isOwn, all) * (state < columns ? HEADER_FIT : 1);
        const next = value + (edges.scores[to] as number) + fit;
        const follower = to * width + (state + 1 < width ? state + 1 : columns);
        if (next <= (best[follower] as number)) continue;
        best[follower] = next;
        back[follower] = from * width + state;
      }
    }
  }
  // The last row is whole, or lacks cells at the price of each.
  let last = (count - 1) * width + columns;
  let value = best[last] as number;
  for (let column = 1; column < columns; column += 1) {
    const short = (best[(count - 1) * width + columns + column] as number) - EMPTY_COST * (columns - column);
    if (short <= value) continue;
    value = short;
    last = (count - 1) * width + columns + column;
  }
  const from: number[] = [];
  const own: number[] = [];
  for (let state = back[last] as number; state >= 0; state = back[state] as number) {
    from.push(Math.floor(state / width));
    own.push((state % width) % columns);
  }
  return { chain: { from: from.reverse(), columns: own.reverse() }, value };
}
