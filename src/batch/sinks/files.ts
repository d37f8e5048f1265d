/** One file a document, in the tree that the pages came from or under names of a pattern. */
import { dirname, join } from 'node:path';
import { ConvertError } from '../../errors.ts';
import { syncFolder } from '../append-file.ts';
import type { FileNames } from '../file-names.ts';
import { expandPattern } from '../name-pattern.ts';
import { checkFree, putFile } from '../put-file.ts';
import type { Converted } from '../result.ts';
import type { Put, Sink } from './sink.ts';

/** Files being written at a time: so the disk is waited for less. */
const ABREAST = 16;

export interface FilesSettings {
  readonly folder: string;
  readonly pattern: string;
  readonly extension: string;
  readonly force: boolean;
  /** What a document is written as, where that is not what the writer gave. */
  encode?(content: Uint8Array): Promise<Uint8Array>;
}

export class FilesSink implements Sink {
  readonly #settings: FilesSettings;
  readonly #names: FileNames;
  readonly #writing = new Set<Promise<void>>();
  readonly #folders = new Set<string>();
  #fault: { readonly error: unknown } | undefined;

  constructor(settings: FilesSettings, names: FileNames) {
    this.#settings = settings;
    this.#names = names;
  }

  async put(document: Converted, place: string): Promise<Put> {
    const { pattern, extension, encode } = this.#settings;
    const output = this.#names.claim(expandPattern(pattern, document, place, extension));
    const fault = await this.write(output, (await encode?.(document.content)) ?? document.content);
    return fault === undefined ? { output, files: [output] } : { fault, files: [output] };
  }

  /** Begins to write; gives the fault where only this file cannot be written. */
  async write(name: string, content: string | Uint8Array): Promise<ConvertError | undefined> {
    const path = join(this.#settings.folder, name);
    try {
      await checkFree(path, this.#settings.force);
    } catch (error) {
      if (error instanceof ConvertError && error.reason === 'exists') return error;
      throw error;
    }
    if (this.#writing.size >= ABREAST) await Promise.race(this.#writing);
    if (this.#fault !== undefined) throw this.#fault.error;
    const write: Promise<void> = putFile(path, content, true)
      .catch((error: unknown) => {
        this.#fault ??= { error };
      })
      .finally(() => this.#writing.delete(write));
    this.#writing.add(write);
    this.#folders.add(dirname(path));
    return undefined;
  }

  async flush(): Promise<null> {
    await Promise.all(this.#writing);
    if (this.#fault !== undefined) throw this.#fault.error;
    const folders = [...this.#folders];
    this.#folders.clear();
    await Promise.all(folders.map(syncFolder));
    return null;
  }

  recall(files: readonly string[]): void {
    for (const name of files) this.#names.take(name);
  }

  async close(): Promise<void> {
    await this.flush();
  }

  async abandon(): Promise<void> {
    await Promise.all(this.#writing);
  }
}
