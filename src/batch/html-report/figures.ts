/** Report rows → what a page about them says: counts, spreads, and a bounded choice of rows. */
import type { Reason } from '../../errors.ts';
import type { ReportRow } from '../report.ts';

export interface ListedRow {
  /** In the report, from 1. */
  readonly number: number;
  readonly row: ReportRow;
}

/** Upper ends of the bins, in milliseconds; the last bin has none. */
export const DURATIONS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 10_000] as const;
/** Bins of confidence, each a twentieth. */
export const CONFIDENCES = 20;

/** Rows that a page lists: about two megabytes of HTML, which a browser sorts at once. */
export const LISTED = 3000;
/** Beyond that, the first failures and skips, the pages least sure, and the slowest. */
const SHARES = { failed: 1000, skipped: 750, unsure: 750, slow: 500 } as const;

/** Languages and reasons by count; languages beyond this many different ones are counted as others. */
const LANGUAGES = 500;

export class Figures {
  count = 0;
  words = 0;
  bytes = 0;
  /** Spent on pages, all workers together. */
  milliseconds = 0;
  readonly statuses = { converted: 0, skipped: 0, failed: 0 };
  readonly reasons = new Map<Reason, { skipped: number; failed: number }>();
  readonly languages = new Map<string, number>();
  readonly durations: number[] = new Array(DURATIONS.length + 1).fill(0);
  readonly confidences: number[] = new Array(CONFIDENCES).fill(0);
  #all: ListedRow[] = [];
  readonly #failed: ListedRow[] = [];
  readonly #skipped: ListedRow[] = [];
  readonly #unsure = new Least(SHARES.unsure, ({ row }) => row.confidence ?? 1);
  readonly #slow = new Least(SHARES.slow, ({ row }) => -(row.ms ?? 0));

  add(row: ReportRow): void {
    this.count += 1;
    this.statuses[row.status] += 1;
    this.words += row.words ?? 0;
    this.bytes += row.bytes ?? 0;
    if (row.ms !== undefined) {
      this.milliseconds += row.ms;
      const bin = DURATIONS.findIndex((end) => (row.ms ?? 0) < end);
      const at = bin === -1 ? DURATIONS.length : bin;
      this.durations[at] = (this.durations[at] ?? 0) + 1;
    }
    if (row.status === 'converted') this.#addConverted(row);
    else if (row.reason !== undefined) {
      const counts = this.reasons.get(row.reason) ?? { skipped: 0, failed: 0 };
      counts[row.status] += 1;
      this.reasons.set(row.reason, counts);
    }
    this.#list({ number: this.count, row });
  }

  /** In the order of the report. */
  rows(): ListedRow[] {
    if (this.count <= LISTED) return this.#all;
    const chosen = new Map<number, ListedRow>();
    for (const listed of [...this.#failed, ...this.#skipped, ...this.#unsure.items(), ...this.#slow.items()]) {
      chosen.set(listed.number, listed);
    }
    return [...chosen.values()].sort((a, b) => a.number - b.number);
  }

  #addConverted({ confidence = 0, language: written = '' }: ReportRow): void {
    const language = canonical(written);
    const bin = Math.min(CONFIDENCES - 1, Math.floor(confidence * CONFIDENCES + 1e-9));
    this.confidences[bin] = (this.confidences[bin] ?? 0) + 1;
    const name = this.languages.has(language) || this.languages.size < LANGUAGES ? language : 'others';
    this.languages.set(name, (this.languages.get(name) ?? 0) + 1);
  }

  #list(listed: ListedRow): void {
    if (this.count <= LISTED) this.#all.push(listed);
    else if (this.#all.length > 0) this.#all = [];
    if (listed.row.status === 'converted') {
      this.#unsure.add(listed);
      this.#slow.add(listed);
    } else {
      const list = listed.row.status === 'failed' ? this.#failed : this.#skipped;
      if (list.length < SHARES[listed.row.status]) list.push(listed);
    }
  }
}

/** `en-us` and `en-US` are one: the case that BCP 47 recommends. */
const canonical = (tag: string): string =>
  tag
    .toLowerCase()
    .replace(/(?<=-)[a-z]{4}(?=-|$)/g, (script) => script[0]?.toUpperCase() + script.slice(1))
    .replace(/(?<=-)[a-z]{2}(?=-|$)/g, (region) => region.toUpperCase());

/** The rows with the least of something; of equal ones the first. */
class Least {
  readonly #size: number;
  readonly #measure: (listed: ListedRow) => number;
  #rows: ListedRow[] = [];
  #limit = Number.POSITIVE_INFINITY;

  constructor(size: number, measure: (listed: ListedRow) => number) {
    this.#size = size;
    this.#measure = measure;
  }

  add(listed: ListedRow): void {
    if (this.#measure(listed) >= this.#limit) return;
    this.#rows.push(listed);
    if (this.#rows.length >= this.#size * 2) this.#cut();
  }

  items(): readonly ListedRow[] {
    this.#cut();
    return this.#rows;
  }

  #cut(): void {
    this.#rows.sort((a, b) => this.#measure(a) - this.#measure(b) || a.number - b.number);
    if (this.#rows.length < this.#size) return;
    this.#rows.length = this.#size;
    this.#limit = this.#measure(this.#rows[this.#size - 1] as ListedRow);
  }
}
