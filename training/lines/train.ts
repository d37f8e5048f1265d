/**
 * Trains the line model: features from the product's own code, labels from the truth, trees from Python.
 * `node bench/start.js ../training/lines/train [DOCUMENTS A LANGUAGE] [WEB PAGES]`
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { CONTEXT_FEATURES } from '../../src/plain/line-model/context.ts';
import { LINE_FEATURES } from '../../src/plain/line-model/features.ts';
import { CLASSES } from '../../src/plain/line-model/line-class.ts';
import { benchmarkExamples } from './examples.ts';
import { FOLDS } from './folds.ts';
import { printedExamples } from './printed.ts';
import { firstRows, type Rows, secondRows, sheetOf } from './table.ts';

const CACHE = 'node_modules/.cache/training/lines';
const PYTHON = process.env.PYTHON ?? 'python3';
const [perLanguage, pages] = process.argv.slice(2).map(Number);

function write(name: string, { width, features, labels, weights, folds, isReal }: Rows): void {
  const columns: Record<string, Float32Array | Uint8Array> = { features, labels, weights, folds, isReal };
  for (const [column, { buffer }] of Object.entries(columns))
    writeFileSync(`${CACHE}/${name}.${column}`, new Uint8Array(buffer));
  const known = weights.reduce((sum, weight) => sum + (weight > 0 ? 1 : 0), 0);
  console.log(`${name}: ${labels.length} lines of ${width} numbers, ${known} of them known`);
}

function train(step: string): Float64Array[] {
  execFileSync(PYTHON, ['training/lines/train.py', step, CACHE, 'src/plain/line-model/line-trees.ts'], {
    stdio: 'inherit',
  });
  if (step !== 'first') return [];
  return ['mixed', 'without'].map((name) => {
    const bytes = readFileSync(`${CACHE}/${name}.scores`);
    return new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  });
}

mkdirSync(CACHE, { recursive: true });
const real = benchmarkExamples();
const made = printedExamples(perLanguage, pages);
console.log(`${real.length} texts of the benchmark, ${made.length} printed ones`);
const sheets = [...real, ...made].map(sheetOf);
writeFileSync(
  `${CACHE}/names.json`,
  JSON.stringify({
    first: LINE_FEATURES,
    second: [...LINE_FEATURES, ...CONTEXT_FEATURES],
    classes: CLASSES,
    folds: FOLDS,
  }),
);
write('first', firstRows(sheets, real.length));
const [mixed, without] = train('first');
write('second-mixed', secondRows(sheets, real.length, mixed as Float64Array));
write('second-without', secondRows(sheets, real.length, without as Float64Array));
train('second');
