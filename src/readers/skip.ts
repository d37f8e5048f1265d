/** What was read and gives no page. */
import type { ConvertError, Reason } from '../errors.ts';
import type { Resource } from '../resource.ts';

/** What a container saw and did not give: damage is `failed`; what is sound and no page is `skipped`. */
export interface Skip {
  readonly id: string;
  readonly status: 'skipped' | 'failed';
  readonly reason: Reason;
  readonly message: string;
  readonly url?: string;
  readonly offset?: number;
}

export const skip = (
  status: Skip['status'],
  reason: Reason,
  message: string,
  from: { readonly id: string; readonly url?: string | undefined; readonly offset?: number | undefined },
): Skip => ({
  id: from.id,
  status,
  reason,
  message,
  ...(from.url === undefined ? {} : { url: from.url }),
  ...(from.offset === undefined ? {} : { offset: from.offset }),
});

export const failed = (fault: ConvertError, from: { id: string; url?: string; offset?: number }): Skip =>
  skip('failed', fault.reason, fault.message, from);

export const isSkip = (entry: Resource | Skip): entry is Skip => 'reason' in entry;

/** Failures of a page that a member shares with what is simply no page: skipped among many, failed alone. */
const QUIET = new Set<Reason>(['no-content', 'empty', 'binary', 'unsupported', 'not-html']);

export const statusOf = (reason: Reason, isMember: boolean): 'skipped' | 'failed' =>
  isMember && QUIET.has(reason) ? 'skipped' : 'failed';
