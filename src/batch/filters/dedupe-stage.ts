/** Leaves out what a document before said; the worker made the fingerprint, which the journal keeps. */
import type { Converted, Missed } from '../result.ts';
import type { Kept, Stage } from '../stage.ts';
import { type Dedupe, Seen } from './dedupe.ts';
import { skipped } from './skipped.ts';

export class DedupeStage implements Stage {
  readonly #seen: Seen;

  constructor(how: Dedupe) {
    this.#seen = new Seen(how);
  }

  pass(result: Converted): Converted | Missed {
    const refusal = this.#seen.check(result.id, result.mark);
    return refusal === undefined ? result : skipped(result, refusal);
  }

  recall({ id, status, mark }: Kept): void {
    if (status === 'converted') this.#seen.check(id, mark);
  }
}
