import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from './run.ts';

const SUMMIT = 'fixtures/text/summit/input.txt';

const scratch = () => mkdtempSync(join(tmpdir(), 'article-convert-'));

test('a file becomes Markdown on standard output, and nothing else is said in a pipe', async () => {
  const { code, out, err } = await run([SUMMIT]);
  expect(code).toBe(0);
  expect(out).toBe(readFileSync('fixtures/text/summit/expected.md', 'utf8'));
  expect(err).toBe('');
});

test('piped standard input is read', async () => {
  const { code, out } = await run(['--from', 'html'], '<h1>A page</h1><p>With some words in it.');
  expect(code).toBe(0);
  expect(out).toContain('With some words in it.');
});

test('nothing on a terminal prints short help and exits 2', async () => {
  expect(await run([])).toMatchObject({ code: 2, out: '', err: expect.stringContaining('--help') });
});

test('--verbose sums up on standard error', async () => {
  const { err } = await run(['--verbose', SUMMIT]);
  expect(err).toContain('4 lists, 1 table, ');
  expect(err).toContain('line:repeated-title 1');
});

test('--explain lists what was cut', async () => {
  const { err } = await run(['--explain', SUMMIT]);
  expect(err).toContain('cut by line:before-article at line 3: Share this post with friends!');
});

test('--json prints one object with the keys of the schema', async () => {
  const { out } = await run(['--json', SUMMIT]);
  expect(JSON.parse(out).metadata).toMatchObject({ language: { value: 'ar' }, direction: { value: 'rtl' } });
});

test('an unknown option is wrong usage and names the nearest one', async () => {
  expect(await run(['--too', 'json'])).toMatchObject({ code: 2, err: expect.stringContaining('--to') });
});

test('what the format has no place for is wrong usage, and no silence', async () => {
  expect(await run([SUMMIT, '--front-matter', '--to', 'text'])).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringMatching(/--front-matter.*--to markdown/),
  });
  expect(await run([SUMMIT, '--ast'])).toMatchObject({ code: 2, err: expect.stringMatching(/--ast.*--json/) });
  expect((await run([SUMMIT, '--front-matter', '--ast', '--json'])).code).toBe(0);
});

test('an empty value, as of an unset variable, is wrong usage that names the flag', async () => {
  for (const flag of ['--output', '--out-dir', '--tables-csv', '--lang', '--ignore', '--charset']) {
    const { code, out, err } = await run([SUMMIT, flag, '']);
    expect({ flag, code, out }).toEqual({ flag, code: 2, out: '' });
    expect(err).toContain(`${flag} is given an empty value`);
  }
});

test('--json and another format are wrong usage', async () => {
  expect(await run([SUMMIT, '--json', '--to', 'text'])).toMatchObject({ code: 2, out: '' });
});

