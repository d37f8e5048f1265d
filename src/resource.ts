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
