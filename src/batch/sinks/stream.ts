/** One stream that takes documents as they come: standard output. */
import { jsonLine } from '../json-line.ts';
import type { Converted } from '../result.ts';
import type { Put, Sink } from './sink.ts';

export class StreamSink implements Sink {
  readonly #write: (content: Uint8Array) => Promise<void>;
  readonly miss?: (row: object) => Promise<void>;

  /** @param isAnswering a page that gives no document is answered by a line of JSON, too */
  constructor(write: (content: Uint8Array) => Promise<void>, isAnswering: boolean) {
    this.#write = write;
    if (isAnswering) this.miss = (row) => write(Buffer.from(jsonLine(row)));
  }

  async put({ content }: Converted): Promise<Put> {
    await this.#write(content);
    return { files: [] };
  }

  async flush(): Promise<void> {}
  async close(): Promise<void> {}
  async abandon(): Promise<void> {}
}
