/**
 * Bytes → trees, in the two forms that training writes. The packed form (training/tables/train.py) is little-endian:
 * u16 features, then for each a u16 count and that many f32 thresholds in order, u16 trees, f32 start value, and the trees
 * in preorder: an inner node is u8 feature, u16 threshold index, u16 nodes of its left branch; a leaf is u8 255, f32 value.
 */
import { bytesOf } from './base64.ts';
import type { ByteReader } from './byte-reader.ts';
import type { Trees } from './trees.ts';

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

/** The form of training/extraction/model_file.py: children by number, `~leaf` below zero. Trees are made when asked for. */
export function readEnsemble(reader: ByteReader): () => Trees {
  const trees = reader.u32();
  const inner = reader.u32();
  const leaves = reader.u32();
  const firstNodes = reader.u32s(trees + 1);
  const firstLeaves = reader.u32s(trees + 1);
  const thresholds = reader.f32s(inner);
  const lefts = reader.i16s(inner);
  const rights = reader.i16s(inner);
  const features = reader.i16s(inner);
  const leafValues = reader.f32s(leaves);
  let made: Trees | undefined;
  return () => {
    made ??= inPreorder({ firstNodes, firstLeaves, thresholds, lefts, rights, features, leafValues });
    return made;
  };
}

interface Numbered {
  readonly firstNodes: Uint32Array;
  readonly firstLeaves: Uint32Array;
  readonly thresholds: Float32Array;
  readonly lefts: Int16Array;
  readonly rights: Int16Array;
  readonly features: Int16Array;
  readonly leafValues: Float32Array;
}

function inPreorder({ firstNodes, firstLeaves, thresholds, lefts, rights, features, leafValues }: Numbered): Trees {
  const roots = new Int32Array(firstNodes.length - 1);
  const size = features.length + leafValues.length;
  const feature = new Int16Array(size).fill(-1);
  const value = new Float32Array(size);
  const right = new Int32Array(size);
  let node = 0;
  for (let tree = 0; tree < roots.length; tree += 1) {
    roots[tree] = node;
    const first = firstNodes[tree] as number;
    const firstLeaf = firstLeaves[tree] as number;
    /** Right branches still to place: child, and the node they hang from. */
    const waiting: number[] = [];
    let child = first < (firstNodes[tree + 1] as number) ? 0 : -1;
    for (;;) {
      if (child >= 0) {
        feature[node] = features[first + child] as number;
        value[node] = thresholds[first + child] as number;
        waiting.push(node, rights[first + child] as number);
        child = lefts[first + child] as number;
        node += 1;
        continue;
      }
      value[node] = leafValues[firstLeaf + ~child] as number;
      node += 1;
      if (waiting.length === 0) break;
      child = waiting.pop() as number;
      right[waiting.pop() as number] = node;
    }
  }
  return { start: 0, feature, value, right, roots };
}
