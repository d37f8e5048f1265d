/**
 * Scores the flat-text benchmark with models that have not seen the text: that of its fold, and the one trained
 * without the benchmark.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { blocksOf } from '../../bench/blocks.ts';
import { type LineModel, readLineModel } from '../../src/plain/line-model/line-model.ts';
import { readSegments, segment } from '../../src/plain/read-plain.ts';
import { cachedTables } from './cached-tables.ts';
import { benchmarkExamples } from './examples.ts';
import { FOLDS, foldOf } from './folds.ts';

const CACHE = 'node_modules/.cache/training/lines';
const BENCHMARK = '../shared/bench/flat';
const FIGURES =
  /(?:heading_f1|heading_p|heading_r|title|level_step|list_f1|ordered|nest_f1|bare_item_r|para_f1|quote_f1|text_kept|invented|cut_recall|cut_precision)=\S+/g;

const trees = (name: string): string[] => JSON.parse(readFileSync(`${CACHE}/${name}.json`, 'utf8'));
const model = (name: string): LineModel =>
  readLineModel({ first: trees(`first-${name}`), second: trees(`second-${name}`) });
const folded = Array.from({ length: FOLDS }, (_, fold) => model(`fold-${fold}`));
const without = model('without');

function score(name: string, modelOf: (article: string) => LineModel): void {
  const answers = benchmarkExamples().map(({ id, article, text }) => {
    const segments = segment(text);
    return JSON.stringify({
      id,
      blocks: blocksOf(readSegments(segments, cachedTables(segments), modelOf(article)).body),
    });
  });
  const path = `${CACHE}/${name}-predictions.jsonl`;
  writeFileSync(path, `${answers.join('\n')}\n`);
  const by = process.argv[2] ?? 'variant';
  const out = execFileSync('python3', [`${BENCHMARK}/score.py`, BENCHMARK, path, '--by', by], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  console.log(`== ${name}`);
  for (const line of out.split('\n'))
    if (line.includes('=')) console.log(line.split(' ')[0], line.match(FIGURES)?.join(' '));
}

score('folded', (article) => folded[foldOf(article)] as LineModel);
score('without', () => without);
