/** What a worker is given. */
import { ConvertError } from '../errors.ts';
import type { ConvertOptions, WriteOptions } from '../options.ts';
import { statusOf } from '../readers/skip.ts';
import type { Page } from '../resource.ts';
import type { writers } from '../writers/index.ts';
import type { Wanted } from './filters/accept.ts';
import type { Dedupe } from './filters/dedupe.ts';
import type { Missed } from './result.ts';

/** What is done with each page: plain data. */
export interface Work {
  readonly options: ConvertOptions;
  readonly to: keyof typeof writers;
  readonly writing: WriteOptions;
  /** Tables as CSV, too. */
  readonly tables: boolean;
  /** Lines on what was cut. */
  readonly explain: boolean;
  /** A line that sums the document up. */
  readonly summary: boolean;
  /** Which documents are wanted. */
  readonly wanted: Wanted;
  /** Make a fingerprint, as the mark. */
  readonly dedupe?: Dedupe;
  /** Convert nothing: only the keys of the page's texts are asked for. */
  readonly isSurvey?: boolean;
}

/** A page and what its reader knows of it. */
export interface Task {
  readonly page: Page;
  readonly kind?: 'html' | 'text';
  readonly offset?: number;
  readonly warnings: readonly string[];
  /** Keys of texts that the page's site repeats. */
  readonly siteTexts?: readonly number[];
  /** One among several: then what is no page is skipped, not failed. */
  readonly isOfMany: boolean;
}

/** Anything but a ConvertError is a fault of this program, and the page's failure alone. */
export function missed(task: Task, error: unknown, ms: number): Missed {
  const { reason, message } =
    error instanceof ConvertError
      ? error
      : new ConvertError('unreadable', `an unexpected fault: ${(error as Error).message}`);
  return { ...commonOf(task), status: statusOf(reason, task.isOfMany), reason, message, ms };
}

/** Columns of the report that are known before the page is converted. */
export const commonOf = ({ page, offset, warnings }: Task) => ({
  id: page.id,
  ...(page.url === undefined ? {} : { url: page.url }),
  ...(offset === undefined ? {} : { offset }),
  ...(warnings.length === 0 ? {} : { warnings }),
  bytes: page.body.length,
});

/** What a container says of a page's kind, where the user says nothing. */
export const optionsFor = (options: ConvertOptions, kind: Task['kind']): ConvertOptions =>
  kind === undefined || (options.from ?? 'auto') !== 'auto' ? options : { ...options, from: kind };
