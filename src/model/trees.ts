/** Gradient-boosted trees: rows of numbers → raw scores, as LightGBM gives them. */
import type { ByteReader } from './byte-reader.ts';

export interface Ensemble {
  readonly trees: number;
  /** Sum of leaf values for each of `count` rows; row r begins at `offset + r * stride`. */
  score(rows: Float32Array, count: number, stride: number, offset: number): Float64Array;
}

/** Inner nodes and leaves of all trees one after the other; a child below zero is the leaf `~child`. */
interface Nodes {
  readonly roots: Int32Array;
  readonly features: Uint16Array;
  readonly thresholds: Float32Array;
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly values: Float32Array;
}

export function readEnsemble(reader: ByteReader): Ensemble {
  const nodes = readNodes(reader);
  return {
    trees: nodes.roots.length,
    score(rows, count, stride, offset) {
      const { roots, features, thresholds, left, right, values } = nodes;
      const sums = new Float64Array(count);
      for (const root of roots) {
        for (let row = 0, from = offset; row < count; row += 1, from += stride) {
          let at = root;
          while (at >= 0) {
            const goesLeft = (rows[from + (features[at] as number)] as number) <= (thresholds[at] as number);
            at = (goesLeft ? left[at] : right[at]) as number;
          }
          sums[row] = (sums[row] as number) + (values[~at] as number);
        }
      }
      return sums;
    },
  };
}

function readNodes(reader: ByteReader): Nodes {
  const trees = reader.u32();
  const inner = reader.u32();
  const leaves = reader.u32();
  const firstNodes = reader.u32s(trees + 1);
  const firstLeaves = reader.u32s(trees + 1);
  const thresholds = reader.f32s(inner);
  const sides = [reader.i16s(inner), reader.i16s(inner)] as const;
  const features = Uint16Array.from(reader.i16s(inner));
  const values = reader.f32s(leaves);
  const [left, right] = sides.map((side) => Int32Array.from(side)) as [Int32Array, Int32Array];
  const roots = new Int32Array(trees);
  for (let tree = 0; tree < trees; tree += 1) {
    const node = firstNodes[tree] ?? 0;
    const leaf = firstLeaves[tree] ?? 0;
    const end = firstNodes[tree + 1] ?? 0;
    roots[tree] = node < end ? node : ~leaf;
    for (const side of [left, right]) {
      for (let at = node; at < end; at += 1) {
        const child = side[at] as number;
        side[at] = child >= 0 ? child + node : ~(~child + leaf);
      }
    }
  }
  return { roots, features, thresholds, left, right, values };
}

/** A raw score as a probability. */
export const sigmoid = (raw: number): number => 1 / (1 + Math.exp(-raw));
