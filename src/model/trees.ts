/** Boosted trees: numbers in, one sum out. All models are such trees, however their files pack them. */

/** All trees one after the other, in preorder: an inner node's left branch follows it. */
export interface Trees {
  readonly start: number;
  /** For each node: the feature, -1 for a leaf. */
  readonly feature: Int16Array;
  /** The threshold of an inner node (left where the value is not above it), the value of a leaf. */
  readonly value: Float32Array;
  /** The node to the right of an inner node. */
  readonly right: Int32Array;
  readonly roots: Int32Array;
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
    node = (values[offset + at] as number) <= (value[node] as number) ? node + 1 : (right[node] as number);
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

/** `evaluate` for the given rows of a table: the same sums to the last bit, in a third of the time. */
export function evaluateRows(trees: Trees, matrix: Matrix, rows: Int32Array): Float64Array {
  const sums = new Float64Array(rows.length).fill(trees.start);
  const size = Math.min(CHUNK, rows.length);
  const order = new Int32Array(size);
  const buffers = [new Int32Array(size), new Int32Array(size)] as const;
  for (let from = 0; from < rows.length; from += CHUNK) {
    const offsets = rows.subarray(from, from + CHUNK).map((row) => row * matrix.row);
    for (let at = 0; at < offsets.length; at += 1) order[at] = at;
    const chunk = { offsets, order, buffers, waiting: [], sums: sums.subarray(from, from + CHUNK) };
    for (const root of trees.roots) addTree(trees, root, matrix, chunk);
  }
  return sums;
}

interface Chunk {
  /** Where each row begins. */
  readonly offsets: Int32Array;
  readonly order: Int32Array;
  /** Two arrangements of the rows, read and written in turns. */
  readonly buffers: readonly [Int32Array, Int32Array];
  readonly waiting: number[];
  readonly sums: Float64Array;
}

/**
 * Sends all rows down one tree, node by node: at each the rows are parted into those that go left and those that go
 * right, without a branch that a processor could guess wrong. Where all rows have the same value there is nothing to part.
 */
function addTree({ feature, value, right }: Trees, root: number, matrix: Matrix, chunk: Chunk): void {
  const { values, column, shared, sharedFrom = feature.length } = matrix;
  const { offsets, sums, buffers } = chunk;
  /** Right branches that wait: node, first row, end of rows, buffer. */
  const { waiting } = chunk;
  let size = 0;
  let node = root;
  let from = 0;
  let end = offsets.length;
  let source = chunk.order;
  let target = 0;
  for (;;) {
    const at = feature[node] as number;
    const limit = value[node] as number;
    if (at >= sharedFrom) {
      node = (shared?.[at - sharedFrom] as number) <= limit ? node + 1 : (right[node] as number);
      continue;
    }
    if (at >= 0 && end - from === 1) {
      // One row goes down alone.
      const isLeft = (values[(offsets[source[from] as number] as number) + at * column] as number) <= limit;
      node = isLeft ? node + 1 : (right[node] as number);
      continue;
    }
    if (at >= 0) {
      const into = buffers[target] as Int32Array;
      const shift = at * column;
      let left = from;
      let last = end - 1;
      for (let rank = from; rank < end; rank += 1) {
        const row = source[rank] as number;
        const goesLeft = +((values[(offsets[row] as number) + shift] as number) <= limit);
        into[left] = row;
        into[last] = row;
        left += goesLeft;
        last -= 1 - goesLeft;
      }
      if (left === from) node = right[node] as number;
      else {
        if (left < end) {
          waiting[size] = right[node] as number;
          waiting[size + 1] = left;
          waiting[size + 2] = end;
          waiting[size + 3] = target;
          size += 4;
        }
        node += 1;
        end = left;
      }
      source = into;
      target = 1 - target;
      continue;
    }
    for (let rank = from; rank < end; rank += 1) {
      const row = source[rank] as number;
      sums[row] = (sums[row] as number) + limit;
    }
    if (size === 0) return;
    size -= 4;
    node = waiting[size] as number;
    from = waiting[size + 1] as number;
    end = waiting[size + 2] as number;
    target = waiting[size + 3] as number;
    source = buffers[target] as Int32Array;
    target = 1 - target;
  }
}

/** A raw score as a probability. */
export const sigmoid = (raw: number): number => 1 / (1 + Math.exp(-raw));
