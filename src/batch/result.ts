/** What became of a page: plain data, so that it crosses threads. */
import type { ReportRow } from './report.ts';

/** A document in the format that was asked for, and what reports, stages and names of files need to know of it. */
export interface Converted extends ReportRow {
  readonly status: 'converted';
  /** UTF-8. */
  readonly content: Uint8Array;
  /** Each table as CSV, where that was asked for. */
  readonly tables: readonly string[];
  /** Lines for standard error: what was cut, the summary. */
  readonly notes: readonly string[];
  readonly title?: string;
  /** What a stage wants to know of the document, made by the worker; kept in the journal. */
  readonly mark?: string;
}

/** What gave no document, and why. */
export interface Missed extends ReportRow {
  readonly status: 'skipped' | 'failed';
}

export type Result = Converted | Missed;

/** The line of the report: all but the content. */
export function rowOf(result: Result, output?: string): ReportRow {
  if (result.status !== 'converted') return result;
  const { content: _content, tables: _tables, notes: _notes, title: _title, mark: _mark, ...row } = result;
  return output === undefined ? row : { ...row, output };
}
