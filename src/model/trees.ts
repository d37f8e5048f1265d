/** Boosted trees: numbers in, one sum out. All models are such trees, however their files pack them. */

/** All trees one after the other, in preorder: an inner node's left branch follows it. */
export interface Trees {
  readonly start: number;
  /** For each node: the feature, -1 for a leaf. */
  readonly feature: Int16Array;
  /** The threshold of an inner node (left where the value is not above it), the value of a leaf. */
  readonly value: Float32Array;
  /** How many nodes behind an inner node its right branch begins. */
  readonly right: Uint16Array;
  readonly roots: Uint32Array;
}

/** Feature f of row r stands at `values[r * row + f * column]`. */
export interface Matrix {
  readonly values: Float32Array;
  readonly row: number;
  readonly column: number;
  /** Values that are the same for all rows: of the features from number `sharedFrom` on. */
  readonly shared?: Float32Array;
  readonly sharedFrom?: number;
}

/** The sum of all trees for the features that begin at `offset`. */
export function evaluate(trees: Trees, values: Float32Array, offset = 0): number {
  const { start, roots } = trees;
  let sum = start;
  for (let tree = 0; tree < roots.length; tree += 1) sum += leafValue(trees, roots[tree] as number, values, offset);
  return sum;
}

/** The value of the leaf that a row comes to from the root of a tree. */
function leafValue({ feature, value, right }: Trees, root: number, values: Float32Array, offset: number): number {
  let node = root;
  for (let at = feature[node] as number; at >= 0; at = feature[node] as number) {
    node = (values[offset + at] as number) <= (value[node] as number) ? node + 1 : node + (right[node] as number);
  }
  return value[node] as number;
}

/**
 * `evaluate` for rows of `width` features one after the other. What the first `look` trees call hopeless, below `least`, keeps
 * the sum that it has by then: most rows do, and the other trees would not change what they come to.
 */
export function evaluateHopeful(
  trees: Trees,
  values: Float32Array,
  width: number,
  look: number,
  least: number,
): Float32Array {
  const { start, roots } = trees;
  const sums = new Float32Array(values.length / width);
  for (let row = 0; row < sums.length; row += 1) {
    const offset = row * width;
    let sum = start;
    for (let tree = 0; tree < roots.length && (tree < look || sum >= least); tree += 1)
      sum += leafValue(trees, roots[tree] as number, values, offset);
    sums[row] = sum;
  }
  return sums;
}

/** So many rows at a time stay near. */
const CHUNK = 1024;

/** Rows whose sum after the first `look` trees is below `least` are not shown to the others: they get `slope` times that sum, plus `base`. */
export interface Hopeful {
  readonly look: number;
  readonly least: number;
  readonly slope: number;
  readonly base: number;
}

/**
 * `evaluate` for the first `count` rows of a table: the same sums to the last bit, in a sixth of the time.
 * @param hopeful which rows all trees are worth; without it all are
 */
export function evaluateRows(trees: Trees, matrix: Matrix, count: number, hopeful?: Hopeful): Float64Array {
  const sums = new Float64Array(count).fill(trees.start);
  const bounds = boundsOf(matrix, count);
  for (let from = 0; from < count; from += CHUNK) {
    const rows = new Int32Array(Math.min(CHUNK, count - from));
    for (let at = 0; at < rows.length; at += 1) rows[at] = (from + at) * matrix.row;
    const last = trees.roots.length;
    const waiting = waitingFor(rows);
    if (hopeful === undefined) addTrees(trees, 0, last, matrix, rows, sums, waiting, bounds);
    else {
      addTrees(trees, 0, hopeful.look, matrix, rows, sums, waiting, bounds);
      addTrees(trees, hopeful.look, last, matrix, hopefulOf(rows, matrix.row, sums, hopeful), sums, waiting, bounds);
    }
  }
  return sums;
}

/** The rows that are left; the sums of the others become what they may be expected to come to. */
function hopefulOf(rows: Int32Array, width: number, sums: Float64Array, { least, slope, base }: Hopeful): Int32Array {
  let count = 0;
  for (let rank = 0; rank < rows.length; rank += 1) {
    const start = rows[rank] as number;
    const row = width === 1 ? start : start / width;
    const sum = sums[row] as number;
    if (sum < least) sums[row] = slope * sum + base;
    else {
      rows[count] = start;
      count += 1;
    }
  }
  return rows.subarray(0, count);
}

const UNBOUNDED: Bounds = { least: new Float32Array(0), most: new Float32Array(0) };

