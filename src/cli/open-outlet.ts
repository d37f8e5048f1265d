/** Plan → where documents and rows go. */
import type { Writable } from 'node:stream';
import { FileNames } from '../batch/file-names.ts';
import type { Outlet } from '../batch/outlet.ts';
import { PlainOutlet } from '../batch/plain-outlet.ts';
import { Report } from '../batch/report.ts';
import { FilesSink } from '../batch/sinks/files.ts';
import { OneFileSink } from '../batch/sinks/one-file.ts';
import type { Sink } from '../batch/sinks/sink.ts';
import { StreamSink } from '../batch/sinks/stream.ts';
import { writers } from '../writers/index.ts';
import type { Plan } from './plan.ts';
import { print } from './print.ts';

export async function openOutlet(plan: Plan, { stdout }: { readonly stdout: Writable }): Promise<Outlet> {
  return new PlainOutlet(
    await sinkOf(plan, stdout),
    plan.report === undefined ? undefined : await Report.create(plan.report),
  );
}

async function sinkOf(plan: Plan, stdout: Writable & { isTTY?: boolean }): Promise<Sink> {
  if (plan.outDir !== undefined) {
    return new FilesSink(plan.outDir, new FileNames(), writers[plan.to].extension, plan.force);
  }
  if (plan.output !== undefined) return new OneFileSink(plan.output, plan.force);
  const { colourMarkdown, wantsColour } = await import('./colour.ts');
  const isColoured = plan.to === 'markdown' && wantsColour(plan.color, stdout.isTTY === true, process.env);
  return new StreamSink(
    (content) => print(stdout, isColoured ? colourMarkdown(new TextDecoder().decode(content)) : content),
    plan.isRows,
  );
}
