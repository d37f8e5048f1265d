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
  /** Tell data tables from layout (default), write each as a grid, or write data tables as HTML. */
  readonly tables?: 'auto' | 'grid' | 'html';
  /** Let tags through that Markdown has no syntax for, without attributes: `<details>`, `<ruby>`, `<abbr>`, `<u>` … */
  readonly allowHtml?: boolean;
  /** Record a verdict for each block, kept or cut, in `Document.trace`. */
  readonly explain?: boolean;
}

/** Marks of the Markdown, as `--md bullet=*,emphasis=_` names them. */
export interface MarkdownStyle {
  readonly bullet?: '-' | '*' | '+';
  /** Behind the number of an ordered item. */
  readonly ordered?: '.' | ')';
  readonly emphasis?: '*' | '_';
  readonly strong?: '*' | '_';
  readonly fence?: '`' | '~';
  readonly rule?: '-' | '*' | '_';
  readonly headings?: 'atx' | 'setext';
  readonly indent?: 'one' | 'tab' | 'mixed';
  /** Ordered items count up, or all carry the first number. */
  readonly numbers?: 'count' | 'one';
}

/** Options of writing a document: plain data. */
export interface WriteOptions {
  /** JSON holds the tree too, as `mdast`. */
  readonly ast?: boolean;
  /** Markdown begins with the metadata as YAML. */
  readonly frontMatter?: boolean;
  readonly style?: MarkdownStyle;
}
