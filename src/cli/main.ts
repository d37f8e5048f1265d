/** The command line: arguments and streams in, exit code out. The one place that catches what the stages throw. */
import type { Reading } from '../batch/entries.ts';
import { checkFree } from '../batch/put-file.ts';
import { ConvertError } from '../errors.ts';
import { onInterrupt } from './interrupt.ts';
import { jobOf, readingOf } from './make-job.ts';
import { Messages } from './messages.ts';
import { exitCode, resumeCommand } from './outcome.ts';
import { type Output, type Streams, standardStreams } from './output.ts';
import { makePlan, type Plan } from './plan.ts';
import { print, printAlone } from './print.ts';
import { Stop } from './stop.ts';
import { readVersion } from './version.ts';
import { Watch } from './watch.ts';

export async function main(args: readonly string[], streams: Streams = standardStreams()): Promise<number> {
  const version = readVersion();
  let plan: Plan;
  try {
    plan = await makePlan(args, version);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    if (error.exitCode === 0) return say(streams, error.message);
    streams.stderr.write(error.message);
    return error.exitCode;
  }
  if (plan.inputs.length === 0 && plan.filesFrom === undefined && streams.stdin.isTTY) {
    streams.stderr.write(
      'Usage: article-convert [options] [INPUT]…\nGive a file, an address, or pipe a page in. Try: article-convert --help\n',
    );
    return 2;
  }
  if (fillsTerminal(plan) && streams.stdout.isTTY) {
    streams.stderr.write(
      'article-convert: Parquet is no text, and standard output is a terminal: use -o FILE, --out-dir DIR, or a pipe\n',
    );
    return 2;
  }
  const abort = isResumable(plan) ? new AbortController() : undefined;
  const stopListening = onInterrupt(streams, abort && (() => abort.abort()));
  try {
    return await convertAll(plan, streams, { version, args, signal: abort?.signal });
  } finally {
    stopListening();
  }
}

/** With what no terminal can show. */
const fillsTerminal = ({ to, output, outDir, dryRun }: Plan): boolean =>
  to === 'parquet' && output === undefined && outDir === undefined && !dryRun;

/** A run that is stopped in order can be gone on with. */
const isResumable = ({ outDir, dryRun }: Plan): boolean => outDir !== undefined && !dryRun;

interface Call {
  readonly version: string;
  readonly args: readonly string[];
  readonly signal: AbortSignal | undefined;
}

async function convertAll(plan: Plan, streams: Streams, { version, args, signal }: Call): Promise<number> {
  const messages = new Messages(streams.stderr, plan.logFormat);
  const watch = new Watch(plan, streams, messages);
  let canResume = false;
  try {
    if (plan.output !== undefined) await checkFree(plan.output, plan.force);
    if (plan.reportHtml !== undefined) await checkFree(plan.reportHtml, plan.force || plan.resume);
    const reading = await readingOf(plan, () => streams.stdin, version);
    if (plan.dryRun) return await listOnly(reading, plan, messages, { version, stdout: streams.stdout });
    const { run } = await import('../batch/run.ts');
    const { openOutlet } = await import('./open-outlet.ts');
    const tally = await run(await jobOf(plan, reading, { stdout: streams.stdout, watch, signal }), async (isLone) => {
      await watch.begin(isLone);
      const say = (text: string): void => messages.say({ event: 'notice', text });
      const outlet = await openOutlet(plan, { stdout: streams.stdout, version, isLone, say });
      canResume = plan.outDir !== undefined && !isLone;
      return outlet;
    });
    if (tally.refused !== undefined) return refuse(tally.refused, messages);
    await watch.end(tally, { version, again: resumeCommand(args) });
    return exitCode(tally, plan.failOn);
  } catch (error) {
    if (!(error instanceof ConvertError)) throw error;
    const next = canResume && error.reason === 'unwritable' ? `; to resume: ${resumeCommand(args)}` : '';
    messages.say({ event: 'error', text: `${error.message}${next}`, facts: { reason: error.reason } });
    return 1;
  } finally {
    watch.stop();
  }
}

/** One output, and several pages in an input. */
function refuse(input: string, messages: Messages): number {
  messages.failed(input, 'it holds several pages: use --to jsonl, or --out-dir DIR');
  return 2;
}

async function listOnly(
  reading: Reading,
  plan: Plan,
  messages: Messages,
  { version, stdout }: { readonly version: string; readonly stdout: Output },
): Promise<number> {
  const { dryRun } = await import('./dry-run.ts');
  const tally = await dryRun(reading, plan, version, (line) => print(stdout, line));
  if (tally.refused !== undefined) return refuse(tally.refused, messages);
  const { converted, skipped, failed } = tally;
  const text = `${converted} would be converted, ${skipped} skipped, ${failed} failed; nothing was written`;
  if (!plan.quiet) messages.say({ event: 'summary', text, facts: { converted, skipped, failed, isDryRun: true } });
  return exitCode(tally, plan.failOn);
}

/** Help and version. */
async function say(streams: Streams, text: string): Promise<number> {
  try {
    await printAlone(streams.stdout, Buffer.from(text));
    return 0;
  } catch (error) {
    streams.stderr.write(`article-convert: ${(error as Error).message}\n`);
    return 1;
  }
}
