/** Plan → what is read, what is done with each page, and what it passes before it is written. */
import type { Readable } from 'node:stream';
import type { Reading } from '../batch/entries.ts';
import type { Job } from '../batch/run.ts';
import type { Stage } from '../batch/stage.ts';
import type { Output } from './output.ts';
import { isDataset } from './output-plan.ts';
import type { Plan } from './plan.ts';
import type { Watch } from './watch.ts';

export async function readingOf(plan: Plan, stdin: () => Readable, version: string): Promise<Reading> {
  const { inputs, filesFrom, isNull, read, ignore, isRows, isList, shard } = plan;
  const given = inputs.length === 0 ? ['-'] : inputs;
  const listed = filesFrom === undefined ? undefined : (await import('../readers/name-list.ts')).namesIn;
  return {
    inputs: filesFrom === undefined || listed === undefined ? given : listed(filesFrom, isNull, stdin()),
    stdin,
    agent: `article-convert/${version}`,
    read,
    ignore,
    isRows,
    isList: filesFrom !== undefined,
    isSeveral: isList,
    ...(shard === undefined ? {} : { shard }),
  };
}

export async function jobOf(
  plan: Plan,
  reading: Reading,
  { stdout, watch, signal }: { readonly stdout: Output; watch: Watch; signal: AbortSignal | undefined },
): Promise<Job> {
  const { options, to, writing, quiet, verbose, wanted, dedupe, timeout } = plan;
  const job: Job = {
    ...reading,
    isMany: plan.isList,
    mayResume: plan.resume,
    takesMany: plan.outDir !== undefined || isDataset(to),
    work: {
      options,
      to: to === 'parquet' ? 'jsonl' : to,
      writing,
      tables: plan.tablesCsv !== undefined,
      explain: options.explain === true && !quiet,
      summary: !quiet && (verbose || stdout.isTTY === true),
      wanted,
      ...(dedupe === undefined ? {} : { dedupe }),
    },
    jobs: plan.jobs,
    ...(timeout === undefined ? {} : { timeout }),
    stages: await stagesOf(plan),
    observer: watch,
    signal,
  };
  return plan.siteBoilerplate ? readTwice(job, watch) : job;
}

/** Reads all once, for what sites repeat. */
async function readTwice(job: Job, watch: Watch): Promise<Job> {
  const { findSiteTexts } = await import('../batch/find-site-texts.ts');
  // A list from a pipe comes once.
  const inputs: string[] = [];
  for await (const input of job.inputs) inputs.push(input);
  const again = { ...job, inputs };
  const siteTexts = await findSiteTexts(again, await watch.beginSurvey());
  watch.stop();
  return { ...again, siteTexts };
}

/** What documents pass in input order before they are written. */
async function stagesOf({ dedupe }: Plan): Promise<Stage[]> {
  if (dedupe === undefined) return [];
  const { DedupeStage } = await import('../batch/filters/dedupe-stage.ts');
  return [new DedupeStage(dedupe)];
}
