/** Gradient-boosted trees: rows of numbers → raw scores, as LightGBM gives them. */
import type { ByteReader } from './byte-reader.ts';

export interface Ensemble {
  readonly trees: number;
  /** Sum of leaf values for each of `count` rows; row r begins at `offset + r * stride`. */
  score(rows: Float32Array, count: number, stride: number, offset: number): Float64Array;
}

/** All trees one after the other. */
interface Nodes {
  /** Where each tree begins: an inner node's place in `nodes`, or `~leaf` for a tree that is one leaf. */
  readonly roots: Int32Array;
  /** Four numbers an inner node: feature, threshold (read through `thresholds`), left and right child; below zero `~leaf`. */
  readonly nodes: Int32Array;
  readonly thresholds: Float32Array;
  readonly values: Float32Array;
}

const WIDTH = 4;

export function readEnsemble(reader: ByteReader): Ensemble {
  const { roots, nodes, thresholds, values } = readNodes(reader);
  return {
    trees: roots.length,
    score(rows, count, stride, offset) {
      const sums = new Float64Array(count);
      for (const root of roots) {
        for (let row = 0, from = offset; row < count; row += 1, from += stride) {
          let at = root;
          while (at >= 0) {
            const goesLeft = (rows[from + (nodes[at] as number)] as number) <= (thresholds[at + 1] as number);
            at = nodes[goesLeft ? at + 2 : at + 3] as number;
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
  const limits = reader.f32s(inner);
  const sides = [reader.i16s(inner), reader.i16s(inner)] as const;
  const features = reader.i16s(inner);
  const values = reader.f32s(leaves);
  const nodes = new Int32Array(inner * WIDTH);
  const thresholds = new Float32Array(nodes.buffer);
  const roots = new Int32Array(trees);
  for (let tree = 0; tree < trees; tree += 1) {
    const node = firstNodes[tree] ?? 0;
    const leaf = firstLeaves[tree] ?? 0;
    const end = firstNodes[tree + 1] ?? 0;
    const place = (child: number) => (child >= 0 ? (child + node) * WIDTH : ~(~child + leaf));
    roots[tree] = node < end ? node * WIDTH : ~leaf;
    for (let at = node; at < end; at += 1) {
      nodes[at * WIDTH] = features[at] ?? 0;
      thresholds[at * WIDTH + 1] = limits[at] ?? 0;
      nodes[at * WIDTH + 2] = place(sides[0][at] ?? 0);
      nodes[at * WIDTH + 3] = place(sides[1][at] ?? 0);
    }
  }
  return { roots, nodes, thresholds, values };
}

/** A raw score as a probability. */
export const sigmoid = (raw: number): number => 1 / (1 + Math.exp(-raw));
