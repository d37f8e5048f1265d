/** Archives by bench/archives/check.py, sound, damaged and hostile, and what it costs to iterate over a WARC. */
import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { unpack } from '../src/readers/unpack.ts';
import { type Benchmark, cacheFolder, type Figures } from './benchmark.ts';
import { webPages } from './web-pages.ts';

const COMMAND = `${process.execPath} ${resolve('bin/article-convert.js')} {file} {args} --to jsonl --report {report}`;
const CHUNK = 2 ** 20;
/** What the WARC expands to. */
const RAW_GB = '0.5';
const ROUNDS = 3;

export const archives: Benchmark = {
  name: 'archives',
  folder: 'archives',
  needs: 'check.py',
  peers: {},
  smallerIsBetter: ['iterate'],
  async run({ data }) {
    execFileSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' });
    const bombs = cacheFolder('bombs');
    if (!existsSync(join(bombs, 'truth', 'deep.mht.json'))) python(data, 'make_big.py', 'bombs', bombs);
    const samples = check(data);
    const hostile = check(data, '--dir', bombs);
    return { ...samples, bombs: hostile.passes ?? 0, iterate: await iterate(data) };
  },
};

function python(data: string, script: string, ...rest: string[]): string {
  return execFileSync('python3', [join(data, script), ...rest], { encoding: 'utf8', maxBuffer: 2 ** 26 });
}

/** Prints what failed; a failing check exits 1 and says the same. */
function check(data: string, ...rest: string[]): Figures {
  let said: string;
  try {
    said = python(data, 'check.py', '--cmd', COMMAND, ...rest);
  } catch (error) {
    said = String((error as { stdout?: string }).stdout ?? '');
  }
  const lines = said.split('\n');
  for (const line of lines.filter((text) => /^FAIL|^ {7}\S/.test(text))) console.log(`  ${line.slice(0, 160)}`);
  const [, documents, report, exit] =
    /documents right (\d+)\/\d+, report right (\d+)\/\d+, exit and safety right (\d+)/.exec(said) ?? [];
  const passes = /(\d+) passed, \d+ failed/.exec(said)?.[1];
  return {
    passes: Number(passes ?? 0),
    documents: Number(documents ?? 0),
    report: Number(report ?? 0),
    exit: Number(exit ?? 0),
  };
}

/** CPU of unpacking with bodies decoded, over that of `gzip -dc` on the same file. */
async function iterate(data: string): Promise<number> {
  const file = join(cacheFolder(), `big-${RAW_GB}.warc.gz`);
  if (!existsSync(file)) {
    const pages = join(webPages(join(data, '..', 'extraction')).folder, 'html');
    python(data, 'make_big.py', 'warc', '--pages', pages, '--out', file, '--raw-gb', RAW_GB);
  }
  const gzip: number[] = [];
  const ours: number[] = [];
  // The least of several rounds is what the work costs; the rest is the machine.
  for (let round = 0; round < ROUNDS; round++) {
    gzip.push(gunzipCpu(file));
    ours.push(await unpackCpu(file));
  }
  const memory = Math.round(process.resourceUsage().maxRSS / 1024);
  const [least, base] = [Math.min(...ours), Math.min(...gzip)];
  console.log(`  iterate: ${least.toFixed(2)} s of CPU, gzip -dc ${base.toFixed(2)} s, at most ${memory} MB`);
  return least / base;
}

function gunzipCpu(file: string): number {
  const script = `TIMEFORMAT='%U %S'; { time gzip -dc "$1" > /dev/null; } 2>&1`;
  const timed = execFileSync('bash', ['-c', script, '-', file], { encoding: 'utf8' });
  return timed
    .trim()
    .split(' ')
    .reduce((sum, seconds) => sum + Number(seconds), 0);
}

async function unpackCpu(file: string): Promise<number> {
  const before = process.cpuUsage();
  const resource = { id: file, size: statSync(file).size, open: () => bytesOf(file) };
  let count = 0;
  for await (const entry of unpack(resource, { maxBytes: 1e8, truncated: 'skip' })) if ('page' in entry) count += 1;
  const { user, system } = process.cpuUsage(before);
  if (count === 0) throw new Error('no page in the generated WARC');
  return (user + system) / 1e6;
}

async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path, 'r');
  try {
    yield* file.createReadStream({ highWaterMark: CHUNK, autoClose: false });
  } finally {
    await file.close();
  }
}
