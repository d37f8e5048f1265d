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
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  let at = 0;
  const u16 = () => view.getUint16((at += 2) - 2, true);
  const f32 = () => view.getFloat32((at += 4) - 4, true);
  const thresholds: Float32Array[] = [];
  for (let features = u16(); features > 0; features -= 1) {
    const table = new Float32Array(u16());
    for (let index = 0; index < table.length; index += 1) table[index] = f32();
    thresholds.push(table);
  }
  const roots = new Uint32Array(u16());
  const start = f32();
  const feature: number[] = [];
  const value: number[] = [];
  const right: number[] = [];
  for (let tree = 0; tree < roots.length; tree += 1) {
    roots[tree] = feature.length;
    // A binary tree in preorder is complete when as many leaves were read as nodes were opened.
    for (let open = 1; open > 0; ) {
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
        right.push(1 + u16());
        open += 1;
      }
    }
  }
  return {
    start,
    feature: Int16Array.from(feature),
    value: Float32Array.from(value),
    right: Uint16Array.from(right),
    roots,
  };
}

/** The form of training/extraction/model_file.py, which is that of `Trees`: nothing is done with the bytes. */
export function readEnsemble(reader: ByteReader): Trees {
  const trees = reader.u32();
  const nodes = reader.u32();
  return {
    start: 0,
    roots: reader.u32s(trees),
    value: reader.f32s(nodes),
    right: reader.u16s(nodes),
    feature: reader.i16s(nodes),
  };
}
