/** Reads little-endian numbers from bytes, front to back; arrays of small numbers are padded to four bytes. */
export interface ByteReader {
  u32(): number;
  u32s(count: number): Uint32Array;
  f32s(count: number): Float32Array;
  i16s(count: number): Int16Array;
  u16s(count: number): Uint16Array;
  u8s(count: number): Uint8Array;
}

/** The arrays are views of the bytes where these are aligned and the machine is little-endian, as nearly all are. */
export function readBytes(bytes: Uint8Array): ByteReader {
  const isAligned = bytes.byteOffset % 4 === 0 && IS_LITTLE;
  const own = isAligned ? bytes : Uint8Array.from(bytes);
  let at = 0;
  const take = (count: number, width: number): number => {
    const from = own.byteOffset + at;
    at += Math.ceil((count * width) / 4) * 4;
    if (at > own.byteLength) throw new RangeError('bytes: they end before what they announce');
    if (!IS_LITTLE) swap(new DataView(own.buffer), from, count, width);
    return from;
  };
  return {
    u32: () => new Uint32Array(own.buffer, take(1, 4), 1)[0] as number,
    u32s: (count) => new Uint32Array(own.buffer, take(count, 4), count),
    f32s: (count) => new Float32Array(own.buffer, take(count, 4), count),
    i16s: (count) => new Int16Array(own.buffer, take(count, 2), count),
    u16s: (count) => new Uint16Array(own.buffer, take(count, 2), count),
    u8s: (count) => new Uint8Array(own.buffer, take(count, 1), count),
  };
}

const IS_LITTLE = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** Turns the bytes of each number round. */
function swap(view: DataView, from: number, count: number, width: number): void {
  for (let at = from, end = from + count * width; at < end; at += width) {
    if (width === 2) view.setUint16(at, view.getUint16(at, true), false);
    else if (width === 4) view.setUint32(at, view.getUint32(at, true), false);
  }
}
