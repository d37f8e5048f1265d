/** Plan → a run in a folder: journal, report, and documents in files of their own or together. */
import { join } from 'node:path';
import type { FileNames } from '../batch/file-names.ts';
import { JOURNAL, JournaledOutlet, LOCK, type SinkMaker } from '../batch/journaled-outlet.ts';
import { TREE } from '../batch/name-pattern.ts';
import { FilesSink } from '../batch/sinks/files.ts';
import { type ShardSettings, ShardsSink } from '../batch/sinks/shards.ts';
import { digestOf, extensionOf, type Where, withTables } from './open-outlet.ts';
import { isDataset, REPORT } from './output-plan.ts';
import type { Plan } from './plan.ts';

/** Documents in a file of Parquet. */
const PARQUET_SHARD = 10_000;

/** @param say told what the user should know */
export async function openRun(
  plan: Plan,
  folder: string,
  names: FileNames,
  { version, say }: Pick<Where, 'version' | 'say'>,
): Promise<JournaledOutlet> {
  for (const own of [JOURNAL, LOCK, REPORT]) names.take(own);
  const outlet = await JournaledOutlet.open(
    {
      folder,
      report: plan.report ?? join(folder, REPORT),
      settings: digestOf(plan, version),
      mayResume: plan.resume,
      force: plan.force,
    },
    isDataset(plan.to) ? await shards(plan, folder, names) : files(plan, folder, names),
  );
  if (outlet.isAnew) say(`${folder}: other options or another version made what is there: starting again`);
  return outlet;
}

function files(plan: Plan, folder: string, names: FileNames): SinkMaker {
  const force = plan.force || plan.resume;
  const settings = { folder, pattern: plan.name ?? TREE, extension: extensionOf(plan), force };
  const make = () => withTables(new FilesSink(settings, names), plan, names, force);
  return { check: async () => undefined, fresh: make, resumed: make };
}

async function shards(plan: Plan, folder: string, names: FileNames): Promise<SinkMaker> {
  const isParquet = plan.to === 'parquet';
  const settings: ShardSettings = {
    folder,
    extension: extensionOf(plan),
    size: plan.shardSize ?? (isParquet ? PARQUET_SHARD : undefined),
    ...(isParquet ? { publish: (await import('../batch/sinks/parquet.ts')).publishParquet } : {}),
  };
  const force = plan.force || plan.resume;
  return {
    check: () => ShardsSink.check(settings),
    fresh: async () => withTables(await ShardsSink.fresh(settings), plan, names, force),
    resumed: async (state) => withTables(await ShardsSink.resumed(settings, state), plan, names, force),
  };
}
