/** Main content found in whole web pages: word F1 against what people marked. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readExtractionModel } from '../src/model/extraction-model.ts';
import type { Parts } from '../src/parts.ts';
import { writers } from '../src/writers/index.ts';
import type { Benchmark } from './benchmark.ts';
import { convertPage, parts, withoutTitle } from './convert-page.ts';
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
  async run({ data, predictions, sample, crossValidate }) {
    const { folder, ids } = webPages(data, sample);
    const partsFor = crossValidate ? foldParts() : () => parts;
    const answers: Record<string, string> = {};
    for (const id of ids) {
      const document = convertPage(readPage(data, id), { from: 'html' }, partsFor(id));
      answers[id] = document === undefined ? '' : writers.text.write(withoutTitle(document));
    }
    writeFileSync(predictions, JSON.stringify(answers));
    const args = [join(data, 'score.py'), predictions, '--data', folder];
    const { types, ...figures } = JSON.parse(execFileSync('python3', args, { encoding: 'utf8' })) as Scores;
    for (const [type, f1] of Object.entries(types)) console.log(`  ${type.padEnd(14)} F1 ${f1.toFixed(3)}`);
    return figures;
  },
};

/** For a page the model of its fold, trained on the other folds: what `training/extraction/train.py cv` leaves. */
function foldParts(): (id: string) => Parts {
  const folder = join('node_modules', '.cache', 'training', 'folds');
  const folds = JSON.parse(readFileSync(join(folder, 'folds.json'), 'utf8')) as Record<string, number>;
  const known = new Map<number, Parts>();
  return (id) => {
    const fold = folds[id];
    if (fold === undefined) throw new Error(`bench extraction: ${id} is in no fold; train again`);
    let found = known.get(fold);
    if (found === undefined) {
      found = { ...parts, model: readExtractionModel(readFileSync(join(folder, `fold-${fold}.bin`))) };
      known.set(fold, found);
    }
    return found;
  };
}

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
