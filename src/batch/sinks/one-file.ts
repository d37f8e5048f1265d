/** The file of one document. */
import { putFile } from '../put-file.ts';
import type { Converted } from '../result.ts';
import type { Sink } from './sink.ts';

export class OneFileSink implements Sink {
  readonly #path: string;
  readonly #force: boolean;

  constructor(path: string, force: boolean) {
    this.#path = path;
    this.#force = force;
  }

  async put({ content }: Converted): Promise<string> {
    await putFile(this.#path, content, this.#force);
    return this.#path;
  }

  async flush(): Promise<void> {}
  async close(): Promise<void> {}
  async abandon(): Promise<void> {}
}
