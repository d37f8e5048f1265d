/** Columns of numbers in one piece of memory: one for each would take longer to get and to give back than to fill. */
export interface Columns {
  readonly bytes: (length: number) => Uint8Array;
  readonly shorts: (length: number) => Uint16Array;
  readonly integers: (length: number) => Int32Array;
  readonly floats: (length: number) => Float32Array;
  readonly doubles: (length: number) => Float64Array;
}

/** All begin at a multiple of so many bytes. */
const ALIGNED = 8;

/** @param most bytes that are held ready; what is more has memory of its own */
export function columnsIn(most: number): Columns {
  const memory = new ArrayBuffer(most);
  let used = 0;
  /** Where so many bytes are free. */
  const take = (size: number): number => {
    const from = used;
    if (from + size > most) return -1;
    used = Math.ceil((from + size) / ALIGNED) * ALIGNED;
    return from;
  };
  return {
    bytes: (length) => {
      const from = take(length);
      return from === -1 ? new Uint8Array(length) : new Uint8Array(memory, from, length);
    },
    shorts: (length) => {
      const from = take(length * 2);
      return from === -1 ? new Uint16Array(length) : new Uint16Array(memory, from, length);
    },
    integers: (length) => {
      const from = take(length * 4);
      return from === -1 ? new Int32Array(length) : new Int32Array(memory, from, length);
    },
    floats: (length) => {
      const from = take(length * 4);
      return from === -1 ? new Float32Array(length) : new Float32Array(memory, from, length);
    },
    doubles: (length) => {
      const from = take(length * 8);
      return from === -1 ? new Float64Array(length) : new Float64Array(memory, from, length);
    },
  };
}
