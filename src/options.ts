/** Options of a conversion: plain data, so that they can be hashed, stored and posted to workers. */
export interface ConvertOptions {
  /** What the input is; `auto` looks at the content, then at the name. */
  readonly from?: 'auto' | 'html' | 'text';
  /** WHATWG encoding label that overrides what the page says. */
  readonly charset?: string;
  /** The page's own address, where the page does not carry it. */
  readonly url?: string;
  /** Convert the whole page, extract nothing. */
  readonly fullPage?: boolean;
  /** Keep links (default) or only their text. */
  readonly links?: boolean;
  /** Keep images (default) or drop them. */
  readonly images?: boolean;
  /** Record a verdict for each block, kept or cut, in `Document.trace`. */
  readonly explain?: boolean;
}
