declare module 'html-encoding-sniffer' {
  /** The encoding a page declares by its mark or its `<meta>`, as a lower-case WHATWG name. */
  export default function sniff(bytes: Uint8Array, options?: { defaultEncoding?: string; xml?: boolean }): string;
}
