/** The tables of each document as CSV files, beside what another sink does with it: `page.table-1.csv` … */
import type { FileNames } from '../file-names.ts';
import { expandPattern, TREE } from '../name-pattern.ts';
import type { Converted } from '../result.ts';
import { FilesSink } from './files.ts';
import type { Put, Sink } from './sink.ts';

export class TablesSink implements Sink {
  readonly #inner: Sink;
  readonly #names: FileNames;
  readonly #tables: FilesSink;
  readonly miss?: NonNullable<Sink['miss']>;

  constructor(inner: Sink, folder: string, names: FileNames, force: boolean) {
    this.#inner = inner;
    this.#names = names;
    this.#tables = new FilesSink({ folder, pattern: TREE, extension: 'csv', force }, names);
    if (inner.miss !== undefined) this.miss = (row) => inner.miss?.(row) ?? Promise.resolve();
  }

  get isFull(): boolean {
    return this.#inner.isFull === true;
  }

  async put(document: Converted, place: string): Promise<Put> {
    const put = await this.#inner.put(document, place);
    const [name] = put.files;
    const files = [...put.files];
    let { fault } = put;
    for (const [at, csv] of document.tables.entries()) {
      const kind = `table-${at + 1}.csv`;
      const wanted = name?.replace(/\.[^./]*$/, `.${kind}`) ?? expandPattern(TREE, document, place, kind);
      const table = this.#names.claim(wanted);
      files.push(table);
      fault ??= await this.#tables.write(table, csv);
    }
    return fault === undefined ? { ...put, files } : { fault, files };
  }

  async flush(): Promise<unknown> {
    await this.#tables.flush();
    return this.#inner.flush();
  }

  async settle(): Promise<void> {
    await this.#inner.settle?.();
  }

  recall(files: readonly string[]): void {
    if (this.#inner.recall === undefined) this.#tables.recall(files);
    else this.#inner.recall(files);
  }

  async close(): Promise<void> {
    await this.#tables.close();
    await this.#inner.close();
  }

  async abandon(): Promise<void> {
    await this.#tables.abandon();
    await this.#inner.abandon();
  }
}
