/** HTML → Markdown alone: does the Markdown say what the HTML said? */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { type Benchmark, cacheFolder } from './benchmark.ts';

export const fidelity: Benchmark = {
  name: 'fidelity',
  folder: 'fidelity',
  needs: 'run.mjs',
  peers: {
    'rehype-remark': { exact: 0.989, beyond: 0.639, random: 0.823, words_lost: 0.005, words_added: 0.001 },
    mdream: { exact: 0.896, beyond: 0.574, random: 0.654, words_lost: 0.006, words_added: 0.043 },
    turndown: { exact: 0.842, beyond: 0.565, random: 0.429, words_lost: 0.06, words_added: 0.06 },
  },
  smallerIsBetter: ['words_lost', 'words_added', 'errors'],
  async run({ data, sample }) {
    const folder = cacheFolder('fidelity');
    cpSync(data, folder, { recursive: true });
    if (!existsSync(join(folder, 'node_modules'))) {
      execFileSync('chmod', ['-R', 'u+w', folder]);
      execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], {
        cwd: folder,
        stdio: 'inherit',
      });
    }
    const adapter = join(cacheFolder(), 'fidelity-adapter.mjs');
    await build({
      entryPoints: ['bench/fidelity-adapter.ts'],
      outfile: adapter,
      bundle: true,
      packages: 'external',
      format: 'esm',
      platform: 'node',
      target: 'node20',
    });
    const measure = (name: string, ...more: string[]): Result => {
      const out = join(cacheFolder(), `fidelity-${name}.json`);
      const failures = join(cacheFolder(), `fidelity-${name}-failures.jsonl`);
      const options = ['--module', adapter, '--name', name, '--out', out, '--fail-file', failures, ...more];
      process.stdout.write(execFileSync(process.execPath, ['run.mjs', ...options], { cwd: folder, encoding: 'utf8' }));
      return JSON.parse(readFileSync(out, 'utf8')) as Result;
    };
    const stored = measure('stored');
    const random = measure('random', '--fuzz', String(sample ?? 1000), '--seed', '1');
    return {
      exact: stored.exact / stored.compared,
      beyond: stored.checkedOk / stored.checked,
      random: random.exact / random.compared,
      words_lost: stored.content.lost / stored.content.words,
      words_added: stored.content.injected / stored.content.words,
      errors: stored.errors + random.errors,
    };
  },
};

interface Result {
  readonly exact: number;
  readonly compared: number;
  readonly checked: number;
  readonly checkedOk: number;
  readonly errors: number;
  readonly content: { readonly words: number; readonly lost: number; readonly injected: number };
}
