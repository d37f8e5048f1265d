/** How a run ended: the exit code, and how to go on. */
import type { Tally } from '../batch/tally.ts';
import type { FailOn } from './output-plan.ts';

export function exitCode(tally: Tally, failOn: FailOn): number {
  const { inputs, unopened, failed, skipped, hadMany, converted, reasons } = tally;
  if (tally.isInterrupted) return 130;
  if (failed === 0) return 0;
  if (inputs === 1 && !hadMany) {
    const isEmpty = [...reasons.skipped.keys(), ...reasons.failed.keys()].every(
      (reason) => reason === 'no-content' || reason === 'empty',
    );
    return isEmpty ? 3 : 1;
  }
  if ((unopened >= inputs || (failed >= inputs && !hadMany)) && converted === 0) return 1;
  if (failOn === 'none') return 0;
  return failOn === 'any' || (100 * failed) / (converted + skipped + failed) > failOn ? 4 : 0;
}

/** The command to go on with, as a shell takes it. */
export function resumeCommand(args: readonly string[]): string {
  const again = args.filter((arg) => arg !== '--force' && arg !== '--resume');
  return ['article-convert', ...again, '--resume'].map(quoted).join(' ');
}

const quoted = (arg: string): string => (/^[\w@%+=:,./-]+$/.test(arg) ? arg : `'${arg.replaceAll("'", `'\\''`)}'`);
