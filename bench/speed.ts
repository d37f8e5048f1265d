/** The time of each stage as a multiple of a bare parse5 run over the same pages, in one warm process. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'parse5';
import { decode } from '../src/decode/decode.ts';
import { extract } from '../src/html/extract.ts';
import { toMdast } from '../src/html/to-mdast/to-mdast.ts';
import { readMetadata } from '../src/metadata/read-metadata.ts';
import type { ConvertOptions } from '../src/options.ts';
import type { Page } from '../src/resource.ts';
import { parseHtml } from '../src/tree/parse.ts';
import { writers } from '../src/writers/index.ts';
import { type Benchmark, spread } from './benchmark.ts';
import { convertPage, parts } from './convert-page.ts';
import { readPage } from './web-pages.ts';

const OPTIONS: ConvertOptions = { from: 'html' };

export const speed: Benchmark = {
  name: 'speed',
  folder: 'speed',
  needs: 'pages.txt',
  peers: { 'rs-trafilatura': { whole: 1.9 }, trafilatura: { whole: 3.5 }, Defuddle: { whole: 9 } },
  smallerIsBetter: ['decode', 'parse', 'extract', 'to_mdast', 'metadata', 'write', 'whole'],
  async run({ data, sample, rounds }) {
    const ids = readFileSync(join(data, 'pages.txt'), 'utf8').split('\n').filter(Boolean);
    const pages = spread(ids, sample).map((id) => readPage(join(data, '..', 'extraction'), id));
    const times = new Map<string, number[]>();
    for (let round = 0; round <= rounds; round++) {
      const sums = new Map<string, number>();
      for (const page of pages) timeStages(page, sums);
      // The first round warms the process up.
      if (round > 0) for (const [stage, ms] of sums) times.set(stage, [...(times.get(stage) ?? []), ms]);
    }
    const base = median(times.get('parse5') ?? []);
    console.log(`  parse5: ${(base / pages.length).toFixed(2)} ms a page, ${pages.length} pages, ${rounds} rounds`);
    return Object.fromEntries([...times].map(([stage, values]) => [stage, median(values) / base]));
  },
};

function timeStages(page: Page, sums: Map<string, number>): void {
  const time = <T>(stage: string, run: () => T): T => {
    const start = performance.now();
    const result = run();
    sums.set(stage, (sums.get(stage) ?? 0) + performance.now() - start);
    return result;
  };
  const { text } = time('decode', () => decode(page, OPTIONS));
  time('parse5', () => parse(text));
  const tree = time('parse', () => parseHtml(text));
  const { keep } = time('extract', () => extract(tree, OPTIONS, parts.model));
  time('to_mdast', () => toMdast(tree, keep, { links: true, images: true }));
  time('metadata', () => readMetadata(tree, page.url));
  const document = time('convert', () => convertPage(page, OPTIONS));
  time('write', () => (document === undefined ? '' : writers.markdown.write(document)));
  sums.set('whole', (sums.get('convert') ?? 0) + (sums.get('write') ?? 0));
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
