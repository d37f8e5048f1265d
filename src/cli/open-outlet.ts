/** Plan → where documents and rows go. */
import { createHash } from 'node:crypto';
import { rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileNames } from '../batch/file-names.ts';
import { TREE } from '../batch/name-pattern.ts';
import type { Outlet } from '../batch/outlet.ts';
import { PlainOutlet } from '../batch/plain-outlet.ts';
import { checkFree, temporaryFor } from '../batch/put-file.ts';
import { Report } from '../batch/report.ts';
import { FilesSink } from '../batch/sinks/files.ts';
import { CollectedFileSink, isReplaceable, OneFileSink } from '../batch/sinks/one-file.ts';
import type { Sink } from '../batch/sinks/sink.ts';
import { StreamSink } from '../batch/sinks/stream.ts';
import { EXTENSIONS } from '../writers/extensions.ts';
import type { Output } from './output.ts';
import { isDataset } from './output-plan.ts';
import type { Plan } from './plan.ts';
import { print, printAlone } from './print.ts';
import { wantsColour } from './wants-colour.ts';

export interface Where {
  readonly stdout: Output;
  readonly version: string;
  /** One page, and no more can come: it leaves no journal and no report that was not asked for. */
  readonly isLone: boolean;
  say(line: string): void;
}

export async function openOutlet(plan: Plan, where: Where): Promise<Outlet> {
  const names = new FileNames();
  if (plan.outDir !== undefined && !(where.isLone && !plan.resume)) {
    const { openRun } = await import('./open-run.ts');
    return openRun(plan, plan.outDir, names, where);
  }
  if (plan.report !== undefined) await checkFree(plan.report, plan.force);
  return new PlainOutlet(
    await withTables(await sinkOf(plan, names, where), plan, names, plan.force),
    plan.report === undefined ? undefined : await Report.create(plan.report),
  );
}

/** With the tables of each document as CSV beside it, where that is asked for. */
export async function withTables(sink: Sink, plan: Plan, names: FileNames, force: boolean): Promise<Sink> {
  if (plan.tablesCsv === undefined) return sink;
  const { TablesSink } = await import('../batch/sinks/tables.ts');
  return new TablesSink(sink, plan.tablesCsv, names, force);
}

export const extensionOf = ({ to }: Plan): string => (to === 'parquet' ? to : EXTENSIONS[to]);

async function sinkOf(plan: Plan, names: FileNames, { stdout, isLone }: Where): Promise<Sink> {
  const { to, output, outDir, force } = plan;
  if (outDir !== undefined) {
    const pattern = plan.name ?? TREE;
    const encode = to === 'parquet' ? (await import('../batch/sinks/parquet.ts')).parquetOf : undefined;
    const settings = { folder: outDir, pattern, extension: extensionOf(plan), force, ...(encode && { encode }) };
    return new FilesSink(settings, names);
  }
  if (output !== undefined && isDataset(to) && (to === 'parquet' || (await isReplaceable(output)))) {
    return collected(plan, output);
  }
  if (output !== undefined) return new OneFileSink(output, force);
  if (to === 'parquet') return parquetTo(stdout);
  const colour = to === 'markdown' && wantsColour(plan.color, stdout.isTTY === true, process.env);
  const colourMarkdown = colour ? (await import('./colour.ts')).colourMarkdown : undefined;
  return new StreamSink((content) => {
    if (colourMarkdown !== undefined) return print(stdout, colourMarkdown(new TextDecoder().decode(content)));
    return isLone ? printAlone(stdout, content) : print(stdout, content);
  }, plan.isRows);
}

async function collected({ to }: Plan, output: string): Promise<Sink> {
  const lines = temporaryFor(output);
  if (to !== 'parquet') return new CollectedFileSink({ lines, output, publish: () => rename(lines, output) });
  const { publishParquet } = await import('../batch/sinks/parquet.ts');
  return new CollectedFileSink({ lines, output, publish: () => publishParquet(lines, output) });
}

async function parquetTo(stdout: Output): Promise<Sink> {
  const { writeParquet } = await import('../batch/sinks/parquet.ts');
  const lines = temporaryFor(join(tmpdir(), 'article-convert'));
  return new CollectedFileSink({ lines, publish: () => writeParquet(lines, (bytes) => print(stdout, bytes)) });
}

/** Two runs with the same make the same of the same inputs. */
export function digestOf(plan: Plan, version: string): string {
  const { to, options, writing, read, name, shardSize, tablesCsv, report, isRows } = plan;
  const { wanted, dedupe, siteBoilerplate, shard } = plan;
  const settings = { version, to, options, writing, read, name, shardSize, tablesCsv, report, isRows };
  const filters = { wanted, dedupe, siteBoilerplate, shard };
  return createHash('sha256').update(JSON.stringify({ settings, filters })).digest('hex');
}
