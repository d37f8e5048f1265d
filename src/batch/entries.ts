/** What the user names → pages and what is none, one after the other, with the end of each input. */
import type { Readable } from 'node:stream';
import type { Reason } from '../errors.ts';
import type { ReadSettings } from '../readers/containers/container.ts';
import { readLines } from '../readers/containers/jsonl.ts';
import type { Skip } from '../readers/skip.ts';
import { type Sourced, sources } from '../readers/sources.ts';
import { type Unpacked, unpack } from '../readers/unpack.ts';
import type { Observer } from './observer.ts';
import type { Tally } from './tally.ts';

export interface Reading {
  readonly inputs: AsyncIterable<string> | Iterable<string>;
  readonly stdin: Readable;
  /** How the tool names itself to servers. */
  readonly agent: string;
  readonly read: ReadSettings;
  /** Globs of files in folders to leave out. */
  readonly ignore: readonly string[];
  /** Every input is JSON Lines: read line by line, answered line by line. */
  readonly isRows: boolean;
  /** Names come from a list: they keep their folders. */
  readonly isList: boolean;
}

/** A page, or what is none, and its place in the tree that the user named. */
export interface Entry {
  readonly read: Unpacked | Skip;
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
  for await (const input of reading.inputs) {
    tally.inputs += 1;
    for await (const sourced of sources(input, { ...reading, maxBytes: reading.read.maxBytes })) {
      if (!('resource' in sourced)) {
        if (sourced.status === 'failed') tally.unopened += 1;
        if (isDone(sourced.id)) continue;
        yield { read: sourced, place: sourced.id };
        yield { ended: sourced.id };
        continue;
      }
      const { id, size } = sourced.resource;
      const root = reading.isList && !sourced.isMember ? '' : sourced.root;
      tally.hadMany ||= sourced.isMember || reading.isRows;
      if (isDone(id)) continue;
      observer.opened?.({ id, ...(size === undefined ? {} : { size }) });
      for await (const read of pagesOf(sourced, reading)) {
        tally.hadMany ||= 'page' in read ? read.isMember : read.id !== id || OF_ARCHIVES.has(read.reason);
        const found = 'page' in read ? read.page.id : read.id;
        yield { read, place: found.slice(root.length) };
      }
      yield { ended: id };
    }
  }
}

async function* pagesOf({ resource, isMember }: Sourced, { isRows, read }: Reading): AsyncGenerator<Unpacked | Skip> {
  if (!isRows) return yield* unpack(resource, read, isMember);
  for await (const row of readLines(resource.id, resource.open(), read)) {
    if ('reason' in row) yield row;
    else yield* unpack(row, read, true);
  }
}
