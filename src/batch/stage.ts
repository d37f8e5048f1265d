/**
 * Between workers and sink: each converted page passes the stages in input order, one at a time, on the main thread.
 * What a stage must know of the text is better made by the worker (`Work`, `Converted.mark`), where there are many.
 */
import type { Reason } from '../errors.ts';
import type { Converted, Missed } from './result.ts';

export interface Stage {
  /** The result, or another in its place, or why there is none. */
  pass(result: Converted): Converted | Missed;
  /** On --resume, before the first `pass`: what passed in the runs before, in order. */
  recall?(kept: Kept): void;
}

/** What the journal keeps of a page. */
export interface Kept {
  readonly id: string;
  readonly status: 'converted' | 'skipped' | 'failed';
  readonly reason?: Reason;
  readonly mark?: string;
}
