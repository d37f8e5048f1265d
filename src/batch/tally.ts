/** Counts of a run. */
import type { Reason } from '../errors.ts';
import type { ReportRow } from './report.ts';

export interface Tally {
  inputs: number;
  /** Inputs that could not be opened at all. */
  unopened: number;
  converted: number;
  skipped: number;
  failed: number;
  /** Pages of those above that a run before this one has dealt with. */
  resumed: number;
  /** Something held several pages, or might have. */
  hadMany: boolean;
  /** Stopped by the user before the end. */
  isInterrupted: boolean;
  /** An input that holds several pages, where only one can be written. */
  refused?: string;
  /** Why pages were skipped, why they failed, and how many. */
  readonly reasons: Readonly<Record<'skipped' | 'failed', Map<Reason, number>>>;
}

export const emptyTally = (): Tally => ({
  inputs: 0,
  unopened: 0,
  converted: 0,
  skipped: 0,
  failed: 0,
  resumed: 0,
  hadMany: false,
  isInterrupted: false,
  reasons: { skipped: new Map(), failed: new Map() },
});

export function count(tally: Tally, { status, reason }: Pick<ReportRow, 'status' | 'reason'>): void {
  tally[status] += 1;
  if (status === 'converted' || reason === undefined) return;
  const counts = tally.reasons[status];
  counts.set(reason, (counts.get(reason) ?? 0) + 1);
}
