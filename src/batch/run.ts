/** Inputs → pages → documents, one after the other, each page, record and member accounted for. */
import type { Readable } from 'node:stream';
import { convert } from '../convert.ts';
import type { Document } from '../document.ts';
import { ConvertError, type Reason } from '../errors.ts';
import type { ConvertOptions } from '../options.ts';
import { loadParts, needs, type PartName, type Parts } from '../parts.ts';
import type { ReadSettings } from '../readers/containers/container.ts';
import { readLines } from '../readers/containers/jsonl.ts';
import type { Skip } from '../readers/skip.ts';
import { sources } from '../readers/sources.ts';
import { statusOf, type Unpacked, unpack } from '../readers/unpack.ts';
import { Report, type ReportRow } from './report.ts';

export interface Job {
  readonly inputs: AsyncIterable<string> | Iterable<string>;
  readonly stdin: Readable;
  readonly agent: string;
  readonly options: ConvertOptions;
  readonly read: ReadSettings;
  readonly ignore: readonly string[];
  /** Every input is JSON Lines: read line by line, answered line by line. */
  readonly isRows: boolean;
  /** Several documents can go where the documents go. */
  readonly takesMany: boolean;
  readonly report?: string;
}

export interface Outlet {
  /** Where the document of this id goes, before it is made. Throws a ConvertError `exists` or `unwritable`. */
  check(id: string): Promise<string | undefined>;
  /** Writes a document. Throws a ConvertError `exists` or `unwritable`. */
  put(document: Document, path: string | undefined): Promise<void>;
  /** What gave no document; `isAlone` where it was the only input and no container. */
  missed(skip: Skip, isAlone: boolean): Promise<void>;
}

export interface Tally {
  inputs: number;
  /** Inputs that could not be opened at all. */
  unopened: number;
  converted: number;
  skipped: number;
  failed: number;
  /** Something held several pages, or might have. */
  hadMany: boolean;
  /** The output cannot be written: the run ended there. */
  isUnwritable: boolean;
  /** An input that holds several pages, where only one can be written. */
  refused?: string;
  readonly reasons: Map<Reason, number>;
}

type Entry = Unpacked | Skip;

/** What is wrong with an archive as a whole, and never with a page. */
const OF_ARCHIVES = new Set<Reason>([
  'corrupt',
  'truncated',
  'encrypted',
  'missing-dictionary',
  'missing',
  'nested-archive',
]);

export async function run(job: Job, outlet: Outlet): Promise<Tally> {
  const tally: Tally = {
    inputs: 0,
    unopened: 0,
    converted: 0,
    skipped: 0,
    failed: 0,
    hadMany: false,
    isUnwritable: false,
    reasons: new Map(),
  };
  const report = job.report === undefined ? undefined : await Report.create(job.report);
  const parts = new PartStore();
  try {
    for await (const input of job.inputs) {
      tally.inputs += 1;
      for await (const entry of pagesOf(input, job, tally)) {
        if ('page' in entry && entry.isMember && !job.takesMany) {
          tally.refused = input;
          return tally;
        }
        const row = 'page' in entry ? await convertPage(entry, job, tally, outlet, parts) : missedRow(entry);
        tally[row.status] += 1;
        if (row.reason !== undefined) tally.reasons.set(row.reason, (tally.reasons.get(row.reason) ?? 0) + 1);
        if (row.status !== 'converted') await outlet.missed(row as Skip, !tally.hadMany);
        await report?.add(row);
        if (row.reason === 'unwritable') {
          tally.isUnwritable = true;
          return tally;
        }
      }
    }
  } finally {
    await report?.close();
  }
  return tally;
}

async function* pagesOf(input: string, job: Job, tally: Tally): AsyncGenerator<Entry> {
  for await (const sourced of sources(input, { ...job, maxBytes: job.read.maxBytes })) {
    if (!('resource' in sourced)) {
      if (sourced.status === 'failed') tally.unopened += 1;
      yield sourced;
      continue;
    }
    const { resource, isMember } = sourced;
    tally.hadMany ||= isMember || job.isRows;
    if (job.isRows) {
      for await (const row of readLines(resource.id, resource.open(), job.read)) {
        if ('reason' in row) yield row;
        else yield* unpack(row, job.read, true);
      }
      continue;
    }
    for await (const entry of unpack(resource, job.read, isMember)) {
      tally.hadMany ||= 'page' in entry ? entry.isMember : entry.id !== resource.id || OF_ARCHIVES.has(entry.reason);
      yield entry;
    }
  }
}

async function convertPage(
  { page, kind, offset, warnings, isMember }: Unpacked,
  job: Job,
  tally: Tally,
  outlet: Outlet,
  parts: PartStore,
): Promise<ReportRow> {
  const start = performance.now();
  const common = {
    id: page.id,
    ...(page.url === undefined ? {} : { url: page.url }),
    ...(offset === undefined ? {} : { offset }),
    ...(warnings.length === 0 ? {} : { warnings }),
    bytes: page.body.length,
  };
  const ms = (): number => Math.round((performance.now() - start) * 10) / 10;
  const options =
    kind === undefined || (job.options.from ?? 'auto') !== 'auto' ? job.options : { ...job.options, from: kind };
  try {
    const output = await outlet.check(page.id);
    const document = convert(page, options, await parts.load(needs(page, options)));
    await outlet.put(document, output);
    const { quality, metadata } = document;
    return {
      ...common,
      status: 'converted',
      kind: document.input.kind,
      ...(metadata.language === undefined ? {} : { language: metadata.language.value }),
      confidence: quality.confidence,
      words: quality.facts.words,
      ms: ms(),
      ...(output === undefined ? {} : { output }),
    };
  } catch (error) {
    const failure = asFailure(error);
    return {
      ...common,
      status: statusOf(failure.reason, isMember || tally.inputs > 1),
      reason: failure.reason,
      message: failure.message,
      ms: ms(),
    };
  }
}

/** Anything but a ConvertError is a fault of this program, and the page's failure alone. */
const asFailure = (error: unknown): ConvertError =>
  error instanceof ConvertError
    ? error
    : new ConvertError('unreadable', `an unexpected fault: ${(error as Error).message}`);

const missedRow = (skip: Skip): ReportRow => skip;

/** Parts are loaded once for the run. */
class PartStore {
  #loaded: Parts = {};
  readonly #names = new Set<PartName>();

  async load(names: readonly PartName[]): Promise<Parts> {
    const missing = names.filter((name) => !this.#names.has(name));
    if (missing.length === 0) return this.#loaded;
    const more = await loadParts(missing);
    for (const name of missing) this.#names.add(name);
    const words = new Map([...(this.#loaded.words ?? []), ...(more.words ?? [])]);
    this.#loaded = { ...this.#loaded, ...more, words };
    return this.#loaded;
  }
}
