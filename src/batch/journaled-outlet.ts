/**
 * An outlet that can be killed at any moment: what is put counts from the checkpoint on that follows it. First the
 * documents are on the disk, then the rows of the report, then the line in the journal that says so.
 */

import { dirname, join } from 'node:path';
import { ConvertError } from '../errors.ts';
import { AppendFile } from './append-file.ts';
import { now } from './clock.ts';
import { type Checkpoint, type Entered, enteredOf, type Found, Journal, readJournal } from './journal.ts';
import { jsonLine } from './json-line.ts';
import { Lock } from './lock.ts';
import { makeFolder } from './make-folder.ts';
import type { Before, Outlet } from './outlet.ts';
import { putDocument } from './plain-outlet.ts';
import { checkFree, unwritable } from './put-file.ts';
import type { ReportRow } from './report.ts';
import type { Result } from './result.ts';
import type { Sink } from './sinks/sink.ts';

export const JOURNAL = 'article-convert.journal';
export const LOCK = 'article-convert.lock';

/** Between checkpoints: a second, or so many pages. Each costs three waits for the disk. */
const EVERY_MS = 1000;
const EVERY_PAGES = 500;

export interface JournalSettings {
  readonly folder: string;
  readonly report: string;
  /** A digest of all that makes the output what it is. */
  readonly settings: string;
  readonly mayResume: boolean;
  readonly force: boolean;
  /** Pages between checkpoints; by default so many as take a second, and 500 at the most. */
  readonly pagesBetween?: number;
}

export interface SinkMaker {
  /** Throws a ConvertError `exists` where something is there already. */
  check(): Promise<void>;
  /** What is there may be overwritten. */
  fresh(): Promise<Sink>;
  /** @param state what the sink's last `flush` gave */
  resumed(state: unknown): Promise<Sink>;
}

export class JournaledOutlet implements Outlet {
  readonly before?: Before;
  /** What was there was made by other options or another version: it is made anew. */
  readonly isAnew: boolean;
  readonly #lock: Lock;
  readonly #sink: Sink;
  readonly #report: AppendFile;
  readonly #journal: Journal;
  readonly #pagesBetween: number;
  #committed = now();
  #isBroken = false;

  private constructor(parts: {
    lock: Lock;
    sink: Sink;
    report: AppendFile;
    journal: Journal;
    before: Before | undefined;
    isAnew: boolean;
    pagesBetween: number | undefined;
  }) {
    this.#lock = parts.lock;
    this.#sink = parts.sink;
    this.#report = parts.report;
    this.#journal = parts.journal;
    this.isAnew = parts.isAnew;
    this.#pagesBetween = parts.pagesBetween ?? EVERY_PAGES;
    if (parts.before !== undefined) this.before = parts.before;
  }

  /** Throws a ConvertError `exists` where a run is there and is not to be resumed, or goes on at this moment. */
  static async open(options: JournalSettings, maker: SinkMaker): Promise<JournaledOutlet> {
    const { folder } = options;
    await makeFolder(folder).catch((error: unknown) => {
      throw unwritable(folder, error);
    });
    const lock = await Lock.take(join(folder, LOCK));
    try {
      const path = join(folder, JOURNAL);
      const found = await readJournal(path);
      const sound = options.mayResume && hasCheckpoint(found) ? found : undefined;
      const going = sound?.settings === options.settings ? sound : undefined;
      const opened = going ? await reopen(path, going, options, maker) : await begin(path, found, options, maker);
      const isAnew = sound !== undefined && going === undefined;
      return new JournaledOutlet({
        lock,
        ...opened,
        before: going && { ...going.before, kept: recalling(going.before.kept, opened.sink) },
        isAnew,
        pagesBetween: options.pagesBetween,
      });
    } catch (error) {
      await lock.release();
      throw error;
    }
  }

  async put(result: Result, place: string): Promise<ReportRow> {
    return this.#guard(async () => {
      const { row, files } = await putDocument(this.#sink, result, place);
      await this.#report.add(Buffer.from(jsonLine(row)));
      const mark = result.status === 'converted' ? result.mark : undefined;
      this.#journal.enter(enteredOf(row, mark, files));
      const isDue = now() - this.#committed >= EVERY_MS || this.#journal.waiting >= this.#pagesBetween;
      if (isDue || this.#sink.isFull) await this.#commit();
      return row;
    });
  }

  async endInput(id: string): Promise<void> {
    this.#journal.end(id);
  }

  async close(): Promise<void> {
    await this.#guard(async () => {
      await this.#commit();
      await this.#sink.close();
      await this.#commit();
    });
    await this.#release();
  }

  async abandon(): Promise<void> {
    try {
      if (!this.#isBroken) await this.#guard(() => this.#commit());
    } finally {
      await this.#sink.abandon();
      await this.#release();
    }
  }

  async #commit(): Promise<void> {
    const sink = await this.#sink.flush();
    await this.#report.sync();
    await this.#journal.commit({ report: this.#report.size, sink });
    await this.#sink.settle?.();
    this.#committed = now();
  }

  /** After a failure nothing more is written: the last checkpoint stays true. */
  async #guard<T>(act: () => Promise<T>): Promise<T> {
    try {
      return await act();
    } catch (error) {
      this.#isBroken = true;
      throw error;
    }
  }

  async #release(): Promise<void> {
    await this.#report.close();
    await this.#journal.close();
    await this.#lock.release();
  }
}

/** The sink learns of the files of each page as the page is asked for. */
async function* recalling(kept: AsyncIterable<Entered>, sink: Sink): AsyncGenerator<Entered> {
  for await (const page of kept) {
    sink.recall?.(page.files ?? []);
    yield page;
  }
}

const hasCheckpoint = (found: Found | undefined): found is Found & { readonly checkpoint: Checkpoint } =>
  found?.checkpoint !== undefined;

interface Opened {
  readonly sink: Sink;
  readonly report: AppendFile;
  readonly journal: Journal;
}

async function reopen(
  path: string,
  found: Found & { readonly checkpoint: Checkpoint },
  options: JournalSettings,
  maker: SinkMaker,
): Promise<Opened> {
  const { report, sink } = found.checkpoint;
  return {
    journal: await Journal.resume(path, found),
    report: await AppendFile.open(options.report, report),
    sink: await maker.resumed(sink),
  };
}

async function begin(
  path: string,
  found: Found | undefined,
  options: JournalSettings,
  maker: SinkMaker,
): Promise<Opened> {
  const { folder, settings, report, force, mayResume } = options;
  if (!force && !mayResume) {
    if (found !== undefined) {
      throw new ConvertError('exists', `${folder} holds a run: --resume goes on with it, --force starts again`);
    }
    await checkFree(report, false);
    await maker.check();
  }
  // The journal first: from here on nothing that is there counts.
  const journal = await Journal.create(path, settings);
  await makeFolder(dirname(report)).catch(() => undefined);
  return { journal, report: await AppendFile.open(report, 0), sink: await maker.fresh() };
}