test('--ignore takes one pattern, and no input after it', async () => {
  expect(await run(['--ignore', '*.css', SUMMIT])).toMatchObject({ code: 0, out: expect.stringMatching(/^# /) });
});

test('several inputs to standard output as Markdown are wrong usage that names the ways out', async () => {
  expect(await run([SUMMIT, SUMMIT])).toMatchObject({ code: 2, err: expect.stringMatching(/--to jsonl.*--out-dir/) });
});

test('a missing file exits 1, an empty page 3, each with a line that names it', async () => {
  expect(await run(['missing.html'])).toMatchObject({
    code: 1,
    err: expect.stringContaining('missing.html: there is no such file'),
  });
  expect(await run(['-'], ' \n')).toMatchObject({ code: 3, err: expect.stringContaining('standard input') });
});

test('a PDF is refused with a word on what to use', async () => {
  expect(await run(['-'], '%PDF-1.7 …')).toMatchObject({ code: 1, err: expect.stringContaining('pdftotext') });
});

test('some failures of several exit 4, and the rest is converted', async () => {
  const { code, out } = await run(['missing.html', SUMMIT, '--to', 'jsonl']);
  expect(code).toBe(4);
  expect(out.trim().split('\n')).toHaveLength(1);
});

test('-o refuses to overwrite without --force and leaves no temporary file', async () => {
  const folder = scratch();
  const path = join(folder, 'out.md');
  writeFileSync(path, 'mine');
  expect(await run([SUMMIT, '-o', path])).toMatchObject({ code: 1, err: expect.stringContaining('--force') });
  expect(readFileSync(path, 'utf8')).toBe('mine');
  expect((await run([SUMMIT, '-o', path, '--force'])).code).toBe(0);
  expect(readFileSync(path, 'utf8')).toMatch(/^# /);
  expect(readdirSync(folder)).toEqual(['out.md']);
});

test('--out-dir never puts two inputs on one name', async () => {
  const folder = scratch();
  expect((await run([SUMMIT, SUMMIT, '--out-dir', folder])).code).toBe(0);
  expect(readdirSync(folder).filter((name) => name.endsWith('.md'))).toEqual(['input-2.md', 'input.md']);
});

test('--color always colours headings; otherwise a pipe gets plain bytes', async () => {
  expect((await run([SUMMIT, '--color', 'always'])).out).toContain('\u001b[');
  expect((await run([SUMMIT])).out).not.toContain('\u001b[');
});

test('a folder of pages to standard output as Markdown is wrong usage that names the ways out', async () => {
  expect(await run(['fixtures/html'])).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringMatching(/--to jsonl.*--out-dir/),
  });
});

test('--from jsonl answers each line with a line, in order, failures as rows', async () => {
  const lines = [
    '{"url":"http://a.example/","html":"<p>One page of words."}',
    '[1]',
    '{"html":"<p>Another page of words."}',
  ];
  const { code, out } = await run(['--from', 'jsonl', '--to', 'jsonl'], `${lines.join('\n')}\n`);
  const rows = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(code).toBe(4);
  expect(rows.map(({ id, status }) => [id, status])).toEqual([
    ['-#1', undefined],
    ['-#2', 'failed'],
    ['-#3', undefined],
  ]);
});

test('--report has a line for each page, record and member; a list of names may end in NULs', async () => {
  const folder = scratch();
  const report = join(folder, 'report.jsonl');
  writeFileSync(join(folder, 'list'), `fixtures/containers/zip-nested/input.zip\0${SUMMIT}\0`);
  const { code, out } = await run(['--files-from', join(folder, 'list'), '-0', '--to', 'jsonl', '--report', report]);
  expect(code).toBe(0);
  expect(out.trimEnd().split('\n')).toHaveLength(3);
  const rows = readFileSync(report, 'utf8').trimEnd().split('\n');
  expect(rows.map((row) => JSON.parse(row).status)).toEqual(['skipped', 'converted', 'converted', 'converted']);
});

test('a table from a pipe is a page a row, where its first line is names of fields', async () => {
  const rows =
    'id,url,html\n1,http://a.example/,<p>One page of words.\n2,http://b.example/,<p>Another page of words.\n';
  const idsOf = (out: string) => out.match(/"id":"[^"]*"/g);
  expect(idsOf((await run(['--to', 'jsonl'], rows)).out)).toEqual(['"id":"-#1"', '"id":"-#2"']);
  const prose = 'body,mind\n\nTwo words, as a text on both of them may begin.\n';
  expect(idsOf((await run(['--to', 'jsonl'], prose)).out)).toEqual(['"id":"-"']);
});

test('damage in an archive exits 4 and the rest is converted; a quoted glob is expanded', async () => {
  const { code, out, err } = await run(['fixtures/containers/warc-bad-d*/*.gz', '--to', 'jsonl']);
  expect(code).toBe(4);
  expect(err).toContain('corrupt deflate data');
  expect(out.trimEnd().split('\n')).toHaveLength(2);
});
