/** The table of features while it is filled, column by column: a column is one loop over the blocks, or over what they stand in. */
import { ratio } from './context.ts';

export class Columns {
  /** One column behind the other. */
  readonly cells: Float32Array;
  /** Blocks. */
  readonly count: number;
  private at = 0;

  constructor(count: number, width: number) {
    this.cells = new Float32Array(count * width);
    this.count = count;
  }

  /** Whether all columns were written. */
  get isFull(): boolean {
    return this.at === this.cells.length;
  }

  /** The next column, a value a block. */
  put(values: ArrayLike<number>): void {
    this.cells.set(values, this.at);
    this.at += this.count;
  }

  /** The next column, the same for all blocks. */
  fill(value: number): void {
    this.cells.fill(value, this.at, this.at + this.count);
    this.at += this.count;
  }

  /** The next column: for each block the value at its place in `index`. */
  gather(values: Float64Array, index: Int32Array): void {
    const { cells, count, at } = this;
    for (let block = 0; block < count; block += 1) cells[at + block] = values[index[block] as number] as number;
    this.at += count;
  }
}

/** Each part as a share of its whole. */
export function ratios(parts: Float64Array, wholes: Float64Array): Float64Array {
  const shares = new Float64Array(parts.length);
  for (let at = 0; at < shares.length; at += 1) shares[at] = ratio(parts[at] as number, wholes[at] as number);
  return shares;
}

/** Each part as a share of one whole. */
export function shares(parts: Float64Array, whole: number): Float64Array {
  const found = new Float64Array(parts.length);
  for (let at = 0; at < found.length; at += 1) found[at] = ratio(parts[at] as number, whole);
  return found;
}

/** A column computed block by block. */
export function each(count: number, value: (block: number) => number): Float64Array {
  const values = new Float64Array(count);
  for (let at = 0; at < count; at += 1) values[at] = value(at);
  return values;
}