/** Working space for `addTrees`: at each branch that waits there waits a row. */
export const waitingFor = (rows: Int32Array): Int32Array => new Int32Array(rows.length * 3);

/**
 * Adds the trees from number `first` to before number `last` to the sums of some rows of a table. `rows` says where the values of each
 * begin; it is left in another order.
 */
export function addTrees(
  trees: Trees,
  first: number,
  last: number,
  matrix: Matrix,
  rows: Int32Array,
  sums: Float64Array,
  waiting = waitingFor(rows),
  bounds = UNBOUNDED,
): void {
  for (let tree = first; tree < last; tree += 1)
    addTree(trees, trees.roots[tree] as number, matrix, bounds, rows, waiting, sums);
}

/** By feature its least and its greatest value, where the table says which values all rows share: then the rows are a page's. */
interface Bounds {
  readonly least: Float32Array;
  readonly most: Float32Array;
}

function boundsOf({ values, row, column, shared, sharedFrom = 0 }: Matrix, count: number): Bounds {
  const features = sharedFrom + (shared?.length ?? 0);
  const [least, most] = [new Float32Array(features), new Float32Array(features)];
  for (let feature = 0; feature < sharedFrom; feature += 1) {
    let low = Infinity;
    let high = -Infinity;
    const from = feature * column;
    const end = from + count * row;
    for (let at = from; at < end; at = (at + row) | 0) {
      const value = values[at] as number;
      if (value < low) low = value;
      // A number that is none is above all limits.
      if (!(value <= high)) high = value > high ? value : Infinity;
    }
    least[feature] = low;
    most[feature] = high;
  }
  for (let feature = sharedFrom; feature < features; feature += 1) {
    const value = shared?.[feature - sharedFrom] as number;
    least[feature] = most[feature] = Number.isNaN(value) ? Infinity : value;
  }
  return { least, most };
}

/**
 * Sends all rows down one tree, node by node: at each they are parted into those that go left and those that go right, but
 * where the bounds tell that all go one way: a third of the ways on a page.
 * `rows` says where their values begin; `waiting` is working space.
 * The order that this leaves `rows` in is a good one for the next tree: rows that are alike stand together.
 */
function addTree(
  { feature, value, right }: Trees,
  root: number,
  { values, row: width, column }: Matrix,
  { least, most }: Bounds,
  rows: Int32Array,
  waiting: Int32Array,
  sums: Float64Array,
): void {
  /** Right branches wait as node, first row, end of rows; here the next is put. */
  let waits = 0;
  let node = root;
  let from = 0;
  let end = rows.length;
  for (;;) {
    const at = feature[node] as number;
    const limit = value[node] as number;
    if (at >= 0) {
      if (at < most.length) {
        const isLeft = (most[at] as number) <= limit;
        if (isLeft || (least[at] as number) > limit) {
          node += isLeft ? 1 : (right[node] as number);
          continue;
        }
      }
      const border = part(rows, from, end, values, Math.imul(at, column), limit);
      if (border === from) node += right[node] as number;
      else {
        if (border < end) {
          waiting[waits] = node + (right[node] as number);
          waiting[waits + 1] = border;
          waiting[waits + 2] = end;
          waits += 3;
        }
        node += 1;
        end = border;
      }
      continue;
    }
    for (let rank = from; rank < end; rank += 1) {
      const start = rows[rank] as number;
      const row = width === 1 ? start : start / width;
      sums[row] = (sums[row] as number) + limit;
    }
    if (waits === 0) return;
    waits -= 3;
    node = waiting[waits] as number;
    from = waiting[waits + 1] as number;
    end = waiting[waits + 2] as number;
  }
}

/**
 * Puts the rows from `from` to before `end` whose value is not above the limit before the others, and gives the place of
 * the first of these. A number that is none is above all limits.
 */
function part(rows: Int32Array, from: number, end: number, values: Float32Array, shift: number, limit: number): number {
  // Each row changes places with the first of the others, then counts or not: no branch is guessed wrong.
  // Sums in 32 bits need no test whether they are still whole numbers.
  let border = from;
  for (let rank = from; rank < end; rank = (rank + 1) | 0) {
    const row = rows[rank] as number;
    rows[rank] = rows[border] as number;
    rows[border] = row;
    border = (border + Number((values[(row + shift) | 0] as number) <= limit)) | 0;
  }
  return border;
}

/** A raw score as a probability. */
export const sigmoid = (raw: number): number => 1 / (1 + Math.exp(-raw));
