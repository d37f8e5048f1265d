/** Worker threads that convert pages, one at a time each. One that is stuck or dies is replaced; its page has failed. */
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { ConvertError } from '../errors.ts';
import { now } from './clock.ts';
import { spareCompiler } from './engine.ts';
import { READY } from './ready.ts';
import type { Result } from './result.ts';
import { missed, type Task, type Work } from './task.ts';

interface Order {
  readonly task: Task;
  readonly settle: (result: Result) => void;
  readonly refuse: (error: Error) => void;
}

interface Slot {
  readonly worker: Worker;
  isReady: boolean;
  order?: Order;
  began: number;
  timer?: NodeJS.Timeout;
}

export interface PoolSettings {
  readonly jobs: number;
  /** Seconds a page may take. */
  readonly timeout: number;
  /** The file that a worker runs; by default the one of the package. */
  readonly file?: string;
}

export class Pool {
  readonly #work: Work;
  readonly #settings: PoolSettings;
  readonly #slots = new Set<Slot>();
  readonly #waiting: Order[] = [];
  #isClosed = false;

  constructor(work: Work, settings: PoolSettings) {
    this.#work = work;
    this.#settings = settings;
    spareCompiler(settings.jobs);
  }

  /** Rejects only where no worker can be started at all. */
  convert(task: Task): Promise<Result> {
    return new Promise((settle, refuse) => {
      this.#waiting.push({ task, settle, refuse });
      this.#assign();
    });
  }

  /** Ends all workers, whatever they are at. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all([...this.#slots].map(({ worker }) => worker.terminate()));
  }

  #assign(): void {
    while (this.#waiting.length > 0 && !this.#isClosed) {
      const idle = [...this.#slots].find(({ order }) => order === undefined);
      if (idle === undefined && this.#slots.size >= this.#settings.jobs) return;
      const slot = idle ?? this.#start();
      const order = this.#waiting.shift() as Order;
      slot.order = order;
      if (slot.isReady) this.#startClock(slot);
      const { page } = order.task;
      // Bytes are often a piece of a larger buffer that others read from: a copy goes, and it goes without another.
      const body = typeof page.body === 'string' ? page.body : new Uint8Array(page.body);
      const task = { ...order.task, page: { ...page, body } };
      slot.worker.postMessage(task, typeof body === 'string' ? [] : [body.buffer]);
    }
  }

  #start(): Slot {
    const worker = new Worker(this.#settings.file ?? workerFile(), { workerData: this.#work });
    const slot: Slot = { worker, isReady: false, began: 0 };
    this.#slots.add(slot);
    worker.on('message', (message: typeof READY | Result) => {
      if (message === READY) {
        slot.isReady = true;
        if (slot.order !== undefined) this.#startClock(slot);
      } else this.#settle(slot, message);
    });
    worker.on('error', (error) => {
      if (slot.isReady) this.#replace(slot, faultOf(error));
      else this.#refuse(slot, error);
    });
    worker.on('exit', () => this.#replace(slot, new ConvertError('unreadable', 'its worker ended unexpectedly')));
    return slot;
  }

  #startClock(slot: Slot): void {
    const { timeout } = this.#settings;
    slot.began = now();
    slot.timer = setTimeout(() => {
      const message = `no document after ${timeout} s; raise --timeout to wait longer`;
      this.#replace(slot, new ConvertError('timeout', message));
    }, timeout * 1000);
  }

  #settle(slot: Slot, result: Result): void {
    clearTimeout(slot.timer);
    const { order } = slot;
    delete slot.order;
    order?.settle(result);
    this.#assign();
  }

  #replace(slot: Slot, error: ConvertError): void {
    if (!this.#slots.delete(slot) || this.#isClosed) return;
    void slot.worker.terminate();
    const { order } = slot;
    if (order === undefined) return;
    this.#settle(slot, missed(order.task, error, Math.round(now() - slot.began)));
  }

  /** A worker that cannot start is no page's fault. */
  #refuse(slot: Slot, error: Error): void {
    this.#slots.delete(slot);
    this.#isClosed = true;
    slot.order?.refuse(error);
    for (const { refuse } of this.#waiting.splice(0)) refuse(error);
  }
}

const faultOf = (error: Error): ConvertError =>
  (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? new ConvertError('too-large', 'it took more memory than a worker has; see --max-bytes')
    : new ConvertError('unreadable', `an unexpected fault: ${error.message}`);

/** Found by name: the bundle moves the code that asks for it. */
const workerFile = (): string => createRequire(import.meta.url).resolve('#batch-worker');
