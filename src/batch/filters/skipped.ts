/** A document that is not wanted → the row that says so. */
import { type Converted, type Missed, rowOf } from '../result.ts';
import type { Refusal } from './accept.ts';

export const skipped = (result: Converted, { reason, message }: Refusal): Missed => ({
  ...rowOf(result),
  status: 'skipped',
  reason,
  message,
});
