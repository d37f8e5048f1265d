/** The command line: arguments and streams in, exit code out. The one place that catches what the stages throw. */
import { basename, extname, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
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
  if (plan.inputs.length === 0 && streams.stdin.isTTY) {
    streams.stderr.write(
      'Usage: article-convert [options] [INPUT]…\nGive a file, an address, or pipe a page in. Try: article-convert --help\n',
    );
    return 2;
  }
  const inputs = plan.inputs.length === 0 ? ['-'] : plan.inputs;
  const stopListening = onInterrupt(streams);
  try {
    return await convertAll(inputs, plan, streams, version);
  } finally {
    stopListening();
  }
}

async function convertAll(inputs: readonly string[], plan: Plan, streams: Streams, version: string): Promise<number> {
  const names = new Set<string>();
  const failures: ConvertError[] = [];
  for (const input of inputs) {
    try {
      await convertOne(input, plan, streams, version, names);
    } catch (error) {
      const failure =
        error instanceof ConvertError
          ? error
          : new ConvertError('unreadable', `an unexpected fault: ${(error as Error).message}`);
      failures.push(failure);
      await complain(streams, input, failure);
    }
  }
  return exitCode(inputs.length, failures);
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

async function complain({ stderr }: Streams, input: string, { message }: ConvertError): Promise<void> {
  const { printable } = await import('./summary.ts');
  stderr.write(`article-convert: ${printable(input === '-' ? 'standard input' : input)}: ${printable(message)}\n`);
}

function exitCode(inputs: number, failures: readonly ConvertError[]): number {
  if (failures.length === 0) return 0;
  if (failures.some(({ reason }) => reason === 'unwritable')) return 1;
  const failed = failures.filter(({ reason }) => reason !== 'no-content' && reason !== 'empty');
  if (inputs === 1) return failed.length === 0 ? 3 : 1;
  // Among many, a page without content is a skip that was reported, not a failure.
  if (failed.length === 0) return 0;
  return failed.length === inputs ? 1 : 4;
}

async function convertOne(
  input: string,
  plan: Plan,
  streams: Streams,
  version: string,
  names: Set<string>,
): Promise<void> {
  const { writers } = await import('../writers/index.ts');
  const writer = writers[plan.to];
  const path = plan.outDir === undefined ? plan.output : join(plan.outDir, fileName(input, writer.extension, names));
  const { checkFree, putFile } = await import('../batch/put-file.ts');
  if (path !== undefined) await checkFree(path, plan.force);
  const { readInput } = await import('../readers/read-input.ts');
  const page = await readInput(input, streams.stdin, plan.maxBytes, `article-convert/${version}`);
  const { convert, loadParts, needs } = await import('../convert.ts');
  const document = convert(page, plan.options, await loadParts(needs(page, plan.options)));
  const text = writer.write(document);
  if (path !== undefined) await putFile(path, text, plan.force);
  else await show(text, plan, streams);
  await report(document, plan, streams);
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

/** The input's own name with the format's extension; two inputs never get one name, on any disk. */
function fileName(input: string, extension: string, names: Set<string>): string {
  const bare = basename(input.replace(/[?#].*$/, '').replace(/\/+$/, '')).replace(/[<>:"|?*\\]/g, '-');
  const stem = bare === '-' || bare === '' ? 'page' : bare.slice(0, bare.length - extname(bare).length) || bare;
  let name = `${stem}.${extension}`;
  for (let count = 2; names.has(name.toLowerCase()); count += 1) name = `${stem}-${count}.${extension}`;
  names.add(name.toLowerCase());
  return name;
}

async function report(document: Document, plan: Plan, { stdout, stderr }: Streams): Promise<void> {
  const { explain, summarise } = await import('./summary.ts');
  if (plan.options.explain && !plan.quiet) for (const line of explain(document)) stderr.write(`${line}\n`);
  if (!plan.quiet && (plan.verbose || stdout.isTTY)) stderr.write(`${summarise(document)}\n`);
}
