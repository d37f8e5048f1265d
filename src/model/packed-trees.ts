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
  const u16 = (): number => view.getUint16((at += 2) - 2, true);
  const f32 = (): number => view.getFloat32((at += 4) - 4, true);
  const thresholds: Float32Array[] = [];
  for (let features = u16(); features > 0; features -= 1) {
    const table = new Float32Array(u16());
    for (let index = 0; index < table.length; index += 1) table[index] = f32();
    thresholds.push(table);
  }
  const roots = new Uint32Array(u16());
  const start = f32();
  // A node takes five bytes, whatever it is.
  const size = (bytes.length - at) / 5;
  const feature = new Int16Array(size).fill(-1);
  const value = new Float32Array(size);
  const right = new Uint16Array(size);
  let node = 0;
  for (let tree = 0; tree < roots.length; tree += 1) {
    roots[tree] = node;
    // A binary tree in preorder is complete when as many leaves were read as nodes were opened.
    for (let open = 1; open > 0; node += 1, at += 5) {
      const code = bytes[at] as number;
      if (code === LEAF) {
        value[node] = view.getFloat32(at + 1, true);
        open -= 1;
      } else {
        feature[node] = code;
        value[node] = thresholds[code]?.[view.getUint16(at + 1, true)] ?? 0;
        right[node] = 1 + view.getUint16(at + 3, true);
        open += 1;
      }
    }
  }
  return { start, feature, value, right, roots };
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
