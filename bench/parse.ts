/** Is the tree the standard's, as parse5 makes it? Shares of equal runs; and does hostile input take linear time? */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { decode } from '../src/decode/decode.ts';
import { type Benchmark, spread } from './benchmark.ts';
import type { Compared } from './parse/compare.ts';
import { compareDocuments } from './parse/documents.ts';
import { worstGrowth } from './parse/hostile.ts';
import { compareHast, comparePages, compareSoup, type NamedSource } from './parse/pages.ts';
import { readPage, webPages } from './web-pages.ts';

/** How many seeded sources are compared, less in a sample. */
const SOUPS = 100_000;
/** Pages whose pieces go into the soup. */
const SOUP_PAGES = 60;
const SHOWN = 5;

export const parse: Benchmark = {
  name: 'parse',
  folder: 'parse',
  needs: 'tree-construction',
  peers: {},
  smallerIsBetter: ['growth'],
  async run({ data, sample }) {
    const documents = compareDocuments(join(data, 'tree-construction'));
    console.log(`  ${documents.expectedDiffers.length} runs agree with parse5 and not with the expected tree:`);
    for (const name of documents.expectedDiffers) console.log(`    ${name}`);
    const extraction = join(data, '..', 'extraction');
    const ids = existsSync(extraction) ? spread(webPages(extraction).ids, sample) : [];
    const soups = sample === undefined ? SOUPS : sample * 50;
    return {
      documents: share('documents', documents),
      pages: share('pages', comparePages(sources(extraction, ids))),
      hast: share('hast', compareHast(sources(extraction, ids))),
      soup: share('soup', compareSoup([...sources(extraction, spread(ids, SOUP_PAGES))], soups)),
      growth: worstGrowth(),
    };
  },
};

function* sources(extraction: string, ids: readonly string[]): Generator<NamedSource> {
  for (const id of ids) {
    yield { id, source: decode(readPage(extraction, id), { from: 'html' }).text };
  }
}

function share(name: string, { runs, differences }: Compared): number {
  console.log(`  ${name}: ${runs - differences.length} of ${runs} equal, 0 left to a fallback`);
  for (const difference of differences.slice(0, SHOWN)) console.log(`    ${difference.slice(0, 2000)}`);
  return runs === 0 ? 1 : (runs - differences.length) / runs;
}
