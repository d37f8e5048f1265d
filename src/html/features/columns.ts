/**
 * The table of features while it is filled, column by column: each is one loop over the blocks, straight into the
 * table. `index` says for each block where its values stand, such as the element around it.
 */
import { ratio } from './context.ts';

export class Columns {
  /** One column behind the other. */
  readonly cells: Float32Array;
  /** Blocks. */
  readonly count: number;
  /** The index of values by block. */
  readonly blocks: Int32Array;
  private at = 0;

  constructor(count: number, width: number) {
    this.cells = new Float32Array(count * width);
    this.count = count;
    this.blocks = new Int32Array(count);
    for (let block = 0; block < count; block += 1) this.blocks[block] = block;
  }

  /** Whether all columns were written. */
  get isFull(): boolean {
    return this.at === this.cells.length;
  }

  /** The next column, a value a block. */
  put(values: ArrayLike<number>): void {
    this.cells.set(values, this.next());
  }

  /** The next column, the same for all blocks; gives where in `cells` it begins, for those that differ to be written. */
  fill(value: number): number {
    const from = this.next();
    this.cells.fill(value, from, from + this.count);
    return from;
  }

  /** The next column, to be written block by block: a loop, for a function a value would cost a number on the heap each. */
  column(): Float32Array {
    const from = this.next();
    return this.cells.subarray(from, from + this.count);
  }

  gather(values: Float64Array, index: Int32Array): void {
    const { cells, count } = this;
    const from = this.next();
    for (let block = 0; block < count; block += 1) cells[from + block] = values[index[block] as number] as number;
  }

  /** Each part as a share of its whole. */
  ratios(parts: Float64Array, wholes: Float64Array, index: Int32Array): void {
    const { cells, count } = this;
    const from = this.next();
    for (let block = 0; block < count; block += 1) {
      const at = index[block] as number;
      cells[from + block] = ratio(parts[at] as number, wholes[at] as number);
    }
  }

  /** Each part as a share of one whole. */
  shares(parts: Float64Array, whole: number, index: Int32Array): void {
    const { cells, count } = this;
    const from = this.next();
    for (let block = 0; block < count; block += 1) {
      cells[from + block] = ratio(parts[index[block] as number] as number, whole);
    }
  }

  private next(): number {
    const from = this.at;
    this.at += this.count;
    return from;
  }
}
