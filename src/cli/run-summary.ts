/** What came of a batch: `1,203 pages: 1,100 converted, 100 skipped, 3 failed (no-content 100, corrupt 3), in 41 s, 29 a second`. */
import { count, duration } from '../batch/progress.ts';
import type { Tally } from '../batch/tally.ts';
import type { Message } from './messages.ts';

export function summaryOf(tally: Tally, seconds: number): Message {
  const { converted, skipped, failed, resumed, reasons } = tally;
  const read = converted + skipped + failed;
  const here = read - resumed;
  const perSecond = seconds > 0 ? here / seconds : 0;
  const sorted = [...reasons].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const why = sorted.map(([reason, times]) => `${reason} ${count(times)}`).join(', ');
  const text = [
    `${count(read)} ${read === 1 ? 'page' : 'pages'}: ${count(converted)} converted`,
    `${count(skipped)} skipped`,
    `${count(failed)} failed${why === '' ? '' : ` (${why})`}`,
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
      reasons: Object.fromEntries(sorted),
      seconds: Math.round(seconds * 1000) / 1000,
      perSecond: Math.round(perSecond * 10) / 10,
    },
  };
}
