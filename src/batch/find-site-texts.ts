/** The first of two readings: what each site repeats on its pages. */
import { type End, type Entry, readEntries } from './entries.ts';
import { siteOf } from './filters/site-of.ts';
import { SiteTexts } from './filters/site-texts.ts';
import { inOrder } from './in-order.ts';
import type { Observer } from './observer.ts';
import { Pool } from './pool.ts';
import type { Result } from './result.ts';
import { BATCH_TIMEOUT, type Job, limitsOf, sizeOf } from './run.ts';
import { keysIn } from './survey-page.ts';
import { emptyTally } from './tally.ts';

/**
 * Keys of texts by site. The job's own observer is not told. Workers survey the pages, and they are counted in input order. What gives no page or no text is
 * passed over: the second reading says so.
 */
export async function findSiteTexts(job: Job, observer: Observer): Promise<ReadonlyMap<string, readonly number[]>> {
  const { work, jobs, timeout = BATCH_TIMEOUT, signal } = job;
  const pool = new Pool({ ...work, isSurvey: true }, { jobs, timeout });
  const texts = new SiteTexts();
  const settle = async (entry: Entry | End): Promise<Result | undefined> => {
    if (!('read' in entry) || !('page' in entry.read)) return undefined;
    const { isMember: isOfMany, ...task } = entry.read;
    return pool.convert({ ...task, isOfMany });
  };
  try {
    const entries = readEntries(job, emptyTally(), observer, () => false);
    for await (const result of inOrder(entries, settle, sizeOf, limitsOf(jobs), signal)) {
      if (result === undefined) continue;
      if (result.status === 'converted') texts.add(siteOf(result), keysIn(result.content));
      observer.finished?.(result, []);
    }
  } finally {
    await pool.close();
  }
  return texts.repeated();
}
