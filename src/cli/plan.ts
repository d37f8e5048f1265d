/** Arguments → what to do. Throws a Stop where there is nothing to run. */
import type { ConvertOptions, WriteOptions } from '../options.ts';
import type { ReadSettings } from '../readers/containers/container.ts';
import type { Arguments } from './arguments.ts';
import { type BatchPlan, batchPlanOf } from './batch-plan.ts';
import { type OutputPlan, outputPlanOf } from './output-plan.ts';
import { presets } from './presets.ts';
import { Stop, usage } from './stop.ts';
import { writingPlanOf } from './writing-plan.ts';

export interface Plan extends BatchPlan, OutputPlan {
  readonly inputs: readonly string[];
  readonly options: ConvertOptions;
  readonly writing: WriteOptions;
  /** Folder for the tables as CSV. */
  readonly tablesCsv?: string;
  readonly read: ReadSettings;
  readonly ignore: readonly string[];
  /** Every input is JSON Lines. */
  readonly isRows: boolean;
  readonly filesFrom?: string;
  /** Names in the list end in a NUL byte. */
  readonly isNull: boolean;
  /** Several inputs are named. */
  readonly isList: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly color: 'auto' | 'always' | 'never';
}

export async function makePlan(args: readonly string[], version: string): Promise<Plan> {
  const hasFlags = args.some((arg) => arg.startsWith('-'));
  const { given, inputs, yields }: Arguments = hasFlags
    ? await (await import('./arguments.ts')).readArguments(args, version)
    : { given: presets(), inputs: args, yields: () => false };
  if (given.completions !== undefined) {
    throw new Stop(0, (await import('./completions/index.ts')).completionsFor(given.completions));
  }
  for (const input of inputs) checkInput(input);
  if (given.url !== undefined && !isWebAddress(given.url)) {
    throw usage(`--url takes the page's own address, such as https://example.org/story, not '${given.url}'`);
  }
  if (given.filesFrom !== undefined && inputs.length > 0) {
    throw usage('--files-from names the inputs: give no others');
  }
  if (given.null && given.filesFrom === undefined) throw usage('-0 says how names in --files-from end: add it');
  if (given.siteBoilerplate && (inputs.includes('-') || (inputs.length === 0 && !given.filesFrom))) {
    throw usage('--site-boilerplate reads its inputs twice, and standard input comes once: save it to a file');
  }
  const isList = inputs.length > 1 || given.filesFrom !== undefined;
  const output = outputPlanOf(given, isList);
  return {
    inputs,
    ...output,
    options: {
      from: given.from === 'jsonl' ? 'auto' : given.from,
      links: given.links,
      images: given.images,
      tables: given.tables,
      ...(given.charset === undefined ? {} : { charset: given.charset }),
      ...(given.url === undefined ? {} : { url: given.url }),
      ...(given.fullPage ? { fullPage: true } : {}),
      ...(given.allowHtml ? { allowHtml: true } : {}),
      ...(given.explain ? { explain: true } : {}),
    },
    writing: writingPlanOf(given, output.to, yields),
    ...(given.tablesCsv === undefined ? {} : { tablesCsv: given.tablesCsv }),
    read: {
      maxBytes: bytesOf(given.maxBytes),
      truncated: given.truncated,
      ...(given.htmlField === undefined ? {} : { htmlField: given.htmlField }),
      ...(given.textField === undefined ? {} : { textField: given.textField }),
      ...(given.urlField === undefined ? {} : { urlField: given.urlField }),
    },
    ignore: given.ignore ?? [],
    isRows: given.from === 'jsonl',
    ...(given.filesFrom === undefined ? {} : { filesFrom: given.filesFrom }),
    isNull: given.null === true,
    isList,
    ...batchPlanOf(given),
    quiet: given.quiet === true,
    verbose: given.verbose === true,
    color: given.color,
  };
}

const isWebAddress = (written: string): boolean => /^https?:\/\/./i.test(written) && URL.canParse(written);

function checkInput(input: string): void {
  if (input === '') throw usage('an INPUT is empty: give a file, an address, or - for standard input');
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(input)?.[1];
  if (scheme === undefined) return;
  if (!/^https?$/i.test(scheme)) {
    throw usage(`'${input}': ${scheme}: addresses are not read; use http(s), or save the page and give the file`);
  }
  if (!isWebAddress(input)) throw usage(`'${input}' is no valid address; check how it is written`);
}

const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  k: 1e3,
  m: 1e6,
  g: 1e9,
  ki: 2 ** 10,
  mi: 2 ** 20,
  gi: 2 ** 30,
};

function bytesOf(written: string): number {
  const match = /^(\d+(?:\.\d+)?)\s*([kmg]i?|)b?$/i.exec(written);
  const unit = UNITS[(match?.[2] ?? '').toLowerCase()];
  if (match === null || unit === undefined)
    throw usage(`--max-bytes takes a size such as 500kB or 20MB, not '${written}'`);
  const bytes = Math.floor(Number(match[1]) * unit);
  if (bytes === 0) throw usage('--max-bytes 0 would refuse every input: give a size such as 100MB');
  return bytes;
}
