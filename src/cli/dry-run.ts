/** `--dry-run`: what would be read, and where it would go; a line for each page, record and member, nothing converted. */
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { type Entry, type Reading, readEntries } from '../batch/entries.ts';
import { FileNames } from '../batch/file-names.ts';
import { readJournal } from '../batch/journal.ts';
import { JOURNAL } from '../batch/journaled-outlet.ts';
import { expandPattern, TREE } from '../batch/name-pattern.ts';
import type { Before } from '../batch/outlet.ts';
import { printable } from '../batch/summary.ts';
import { count, emptyTally, type Tally } from '../batch/tally.ts';
import { digestOf, extensionOf } from './open-outlet.ts';
import { isDataset } from './output-plan.ts';
import type { Plan } from './plan.ts';

/**
 * Pages count as converted. Lines are `read`, an id and a place, or `skipped`, `failed` or `exists`, an id and why,
 * parted by tabs.
 * @param print takes a line
 */
export async function dryRun(
  reading: Reading,
  plan: Plan,
  version: string,
  print: (line: string) => Promise<void>,
): Promise<Tally> {
  const tally = emptyTally();
  const names = new FileNames();
  const before = plan.resume ? await journaled(plan, names, version) : undefined;
  for await (const entry of readEntries(reading, tally, {}, (id) => before?.isDone(id) ?? false)) {
    if (!('read' in entry)) continue;
    const { read, input } = entry;
    const id = 'page' in read ? read.page.id : read.id;
    if (before?.has(id)) continue;
    if ('page' in read && read.isMember && plan.outDir === undefined && !isDataset(plan.to)) {
      tally.refused = input;
      return tally;
    }
    const [status, told] = 'page' in read ? await placeOf(entry, plan, names) : [read.status, read.message];
    count(tally, 'page' in read ? { status: status === 'exists' ? 'failed' : 'converted' } : read);
    await print(`${[status, id, told].map(printable).join('\t')}\n`);
  }
  return tally;
}

async function placeOf({ read, place }: Entry, plan: Plan, names: FileNames): Promise<[status: string, told: string]> {
  const { outDir, output, to, name, shardSize, force, resume } = plan;
  if (outDir === undefined) return ['read', output ?? 'standard output'];
  if (isDataset(to))
    return ['read', join(outDir, `documents${shardSize === undefined ? '' : '-*'}.${extensionOf(plan)}`)];
  const page = 'page' in read ? read.page : read;
  const path = join(outDir, names.claim(expandPattern(name ?? TREE, page, place, extensionOf(plan))));
  const isThere = await access(path).then(
    () => true,
    () => false,
  );
  return isThere && !force && !resume
    ? ['exists', `${path} is there already; use --force to overwrite it`]
    : ['read', path];
}

/** What a run in the folder has done, where this one would go on with it. */
async function journaled(plan: Plan, names: FileNames, version: string): Promise<Before | undefined> {
  const found = await readJournal(join(plan.outDir ?? '', JOURNAL));
  if (found?.settings !== digestOf(plan, version)) return undefined;
  for await (const { files = [] } of found.before.kept) for (const file of files) names.take(file);
  return found.before;
}
