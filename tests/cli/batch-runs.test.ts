import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { expect, test } from 'vitest';

const COMMAND = 'bin/article-convert.js';
const NESTED = 'fixtures/containers/zip-nested/input.zip';
const SUMMIT = 'fixtures/text/summit/input.txt';
const isWindows = process.platform === 'win32';

const scratch = () => mkdtempSync(join(tmpdir(), 'article-convert-'));

async function run(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  try {
    return { code: 0, ...(await promisify(execFile)(process.execPath, [COMMAND, ...args])) };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, stdout, stderr };
  }
}

const linesOf = (path: string) =>
  readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

test('as many threads as there are give the same bytes in the same order', async () => {
  const [one, two, four] = await Promise.all(
    ['1', '2', '4'].map((jobs) => run('fixtures/containers', '--to', 'jsonl', '--jobs', jobs, '--quiet')),
  );
  expect(one?.stdout.split('\n').length).toBeGreaterThan(100);
  expect(two).toEqual(one);
  expect(four).toEqual(one);
});

test('a folder gets a file a document in the tree of the inputs, and a report; it is not written to twice', async () => {
  const folder = join(scratch(), 'out');
  expect((await run(NESTED, SUMMIT, '--out-dir', folder, '--tables-csv', join(folder, 'csv'))).code).toBe(0);
  const rows = linesOf(join(folder, 'report.jsonl'));
  const outputs = rows.flatMap(({ output }) => output ?? []);
  expect(outputs.length).toBeGreaterThan(2);
  expect(outputs[0]).toMatch(/^input\.zip\/.*\.md$/);
  for (const output of outputs) expect(existsSync(join(folder, output))).toBe(true);
  expect(readdirSync(join(folder, 'csv'))).toContain('input.table-1.csv');
  const again = await run(NESTED, SUMMIT, '--out-dir', folder);
  expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining('--resume goes on with it') });
});

test('Parquet holds what JSON Lines hold', async () => {
  const folder = scratch();
  const parquet = join(folder, 'pages.parquet');
  const jsonl = join(folder, 'pages.jsonl');
  await Promise.all([
    run('fixtures/html', '--ignore', 'expected*', '--to', 'parquet', '-o', parquet),
    run('fixtures/html', '--ignore', 'expected*', '--to', 'jsonl', '-o', jsonl),
  ]);
  const rows = await parquetReadObjects({ file: await asyncBufferFromFile(parquet) });
  const want = linesOf(jsonl);
  expect(rows.length).toBeGreaterThan(10);
  expect(rows.map(({ id, markdown, words, authors }) => [id, markdown, words, authors])).toEqual(
    want.map(({ id, markdown, quality, metadata }) => [
      id,
      markdown,
      quality.facts.words,
      metadata.authors?.value ?? null,
    ]),
  );
  expect(readdirSync(folder).sort()).toEqual(['pages.jsonl', 'pages.parquet']);
});

test('one page alone is a file of Parquet, too', async () => {
  const folder = scratch();
  expect(await run(SUMMIT, '--to', 'parquet', '--out-dir', folder)).toMatchObject({ code: 0 });
  const rows = await parquetReadObjects({ file: await asyncBufferFromFile(join(folder, 'input.parquet')) });
  expect(rows.map(({ id }) => id)).toEqual([SUMMIT]);
});

const ROWS = Array.from({ length: 6 }, (_, at) => `{"html":"<h1>Page ${at}</h1><p>With some words in it."}\n`);

/** A run that reads rows from a pipe, holds its folder, and waits for more. */
async function waiting(folder: string, given: number): Promise<ChildProcess & { said: string }> {
  const child = Object.assign(
    spawn(process.execPath, [COMMAND, '-', '--from', 'jsonl', '--to', 'jsonl', '--out-dir', folder, '--resume']),
    { said: '' },
  );
  child.stderr.on('data', (chunk) => (child.said += chunk));
  child.stdin.on('error', () => undefined);
  child.stdin.write(ROWS.slice(0, given).join(''));
  const lock = join(folder, 'article-convert.lock');
  const isHeld = () => existsSync(lock) && readFileSync(lock, 'utf8').includes(`"pid":${child.pid},`);
  while (!isHeld()) await new Promise((done) => setTimeout(done, 20));
  return child;
}

const ended = (child: ChildProcess) => new Promise<number | null>((done) => child.on('close', (code) => done(code)));

test.runIf(!isWindows)(
  'two runs on one folder: the second refuses; one that is killed or interrupted is resumed to the same bytes',
  async () => {
    const whole = scratch();
    const rows = join(whole, 'rows.jsonl');
    writeFileSync(rows, ROWS.join(''));
    const args = ['--from', 'jsonl', '--to', 'jsonl', '--out-dir'];
    const folder = scratch();
    const killed = await waiting(folder, 3);
    const [second] = await Promise.all([
      run(rows, ...args, folder, '--resume'),
      promisify(execFile)('bash', ['-c', `node ${COMMAND} - ${args.join(' ')} ${whole}/out < ${rows}`]),
    ]);
    expect(second).toMatchObject({ code: 1, stderr: expect.stringContaining(`process ${killed.pid} `) });
    killed.kill('SIGKILL');
    await ended(killed);

    const interrupted = await waiting(folder, 5);
    interrupted.kill('SIGINT');
    expect(await ended(interrupted)).toBe(130);
    expect(interrupted.said).toMatch(/to resume: article-convert - .*--resume\n$/);

    const last = await waiting(folder, 6);
    last.stdin?.end();
    expect(await ended(last)).toBe(0);
    const name = 'documents.jsonl';
    expect(readFileSync(join(folder, name), 'utf8')).toBe(readFileSync(join(whole, 'out', name), 'utf8'));
    expect(linesOf(join(folder, 'report.jsonl'))).toHaveLength(6);
    expect(readdirSync(folder).sort()).toEqual(['article-convert.journal', name, 'report.jsonl']);
  },
);
