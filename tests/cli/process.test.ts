import { execFile, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const COMMAND = 'bin/article-convert.js';
const SUMMIT = 'fixtures/text/summit/input.txt';
const isWindows = process.platform === 'win32';

/** A real process, with its exit code and what it said. */
async function shell(script: string): Promise<{ code: number; stdout: string; stderr: string }> {
  try {
    return { code: 0, ...(await promisify(execFile)('bash', ['-c', `set -o pipefail; ${script}`])) };
  } catch (error) {
    return error as { code: number; stdout: string; stderr: string };
  }
}

test.runIf(!isWindows)('a reader that closes the pipe ends the run quietly with 0', async () => {
  const long = `seq 40000 | sed 's/$/ is a line with a number and a stop.\\n/'`;
  const { code, stdout, stderr } = await shell(`${long} | node ${COMMAND} --from text | head -1`);
  expect({ code, stderr, lines: stdout.trim().split('\n').length }).toEqual({ code: 0, stderr: '', lines: 1 });
});

test.runIf(!isWindows).each([
  ['windows-1252', "printf '<p>Caf\\xe9 au lait, tr\\xe8s bien.'", 'Café au lait, très bien.'],
  ['shift_jis', "printf '<meta charset=shift_jis><p>\\x82\\xa0\\x82\\xa2'", 'あい'],
  ['utf-16le', "printf '\\xff\\xfe<\\0p\\0>\\0\\x17\\x01'", 'ė'],
])('the program reads %s', async (_, bytes, text) => {
  const { stdout, stderr } = await shell(`${bytes} | node ${COMMAND} --from html -`);
  expect({ text: stdout.trim(), stderr }).toEqual({ text, stderr: '' });
});

test('the program fetches an address', async () => {
  const server = createServer((_, answer) => {
    answer.setHeader('content-type', 'text/html');
    answer.end('<title>Bees</title><p>A page about bees that live on the roofs of a city, and about who keeps them.');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/story`;
  const env = { ...process.env, NO_PROXY: '127.0.0.1' };
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [COMMAND, address], { env });
    expect({ stdout, stderr }).toEqual({ stdout: expect.stringContaining('live on the roofs'), stderr: '' });
  } finally {
    server.close();
  }
});

test.runIf(process.platform === 'linux')('a full disk is said, with exit code 1', async () => {
  const { code, stderr } = await shell(`node ${COMMAND} ${SUMMIT} > /dev/full`);
  expect(code).toBe(1);
  expect(stderr).toContain('standard output cannot be written (ENOSPC)');
});

/** Interrupts a run that waits for standard input. `code` is null where the signal came before the run listened. */
async function interrupted(folder: string, after: number): Promise<{ code: number | null; stderr: string }> {
  const child = spawn(process.execPath, [COMMAND, '-o', join(folder, 'page.md')], {
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  setTimeout(() => child.kill('SIGINT'), after);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, stderr };
}

test.runIf(!isWindows)('an interrupt ends with 130 and leaves no half-written file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'article-convert-'));
  let end = await interrupted(folder, 500);
  for (let after = 1000; end.code === null && after <= 16_000; after *= 2) end = await interrupted(folder, after);
  expect(end).toEqual({ code: 130, stderr: 'article-convert: interrupted\n' });
  expect(readdirSync(folder)).toEqual([]);
});

test.runIf(process.platform === 'linux')('on a terminal Markdown is coloured and a summary follows', async () => {
  const { stdout } = await shell(`TERM=xterm script -qec 'node ${COMMAND} ${SUMMIT}' /dev/null < /dev/null`);
  expect(stdout).toContain('\u001b[1m\u001b[36m# ');
  expect(stdout).toMatch(/\d+ words, 9 headings, 4 lists, 1 table,/);
});

test.runIf(!isWindows)('in a pipe the bytes are plain', async () => {
  const { stdout } = await shell(`node ${COMMAND} ${SUMMIT} | cat`);
  expect(stdout).toBe(readFileSync('fixtures/text/summit/expected.md', 'utf8'));
});

test.runIf(!isWindows)('names come from find through a real pipe, whatever is in them', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'article-convert-'));
  for (const name of ['a page', 'two\nlines', '-o'])
    writeFileSync(join(folder, `${name}.html`), `<h1>${name}</h1><p>A page with some words in it.`);
  const { stdout, stderr, code } = await shell(
    `find ${folder} -name '*.html' -print0 | sort -z | node ${COMMAND} -0 --files-from - --to jsonl`,
  );
  expect(code).toBe(0);
  const ids = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).id);
  expect(ids).toEqual(['-o', 'a page', 'two\nlines'].map((name) => join(folder, `${name}.html`)));
  expect(stderr).toMatch(/^article-convert: 3 pages: 3 converted, 0 skipped, 0 failed, in .*\n$/);
});

test.runIf(process.platform === 'linux')('on a terminal a batch draws a line, and takes it away', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'article-convert-'));
  const rows = join(folder, 'rows.jsonl');
  const row = JSON.stringify({ html: `<h1>A page</h1>${'<p>Some words, in a row, with a stop.'.repeat(300)}` });
  writeFileSync(rows, `${row}\n`.repeat(400));
  const script = `node ${COMMAND} ${rows} --to jsonl --out-dir ${join(folder, 'out')} --jobs 1`;
  const { stdout } = await shell(`TERM=xterm script -qec '${script}' /dev/null < /dev/null`);
  expect(stdout).toMatch(/\[[█░]{20}\] [\d,]+ done \(\d+%\), [\d.,]+\/s/);
  expect(stdout).toMatch(/400 pages: 400 converted, 0 skipped, 0 failed, in /);
  expect(stdout.slice(stdout.indexOf('400 pages'))).not.toContain('done');
});

test('the built command guesses an encoding that nothing declares', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'legacy-')), 'page.html');
  // "The keeper of the lighthouse wrote this page by hand", in Windows-1251.
  const hex = 'd1eceef2f0e8f2e5ebfc20ece0ffeae020ede0efe8f1e0eb20fdf2f320f1f2f0e0ede8f6f320f1e2eee5e920f0f3eaeee92e20';
  writeFileSync(file, Buffer.concat([Buffer.from('<p>'), Buffer.from(hex.repeat(6), 'hex')]));
  const { stdout } = await promisify(execFile)(process.execPath, [COMMAND, file]);
  expect(stdout).toContain('Смотритель маяка написал эту страницу своей рукой.');
});

test('a copy without the program’s files says so in a line, with exit code 1', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'article-convert-'));
  cpSync('bin', join(folder, 'bin'), { recursive: true });
  const failed = await promisify(execFile)(process.execPath, [join(folder, COMMAND), 'x.html']).catch((error) => error);
  expect(failed.code).toBe(1);
  expect(failed.stderr).toMatch(/^article-convert: the program is not complete: .*core\.cjs is missing; .*\n$/);
  rmSync(folder, { recursive: true });
});
