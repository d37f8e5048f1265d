/** Reads little-endian numbers from bytes, front to back; arrays of small numbers are padded to four bytes. */
export interface ByteReader {
  u32(): number;
  u32s(count: number): Uint32Array;
  f32s(count: number): Float32Array;
  i16s(count: number): Int16Array;
  u8s(count: number): Uint8Array;
}

export function readBytes(bytes: Uint8Array): ByteReader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const take = <T>(count: number, width: number, read: (at: number) => T): T => {
    const from = at;
    at += Math.ceil((count * width) / 4) * 4;
    return read(from);
  };
  const fill = <T extends Uint32Array | Float32Array | Int16Array>(
    into: T,
    width: number,
    get: (at: number) => number,
  ): T =>
    take(into.length, width, (from) => {
      for (let index = 0; index < into.length; index += 1) into[index] = get(from + index * width);
      return into;
    });
  return {
    u32: () => take(1, 4, (from) => view.getUint32(from, true)),
    u32s: (count) => fill(new Uint32Array(count), 4, (from) => view.getUint32(from, true)),
    f32s: (count) => fill(new Float32Array(count), 4, (from) => view.getFloat32(from, true)),
    i16s: (count) => fill(new Int16Array(count), 2, (from) => view.getInt16(from, true)),
    u8s: (count) => take(count, 1, (from) => bytes.slice(from, from + count)),
  };
}
