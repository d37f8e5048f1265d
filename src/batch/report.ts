/** `report.jsonl`: a line for each page, record and member that was read, converted or not. */
import { createWriteStream, type WriteStream } from 'node:fs';
import { dirname } from 'node:path';
import type { Reason } from '../errors.ts';
import { jsonLine } from './json-line.ts';
import { makeFolder } from './make-folder.ts';
import { unwritable } from './put-file.ts';

export interface ReportRow {
  readonly id: string;
  readonly url?: string;
  readonly status: 'converted' | 'skipped' | 'failed';
  readonly reason?: Reason;
  readonly message?: string;
  readonly warnings?: readonly string[];
  readonly kind?: string;
  readonly language?: string;
  readonly confidence?: number;
  readonly words?: number;
  /** Of the page as it was read. */
  readonly bytes?: number;
  readonly offset?: number;
  readonly ms?: number;
  readonly output?: string;
}

export class Report {
  readonly #path: string;
  readonly #stream: WriteStream;
  #error: Error | undefined;

  private constructor(path: string, stream: WriteStream) {
    this.#path = path;
    this.#stream = stream.on('error', (error) => (this.#error = error));
  }

  static async create(path: string): Promise<Report> {
    await makeFolder(dirname(path)).catch(() => undefined);
    return new Report(path, createWriteStream(path));
  }

  /** Throws a ConvertError `unwritable`. */
  async add(row: ReportRow): Promise<void> {
    if (this.#error !== undefined) throw unwritable(this.#path, this.#error);
    if (!this.#stream.write(jsonLine(row))) await new Promise<void>((done) => this.#stream.once('drain', () => done()));
  }

  async close(): Promise<void> {
    await new Promise<void>((done) => this.#stream.end(() => done()));
    if (this.#error !== undefined) throw unwritable(this.#path, this.#error);
  }
}
