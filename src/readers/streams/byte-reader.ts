/**
 * A stream of bytes that can be looked into before it is taken. A stream that breaks ends here: what it threw is in
 * `fault`, and what came before is read like any other bytes. Who can make something of what follows the damage calls
 * `resume`: a source that has more (a further gzip member) gives it when it is asked again after it threw.
 */
import { ConvertError } from '../../errors.ts';

const NONE = Buffer.alloc(0);

export class ByteReader {
  readonly #source: AsyncIterator<Uint8Array>;
  #buffer: Buffer = NONE;
  #at = 0;
  #hasEnded = false;
  #offset = 0;
  readonly #passing: (length: number) => void;
  /** Why the stream ended before its time. */
  fault: ConvertError | undefined;

  /** @param passing told of each chunk's length as it comes; a ConvertError that it throws ends the stream */
  constructor(source: AsyncIterable<Uint8Array>, passing: (length: number) => void = () => undefined) {
    this.#source = source[Symbol.asyncIterator]();
    this.#passing = passing;
  }

  /** Bytes taken so far. */
  get offset(): number {
    return this.#offset;
  }

  /** What is in memory already; nothing is copied. */
  get buffered(): Buffer {
    return this.#at === 0 ? this.#buffer : this.#buffer.subarray(this.#at);
  }

  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  /** At least `count` bytes in memory, fewer only at the end of the stream. */
  async peek(count: number): Promise<Buffer> {
    if (this.#buffer.length - this.#at < count && !this.#hasEnded) await this.#fill(count);
    return this.buffered;
  }

  /** Passes over bytes that are in memory. */
  consume(count: number): void {
    this.#at += count;
    this.#offset += count;
  }

  /** The next `count` bytes, fewer only at the end of the stream. */
  async take(count: number): Promise<Buffer> {
    const bytes = (await this.peek(count)).subarray(0, count);
    this.consume(bytes.length);
    return bytes;
  }

  /** The next bytes as they come, or undefined at the end. */
  async next(): Promise<Buffer | undefined> {
    const bytes = await this.peek(1);
    if (bytes.length === 0) return undefined;
    this.consume(bytes.length);
    return bytes;
  }

  /** Gives bytes back that were taken last. */
  unread(bytes: Buffer): void {
    if (bytes.length === 0) return;
    const rest = this.buffered;
    this.#buffer = rest.length === 0 ? bytes : Buffer.concat([bytes, rest]);
    this.#at = 0;
    this.#offset -= bytes.length;
  }

  /** Passes over bytes without holding them; how many there were. */
  async skip(count: number): Promise<number> {
    let left = count;
    while (left > 0) {
      const bytes = await this.peek(1);
      if (bytes.length === 0) break;
      const step = Math.min(left, bytes.length);
      this.consume(step);
      left -= step;
    }
    return count - left;
  }

  /** After damage: goes on behind it, and forgets the fault; false where nothing follows, or no more is allowed. */
  async resume(): Promise<boolean> {
    if (this.fault === undefined || this.fault.reason === 'too-large') return false;
    this.fault = undefined;
    this.#hasEnded = false;
    return (await this.peek(1)).length > 0 || this.fault !== undefined;
  }

  /** All bytes that are left, as they come. Rejects at a fault, and goes on behind it when asked again. */
  stream(): AsyncIterableIterator<Buffer> {
    let isTold = false;
    const next = async (): Promise<IteratorResult<Buffer>> => {
      if (isTold && !(await this.resume())) return { done: true, value: undefined };
      const value = await this.next();
      isTold = value === undefined && this.fault !== undefined;
      if (isTold) throw this.fault;
      return value === undefined ? { done: true, value } : { done: false, value };
    };
    return {
      next,
      return: async () => ({ done: true, value: undefined }),
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }

  async close(): Promise<void> {
    this.#hasEnded = true;
    await this.#source.return?.();
  }

  async #fill(count: number): Promise<void> {
    const chunks = [this.buffered];
    let size = chunks[0]?.length ?? 0;
    while (size < count && !this.#hasEnded) {
      const chunk = await this.#pull();
      if (chunk === undefined) break;
      chunks.push(chunk);
      size += chunk.length;
    }
    const filled = chunks.filter(({ length }) => length > 0);
    this.#buffer = filled.length === 1 ? (filled[0] ?? NONE) : Buffer.concat(filled, size);
    this.#at = 0;
  }

  async #pull(): Promise<Buffer | undefined> {
    try {
      const { done, value } = await this.#source.next();
      if (done !== true) this.#passing(value.length);
      if (done !== true)
        return Buffer.isBuffer(value) ? value : Buffer.from(value.buffer, value.byteOffset, value.length);
    } catch (error) {
      if (!(error instanceof ConvertError)) throw error;
      this.fault = error;
    }
    this.#hasEnded = true;
    return undefined;
  }
}
