/** Main content found in whole web pages: word F1 against what people marked. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writers } from '../src/writers/index.ts';
import type { Benchmark } from './benchmark.ts';
import { convertPage, withoutTitle } from './convert-page.ts';
import { readPage, webPages } from './web-pages.ts';

export const extraction: Benchmark = {
  name: 'extraction',
  folder: 'extraction',
  needs: 'wcxb-dev.tar.xz',
  peers: {
    'rs-trafilatura': { F1: 0.844 },
    trafilatura: { F1: 0.818 },
    Defuddle: { F1: 0.815 },
    Resiliparse: { F1: 0.776 },
  },
  smallerIsBetter: ['without', 'missing'],
  async run({ data, predictions, sample }) {
    const { folder, ids } = webPages(data, sample);
    const answers: Record<string, string> = {};
    for (const id of ids) {
      const document = convertPage(readPage(data, id), { from: 'html' });
      answers[id] = document === undefined ? '' : writers.text.write(withoutTitle(document));
    }
    writeFileSync(predictions, JSON.stringify(answers));
    const args = [join(data, 'score.py'), predictions, '--data', folder];
    const { types, ...figures } = JSON.parse(execFileSync('python3', args, { encoding: 'utf8' })) as Scores;
    for (const [type, f1] of Object.entries(types)) console.log(`  ${type.padEnd(14)} F1 ${f1.toFixed(3)}`);
    return figures;
  },
};

interface Scores {
  readonly types: Record<string, number>;
  readonly pages: number;
  readonly missing: number;
  readonly F1: number;
  readonly precision: number;
  readonly recall: number;
  readonly with: number;
  readonly without: number;
}
