/** Flags on where documents go and how a batch runs → what they mean. Throws a Stop on what cannot be meant. */
import { availableParallelism } from 'node:os';
import { faultOfPattern } from '../batch/name-pattern.ts';
import type { FORMATS } from './flags/writing.ts';
import { usage } from './stop.ts';

export interface OutputPlan {
  readonly to: (typeof FORMATS)[number];
  readonly output?: string;
  readonly outDir?: string;
  /** Names of files in the folder, where each document has its own. */
  readonly name?: string;
  /** Documents in a file, where a file holds several. */
  readonly shardSize?: number;
  readonly force: boolean;
  readonly resume: boolean;
  readonly report?: string;
  readonly failOn: FailOn;
  /** Worker threads. */
  readonly jobs: number;
  /** Seconds a page may take. */
  readonly timeout?: number;
}

/** Percent of all pages that may fail before the exit code says so. */
export type FailOn = 'none' | 'any' | number;

interface Given {
  readonly json?: boolean;
  readonly to: OutputPlan['to'];
  readonly output?: string;
  readonly outDir?: string;
  readonly name?: string;
  readonly shardSize?: string;
  readonly force?: boolean;
  readonly resume?: boolean;
  readonly report?: string;
  readonly failOn: string;
  readonly jobs?: string;
  readonly timeout?: string;
}

/** In the folder, where none is named. */
export const REPORT = 'report.jsonl';

/** A file of these holds many documents. */
export const isDataset = (to: OutputPlan['to']): boolean => to === 'jsonl' || to === 'parquet';

export function outputPlanOf(options: Readonly<Record<string, unknown>>, isList: boolean): OutputPlan {
  const given = options as unknown as Given;
  const { output, outDir, name, shardSize, resume, force, report, jobs, timeout } = given;
  const to = given.json ? 'json' : given.to;
  if (to !== given.to && given.to !== 'markdown') {
    throw usage(`--json is short for --to json, and --to ${given.to} is there: give one of them`);
  }
  if (output !== undefined && outDir !== undefined) throw usage('-o and --out-dir exclude each other');
  if (!isDataset(to) && isList && output !== undefined) throw usage('-o takes one input; use --out-dir for several');
  if (!isDataset(to) && isList && outDir === undefined) {
    throw usage(`several inputs cannot share standard output as ${to}: use --to jsonl, or --out-dir DIR`);
  }
  if (resume && outDir === undefined) throw usage('--resume goes on with a run in --out-dir: add it');
  if (resume && force) throw usage('--resume goes on and --force starts again: give one of them');
  return {
    to,
    ...(output === undefined ? {} : { output }),
    ...(outDir === undefined ? {} : { outDir }),
    ...(name === undefined ? {} : { name: patternOf(name, given, to) }),
    ...(shardSize === undefined ? {} : { shardSize: shardSizeOf(shardSize, given, to) }),
    force: force === true,
    resume: resume === true,
    ...(report === undefined ? {} : { report }),
    failOn: failOnOf(given.failOn),
    jobs: jobs === undefined ? availableParallelism() : jobsOf(jobs),
    ...(timeout === undefined ? {} : { timeout: secondsOf(timeout) }),
  };
}

function patternOf(written: string, { outDir }: Given, to: OutputPlan['to']): string {
  const fault = faultOfPattern(written);
  if (fault !== undefined) throw usage(`--name '${written}': ${fault}`);
  if (outDir === undefined) throw usage('--name names files in --out-dir: add it');
  if (isDataset(to)) throw usage(`--name names a file for each document: ${to} puts many into one`);
  return written;
}

function shardSizeOf(written: string, { outDir }: Given, to: OutputPlan['to']): number {
  if (!/^\d{1,9}$/.test(written) || Number(written) < 1) {
    throw usage(`--shard-size takes a number of documents, not '${written}'`);
  }
  if (outDir === undefined || !isDataset(to)) {
    throw usage('--shard-size parts what --to jsonl or parquet writes to --out-dir');
  }
  return Number(written);
}

function failOnOf(written: string): FailOn {
  if (written === 'none' || written === 'any') return written;
  const percent = Number(written.replace(/%$/, ''));
  if (!/^(?:\d+\.?\d*|\.\d+)%?$/.test(written) || percent > 100) {
    throw usage(`--fail-on takes none, any or a percentage such as 5%, not '${written}'`);
  }
  return percent;
}

const MOST_JOBS = 1024;

function jobsOf(written: string): number {
  const jobs = Number(written);
  if (!/^\d+$/.test(written) || jobs < 1 || jobs > MOST_JOBS) {
    throw usage(`--jobs takes a number from 1 to ${MOST_JOBS}, not '${written}'`);
  }
  return jobs;
}

/** A day; timers of Node end at 24 of them. */
const MOST_SECONDS = 86_400;

function secondsOf(written: string): number {
  const seconds = Number(written);
  if (!/^(?:\d+\.?\d*|\.\d+)$/.test(written) || seconds <= 0 || seconds > MOST_SECONDS) {
    throw usage(`--timeout takes seconds, up to ${MOST_SECONDS}, not '${written}'`);
  }
  return seconds;
}
