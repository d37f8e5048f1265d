/** Hostile and odd input, one process each: does the command line answer in time, in memory, and safely? */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Benchmark, cacheFolder, spread } from './benchmark.ts';

/** What a front matter reader would see needs its own command; the rest run as they are. */
const COMMANDS = {
  '--cmd': '--to markdown {file}',
  '--cmd-meta': '--to markdown --front-matter {file}',
  '--cmd-stdin': '--to markdown',
  '--cmd-out': '--to markdown --out-dir {out} {file}',
};

export const robustness: Benchmark = {
  name: 'robustness',
  folder: 'robustness',
  needs: 'run.py',
  peers: { trafilatura: { passes: 174 / 217 }, 'rehype-remark': { passes: 140 / 232 } },
  smallerIsBetter: ['crash', 'time', 'mem', 'wrong'],
  async run({ data, sample }) {
    const folder = cacheFolder('robustness');
    cpSync(data, folder, { recursive: true });
    execFileSync('chmod', ['-R', 'u+w', folder]);
    if (!existsSync(join(folder, 'node_modules'))) {
      execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], {
        cwd: folder,
        stdio: 'inherit',
      });
    }
    execFileSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' });
    const tool = `${process.execPath} ${resolve('bin/article-convert.js')}`;
    const commands = Object.entries(COMMANDS).flatMap(([flag, options]) => [flag, `${tool} ${options}`]);
    const chosen = sample === undefined ? [] : ['--filter', patternOf(spread(casesIn(folder), sample))];
    // It exits with 1 where a case fails: the figures say how many.
    spawnSync('python3', ['run.py', '--name', 'gate', ...commands, '--cmd-text', 'same', ...chosen], {
      cwd: folder,
      stdio: 'inherit',
    });
    return figuresOf(JSON.parse(readFileSync(join(folder, 'results', 'gate.json'), 'utf8')));
  },
};

/** As `--filter` looks at them: `size/br-200k`. */
function casesIn(folder: string): string[] {
  const list = execFileSync('python3', ['run.py', '--list'], { cwd: folder, encoding: 'utf8' });
  return list.split('\n').flatMap((line) => {
    const [, group, id] = /^(.*?)\s{2,}(\S+)\s+T=/.exec(line) ?? [];
    return group === undefined ? [] : [`${group}/${id}`];
  });
}

const patternOf = (cases: readonly string[]): string =>
  `^(?:${cases.map((name) => name.replace(/[^\w/ ]/g, '\\$&')).join('|')})$`;

interface Verdicts {
  readonly results: readonly { readonly verdict: string }[];
}

/** Cases that do not apply count neither way. */
function figuresOf({ results }: Verdicts): Record<string, number> {
  const count = (verdict: string) => results.filter((result) => result.verdict === verdict).length;
  const judged = results.length - count('n/a');
  const [crash, time, mem, wrong] = [count('crash'), count('time'), count('mem'), count('wrong')];
  return { passes: count('ok') / judged, judged, crash, time, mem, wrong };
}
