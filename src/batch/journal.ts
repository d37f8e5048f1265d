/**
 * What a run has done, so that another can go on: JSON Lines, added to and never changed.
 *
 *     {"journal":1,"settings":"…"}                     the tool and the options that made what is there
 *     {"id":"crawl.warc.gz#512","status":"converted"}  a page, record or member
 *     {"end":"crawl.warc.gz"}                          an input, read to its end; it may stand in the line above
 *     {"at":{"report":9182,"sink":{…}}}                all above is on the disk, up to these places
 *
 * Lines behind the last `at`, torn or not, count for nothing: their pages are converted again.
 */

import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Reason } from '../errors.ts';
import { AppendFile } from './append-file.ts';
import { jsonLine } from './json-line.ts';
import type { Before } from './outlet.ts';
import type { Kept } from './stage.ts';

const VERSION = 1;

/** A page as the journal keeps it. */
export interface Entered extends Kept {
  /** Files of its own: that of the document, those of its tables. */
  readonly files?: readonly string[];
}

/** Where to go on. */
export interface Checkpoint {
  /** Bytes of the report. */
  readonly report: number;
  /** As the sink gave it. */
  readonly sink: unknown;
}

/** A journal that was found. */
export interface Found {
  readonly settings: string;
  /** Bytes up to the last checkpoint. */
  readonly size: number;
  readonly checkpoint: Checkpoint | undefined;
  readonly before: Before & { readonly kept: AsyncIterable<Entered> };
}

/** Gives nothing where there is no journal; one that was hardly begun is one of other settings. */
export async function readJournal(path: string): Promise<Found | undefined> {
  if ((await stat(path).catch(() => undefined)) === undefined) return undefined;
  const found = { settings: '', size: 0, checkpoint: undefined as Checkpoint | undefined };
  const ended = new Map<string, number>();
  /** Pages of the input that was not read to its end. */
  let open: string[] = [];
  let group: Line[] = [];
  for await (const { line, end } of readLines(path)) {
    if ('journal' in line) {
      if (line.journal !== VERSION) break;
      found.settings = line.settings;
      found.size = end;
    } else if ('at' in line) {
      found.checkpoint = line.at;
      found.size = end;
      for (const one of group) {
        if ('id' in one) open.push(one.id);
        const input = 'end' in one ? one.end : undefined;
        if (input === undefined) continue;
        ended.set(input, (ended.get(input) ?? 0) + 1);
        open = [];
      }
      group = [];
    } else group.push(line);
  }
  return { ...found, before: beforeOf(keptIn(path, found.size), ended, open) };
}

async function* keptIn(path: string, size: number): AsyncGenerator<Entered> {
  for await (const { line, end } of readLines(path)) {
    if (end > size) return;
    if ('id' in line) yield line;
  }
}

/** Whole lines, each with the byte behind it, up to the first that is torn. */
async function* readLines(path: string): AsyncGenerator<{ readonly line: Line; readonly end: number }> {
  const { size } = await stat(path);
  let end = 0;
  for await (const written of createInterface({ input: createReadStream(path) })) {
    end += Buffer.byteLength(written) + 1;
    const line = parse(written);
    if (line === undefined || end > size) return;
    yield { line, end };
  }
}

type Line =
  | (Entered & { readonly end?: string })
  | { readonly journal: number; readonly settings: string }
  | { readonly end: string }
  | { readonly at: Checkpoint };

function parse(written: string): Line | undefined {
  try {
    return JSON.parse(written) as Line;
  } catch {
    return undefined;
  }
}

function beforeOf(kept: AsyncIterable<Entered>, ended: Map<string, number>, open: readonly string[]): Found['before'] {
  let at = 0;
  /** Where the input is not what it was: pages by id, how often each. */
  let rest: Map<string, number> | undefined;
  return {
    kept,
    isDone: (input) => takeOne(ended, input),
    has(id) {
      if (rest === undefined && (at >= open.length || open[at] === id)) return open[at++] === id;
      rest ??= countsOf(open.slice(at));
      return takeOne(rest, id);
    },
  };
}

function countsOf(ids: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

function takeOne(counts: Map<string, number>, id: string): boolean {
  const count = counts.get(id) ?? 0;
  if (count > 1) counts.set(id, count - 1);
  else counts.delete(id);
  return count > 0;
}

export class Journal {
  readonly #file: AppendFile;
  #lines: Line[] = [];

  private constructor(file: AppendFile) {
    this.#file = file;
  }

  static async create(path: string, settings: string): Promise<Journal> {
    const file = await AppendFile.open(path, 0);
    await file.add(Buffer.from(jsonLine({ journal: VERSION, settings })));
    await file.sync();
    return new Journal(file);
  }

  static async resume(path: string, { size }: Found): Promise<Journal> {
    return new Journal(await AppendFile.open(path, size));
  }

  /** Lines that wait for a checkpoint. */
  get waiting(): number {
    return this.#lines.length;
  }

  enter(page: Entered): void {
    this.#lines.push(page);
  }

  /** A file that is one page shares its line. */
  end(input: string): void {
    const last = this.#lines.at(-1);
    if (last !== undefined && 'id' in last && last.id === input) this.#lines.splice(-1, 1, { ...last, end: input });
    else this.#lines.push({ end: input });
  }

  /** The lines that wait, and where to go on after them; in one write. */
  async commit(at: Checkpoint): Promise<void> {
    const lines: Line[] = [...this.#lines.splice(0), { at }];
    await this.#file.add(Buffer.from(lines.map(jsonLine).join('')));
    await this.#file.sync();
  }

  close(): Promise<void> {
    return this.#file.close();
  }
}

export const enteredOf = (
  { id, status, reason }: { id: string; status: Kept['status']; reason?: Reason },
  mark: string | undefined,
  files: readonly string[],
): Entered => ({
  id,
  status,
  ...(reason === undefined ? {} : { reason }),
  ...(mark === undefined ? {} : { mark }),
  ...(files.length === 0 ? {} : { files }),
});
