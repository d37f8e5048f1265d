/** The public API. */
export { convert } from './convert.ts';
export type { Document, Facts, Found, Input, Metadata, Quality, Recovered, Verdict, Warning } from './document.ts';
export { ConvertError, REASONS, type Reason } from './errors.ts';
export type { ConvertOptions, MarkdownStyle, WriteOptions } from './options.ts';
export { loadParts, needs, type PartName, type Parts } from './parts.ts';
export type { Page } from './resource.ts';
export { type Writer, writers } from './writers/index.ts';
