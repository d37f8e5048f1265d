/** A file that grows at its end and can be cut back to a place that was on the disk. */
import { type FileHandle, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ConvertError } from '../errors.ts';
import { unwritable } from './put-file.ts';

/** Bytes held before they are written. */
const BUFFER = 2 ** 20;

export class AppendFile {
  readonly path: string;
  readonly #file: FileHandle;
  #held: Uint8Array[] = [];
  #heldBytes = 0;
  #written: number;

  private constructor(path: string, file: FileHandle, at: number) {
    this.path = path;
    this.#file = file;
    this.#written = at;
  }

  /**
   * Throws a ConvertError `unwritable` where it cannot be opened, or is shorter than where it is to go on.
   * @param at bytes that stay; what is behind them is cut off, and a file that is not there is made where it is 0
   */
  static async open(path: string, at: number): Promise<AppendFile> {
    try {
      const file = await open(path, at === 0 ? 'w' : 'r+');
      const { size } = await file.stat();
      if (size < at) {
        await file.close();
        throw new ConvertError('unwritable', `${path} is shorter than the journal says; start again with --force`);
      }
      if (size > at) await file.truncate(at);
      return new AppendFile(path, file, at);
    } catch (error) {
      throw unwritable(path, error);
    }
  }

  /** Bytes, with those that are held. */
  get size(): number {
    return this.#written + this.#heldBytes;
  }

  async add(bytes: Uint8Array): Promise<void> {
    this.#held.push(bytes);
    this.#heldBytes += bytes.length;
    if (this.#heldBytes >= BUFFER) await this.#write();
  }

  /** All that was added is on the disk. */
  async sync(): Promise<void> {
    await this.#write();
    try {
      await this.#file.datasync();
    } catch (error) {
      throw unwritable(this.path, error);
    }
  }

  /** Without writing what is held. */
  async close(): Promise<void> {
    await this.#file.close().catch(() => undefined);
  }

  async #write(): Promise<void> {
    const bytes = this.#held.length === 1 ? this.#held[0] : Buffer.concat(this.#held, this.#heldBytes);
    this.#held = [];
    this.#heldBytes = 0;
    if (bytes === undefined) return;
    try {
      for (let done = 0; done < bytes.length; ) {
        const { bytesWritten } = await this.#file.write(bytes, done, bytes.length - done, this.#written);
        done += bytesWritten;
        this.#written += bytesWritten;
      }
    } catch (error) {
      throw unwritable(this.path, error);
    }
  }
}

/** Makes names that were given or taken in a folder last. Not all systems can: then it is left to them. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => undefined);
  await folder?.sync().catch(() => undefined);
  await folder?.close().catch(() => undefined);
}

export const syncFolderOf = (path: string): Promise<void> => syncFolder(dirname(path));
