/** What the user names → pages and what is none, one after the other, with the end of each input. */
import type { Readable } from 'node:stream';
import type { Reason } from '../errors.ts';
import type { ReadSettings } from '../readers/containers/container.ts';
import { readLines } from '../readers/containers/jsonl.ts';
import type { Skip } from '../readers/skip.ts';
import { type Sourced, sources } from '../readers/sources.ts';
import { type Unpacked, unpack } from '../readers/unpack.ts';
import { isInShard, type Shard } from './filters/shard.ts';
import type { Observer } from './observer.ts';
import type { Tally } from './tally.ts';

export interface Reading {
  readonly inputs: AsyncIterable<string> | Iterable<string>;
  stdin(): Readable;
  /** How the tool names itself to servers. */
  readonly agent: string;
  readonly read: ReadSettings;
  /** Globs of files in folders to leave out. */
  readonly ignore: readonly string[];
  /** Every input is JSON Lines: read line by line, answered line by line. */
  readonly isRows: boolean;
  /** Names come from a list: they keep their folders. */
  readonly isList: boolean;
  /** Several inputs are named. */
  readonly isSeveral: boolean;
  /** The part of the inputs, or of the records of one alone, that is read; the rest is passed over unsaid. */
  readonly shard?: Shard;
}

/** A page, or what is none, and its place in the tree that the user named. */
export interface Entry {
  readonly read: Unpacked | Skip;
  /** What it was read from, as the user named it. */
  readonly input: string;
  /** Its id without what leads to the tree: `a/b.html` of the folder `pages/`, `site.zip/a/b.html`. */
  readonly place: string;
}

/** An input has been read to its end: a file, an archive, an address. */
export interface End {
  readonly ended: string;
}

/** What is wrong with an archive as a whole, and never with a page. */
const OF_ARCHIVES = new Set<Reason>([
  'corrupt',
  'truncated',
  'encrypted',
  'missing-dictionary',
  'missing',
  'nested-archive',
]);

/**
 * Counts into the tally what is opened.
 * @param isDone inputs that are not opened, because a run before this one has read them to their end
 */
export async function* readEntries(
  reading: Reading,
  tally: Tally,
  observer: Observer,
  isDone: (id: string) => boolean,
): AsyncGenerator<Entry | End> {
  const { shard } = reading;
  let files = 0;
  for await (const input of reading.inputs) {
    tally.inputs += 1;
    for await (const sourced of sources(input, { ...reading, maxBytes: reading.read.maxBytes })) {
      const isOneOfMany = reading.isSeveral || ('resource' in sourced ? sourced.isMember : sourced.id !== input);
      if (shard !== undefined && isOneOfMany && !isInShard(files++, shard)) continue;
      if (!('resource' in sourced)) {
        if (sourced.status === 'failed') tally.unopened += 1;
        if (isDone(sourced.id)) {
          observer.passed?.(sourced);
          continue;
        }
        yield { read: sourced, input, place: sourced.id };
        yield { ended: sourced.id };
        continue;
      }
      const { id, size } = sourced.resource;
      const root = reading.isList && !sourced.isMember ? '' : sourced.root;
      tally.hadMany ||= sourced.isMember || reading.isRows;
      if (isDone(id)) {
        observer.passed?.({ id });
        continue;
      }
      observer.opened?.({ id, ...(size === undefined ? {} : { size }) });
      let records = 0;
      for await (const read of pagesOf(sourced, reading)) {
        if (shard !== undefined && !isOneOfMany && !isInShard(records++, shard)) continue;
        tally.hadMany ||= 'page' in read ? read.isMember : read.id !== id || OF_ARCHIVES.has(read.reason);
        const found = 'page' in read ? read.page.id : read.id;
        yield { read, input, place: found.slice(root.length) };
      }
      yield { ended: id };
    }
  }
}

async function* pagesOf({ resource, isMember }: Sourced, { isRows, read }: Reading): AsyncGenerator<Unpacked | Skip> {
  if (!isRows) return yield* unpack(resource, read, isMember);
  for await (const row of readLines(resource.id, resource.open(), read, true)) {
    if ('reason' in row) yield row;
    else yield* unpack(row, read, true);
  }
}
