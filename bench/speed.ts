/** The time of each stage as a multiple of a bare parse5 run over the same pages, in one warm process: medians by page. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'parse5';
import { decode } from '../src/decode/decode.ts';
import { extract } from '../src/html/extract.ts';
import { toMdast } from '../src/html/to-mdast/to-mdast.ts';
import { readMetadata } from '../src/metadata/read-metadata.ts';
import type { ConvertOptions } from '../src/options.ts';
import type { Page } from '../src/resource.ts';
import { createParseHtml } from '../src/tree/parse.ts';
import { writers } from '../src/writers/index.ts';
import { type Benchmark, spread } from './benchmark.ts';
import { convertPage, parts } from './convert-page.ts';
import { readPage } from './web-pages.ts';

const OPTIONS: ConvertOptions = { from: 'html' };
const parseHtml = createParseHtml();
const { model: _, ...RULES_ONLY } = parts;
const START_RUNS = 20;

export const speed: Benchmark = {
  name: 'speed',
  folder: 'speed',
  needs: 'pages.txt',
  peers: { 'rs-trafilatura': { whole: 1.9 }, trafilatura: { whole: 3.5 }, Defuddle: { whole: 9 } },
  smallerIsBetter: [
    'decode',
    'parse',
    'extract',
    'rules',
    'to_mdast',
    'metadata',
    'write',
    'whole',
    'without_model',
    'worst_page',
    'start',
  ],
  async run({ data, sample, rounds }) {
    const ids = readFileSync(join(data, 'pages.txt'), 'utf8').split('\n').filter(Boolean);
    const pages = spread(ids, sample).map((id) => readPage(join(data, '..', 'extraction'), id));
    const times: PageTimes[] = pages.map(() => new Map());
    // The first round warms the process up.
    for (let round = 0; round <= rounds; round++) {
      for (const [at, page] of pages.entries()) {
        const sums = timeStages(page);
        if (round > 0) for (const [stage, ms] of sums) note(times[at] as PageTimes, stage, ms);
      }
    }
    const stages = new Map<string, number>();
    let worst = 0;
    for (const page of times) {
      for (const [stage, values] of page) stages.set(stage, (stages.get(stage) ?? 0) + median(values));
      worst = Math.max(worst, median(page.get('parse') ?? []) / median(page.get('parse5') ?? []));
    }
    const base = stages.get('parse5') ?? 0;
    console.log(`  parse5: ${(base / pages.length).toFixed(2)} ms a page, ${pages.length} pages, ${rounds} rounds`);
    const ratios = [...stages].map(([stage, ms]) => [stage, ms / base] as const);
    return { ...Object.fromEntries(ratios), worst_page: worst, start: startUp() };
  },
};

/** Milliseconds of each round by stage, of one page. */
type PageTimes = Map<string, number[]>;

function note(times: PageTimes, stage: string, ms: number): void {
  const values = times.get(stage) ?? [];
  values.push(ms);
  times.set(stage, values);
}

/** One small page from the command line, as a multiple of what Node takes for nothing. */
function startUp(): number {
  const took = (...args: string[]): number => {
    const start = performance.now();
    spawnSync(process.execPath, args);
    return performance.now() - start;
  };
  if (!existsSync('dist/cli/core.cjs')) return Number.NaN;
  const empty: number[] = [];
  const ours: number[] = [];
  for (let run = 0; run < START_RUNS; run += 1) {
    empty.push(took('-e', '0'));
    ours.push(took('bin/article-convert.js', 'fixtures/html/summit/input.html'));
  }
  return median(ours) / median(empty);
}

function timeStages(page: Page): Map<string, number> {
  const sums = new Map<string, number>();
  const time = <T>(stage: string, run: () => T): T => {
    const start = performance.now();
    const result = run();
    sums.set(stage, (sums.get(stage) ?? 0) + performance.now() - start);
    return result;
  };
  const source = time('decode', () => decode(page, OPTIONS));
  const { text, utf8 } = source;
  time('parse5', () => parse(text));
  const tree = time('parse', () => parseHtml(utf8 ?? text));
  const { keep } = time('extract', () => extract(tree, OPTIONS, parts.model));
  time('rules', () => extract(tree, OPTIONS));
  time('to_mdast', () => toMdast(tree, keep, { links: true, images: true }));
  time('metadata', () => readMetadata(tree, page.url));
  const document = time('convert', () => convertPage(page, OPTIONS));
  time('write', () => (document === undefined ? '' : writers.markdown.write(document)));
  sums.set('whole', (sums.get('convert') ?? 0) + (sums.get('write') ?? 0));
  time('without_model', () => {
    const made = convertPage(page, OPTIONS, RULES_ONLY);
    return made === undefined ? '' : writers.markdown.write(made);
  });
  return sums;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
