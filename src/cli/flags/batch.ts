/** Flags on many pages at once: which of them, what is kept of them, what is said about them. */
import type { Flag } from '../flags.ts';

const group = 'Batches';

export const BATCH: readonly Flag[] = [
  {
    group,
    flags: '--jobs <number>',
    help: 'worker threads for several pages; by default as many as there are cores',
  },
  {
    group,
    flags: '--timeout <seconds>',
    help: 'give a page up that takes longer; by default 120 among several, none alone',
  },
  {
    group,
    flags: '--report <file>',
    help: 'write a line of JSON for each page, record and member read; by default report.jsonl in --out-dir',
  },
  {
    group,
    flags: '--fail-on <when>',
    help: 'exit with 4 where any page failed, none, or more than so many percent of all, as in 5%',
    preset: 'any',
  },
  { group, flags: '--report-html <file>', help: 'write a page about the batch: totals, charts, a table to search' },
  {
    group,
    flags: '--dedupe <how>',
    help: 'leave out what a document before it says: the same text but for white space, or nearly the same',
    choices: ['exact', 'near'],
  },
  { group, flags: '--min-words <number>', help: 'leave out documents of fewer words' },
  {
    group,
    flags: '--lang <tags>',
    help: 'keep documents in these languages only, as in en,zh-Hant; und for unknown, * for any known',
    isMany: true,
  },
  { group, flags: '--min-confidence <number>', help: 'leave out documents less sure than this, 0 to 1' },
  {
    group,
    flags: '--site-boilerplate',
    help: 'cut text that a site repeats on its pages; reads the inputs twice',
  },
  {
    group,
    flags: '--shard <K/N>',
    help: 'do the K-th of N parts: every N-th file of several, every N-th record of one archive',
  },
  { group, flags: '--dry-run', help: 'list what would be read and where it would go, and convert nothing' },
  { group, flags: '--no-progress', help: 'say nothing on standard error while a batch runs' },
];
