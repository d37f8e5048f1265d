/** The file of one document, or of all: made whole under another name first. */
import { rm, stat } from 'node:fs/promises';
import { AppendFile, syncFolderOf } from '../append-file.ts';
import { putFile, unfinished, unwritable } from '../put-file.ts';
import type { Converted } from '../result.ts';
import type { Put, Sink } from './sink.ts';

export class OneFileSink implements Sink {
  readonly #path: string;
  readonly #force: boolean;

  constructor(path: string, force: boolean) {
    this.#path = path;
    this.#force = force;
  }

  async put({ content }: Converted): Promise<Put> {
    await putFile(this.#path, content, this.#force);
    return { output: this.#path, files: [] };
  }

  async flush(): Promise<void> {}
  async close(): Promise<void> {}
  async abandon(): Promise<void> {}
}

export interface Collecting {
  /** Where documents are collected first. */
  readonly lines: string;
  /** Where they go, as the report says. */
  readonly output?: string;
  /** Called once, at the end; the lines go afterwards, if they are still there. */
  publish(lines: string): Promise<void>;
}

export class CollectedFileSink implements Sink {
  readonly #collecting: Collecting;
  #file: AppendFile | undefined;

  constructor(collecting: Collecting) {
    this.#collecting = collecting;
  }

  async put({ content }: Converted): Promise<Put> {
    await (await this.#open()).add(content);
    const { output } = this.#collecting;
    return output === undefined ? { files: [] } : { output, files: [] };
  }

  async flush(): Promise<void> {
    await this.#file?.sync();
  }

  async close(): Promise<void> {
    const { lines, output, publish } = this.#collecting;
    try {
      const file = await this.#open();
      await file.sync();
      await file.close();
      await publish(lines);
      if (output !== undefined) await syncFolderOf(output);
    } catch (error) {
      throw unwritable(output ?? 'standard output', error);
    } finally {
      await this.#remove();
    }
  }

  async abandon(): Promise<void> {
    await this.#file?.close();
    await this.#remove();
  }

  async #open(): Promise<AppendFile> {
    const { lines } = this.#collecting;
    unfinished.add(lines);
    this.#file ??= await AppendFile.open(lines, 0);
    return this.#file;
  }

  async #remove(): Promise<void> {
    const { lines } = this.#collecting;
    await rm(lines, { force: true }).catch(() => undefined);
    unfinished.delete(lines);
  }
}

/** Whether a file can take its place: devices and pipes are written to as they are. */
export const isReplaceable = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => undefined))?.isFile() !== false;
