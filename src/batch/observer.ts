/** Looks on while a batch runs; changes nothing. */
import type { ReportRow } from './report.ts';

export interface Observer {
  /** An input is opened: a file, an archive, an address. Its size where that is known, in bytes. */
  opened?(input: { readonly id: string; readonly size?: number }): void;
  /** An input is not opened: a run before this one has read it to its end. */
  passed?(input: { readonly id: string }): void;
  /** Pages that a run before this one has dealt with. */
  resumed?(pages: number): void;
  /**
   * A page, record or member is settled, in input order: written, skipped or failed.
   * @param notes lines on what was cut and found, where they are asked for
   */
  finished?(row: ReportRow, notes: readonly string[]): void;
}
