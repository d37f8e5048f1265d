/** The command line: arguments and streams in, exit code out. The one place that catches what the stages throw. */
import type { Readable, Writable } from 'node:stream';
import { checkFree } from '../batch/put-file.ts';
import { printable } from '../batch/summary.ts';
import type { Tally } from '../batch/tally.ts';
import { ConvertError } from '../errors.ts';
import { onInterrupt } from './interrupt.ts';
import { makePlan, type Plan } from './plan.ts';
import { print } from './print.ts';
import { Stop } from './stop.ts';
import { readVersion } from './version.ts';

export interface Streams {
  readonly stdin: Readable & { isTTY?: boolean };
  readonly stdout: Writable & { isTTY?: boolean };
  readonly stderr: Writable & { isTTY?: boolean };
}

export async function main(args: readonly string[], streams: Streams): Promise<number> {
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
  const stopListening = onInterrupt(streams);
  try {
    return await convertAll(plan, streams, version);
  } finally {
    stopListening();
  }
}

async function convertAll(plan: Plan, streams: Streams, version: string): Promise<number> {
  const { run } = await import('../batch/run.ts');
  const { namesIn } = await import('../readers/name-list.ts');
  const { openOutlet } = await import('./open-outlet.ts');
  const isRows = plan.isRows && plan.outDir === undefined && plan.output === undefined;
  let isAlone = false;
  try {
    if (plan.output !== undefined) await checkFree(plan.output, plan.force);
    const given = plan.inputs.length === 0 ? ['-'] : plan.inputs;
    const tally = await run(
      {
        inputs: plan.filesFrom === undefined ? given : namesIn(plan.filesFrom, plan.isNull, streams.stdin),
        stdin: streams.stdin,
        agent: `article-convert/${version}`,
        read: plan.read,
        ignore: plan.ignore,
        isRows: plan.isRows,
        isList: plan.filesFrom !== undefined,
        isMany: plan.isList,
        takesMany: plan.outDir !== undefined || plan.to === 'jsonl',
        work: {
          options: plan.options,
          to: plan.to,
          writing: plan.writing,
          tables: plan.tablesCsv !== undefined,
          explain: plan.options.explain === true && !plan.quiet,
          summary: !plan.quiet && (plan.verbose || streams.stdout.isTTY === true),
        },
        jobs: plan.jobs,
        ...(plan.timeout === undefined ? {} : { timeout: plan.timeout }),
        stages: [],
        observer: {
          finished({ id, status, message = '' }, notes) {
            for (const note of notes) streams.stderr.write(`${note}\n`);
            if (status !== 'converted' && !isRows && (status === 'failed' || isAlone)) complain(streams, id, message);
          },
        },
        signal: new AbortController().signal,
      },
      (isLone) => {
        isAlone = isLone;
        return openOutlet(plan, streams);
      },
    );
    if (tally.refused !== undefined) {
      complain(streams, tally.refused, `it holds several pages: use --to jsonl, or --out-dir DIR`);
      return 2;
    }
    return exitCode(tally);
  } catch (error) {
    if (!(error instanceof ConvertError)) throw error;
    streams.stderr.write(`article-convert: ${error.message}\n`);
    return 1;
  }
}

/** Help and version. */
async function say(streams: Streams, text: string): Promise<number> {
  try {
    await print(streams.stdout, text);
    return 0;
  } catch (error) {
    streams.stderr.write(`article-convert: ${(error as Error).message}\n`);
    return 1;
  }
}

function complain({ stderr }: Streams, id: string, message: string): void {
  stderr.write(`article-convert: ${printable(id === '-' ? 'standard input' : id)}: ${printable(message)}\n`);
}

function exitCode({ inputs, unopened, failed, hadMany, converted, reasons }: Tally): number {
  if (failed === 0) return 0;
  if (inputs === 1 && !hadMany) {
    const isEmpty = [...reasons.keys()].every((reason) => reason === 'no-content' || reason === 'empty');
    return isEmpty ? 3 : 1;
  }
  return (unopened >= inputs || (failed >= inputs && !hadMany)) && converted === 0 ? 1 : 4;
}
