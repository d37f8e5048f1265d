/** How far a batch is: what is done, what of how much, how fast, how long still. Counts only; who shows it has a clock. */
import type { Observer } from './observer.ts';
import type { ReportRow } from './report.ts';

export interface Standing {
  /** Pages, records and members settled in this run. */
  readonly done: number;
  readonly skipped: number;
  readonly failed: number;
  /** Settled by a run before this one. */
  readonly resumed: number;
  /** 0–1, where it is known how much there is. */
  readonly share?: number;
  readonly perSecond: number;
  /** Seconds left, where that can be told. */
  readonly left?: number;
  /** What is being read. */
  readonly input: string;
  /** What the inputs are read for, where that is not to convert them. */
  readonly phase?: string;
}

interface Input {
  readonly id: string;
  readonly size?: number;
}

/** Inputs count by number, and the one that is at work by how far its records have come. */
export class Progress implements Observer {
  /** How many inputs there are, where that is known. */
  inputs: number | undefined;
  done = 0;
  skipped = 0;
  failed = 0;
  /** Opened and not yet known to be over, in order; the first is at work. */
  readonly #open: Input[] = [];
  readonly #phase: string | undefined;
  #over = 0;
  #before = 0;
  #resumed = 0;
  #part = 0;

  constructor(phase?: string) {
    this.#phase = phase;
  }

  opened(input: Input): void {
    this.#open.push(input);
  }

  /** An input that a run before this one has read to its end. */
  passed(): void {
    this.#before += 1;
  }

  resumed(pages: number): void {
    this.#resumed = pages;
  }

  finished({ id, status, offset }: ReportRow): void {
    this.done += 1;
    if (status !== 'converted') this[status] += 1;
    const at = this.#open.findIndex((input) => isOf(id, input));
    // What could not be opened is over at once.
    if (at === -1) this.#over += 1;
    else if (at > 0) {
      this.#open.splice(0, at);
      this.#over += at;
      this.#part = 0;
    }
    const { size } = this.#open[0] ?? {};
    if (at !== -1 && size !== undefined && size > 0 && offset !== undefined) {
      this.#part = Math.max(this.#part, Math.min(1, offset / size));
    }
  }

  /** @param seconds since the run began */
  standing(seconds: number): Standing {
    const { done, skipped, failed, inputs } = this;
    const resumed = this.#resumed;
    const perSecond = seconds > 0 ? done / seconds : 0;
    const input = this.#open[0]?.id ?? '';
    const phase = this.#phase === undefined ? {} : { phase: this.#phase };
    const common = { done, skipped, failed, resumed, perSecond, input, ...phase };
    if (inputs === undefined || inputs === 0) return common;
    const here = inputs - this.#before;
    const over = Math.min(this.#over + this.#part, here);
    const share = Math.min(1, (this.#before + over) / inputs);
    return over > 0 && seconds > 0
      ? { ...common, share, left: (seconds * (here - over)) / over }
      : { ...common, share };
  }
}

/** A page is its input, or its id goes on with `#` or `/`. */
const isOf = (id: string, { id: input }: Input): boolean =>
  id === input || (id.startsWith(input) && (id[input.length] === '#' || id[input.length] === '/'));

/** `1,234 done (24%), 312/s, 12 s left, 3 failed, 40 skipped`. */
export function describe({ done, skipped, failed, share, perSecond, left, phase }: Standing): string {
  return [
    `${phase === undefined ? '' : `${phase}: `}${count(done)} done${share === undefined ? '' : ` (${Math.floor(share * 100)}%)`}`,
    `${perSecond < 10 ? perSecond.toFixed(1) : count(perSecond)}/s`,
    ...(left === undefined ? [] : [`${duration(left)} left`]),
    ...(failed === 0 ? [] : [`${count(failed)} failed`]),
    ...(skipped === 0 ? [] : [`${count(skipped)} skipped`]),
  ].join(', ');
}

export const count = (value: number): string => Math.round(value).toLocaleString('en-US');

export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}
