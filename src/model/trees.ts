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

/** `evaluate` for the first `count` rows of a table: the same sums to the last bit, in a fifth of the time. */
export function evaluateRows(trees: Trees, matrix: Matrix, count: number): Float64Array {
  const sums = new Float64Array(count).fill(trees.start);
  for (let from = 0; from < count; from += CHUNK) {
    const rows = new Int32Array(Math.min(CHUNK, count - from));
    for (let at = 0; at < rows.length; at += 1) rows[at] = (from + at) * matrix.row;
    for (let tree = 0; tree < trees.roots.length; tree += 1)
      addTree(trees, trees.roots[tree] as number, matrix, rows, sums);
  }
  return sums;
}

/**
 * Sends all rows down one tree, node by node: at each they are parted into those that go left and those that go right.
 * `rows` says where their values begin.
 * The order that this leaves `rows` in is a good one for the next tree: rows that are alike stand together.
 */
function addTree(
  { feature, value, right }: Trees,
  root: number,
  matrix: Matrix,
  rows: Int32Array,
  sums: Float64Array,
): void {
  const { values, row: width, column, shared, sharedFrom = feature.length } = matrix;
  /** Right branches that wait: node, first row, end of rows. */
  const waiting: number[] = [];
  let node = root;
  let from = 0;
  let end = rows.length;
  for (;;) {
    const at = feature[node] as number;
    const limit = value[node] as number;
    if (at >= sharedFrom) {
      node = (shared?.[at - sharedFrom] as number) <= limit ? node + 1 : node + (right[node] as number);
      continue;
    }
    if (at >= 0) {
      const border = part(rows, from, end, values, Math.imul(at, column), limit);
      if (border === from) node += right[node] as number;
      else {
        if (border < end) waiting.push(node + (right[node] as number), border, end);
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
    if (waiting.length === 0) return;
    end = waiting.pop() as number;
    from = waiting.pop() as number;
    node = waiting.pop() as number;
  }
}

/**
 * Puts the rows from `from` to before `end` whose value is not above the limit before the others, and gives the place of
 * the first of these. A number that is none is above all limits.
 */
function part(rows: Int32Array, from: number, end: number, values: Float32Array, shift: number, limit: number): number {
  // Sums in 32 bits need no test whether they are still whole numbers.
  let left = from;
  let last = (end - 1) | 0;
  for (;;) {
    while (left <= last && (values[((rows[left] as number) + shift) | 0] as number) <= limit) left = (left + 1) | 0;
    while (left < last && !((values[((rows[last] as number) + shift) | 0] as number) <= limit)) last = (last - 1) | 0;
    if (left >= last) return left;
    const row = rows[left] as number;
    rows[left] = rows[last] as number;
    rows[last] = row;
    left = (left + 1) | 0;
    last = (last - 1) | 0;
  }
}

/** A raw score as a probability. */
export const sigmoid = (raw: number): number => 1 / (1 + Math.exp(-raw));
