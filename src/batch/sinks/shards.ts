/**
 * Documents one after the other in files: `documents.jsonl`, or `documents-00000.jsonl` and so on with so many in each.
 * The one that grows is called `.tmp`, and is known by its size; what bears its own name is whole.
 */
import { readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ConvertError } from '../../errors.ts';
import { AppendFile, syncFolder } from '../append-file.ts';
import { unwritable } from '../put-file.ts';
import type { Converted } from '../result.ts';
import type { Put, Sink } from './sink.ts';

export interface ShardSettings {
  readonly folder: string;
  readonly extension: string;
  /** Documents in a file; without it all are in one. */
  readonly size: number | undefined;
  /** Makes the file from the lines that were collected; without it they are the file. */
  readonly publish?: (lines: string, path: string) => Promise<void>;
}

/** The file that grows: its number, what it holds, in documents and bytes. */
interface State {
  readonly shard: number;
  readonly count: number;
  readonly bytes: number;
}

const FIRST: State = { shard: 0, count: 0, bytes: 0 };

export class ShardsSink implements Sink {
  readonly #settings: ShardSettings;
  #state: State;
  #file: AppendFile | undefined;

  private constructor(settings: ShardSettings, state: State) {
    this.#settings = settings;
    this.#state = state;
  }

  /** Throws a ConvertError `exists` where there are such files. */
  static async check(settings: ShardSettings): Promise<void> {
    const [there] = (await filesOf(settings)).filter((name) => !name.endsWith('.tmp'));
    if (there === undefined) return;
    throw new ConvertError('exists', `${join(settings.folder, there)} is there already; use --force to overwrite it`);
  }

  /** Files of a run before this one go: they would be taken for part of the new one. */
  static async fresh(settings: ShardSettings): Promise<ShardsSink> {
    for (const name of await filesOf(settings)) await rm(join(settings.folder, name), { force: true });
    return new ShardsSink(settings, FIRST);
  }

  static async resumed(settings: ShardSettings, state: unknown): Promise<ShardsSink> {
    const sink = new ShardsSink(settings, (state as State | null) ?? FIRST);
    // Published, and killed before the journal said so.
    const isMade = settings.publish !== undefined && sink.#state.count > 0 && !(await isThere(sink.#lines));
    if (sink.isFull || isMade) await sink.#publish();
    return sink;
  }

  get isFull(): boolean {
    return this.#settings.size !== undefined && this.#state.count >= this.#settings.size;
  }

  async put({ content }: Converted): Promise<Put> {
    this.#file ??= await this.#open();
    await this.#file.add(content);
    this.#state = { ...this.#state, count: this.#state.count + 1, bytes: this.#file.size };
    return { output: this.#name, files: [] };
  }

  async flush(): Promise<State> {
    await this.#file?.sync();
    return this.#state;
  }

  async settle(): Promise<void> {
    if (this.isFull) await this.#publish();
  }

  async close(): Promise<void> {
    if (this.#state.count > 0) await this.#publish();
  }

  async abandon(): Promise<void> {
    await this.#file?.close();
  }

  get #name(): string {
    const { size, extension } = this.#settings;
    const number = size === undefined ? '' : `-${String(this.#state.shard).padStart(5, '0')}`;
    return `documents${number}.${extension}`;
  }

  get #path(): string {
    return join(this.#settings.folder, this.#name);
  }

  get #lines(): string {
    return `${this.#path}.tmp`;
  }

  async #open(): Promise<AppendFile> {
    const { bytes } = this.#state;
    // A run that had come to its end, and now goes on with more inputs.
    if (bytes > 0 && !(await isThere(this.#lines))) await this.#act(() => rename(this.#path, this.#lines));
    return AppendFile.open(this.#lines, bytes);
  }

  /** Gives the file its name, once; the next begins where another is to follow. */
  async #publish(): Promise<void> {
    const { publish, size, folder } = this.#settings;
    if (await isThere(this.#lines)) {
      this.#file ??= await AppendFile.open(this.#lines, this.#state.bytes);
      await this.#file.sync();
      await this.#file.close();
      this.#file = undefined;
      await this.#act(async () => {
        if (publish === undefined) await rename(this.#lines, this.#path);
        else {
          await publish(this.#lines, this.#path);
          await rm(this.#lines);
        }
        await syncFolder(folder);
      });
    }
    // What was made from lines cannot grow: should there be more, they go into the next.
    if (publish !== undefined || (size !== undefined && this.#state.count >= size)) {
      this.#state = { shard: this.#state.shard + 1, count: 0, bytes: 0 };
    }
  }

  async #act(act: () => Promise<unknown>): Promise<void> {
    try {
      await act();
    } catch (error) {
      throw unwritable(this.#path, error);
    }
  }
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

async function filesOf({ folder, extension }: ShardSettings): Promise<string[]> {
  const ours = new RegExp(`^documents(?:-\\d{5,})?\\.${extension}(?:\\.tmp)?$`);
  return (await readdir(folder).catch(() => [])).filter((name) => ours.test(name)).sort();
}
