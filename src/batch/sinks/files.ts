/** One file a document, in the tree that the pages came from or under names of a pattern. */
import { join } from 'node:path';
import type { FileNames } from '../file-names.ts';
import { checkFree, putFile } from '../put-file.ts';
import type { Converted } from '../result.ts';
import type { Sink } from './sink.ts';

/** Files being written at a time: the disk is waited for less. */
const ABREAST = 16;

export class FilesSink implements Sink {
  readonly #folder: string;
  readonly #names: FileNames;
  readonly #extension: string;
  readonly #force: boolean;
  readonly #writing = new Set<Promise<void>>();
  #fault: { readonly error: unknown } | undefined;

  constructor(folder: string, names: FileNames, extension: string, force: boolean) {
    this.#folder = folder;
    this.#names = names;
    this.#extension = extension;
    this.#force = force;
  }

  async put(document: Converted, _place: string): Promise<string> {
    const path = join(this.#folder, this.#names.next(document.id, this.#extension));
    await checkFree(path, this.#force);
    if (this.#writing.size >= ABREAST) await Promise.race(this.#writing);
    if (this.#fault !== undefined) throw this.#fault.error;
    const write: Promise<void> = putFile(path, document.content, true)
      .catch((error: unknown) => {
        this.#fault ??= { error };
      })
      .finally(() => this.#writing.delete(write));
    this.#writing.add(write);
    return path;
  }

  async flush(): Promise<void> {
    await Promise.all(this.#writing);
    if (this.#fault !== undefined) throw this.#fault.error;
  }

  close(): Promise<void> {
    return this.flush();
  }

  async abandon(): Promise<void> {
    await Promise.all(this.#writing);
  }
}
