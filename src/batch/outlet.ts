/** Where results go: documents to their place, rows to the report. */
import type { ReportRow } from './report.ts';
import type { Result } from './result.ts';
import type { Kept } from './stage.ts';

export interface Outlet {
  /** What runs before this one have put, where there are any. */
  readonly before?: Before;
  /**
   * Called in input order. Gives the row that the report shows, failed where the document's place is taken. Throws a
   * ConvertError `unwritable`.
   * @param place where the page stands in the user's tree of files
   */
  put(result: Result, place: string): Promise<ReportRow>;
  /** All pages of an input have been put. */
  endInput(id: string): Promise<void>;
  /** The run has come to its end. */
  close(): Promise<void>;
  /** The run ends here, before its end; what can be resumed stays. */
  abandon(): Promise<void>;
}

export interface Before {
  /** Pages in the order they were put. */
  readonly kept: AsyncIterable<Kept>;
  /** Whether the input was read to its end; asked once for each time it is named. */
  isDone(input: string): boolean;
  /** Whether the page, record or member was put; asked once for each, in input order. */
  has(id: string): boolean;
}
