/**
 * Boosted trees: numbers in, one sum out. The packed form (training/tables/train.py writes it) is little-endian:
 * u16 features, then for each a u16 count and that many f32 thresholds in order, u16 trees, f32 start value, and the trees
 * in preorder: an inner node is u8 feature, u16 threshold index, u16 nodes of its left branch; a leaf is u8 255, f32 value.
 */
import { bytesOf } from './base64.ts';

export interface Trees {
  readonly start: number;
  /** For each node: the feature, -1 for a leaf. */
  readonly feature: Int16Array;
  /** The threshold of an inner node (left where the value is not above it), the value of a leaf. */
  readonly value: Float32Array;
  /** The node to the right of an inner node; the left one follows it. */
  readonly right: Int32Array;
  readonly roots: Int32Array;
}

const LEAF = 255;

export function readTrees(base64: string): Trees {
  const bytes = bytesOf(base64);
  const view = new DataView(bytes.buffer);
  let at = 0;
  const u16 = () => view.getUint16((at += 2) - 2, true);
  const f32 = () => view.getFloat32((at += 4) - 4, true);
  const thresholds: Float32Array[] = [];
  for (let features = u16(); features > 0; features -= 1) {
    const table = new Float32Array(u16());
    for (let index = 0; index < table.length; index += 1) table[index] = f32();
    thresholds.push(table);
  }
  const roots = new Int32Array(u16());
  const start = f32();
  const feature: number[] = [];
  const value: number[] = [];
  const right: number[] = [];
  for (let tree = 0; tree < roots.length; tree += 1) {
    roots[tree] = feature.length;
    // A binary tree in preorder is complete when as many leaves were read as nodes were opened.
    for (let open = 1; open > 0; ) {
      const node = feature.length;
      const code = view.getUint8(at);
      at += 1;
      if (code === LEAF) {
        feature.push(-1);
        value.push(f32());
        right.push(0);
        open -= 1;
      } else {
        feature.push(code);
        value.push(thresholds[code]?.[u16()] ?? 0);
        right.push(node + 1 + u16());
        open += 1;
      }
    }
  }
  return {
    start,
    feature: Int16Array.from(feature),
    value: Float32Array.from(value),
    right: Int32Array.from(right),
    roots,
  };
}

/** The sum of all trees for the features that begin at `offset`. */
export function evaluate({ start, feature, value, right, roots }: Trees, values: Float32Array, offset = 0): number {
  let sum = start;
  for (let tree = 0; tree < roots.length; tree += 1) {
    let node = roots[tree] as number;
    for (let at = feature[node] as number; at >= 0; at = feature[node] as number) {
      node = (values[offset + at] as number) <= (value[node] as number) ? node + 1 : (right[node] as number);
    }
    sum += value[node] as number;
  }
  return sum;
}

/** `evaluate` for rows that begin at the given offsets. A tree is walked for all rows before the next: it stays near. */
export function evaluateRows(trees: Trees, values: Float32Array, offsets: Int32Array): Float64Array {
  const { start, feature, value, right, roots } = trees;
  const sums = new Float64Array(offsets.length).fill(start);
  for (const root of roots) {
    for (let row = 0; row < offsets.length; row += 1) {
      const offset = offsets[row] as number;
      let node = root;
      for (let at = feature[node] as number; at >= 0; at = feature[node] as number) {
        node = (values[offset + at] as number) <= (value[node] as number) ? node + 1 : (right[node] as number);
      }
      sums[row] = (sums[row] as number) + (value[node] as number);
    }
  }
  return sums;
}
