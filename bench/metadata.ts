/** Title, author and date of whole web pages. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Benchmark, Figures } from './benchmark.ts';
import { convertPage } from './convert-page.ts';
import { readPage, webPages } from './web-pages.ts';

export const metadata: Benchmark = {
  name: 'metadata',
  folder: 'extraction',
  needs: 'wcxb-dev.tar.xz',
  peers: { trafilatura: { title: 0.51, title_close: 0.73, author: 0.63, published: 0.58 } },
  async run({ data, predictions, sample }) {
    const { folder, ids } = webPages(data, sample);
    const answers: Record<string, object> = {};
    for (const id of ids) {
      const found = convertPage(readPage(data, id), { from: 'html' })?.metadata;
      answers[id] = {
        title: found?.title?.value,
        author: found?.authors?.value,
        published: found?.published?.value,
      };
    }
    writeFileSync(predictions, JSON.stringify(answers));
    const args = [join(data, 'score_metadata.py'), predictions, '--data', folder];
    const scores = JSON.parse(execFileSync('python3', args, { encoding: 'utf8' })) as Record<string, Score>;
    const figures: [string, number][] = [];
    for (const [field, { right, close }] of Object.entries(scores)) {
      figures.push([field, right.F1], [`${field}_precision`, right.P], [`${field}_recall`, right.R]);
      if (field !== 'published') figures.push([`${field}_close`, close.F1]);
    }
    return Object.fromEntries(figures) as Figures;
  },
};

interface Score {
  readonly right: { readonly P: number; readonly R: number; readonly F1: number };
  readonly close: { readonly F1: number };
}
