/** Where documents go, and from where to go on. */
import type { ConvertError } from '../../errors.ts';
import type { Converted } from '../result.ts';

export interface Sink {
  /**
   * Takes a document; in input order, one call at a time. Throws a ConvertError `unwritable` where no more can be put.
   * @param place where the page stands in the user's tree of files
   */
  put(document: Converted, place: string): Promise<Put>;
  /** A page gave no document: only streams that answer row by row say so. */
  miss?(row: object): Promise<void>;
  /** All documents so far are on the disk. What it gives is plain data, from which a sink of its kind can go on. */
  flush(): Promise<unknown>;
  /** What `flush` gave has been written down. */
  settle?(): Promise<void>;
  /** It should be flushed before more is put. */
  readonly isFull?: boolean;
  /** Files that a run before this one has written, by the names that `put` gave. */
  recall?(files: readonly string[]): void;
  /** The last document has been put, and flushed. */
  close(): Promise<void>;
  /** No more comes, though there would have been more. */
  abandon(): Promise<void>;
}

export interface Put {
  /** Where it went, for the report. */
  readonly output?: string;
  /** Names that are taken now: of the document's file, and of those of its tables. */
  readonly files: readonly string[];
  /** Why this document alone is not where it should be: another file is there. */
  readonly fault?: ConvertError;
}
