/** Writes the training table of the line model: features from the product's own code, labels from the truth. */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { LINE_FEATURES, lineFeatures, SENTENCES } from '../../src/plain/features.ts';
import { readLines } from '../../src/plain/line.ts';
import { CLASSES } from '../../src/plain/line-model.ts';
import { cachedTables } from './cached-tables.ts';
import { benchmarkExamples, simulatedExamples } from './examples.ts';
import { FOLDS, foldOf } from './folds.ts';
import { labelLines } from './label.ts';
import type { Example } from './truth.ts';

const OUT = 'node_modules/.cache/training/lines';
const PER_LANGUAGE = Number(process.argv[2] ?? 50);

function dump(name: string, examples: readonly Example[]): void {
  const tables: Float32Array[] = [];
  const labels: number[] = [];
  const weights: number[] = [];
  const folds: number[] = [];
  for (const example of examples) {
    const lines = readLines(example.text);
    const found = cachedTables(example.text, lines);
    const rows = new Set(found.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, n) => start + n)));
    tables.push(lineFeatures(lines, (at) => rows.has(at)));
    for (const [at, { is, weight }] of labelLines(lines, example).entries()) {
      labels.push(is);
      weights.push((lines[at]?.raw.length ?? 0) > SENTENCES ? 0 : weight);
      folds.push(foldOf(example.article));
    }
  }
  const all = new Float32Array(tables.reduce((sum, { length }) => sum + length, 0));
  let to = 0;
  for (const table of tables) {
    all.set(table, to);
    to += table.length;
  }
  writeFileSync(`${OUT}/${name}.features`, new Uint8Array(all.buffer));
  writeFileSync(`${OUT}/${name}.labels`, Uint8Array.from(labels));
  writeFileSync(`${OUT}/${name}.folds`, Uint8Array.from(folds));
  writeFileSync(`${OUT}/${name}.weights`, new Uint8Array(Float32Array.from(weights).buffer));
  const counts = CLASSES.map(
    (is, n) => `${is} ${labels.filter((label, at) => label === n && (weights[at] as number) > 0).length}`,
  );
  console.log(
    `${name}: ${examples.length} texts, ${labels.length} lines (${counts.join(', ')}, unknown ${weights.filter((weight) => weight === 0).length})`,
  );
}

mkdirSync(OUT, { recursive: true });
dump('benchmark', benchmarkExamples());
dump('simulated', simulatedExamples(PER_LANGUAGE, 7));
writeFileSync(`${OUT}/names.json`, JSON.stringify({ features: LINE_FEATURES, classes: CLASSES, folds: FOLDS }));
console.log(createHash('sha256').update(LINE_FEATURES.join()).digest('hex').slice(0, 12));
