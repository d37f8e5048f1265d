/**
 * What one input may cost with all archives nested in it, whatever each of them may: bytes unpacked, entries, archives.
 * Each bound grows with the input, so that a large crawl never meets it; a few kilobytes that claim to be petabytes do.
 */
import { ConvertError } from '../errors.ts';

export interface Budget {
  /** Bytes that were unpacked, at any depth; those of an archive in an archive count once at each. */
  unpack(bytes: number): void;
  /** One more page, record or member. */
  enter(): void;
  /** One more archive inside another. */
  nest(): void;
  /** Set for good once a bound is met: all that is left goes unread. */
  readonly spent: ConvertError | undefined;
}

export interface Bounds {
  /** Unpacked to packed: zstd brings pages that are all alike to some 100 to 1, deflate gets to 1,032 with zeros alone. */
  readonly ratio: number;
  readonly freeBytes: number;
  /** Packed bytes an entry: names alone take more in zip; a row of JSON or a tar header of zeros in gzip may take 8. */
  readonly bytesAnEntry: number;
  readonly freeEntries: number;
  /** Packed bytes an archive: the smallest that hold a page take some 200. */
  readonly bytesAnArchive: number;
  readonly freeArchives: number;
}

export const BOUNDS: Bounds = {
  ratio: 500,
  freeBytes: 2 ** 31,
  bytesAnEntry: 4,
  freeEntries: 2_000_000,
  bytesAnArchive: 128,
  freeArchives: 10_000,
};

/** @param packed how many bytes the input has, as far as that is known by now */
export function budgetFor(packed: () => number, bounds: Bounds = BOUNDS): Budget {
  let bytes = 0;
  let entries = 0;
  let archives = 0;
  let spent: ConvertError | undefined;
  const hold = (isWithin: boolean, what: string): void => {
    if (isWithin && spent === undefined) return;
    spent ??= new ConvertError('too-large', `${what}; the rest is not read: unpack what is wanted of it first`);
    throw spent;
  };
  return {
    unpack(more) {
      bytes += more;
      const limit = Math.max(bounds.freeBytes, bounds.ratio * packed());
      hold(bytes <= limit, `expands to more than ${limit} bytes in all, ${bounds.ratio} times its size`);
    },
    enter() {
      entries += 1;
      const limit = Math.max(bounds.freeEntries, packed() / bounds.bytesAnEntry);
      hold(entries <= limit, `has more than ${Math.floor(limit)} entries in all, too many for its size`);
    },
    nest() {
      archives += 1;
      const limit = Math.max(bounds.freeArchives, packed() / bounds.bytesAnArchive);
      hold(archives <= limit, `has more than ${Math.floor(limit)} archives in it, too many for its size`);
    },
    get spent() {
      return spent;
    },
  };
}
