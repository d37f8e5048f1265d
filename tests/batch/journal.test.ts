import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FileNames } from '../../src/batch/file-names.ts';
import { JOURNAL, JournaledOutlet, LOCK, type SinkMaker } from '../../src/batch/journaled-outlet.ts';
import { TREE } from '../../src/batch/name-pattern.ts';
import type { Result } from '../../src/batch/result.ts';
import { FilesSink } from '../../src/batch/sinks/files.ts';
import { ShardsSink } from '../../src/batch/sinks/shards.ts';
import { TablesSink } from '../../src/batch/sinks/tables.ts';

const scratch = () => mkdtempSync(join(tmpdir(), 'article-convert-'));

/** Inputs and what is in them: names that meet, a page that failed, an archive. */
const INPUTS: readonly (readonly [string, readonly string[]])[] = [
  ['a/page.html', ['a/page.html']],
  [
    'crawl.warc',
    ['crawl.warc#0', 'crawl.warc#9', 'crawl.warc#fails', 'crawl.warc#12', 'crawl.warc#40', 'crawl.warc#41'],
  ],
  ['A/PAGE.html', ['A/PAGE.html']],
  ['site.zip', ['site.zip/x.html', 'site.zip/x.html', 'site.zip/X.htm']],
];
const COUNT = INPUTS.flatMap(([, ids]) => ids).length;

const resultOf = (id: string): Result =>
  id.endsWith('fails')
    ? { id, status: 'failed', reason: 'corrupt', message: 'damaged' }
    : {
        id,
        status: 'converted',
        content: Buffer.from(`${JSON.stringify({ id, text: 'é'.repeat(id.length) })}\n`),
        tables: id.includes('crawl') ? ['a,b\r\n'] : [],
        notes: [],
      };

interface Kind {
  readonly maker: (folder: string) => SinkMaker;
}

const shards = (size: number | undefined, isMade = false): Kind => ({
  maker(folder) {
    const settings = {
      folder,
      extension: 'jsonl',
      size,
      ...(isMade
        ? {
            publish: async (lines: string, path: string) => writeFileSync(path, `made\n${readFileSync(lines, 'utf8')}`),
          }
        : {}),
    };
    return {
      check: () => ShardsSink.check(settings),
      fresh: () => ShardsSink.fresh(settings),
      resumed: (state) => ShardsSink.resumed(settings, state),
    };
  },
});

const files: Kind = {
  maker(folder) {
    const names = new FileNames();
    const make = async () =>
      new TablesSink(
        new FilesSink({ folder, pattern: TREE, extension: 'md', force: true }, names),
        join(folder, 'tables'),
        names,
        true,
      );
    return { check: async () => undefined, fresh: make, resumed: make };
  },
};

/** A run as `run` drives it; after each step it says how many pages are put. */
async function drive(
  folder: string,
  { maker }: Kind,
  mayResume: boolean,
  step: (pages: number) => void,
  settings = 'same',
) {
  const outlet = await JournaledOutlet.open(
    { folder, report: join(folder, 'report.jsonl'), settings, mayResume, force: false, pagesBetween: 2 },
    maker(folder),
  );
  if (outlet.before !== undefined) for await (const _ of outlet.before.kept);
  let pages = 0;
  for (const [input, ids] of INPUTS) {
    if (outlet.before?.isDone(input)) continue;
    for (const id of ids) {
      if (outlet.before?.has(id)) continue;
      await outlet.put(resultOf(id), id);
      step((pages += 1));
    }
    await outlet.endInput(input);
  }
  await outlet.close();
  return { pages, isAnew: outlet.isAnew };
}

const treeOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== JOURNAL)
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(folder.length), readFileSync(path, 'utf8')]),
  );

const KINDS: Readonly<Record<string, Kind>> = {
  'one file': shards(undefined),
  shards: shards(3),
  'shards that are made at their end': shards(4, true),
  'files of their own, with tables': files,
};

test.each(Object.entries(KINDS))('killed at any page and resumed, %s hold the same', async (_, kind) => {
  const whole = scratch();
  const snapshots: string[] = [];
  await drive(whole, kind, false, () => {
    const copy = scratch();
    cpSync(whole, copy, { recursive: true });
    // The process of the copy is no more.
    rmSync(join(copy, LOCK));
    snapshots.push(copy);
  });
  const want = treeOf(whole);
  expect(want['/report.jsonl']?.trimEnd().split('\n')).toHaveLength(COUNT);
  for (const [at, copy] of snapshots.entries()) {
    const { pages } = await drive(copy, kind, true, () => undefined);
    expect(pages).toBeGreaterThanOrEqual(COUNT - at - 1);
    expect(pages).toBeLessThanOrEqual(COUNT - at + 2);
    expect(treeOf(copy)).toEqual(want);
  }
});

test('a torn or half written end of the journal counts for nothing', async () => {
  const whole = scratch();
  const kind = shards(3);
  let copy = '';
  await drive(whole, kind, false, (pages) => {
    if (pages !== 7) return;
    copy = scratch();
    cpSync(whole, copy, { recursive: true });
    rmSync(join(copy, LOCK));
  });
  const journal = join(copy, JOURNAL);
  const { length } = readFileSync(journal);
  for (const spoil of [
    () => appendFileSync(journal, '{"id":"crawl.warc#41","status":"converted"}\n{"at":{"rep'),
    () => appendFileSync(journal, '{"at":{"report":1,"sink":null}}'),
    () => truncateSync(journal, length - 1),
    () => truncateSync(journal, 30),
  ]) {
    const spoiled = scratch();
    cpSync(copy, spoiled, { recursive: true });
    const saved = readFileSync(journal);
    spoil();
    cpSync(journal, join(spoiled, JOURNAL));
    writeFileSync(journal, saved);
    await drive(spoiled, kind, true, () => undefined);
    expect(treeOf(spoiled)).toEqual(treeOf(whole));
  }
});

test('a run that has ended is resumed without doing anything, other settings start it again, neither is refused', async () => {
  const folder = scratch();
  const kind = shards(undefined);
  await drive(folder, kind, false, () => undefined);
  const want = treeOf(folder);
  expect(await drive(folder, kind, true, () => undefined)).toEqual({ pages: 0, isAnew: false });
  expect(treeOf(folder)).toEqual(want);
  expect(await drive(folder, kind, true, () => undefined, 'other')).toEqual({ pages: COUNT, isAnew: true });
  expect(treeOf(folder)).toEqual(want);
  await expect(drive(folder, kind, false, () => undefined)).rejects.toMatchObject({
    reason: 'exists',
    message: expect.stringContaining('--resume'),
  });
  expect(treeOf(folder)).toEqual(want);
});

test('where the journal says more than the file holds, the run is not resumed', async () => {
  const folder = scratch();
  await drive(folder, shards(undefined), false, () => undefined);
  truncateSync(join(folder, 'report.jsonl'), 10);
  await expect(drive(folder, shards(undefined), true, () => undefined)).rejects.toMatchObject({
    reason: 'unwritable',
    message: expect.stringContaining('--force'),
  });
  expect(readdirSync(folder)).not.toContain(LOCK);
});
