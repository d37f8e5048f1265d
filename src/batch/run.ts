/** Inputs → pages → workers → stages → outlet; each page, record and member is accounted for, in input order. */
import { type End, type Entry, type Reading, readEntries } from './entries.ts';
import { siteOf } from './filters/site-of.ts';
import { inOrder, type Limits } from './in-order.ts';
import type { Observer } from './observer.ts';
import type { Outlet } from './outlet.ts';
import type { Result } from './result.ts';
import type { Stage } from './stage.ts';
import { count, emptyTally, type Tally } from './tally.ts';
import type { Task, Work } from './task.ts';

export interface Job extends Reading {
  readonly work: Work;
  /** There may be several pages: it is a batch from the start, not only when a second page is seen. */
  readonly isMany: boolean;
  /** Several documents can go where the documents go. */
  readonly takesMany: boolean;
  /** Worker threads. */
  readonly jobs: number;
  /** Seconds a page may take; by default BATCH_TIMEOUT, and no limit for one page alone. */
  readonly timeout?: number;
  /** It may go on where another run was: what that has done is asked for before anything is read. */
  readonly mayResume: boolean;
  readonly stages: readonly Stage[];
  /** Keys of the texts that each site repeats on its pages; they are cut. */
  readonly siteTexts?: ReadonlyMap<string, readonly number[]>;
  readonly observer: Observer;
  /** Ends the run after the page that is being put; a run that cannot be gone on with has none. */
  readonly signal: AbortSignal | undefined;
}

/** Seconds. The slowest page of the robustness set takes 20 on one core. */
export const BATCH_TIMEOUT = 120;

/** Pages in flight a worker: enough that the others have work while one page takes a thousand times as long as most. */
const AHEAD = 64;
const AHEAD_BYTES = 24 * 2 ** 20;

export const limitsOf = (jobs: number): Limits => ({ items: AHEAD * jobs, bytes: AHEAD_BYTES });

interface Settled {
  readonly result: Result;
  readonly place: string;
}

/** @param open asked for the outlet once, when it is known whether there is one page alone */
export async function run(job: Job, open: (isLone: boolean) => Promise<Outlet>): Promise<Tally> {
  const tally = emptyTally();
  const { observer, signal } = job;
  const limits = limitsOf(job.jobs);
  const converter = new Converter(job);
  let outlet: Outlet | undefined;
  if (job.isMany || job.mayResume) {
    outlet = await open(false);
    await recall(outlet, job, tally);
  }

  async function* unsettled(): AsyncGenerator<Entry | End> {
    for await (const entry of readEntries(job, tally, observer, (id) => outlet?.before?.isDone(id) ?? false)) {
      if ('read' in entry) {
        const { read } = entry;
        if ('page' in read && read.isMember && !job.takesMany) {
          tally.refused = entry.input;
          return;
        }
        if (outlet === undefined) {
          converter.isLone = !tally.hadMany;
          outlet = await open(!tally.hadMany);
        }
        if (outlet.before?.has('page' in read ? read.page.id : read.id)) continue;
      }
      yield entry;
    }
  }

  const settle = async (entry: Entry | End): Promise<Settled | End> =>
    'ended' in entry ? entry : { place: entry.place, result: await converter.settle(entry) };

  let isComplete = false;
  try {
    for await (const settled of inOrder(unsettled(), settle, sizeOf, limits, signal)) {
      if ('ended' in settled) await outlet?.endInput(settled.ended);
      else if (outlet !== undefined) {
        const result = pass(settled.result, job.stages);
        const row = await outlet.put(result, settled.place);
        count(tally, row);
        observer.finished?.(row, result.status === 'converted' ? result.notes : []);
      }
    }
    const isAborted = signal?.aborted === true;
    isComplete = !isAborted && tally.refused === undefined;
    tally.isInterrupted = isAborted;
  } finally {
    await converter.close();
    await (isComplete ? outlet?.close() : outlet?.abandon());
  }
  return tally;
}

async function recall({ before }: Outlet, { stages, observer }: Job, tally: Tally): Promise<void> {
  if (before === undefined) return;
  for await (const kept of before.kept) {
    count(tally, kept);
    tally.resumed += 1;
    for (const stage of stages) stage.recall?.(kept);
  }
  tally.hadMany = true;
  observer.resumed?.(tally.resumed);
}

function pass(result: Result, stages: readonly Stage[]): Result {
  let passed = result;
  for (const stage of stages) {
    if (passed.status !== 'converted') break;
    passed = stage.pass(passed);
  }
  return passed;
}

export const sizeOf = (entry: Entry | End): number =>
  'read' in entry && 'page' in entry.read ? entry.read.page.body.length : 0;

/** Converts by a pool of workers, or here where there is one page alone and nothing to end it. */
class Converter {
  readonly #job: Job;
  #convert: Promise<(task: Task) => Promise<Result>> | undefined;
  #close: () => Promise<void> = async () => undefined;
  #isClosed = false;
  isLone = false;

  constructor(job: Job) {
    this.#job = job;
  }

  async settle({ read }: Entry): Promise<Result> {
    if (!('page' in read)) return read;
    const { page, kind, offset, warnings, isMember } = read;
    const { isMany } = this.#job;
    const siteTexts = this.#job.siteTexts?.get(siteOf(page));
    this.#convert ??= this.isLone && this.#job.timeout === undefined ? this.#here() : this.#inPool();
    return (await this.#convert)({
      page,
      ...(kind === undefined ? {} : { kind }),
      ...(offset === undefined ? {} : { offset }),
      warnings,
      isOfMany: isMember || isMany,
      ...(siteTexts === undefined ? {} : { siteTexts }),
    });
  }

  close(): Promise<void> {
    this.#isClosed = true;
    return this.#close();
  }

  async #here(): Promise<(task: Task) => Promise<Result>> {
    const { convertPage, PartStore } = await import('./convert-page.ts');
    const parts = new PartStore();
    return (task) => convertPage(task, this.#job.work, parts);
  }

  async #inPool(): Promise<(task: Task) => Promise<Result>> {
    const { Pool } = await import('./pool.ts');
    // The run may have ended by now: workers that begin after its end would outlive it.
    if (this.#isClosed) throw new Error('the run is over');
    const { work, jobs, timeout = BATCH_TIMEOUT } = this.#job;
    const pool = new Pool(work, { jobs, timeout });
    this.#close = () => pool.close();
    return (task) => pool.convert(task);
  }
}
