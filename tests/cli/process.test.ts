import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
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
  expect(stdout).toMatch(/\d+ words, 9 headings, 4 lists, 1 tables/);
});

test.runIf(!isWindows)('in a pipe the bytes are plain', async () => {
  const { stdout } = await shell(`node ${COMMAND} ${SUMMIT} | cat`);
  expect(stdout).toBe(readFileSync('fixtures/text/summit/expected.md', 'utf8'));
});
