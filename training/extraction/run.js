/**
 * From data to model: `node training/extraction/run.js ship|cv [DATA]`. DATA is the folder of the extraction benchmark.
 * Unpacks it, dumps the features, trains in a Python environment of its own; all of it under node_modules/.cache/training.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { BUNDLING } from '../../bundling.js';

const [act = 'ship', data = join('..', 'shared', 'bench', 'extraction')] = process.argv.slice(2);
const cache = join('node_modules', '.cache', 'training');
const run = (command, args) => execFileSync(command, args, { stdio: 'inherit' });
mkdirSync(cache, { recursive: true });

const sets = ['wcxb-dev', 'articles-extra'];
for (const set of sets) {
  if (!existsSync(join(cache, set))) run('tar', ['xJf', join(data, `${set}.tar.xz`), '-C', cache]);
}
const dump = join(cache, 'dump.mjs');
await build({
  entryPoints: ['training/extraction/dump.ts'],
  outfile: dump,
  ...BUNDLING,
  splitting: false,
  packages: 'external',
});
const tables = sets.map((set) => join(cache, 'tables', set));
for (const [at, set] of sets.entries()) run(process.execPath, [dump, join(cache, set), tables[at]]);

const python = join(cache, 'venv', 'bin', 'python');
if (!existsSync(python)) {
  run('python3', ['-m', 'venv', join(cache, 'venv')]);
  run(python, ['-m', 'pip', 'install', '--quiet', '-r', 'training/extraction/requirements.txt']);
}
const out = join(cache, act === 'cv' ? 'folds' : 'shipped');
run(python, ['training/extraction/train.py', act, '--tables', ...tables, '--out', out]);
if (act === 'ship') {
  run(python, ['training/extraction/embed.py', join(out, 'extraction.bin'), 'src/model/extraction-weights.ts']);
  copyFileSync(join(out, 'parity.json'), 'fixtures/model/parity.json');
}
