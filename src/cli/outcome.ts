/** How a run ended: the exit code, and a line about it. */
import type { Tally } from '../batch/tally.ts';
import type { FailOn } from './output-plan.ts';

export function exitCode(tally: Tally, failOn: FailOn): number {
  const { inputs, unopened, failed, skipped, hadMany, converted, reasons } = tally;
  if (tally.isInterrupted) return 130;
  if (failed === 0) return 0;
  if (inputs === 1 && !hadMany) {
    const isEmpty = [...reasons.keys()].every((reason) => reason === 'no-content' || reason === 'empty');
    return isEmpty ? 3 : 1;
  }
  if ((unopened >= inputs || (failed >= inputs && !hadMany)) && converted === 0) return 1;
  if (failOn === 'none') return 0;
  return failOn === 'any' || (100 * failed) / (converted + skipped + failed) > failOn ? 4 : 0;
}

/** `1,203 pages: 1,100 converted, 100 skipped (redirect 60, no-content 40), 3 failed (corrupt 3), in 41 s` */
export function sumUp({ converted, skipped, failed, resumed, reasons }: Tally, seconds: number): string {
  const pages = converted + skipped + failed;
  const why = [...reasons]
    .sort(([one, ones], [other, others]) => others - ones || (one < other ? -1 : 1))
    .map(([reason, count]) => `${reason} ${count.toLocaleString('en')}`);
  return [
    `${number(pages)} ${pages === 1 ? 'page' : 'pages'}: ${number(converted)} converted`,
    `${number(skipped)} skipped`,
    `${number(failed)} failed${why.length === 0 ? '' : ` (${why.join(', ')})`}`,
    ...(resumed > 0 ? [`${number(resumed)} of them before`] : []),
    `in ${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`,
  ].join(', ');
}

const number = (count: number): string => count.toLocaleString('en');

/** The command to go on with, as a shell takes it. */
export function resumeCommand(args: readonly string[]): string {
  const again = args.filter((arg) => arg !== '--force' && arg !== '--resume');
  return ['article-convert', ...again, '--resume'].map(quoted).join(' ');
}

const quoted = (arg: string): string => (/^[\w@%+=:,./-]+$/.test(arg) ? arg : `'${arg.replaceAll("'", `'\\''`)}'`);
