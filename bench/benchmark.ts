/** What each benchmark is: data in a folder, figures out. */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

export interface Setting {
  /** Folder with the benchmark's data. */
  readonly data: string;
  /** Where the predictions go. */
  readonly predictions: string;
  /** Use only so many pages, spread evenly over the set. */
  readonly sample?: number;
  /** Read each page with the model that has not seen its site. */
  readonly crossValidate: boolean;
  /** Rounds of the speed measurement. */
  readonly rounds: number;
}

export interface Benchmark {
  readonly name: string;
  /** Name of the data folder and of the file in it without which nothing can be measured. */
  readonly folder: string;
  readonly needs: string;
  /** What other tools reach, to print beside ours: figure by tool. */
  readonly peers: Readonly<Record<string, Figures>>;
  /** Figures that are better when smaller. */
  readonly smallerIsBetter?: readonly string[];
  run(setting: Setting): Promise<Figures>;
}

export type Figures = Readonly<Record<string, number>>;

/** A folder that git ignores, for what is unpacked or written. */
export function cacheFolder(...names: string[]): string {
  const folder = join(process.cwd(), 'node_modules', '.cache', 'bench', ...names);
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
  return folder;
}

/** Every n-th of a sorted list, so that the same number always gives the same pages. */
export function spread<T>(items: readonly T[], count: number | undefined): T[] {
  if (count === undefined || count >= items.length) return [...items];
  return Array.from({ length: count }, (_, index) => items[Math.floor((index * items.length) / count)] as T);
}
