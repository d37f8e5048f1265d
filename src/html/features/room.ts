/**
 * Room for the arrays of one page, cut from few buffers: a page takes more than a hundred arrays, most of them short, and to
 * make a buffer for each costs more than to fill it.
 */
export class Room {
  private buffer = new ArrayBuffer(0);
  private end = 0;
  private readonly chunk: number;

  /** @param chunk bytes of a buffer; what is longer gets one of its own */
  constructor(chunk = 1 << 16) {
    this.chunk = chunk;
  }

  /** All zero, as are the others. */
  floats(length: number): Float64Array<ArrayBuffer> {
    const from = this.take(length * Float64Array.BYTES_PER_ELEMENT);
    return new Float64Array(this.buffer, from, length);
  }

  ints(length: number): Int32Array<ArrayBuffer> {
    const from = this.take(length * Int32Array.BYTES_PER_ELEMENT);
    return new Int32Array(this.buffer, from, length);
  }

  bytes(length: number): Uint8Array<ArrayBuffer> {
    const from = this.take(length);
    return new Uint8Array(this.buffer, from, length);
  }

  /** Where so many bytes begin that no other array has. */
  private take(bytes: number): number {
    const from = Math.ceil(this.end / LARGEST) * LARGEST;
    if (from + bytes <= this.buffer.byteLength) {
      this.end = from + bytes;
      return from;
    }
    this.buffer = new ArrayBuffer(Math.max(this.chunk, bytes));
    this.end = bytes;
    return 0;
  }
}

/** Arrays begin at multiples of the size of their elements. */
const LARGEST = Float64Array.BYTES_PER_ELEMENT;
