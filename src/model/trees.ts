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

/** `evaluate` for the first `count` rows of a table: the same sums to the last bit, in a third of the time. */
export function evaluateRows(trees: Trees, matrix: Matrix, count: number): Float64Array {
  const sums = new Float64Array(count).fill(trees.start);
  const size = Math.min(CHUNK, count);
  const buffers = [new Int32Array(size), new Int32Array(size)] as const;
  for (let from = 0; from < count; from += CHUNK) {
    const order = new Int32Array(Math.min(CHUNK, count - from));
    for (let at = 0; at < order.length; at += 1) order[at] = (from + at) * matrix.row;
    const chunk = { order, buffers, ...boundsOf(matrix, order) };
    for (const root of trees.roots) addTree(trees, root, matrix, chunk, sums);
  }
  return sums;
}

/**
 * The least and the greatest value of each feature that rows may differ in: most of a page's are the same all over it.
 * A number that is none goes right at every branch, as one above all limits does. Nothing of tables that share nothing.
 */
function boundsOf(
  { values, column, sharedFrom = 0 }: Matrix,
  order: Int32Array,
): { least: Float32Array; most: Float32Array } {
  const least = new Float32Array(sharedFrom);
  const most = new Float32Array(sharedFrom);
  for (let at = 0; at < sharedFrom; at += 1) {
    let low = Infinity;
    let high = -Infinity;
    for (const offset of order) {
      const value = values[offset + at * column] as number;
      if (value < low) low = value;
      if (!(value <= high)) high = value > high ? value : Infinity;
    }
    least[at] = low;
    most[at] = high;
  }
  return { least, most };
}

interface Chunk {
  readonly least: Float32Array;
  readonly most: Float32Array;
  /** Where each row begins. */
  readonly order: Int32Array;
  /** Two arrangements of the rows, read and written in turns. */
  readonly buffers: readonly [Int32Array, Int32Array];
}

/**
 * Sends all rows down one tree, node by node: at each the rows are parted into those that go left and those that go
 * right, without a branch that a processor could guess wrong. Where all rows have the same value there is nothing to part.
 */
function addTree(
  { feature, value, right }: Trees,
  root: number,
  matrix: Matrix,
  { order, buffers, least, most }: Chunk,
  sums: Float64Array,
): void {
  const { values, row: width, column, shared, sharedFrom = feature.length } = matrix;
  /** Right branches that wait: node, first row, end of rows, buffer. */
  const waiting: number[] = [];
  let node = root;
  let from = 0;
  let end = order.length;
  let source = order;
  let target = 0;
  for (;;) {
    const at = feature[node] as number;
    const limit = value[node] as number;
    if (at >= sharedFrom) {
      node = (shared?.[at - sharedFrom] as number) <= limit ? node + 1 : (right[node] as number);
      continue;
    }
    if (at >= 0) {
      if (at < most.length) {
        const isLeft = (most[at] as number) <= limit;
        if (isLeft || (least[at] as number) > limit) {
          node = isLeft ? node + 1 : (right[node] as number);
          continue;
        }
      }
      const into = buffers[target] as Int32Array;
      const shift = at * column;
      let left = from;
      let last = end - 1;
      for (let rank = from; rank < end; rank += 1) {
        const offset = source[rank] as number;
        const goesLeft = +((values[offset + shift] as number) <= limit);
        into[left] = offset;
        into[last] = offset;
        left += goesLeft;
        last -= 1 - goesLeft;
      }
      if (left === from) node = right[node] as number;
      else {
        if (left < end) waiting.push(right[node] as number, left, end, target);
        node += 1;
        end = left;
      }
      source = into;
      target = 1 - target;
      continue;
    }
    for (let rank = from; rank < end; rank += 1) {
      const row = (source[rank] as number) / width;
      sums[row] = (sums[row] as number) + limit;
    }
    if (waiting.length === 0) return;
    target = waiting.pop() as number;
    source = buffers[target] as Int32Array;
    target = 1 - target;
    end = waiting.pop() as number;
    from = waiting.pop() as number;
    node = waiting.pop() as number;
  }
}

/** A raw score as a probability. */
export const sigmoid = (raw: number): number => 1 / (1 + Math.exp(-raw));
