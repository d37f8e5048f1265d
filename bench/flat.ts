/** Structure rebuilt from flattened text. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Benchmark, cacheFolder, type Figures, spread } from './benchmark.ts';
import { blocksOf } from './blocks.ts';
import { convertPage } from './convert-page.ts';

export const flat: Benchmark = {
  name: 'flat',
  folder: 'flat',
  needs: 'items.jsonl',
  peers: {
    heuristic: {
      heading_f1: 0.79,
      title: 0.84,
      list_f1: 0.98,
      nest_f1: 0.26,
      para_f1: 0.75,
      table_f1: 0.72,
      cell_f1: 0.45,
      glued_cell_f1: 0.41,
      glued_exact: 0.1,
      false_tables_100: 25.5,
      text_kept: 1,
      cut_recall: 0,
    },
    pandoc: {
      heading_f1: 0.08,
      title: 0.04,
      list_f1: 0.45,
      nest_f1: 0.05,
      para_f1: 0.73,
      table_f1: 0.08,
      cell_f1: 0.07,
      glued_cell_f1: 0,
      glued_exact: 0,
      false_tables_100: 0,
      text_kept: 1,
      cut_recall: 0,
    },
  },
  smallerIsBetter: ['false_tables_100', 'invented'],
  async run({ data, predictions, sample }) {
    const lines = readFileSync(join(data, 'items.jsonl'), 'utf8').split('\n').filter(Boolean);
    const answers = spread(lines, sample).map((line) => {
      const { id, text } = JSON.parse(line) as { id: string; text: string };
      const document = convertPage({ id, body: text }, { from: 'text' });
      return JSON.stringify({ id, blocks: document === undefined ? [] : blocksOf(document.body) });
    });
    writeFileSync(predictions, `${answers.join('\n')}\n`);
    const out = join(cacheFolder(), 'flat-figures.json');
    const only = sample === undefined ? [] : ['--only-predicted'];
    const args = [join(data, 'score.py'), data, predictions, '--by', 'variant,lang', '--json', out, ...only];
    process.stdout.write(execFileSync('python3', args, { encoding: 'utf8' }));
    const { groups } = JSON.parse(readFileSync(out, 'utf8')) as { groups: { overall: Figures } };
    return groups.overall;
  },
};
