/** What goes in: a resource is bytes with a name; what no container unpacks is a page. */
export interface Page {
  /** Stable name: a path, an address, `archive#offset`, `archive/member`. */
  readonly id: string;
  /** Bytes as read, or a string that needs no decoding. */
  readonly body: Uint8Array | string;
  /** The page's own address: base for its links, host for its metadata. */
  readonly url?: string;
  /** The `Content-Type` the transport gave, with its parameters. */
  readonly contentType?: string;
  /** When it was fetched, ISO 8601. */
  readonly fetched?: string;
}

/** Anything with bytes and a name: a file, a record, a member of an archive. */
export interface Resource {
  readonly id: string;
  /** Its bytes. May throw a ConvertError `truncated` or `corrupt` after the last sound byte. Good for one reading. */
  open(): AsyncIterable<Uint8Array>;
  /** Its bytes, where they are in memory already. */
  readonly body?: Uint8Array | string;
  /** In bytes, where it is known. */
  readonly size?: number;
  /** Random access: bytes from start to end, fewer only at the end of the resource. */
  slice?(start: number, end: number): Promise<Uint8Array>;
  readonly url?: string;
  readonly contentType?: string;
  readonly fetched?: string;
  /** Where it begins in its container, in bytes (in rows for Parquet). */
  readonly offset?: number;
  /** What it is, where the container says so: a field of text, a conversion record. */
  readonly kind?: 'html' | 'text';
  /** A file among others, of a directory, zip or tar: its name and content say whether it is a page at all. */
  readonly isFile?: boolean;
  /** What was wrong and did not prevent the reading. */
  readonly warnings?: readonly string[];
}
