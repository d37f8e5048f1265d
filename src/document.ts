/** What comes out of a conversion. The keys are those of the JSON output, see docs/json.md. */
import type { Root } from 'mdast';

export interface Document {
  readonly schemaVersion: 1;
  readonly id: string;
  readonly url?: string;
  readonly input: Input;
  readonly metadata: Metadata;
  /** The main content as ordinary mdast (GFM). Holds the title as its first heading of depth 1 where there is one. */
  readonly body: Root;
  /** What readers wrote below the article, where the page marks it as such. */
  readonly comments?: Root;
  readonly quality: Quality;
  /** A verdict for each block in source order, with `explain`. */
  readonly trace?: readonly Verdict[];
}

export interface Input {
  readonly kind: 'html' | 'text';
  readonly charset: Charset;
  readonly bytes: number;
  readonly fetched?: string;
}

/** The encoding a page was read with, and who said so. */
export interface Charset {
  /** WHATWG name, lower case: `utf-8`, `windows-1252`, `shift_jis`. */
  readonly name: string;
  readonly from: 'bom' | 'header' | 'meta' | 'utf-8' | 'guess' | 'caller';
}

/** A value that was found, where, and how sure the finder is (0–1). */
export interface Found<T> {
  readonly value: T;
  /** `json-ld`, `meta[property="og:title"]`, `h1`, `text`. */
  readonly from: string;
  readonly confidence: number;
}

export interface Metadata {
  readonly title?: Found<string>;
  readonly authors?: Found<readonly string[]>;
  /** ISO 8601 date or date-time. */
  readonly published?: Found<string>;
  readonly modified?: Found<string>;
  readonly site?: Found<string>;
  readonly canonical?: Found<string>;
  /** BCP 47 tag. */
  readonly language?: Found<string>;
  readonly direction?: Found<'ltr' | 'rtl'>;
  readonly description?: Found<string>;
  readonly image?: Found<string>;
  readonly keywords?: Found<readonly string[]>;
  readonly license?: Found<string>;
  /** What the page is: `article`, `product`, … as the page itself says. */
  readonly kind?: Found<string>;
  /** Readable without payment, as the page itself says. */
  readonly free?: Found<boolean>;
}

export interface Quality {
  /** 0–1: how sure the conversion is that it kept the article and only that. */
  readonly confidence: number;
  readonly warnings: readonly Warning[];
  readonly facts: Facts;
}

/** A doubt that does not stop the conversion. */
export interface Warning {
  readonly code: string;
  readonly message: string;
}

export interface Facts {
  readonly words: number;
  readonly headings: number;
  readonly lists: number;
  readonly tables: number;
  /** Structures that were inferred, not marked up. */
  readonly recovered: number;
  /** Cut blocks by who cut them: `{"rule:hidden": 3}`. */
  readonly cut: Readonly<Record<string, number>>;
}

/** One block's fate: who decided it and what it says. */
export interface Verdict {
  readonly keep: boolean;
  /** `rule:hidden`, `rule:link-density`, `line:share`, `default`. */
  readonly by: string;
  readonly score?: number;
  /** Where it stood: `html>body>nav` for HTML, `line 12` or `lines 12-14` for text. */
  readonly path: string;
  readonly text: string;
}

/** Set as `data.recovered` on mdast nodes whose structure was inferred from flat text. */
export interface Recovered {
  /** `line:heading`, `table:glued`, `table:aligned`, … */
  readonly by: string;
  readonly confidence: number;
}

declare module 'mdast' {
  interface Data {
    recovered?: Recovered;
    /** On a table: it is written as HTML. */
    html?: boolean;
    /** On a cell: how far it reaches on the grid, and whether another cell reaches over it. */
    colspan?: number;
    rowspan?: number;
    covered?: boolean;
    /** On a link: it leads to what the page shows from elsewhere, by the title of that. */
    embed?: boolean;
    /** On a block quote: the kind of callout it is, one of GitHub's five. */
    callout?: 'note' | 'tip' | 'important' | 'warning' | 'caution';
  }
}
