/** The first of two readings: what each site repeats on its pages. */
import { setImmediate } from 'node:timers/promises';
import type { ConvertOptions } from '../options.ts';
import { loadParts } from '../parts.ts';
import { survey } from '../survey.ts';
import { type Reading, readEntries } from './entries.ts';
import { SiteTexts, siteOf } from './filters/site-texts.ts';
import type { Observer } from './observer.ts';
import { emptyTally } from './tally.ts';
import { optionsFor } from './task.ts';

/** Milliseconds between two turns for timers and signals. */
const TURN = 50;

/** Keys of texts by site. What gives no page or no text is passed over: the second reading says so. */
export async function findSiteTexts(
  reading: Reading,
  options: ConvertOptions,
  observer: Observer,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const { parseHtml } = await loadParts(['parseHtml']);
  const texts = new SiteTexts();
  let turned = performance.now();
  for await (const entry of readEntries(reading, emptyTally(), observer, () => false)) {
    if (signal.aborted) break;
    if (!('read' in entry) || !('page' in entry.read) || parseHtml === undefined) continue;
    const { page, kind, offset } = entry.read;
    try {
      texts.add(siteOf(page), survey(page, optionsFor(options, kind), parseHtml));
    } catch {
      // The second reading meets it again, and reports it.
    }
    observer.finished?.({ id: page.id, status: 'converted', ...(offset === undefined ? {} : { offset }) }, []);
    if (performance.now() - turned > TURN) {
      await setImmediate();
      turned = performance.now();
    }
  }
  return texts.repeated();
}
