/** An outlet that keeps no journal: for a page alone, for a stream, for a file that is made anew. */
import { ConvertError } from '../errors.ts';
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
    const row = await putDocument(this.#sink, result, place);
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

/** The row of a result, after its document has been put; failed where its place is taken. */
export async function putDocument(sink: Sink, result: Result, place: string): Promise<ReportRow> {
  if (result.status !== 'converted') return result;
  try {
    return rowOf(result, await sink.put(result, place));
  } catch (error) {
    if (!(error instanceof ConvertError) || error.reason !== 'exists') throw error;
    const { id, url, offset, bytes, ms } = rowOf(result);
    return {
      id,
      ...(url === undefined ? {} : { url }),
      ...(offset === undefined ? {} : { offset }),
      ...(bytes === undefined ? {} : { bytes }),
      status: 'failed',
      reason: error.reason,
      message: error.message,
      ...(ms === undefined ? {} : { ms }),
    };
  }
}
