/** The public API. */
export { convert, loadParts, needs, type PartName, type Parts } from './convert.ts';
export type { Document, Facts, Found, Input, Metadata, Quality, Recovered, Verdict, Warning } from './document.ts';
export { ConvertError, REASONS, type Reason } from './errors.ts';
export type { ConvertOptions, MarkdownStyle, WriteOptions } from './options.ts';
export type { Page } from './resource.ts';
export { type Writer, writers } from './writers/index.ts';
