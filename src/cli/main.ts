/** The command line: arguments and streams in, exit code out. The one place that catches what the stages throw. */
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import type { FileNames } from '../batch/file-names.ts';
import { checkFree, putFile } from '../batch/put-file.ts';
import type { Tally } from '../batch/run.ts';
import type { Document } from '../document.ts';
import { ConvertError } from '../errors.ts';
import { onInterrupt } from './interrupt.ts';
import { makePlan, type Plan, Stop } from './plan.ts';
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
    plan = makePlan(args, version);
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
  const { writers } = await import('../writers/index.ts');
  const writer = writers[plan.to];
  const { FileNames } = await import('../batch/file-names.ts');
  const names = new FileNames();
  try {
    if (plan.output !== undefined) await checkFree(plan.output, plan.force);
    const given = plan.inputs.length === 0 ? ['-'] : plan.inputs;
    const tally = await run(
      {
        inputs: plan.filesFrom === undefined ? given : namesIn(plan.filesFrom, plan.isNull, streams.stdin),
        stdin: streams.stdin,
        agent: `article-convert/${version}`,
        options: plan.options,
        read: plan.read,
        ignore: plan.ignore,
        isRows: plan.isRows,
        takesMany: plan.outDir !== undefined || plan.to === 'jsonl',
        ...(plan.report === undefined ? {} : { report: plan.report }),
      },
      {
        check: async (id) => {
          if (plan.outDir === undefined) return plan.output;
          const path = join(plan.outDir, names.next(id, writer.extension));
          await checkFree(path, plan.force);
          return path;
        },
        put: async (document, path) => {
          const text = writer.write(document, plan.writing);
          if (path === undefined) await show(text, plan, streams);
          else await putFile(path, text, plan.force);
          if (plan.tablesCsv !== undefined) await putTables(document, plan.tablesCsv, plan.force, names);
          await report(document, plan, streams);
        },
        missed: async (skip, isAlone) => {
          if (plan.isRows && plan.outDir === undefined && plan.output === undefined) {
            const { id, url, status, reason, message } = skip;
            await print(streams, `${JSON.stringify({ id, url, status, reason, message })}\n`);
          } else if (skip.status === 'failed' || isAlone) await complain(streams, skip.id, skip.message);
        },
      },
    );
    if (tally.refused !== undefined) {
      await complain(streams, tally.refused, `it holds several pages: use --to jsonl, or --out-dir DIR`);
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
    await print(streams, text);
    return 0;
  } catch (error) {
    streams.stderr.write(`article-convert: ${(error as Error).message}\n`);
    return 1;
  }
}

async function complain({ stderr }: Streams, id: string, message: string): Promise<void> {
  const { printable } = await import('./summary.ts');
  stderr.write(`article-convert: ${printable(id === '-' ? 'standard input' : id)}: ${printable(message)}\n`);
}

function exitCode({ inputs, unopened, failed, hadMany, isUnwritable, converted, reasons }: Tally): number {
  if (isUnwritable) return 1;
  if (failed === 0) return 0;
  if (inputs === 1 && !hadMany) {
    const isEmpty = [...reasons.keys()].every((reason) => reason === 'no-content' || reason === 'empty');
    return isEmpty ? 3 : 1;
  }
  return (unopened >= inputs || (failed >= inputs && !hadMany)) && converted === 0 ? 1 : 4;
}

/** `page.table-1.csv`, `page.table-2.csv` … */
async function putTables(document: Document, folder: string, force: boolean, names: FileNames): Promise<void> {
  const { tablesToCsv } = await import('../writers/csv.ts');
  for (const [at, csv] of tablesToCsv(document).entries()) {
    await putFile(join(folder, names.next(document.id, `table-${at + 1}.csv`)), csv, force);
  }
}

async function show(text: string, plan: Plan, streams: Streams): Promise<void> {
  const { colourMarkdown, wantsColour } = await import('./colour.ts');
  const isColoured = plan.to === 'markdown' && wantsColour(plan.color, streams.stdout.isTTY === true, process.env);
  await print(streams, isColoured ? colourMarkdown(text) : text);
}

/** Waits until the text is out; a closed pipe is a reader that has seen enough. */
function print({ stdout }: Streams, text: string): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    stdout.write(text, (error) => {
      if (error == null || (error as NodeJS.ErrnoException).code === 'EPIPE') resolve();
      else
        reject(
          new ConvertError(
            'unwritable',
            `standard output cannot be written (${(error as NodeJS.ErrnoException).code}); check the disk it goes to`,
          ),
        );
    });
  });
}

async function report(document: Document, plan: Plan, { stdout, stderr }: Streams): Promise<void> {
  const { explain, summarise } = await import('./summary.ts');
  if (plan.options.explain && !plan.quiet) for (const line of explain(document)) stderr.write(`${line}\n`);
  if (!plan.quiet && (plan.verbose || stdout.isTTY)) stderr.write(`${summarise(document)}\n`);
}
