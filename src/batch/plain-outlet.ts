/** An outlet that keeps no journal: for a page alone, for a stream, for a file that is made anew. */
import type { Outlet } from './outlet.ts';
import type { Report, ReportRow } from './report.ts';
import { type Result, rowOf } from './result.ts';
import type { Sink } from './sinks/sink.ts';

export class PlainOutlet implements Outlet {
  readonly #sink: Sink;
  readonly #report: Report | undefined;

  constructor(sink: Sink, report: Report | undefined) {
    this.#sink = sink;
    this.#report = report;
  }

  async put(result: Result, place: string): Promise<ReportRow> {
    const { row } = await putDocument(this.#sink, result, place);
    if (row.status !== 'converted') {
      const { id, url, status, reason, message } = row;
      await this.#sink.miss?.({ id, url, status, reason, message });
    }
    await this.#report?.add(row);
    return row;
  }

  async endInput(): Promise<void> {}

  async close(): Promise<void> {
    await this.#sink.close();
    await this.#report?.close();
  }

  async abandon(): Promise<void> {
    await this.#sink.abandon();
    await this.#report?.close();
  }
}

/** Puts the document of a result, and gives its row: failed where its place is taken. */
export async function putDocument(
  sink: Sink,
  result: Result,
  place: string,
): Promise<{ row: ReportRow; files: readonly string[] }> {
  if (result.status !== 'converted') return { row: result, files: [] };
  const { output, files, fault } = await sink.put(result, place);
  if (fault === undefined) return { row: rowOf(result, output), files };
  const { kind: _kind, language: _language, confidence: _confidence, words: _words, ...row } = rowOf(result);
  return { row: { ...row, status: 'failed', reason: fault.reason, message: fault.message }, files };
}
