/** Where documents go, and from where to go on. */
import type { Converted } from '../result.ts';

export interface Sink {
  /**
   * Takes a document; in input order, one call at a time. Gives where it went, where that is a file of its own. Throws
   * a ConvertError `exists` where only this document cannot be put, `unwritable` where none can.
   * @param place where the page stands in the user's tree of files
   */
  put(document: Converted, place: string): Promise<string | undefined>;
  /** A page gave no document: only streams that answer row by row say so. */
  miss?(row: object): Promise<void>;
  /** All documents so far are on the disk. */
  flush(): Promise<void>;
  /** The last document has been put. */
  close(): Promise<void>;
  /** No more comes, though there would have been more. */
  abandon(): Promise<void>;
}
