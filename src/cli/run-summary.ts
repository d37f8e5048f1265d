/** What came of a batch: `1,203 pages: 1,100 converted, 100 skipped (no-content 100), 3 failed (corrupt 3), in 41 s, 29 a second`. */
import { count, duration } from '../batch/progress.ts';
import type { Tally } from '../batch/tally.ts';
import type { Reason } from '../errors.ts';
import type { Message } from './messages.ts';

export function summaryOf(tally: Tally, seconds: number): Message {
  const { converted, skipped, failed, resumed, reasons } = tally;
  const read = converted + skipped + failed;
  const here = read - resumed;
  const perSecond = seconds > 0 ? here / seconds : 0;
  const text = [
    `${count(read)} ${read === 1 ? 'page' : 'pages'}: ${count(converted)} converted`,
    `${count(skipped)} skipped${why(reasons.skipped)}`,
    `${count(failed)} failed${why(reasons.failed)}`,
    ...(resumed === 0 ? [] : [`${count(resumed)} of them before`]),
    `in ${seconds < 10 ? `${seconds.toFixed(1)} s` : duration(seconds)}`,
    ...(here === 0 ? [] : [`${perSecond < 10 ? perSecond.toFixed(1) : count(perSecond)} a second`]),
  ].join(', ');
  return {
    event: 'summary',
    text,
    facts: {
      converted,
      skipped,
      failed,
      resumed,
      reasons: Object.fromEntries(mostFirst(together(reasons))),
      seconds: Math.round(seconds * 1000) / 1000,
      perSecond: Math.round(perSecond * 10) / 10,
    },
  };
}

type Counts = ReadonlyMap<Reason, number>;

const mostFirst = (counts: Counts): [Reason, number][] =>
  [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));

function why(counts: Counts): string {
  const said = mostFirst(counts).map(([reason, times]) => `${reason} ${count(times)}`);
  return said.length === 0 ? '' : ` (${said.join(', ')})`;
}

function together({ skipped, failed }: Tally['reasons']): Counts {
  const all = new Map<Reason, number>(skipped);
  for (const [reason, times] of failed) all.set(reason, (all.get(reason) ?? 0) + times);
  return all;
}
