import { lstatSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { putFile } from '../../src/batch/put-file.ts';

const scratch = () => mkdtempSync(join(tmpdir(), 'article-convert-'));

test('a file is written whole, folders are made, nothing else is left', async () => {
  const folder = join(scratch(), 'a', 'b');
  await putFile(join(folder, 'page.md'), 'text\n', false);
  expect(readFileSync(join(folder, 'page.md'), 'utf8')).toBe('text\n');
  expect(readdirSync(folder)).toEqual(['page.md']);
});

test('what is there stays without force, and is replaced with it', async () => {
  const path = join(scratch(), 'page.md');
  writeFileSync(path, 'old');
  await expect(putFile(path, 'new', false)).rejects.toMatchObject({ reason: 'exists' });
  expect(readFileSync(path, 'utf8')).toBe('old');
  await putFile(path, 'new', true);
  expect(readFileSync(path, 'utf8')).toBe('new');
});

test.runIf(process.platform !== 'win32')('a link stays a link', async () => {
  const folder = scratch();
  writeFileSync(join(folder, 'real.md'), 'old');
  symlinkSync('real.md', join(folder, 'link.md'));
  await putFile(join(folder, 'link.md'), 'new', true);
  expect(lstatSync(join(folder, 'link.md')).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(folder, 'real.md'), 'utf8')).toBe('new');
});

test.runIf(process.platform === 'linux')('a folder that takes no other is a fault, and no endless try', async () => {
  await expect(putFile('/proc/of-no-process/a/page.md', 'text', true)).rejects.toMatchObject({ reason: 'unwritable' });
});

test('a directory cannot be the output', async () => {
  await expect(putFile(scratch(), 'text', true)).rejects.toMatchObject({ reason: 'unwritable' });
});
