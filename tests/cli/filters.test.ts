import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from './run.ts';

const LONG =
  'The ferry did not sail on Monday, because the captain had overslept, and so the islanders rowed to the market.';
const GERMAN =
  'Die Fähre fuhr am Montag nicht, weil der Kapitän verschlafen hatte, und so ruderten die Leute selbst zum Markt.';
const html = (lang: string, ...paragraphs: string[]): string =>
  `<!DOCTYPE html><html lang="${lang}"><title>News</title><article><h1>News</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article></html>`;

/** Six pages: an article, its copy, a German one, a short one, a damaged archive, an empty page. */
function pages(): string {
  const folder = mkdtempSync(join(tmpdir(), 'article-convert-batch-'));
  const long = Array.from({ length: 6 }, (_, at) => `${LONG} It was the ${at + 1}. time.`);
  writeFileSync(join(folder, 'a.html'), html('en', ...long));
  writeFileSync(join(folder, 'b.html'), html('en-GB', ...long));
  writeFileSync(join(folder, 'c.html'), html('de', ...long.map((_, at) => `${GERMAN} Es war das ${at + 1}. Mal.`)));
  writeFileSync(join(folder, 'd.html'), html('en', LONG));
  writeFileSync(join(folder, 'e.warc.gz'), '');
  writeFileSync(join(folder, 'f.html'), ' ');
  return folder;
}

const idsOf = (out: string): string[] =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line).id.split('/').at(-1));
const reportOf = (path: string) =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

test.each(['1', '2'])(
  'filters leave documents out with their reasons, the first of two alike stays (--jobs %s)',
  async (jobs) => {
    const folder = pages();
    const report = join(folder, '..', `report-${jobs}-${process.pid}.jsonl`);
    const args = [
      '--to',
      'jsonl',
      '--dedupe',
      'exact',
      '--lang',
      'en',
      '--min-words',
      '40',
      '--report',
      report,
      '--force',
      '--jobs',
      jobs,
    ];
    const { code, out, err } = await run([folder, ...args]);
    expect(code).toBe(4);
    expect(idsOf(out)).toEqual(['a.html']);
    expect(reportOf(report).map(({ status, reason }) => [status, reason])).toEqual([
      ['converted', undefined],
      ['skipped', 'duplicate'],
      ['skipped', 'other-language'],
      ['skipped', 'too-short'],
      ['failed', 'truncated'],
      ['skipped', 'empty'],
    ]);
    expect(reportOf(report)[1].message).toBe(`the same text as ${join(folder, 'a.html')}`);
    expect(err).toMatch(
      /6 pages: 1 converted, 4 skipped \(duplicate 1, empty 1, other-language 1, too-short 1\), 1 failed \(truncated 1\), in /,
    );
    rmSync(report);
  },
);

test('--min-confidence and a language range', async () => {
  const folder = pages();
  expect(idsOf((await run([folder, '--to', 'jsonl', '--lang', 'de,fr', '-q'])).out)).toEqual(['c.html']);
  expect(idsOf((await run([folder, '--to', 'jsonl', '--min-confidence', '1', '-q'])).out)).toEqual([]);
});

test('shards of files take every N-th, and one archive is shared out by record', async () => {
  const folder = pages();
  const parts = await Promise.all(
    [1, 2, 3].map((part) => run([folder, '--to', 'jsonl', '-q', '--shard', `${part}/3`])),
  );
  expect(parts.map(({ out }) => idsOf(out))).toEqual([['a.html', 'd.html'], ['b.html'], ['c.html']]);
  const rows = join(folder, 'rows.jsonl');
  writeFileSync(rows, [1, 2, 3, 4, 5].map((at) => JSON.stringify({ html: html('en', `${LONG} ${at}`) })).join('\n'));
  const halves = await Promise.all([1, 2].map((part) => run([rows, '--to', 'jsonl', '-q', '--shard', `${part}/2`])));
  expect(halves.map(({ out }) => idsOf(out))).toEqual([
    ['rows.jsonl#1', 'rows.jsonl#3', 'rows.jsonl#5'],
    ['rows.jsonl#2', 'rows.jsonl#4'],
  ]);
});

test('--log-format json says all on standard error as objects', async () => {
  const folder = pages();
  const { err } = await run([folder, '--to', 'jsonl', '--log-format', 'json', '--explain']);
  const events = err
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(events.find(({ event }) => event === 'failed')).toMatchObject({
    id: join(folder, 'e.warc.gz'),
    reason: 'truncated',
  });
  expect(events.at(-1)).toMatchObject({
    event: 'summary',
    converted: 4,
    skipped: 1,
    failed: 1,
    reasons: { empty: 1, truncated: 1 },
  });
  const { err: error } = await run(['missing.html', '--log-format', 'json']);
  expect(JSON.parse(error)).toMatchObject({ event: 'failed', id: 'missing.html', reason: 'not-found' });
});

test('one page alone says nothing, and --quiet nothing but failures', async () => {
  const folder = pages();
  expect((await run([join(folder, 'a.html')])).err).toBe('');
  expect((await run([folder, '--to', 'jsonl', '-q'])).err.trim().split('\n')).toHaveLength(1);
});

test('--report-html writes a page about the batch, and overwrites none', async () => {
  const folder = pages();
  const page = join(mkdtempSync(join(tmpdir(), 'article-convert-page-')), 'report.html');
  expect((await run([folder, '--to', 'jsonl', '--report-html', page])).code).toBe(4);
  const written = readFileSync(page, 'utf8');
  expect(written).toContain('<title>Batch report: 4 of 6 converted</title>');
  expect(written).toContain('e.warc.gz');
  expect(await run([folder, '--to', 'jsonl', '--report-html', page])).toMatchObject({
    code: 1,
    err: expect.stringContaining('is there already'),
  });
  expect((await run([join(folder, 'a.html'), '--report-html', page, '--force'])).code).toBe(0);
  expect(readFileSync(page, 'utf8')).toContain('Batch report: 1 of 1 converted');
});

test('with --resume duplicates are known from before, and the page tells of both runs', async () => {
  const folder = pages();
  const out = join(folder, '..', `out-${process.pid}`);
  const page = join(out, 'report.html');
  const args = [folder, '--out-dir', out, '--dedupe', 'near', '--report-html', page];
  expect((await run([...args, '--ignore', '[b-f]*'])).err).toContain('1 page: 1 converted');
  expect((await run([...args, '--resume'])).err).toContain(
    '6 pages: 3 converted, 2 skipped (duplicate 1, empty 1), 1 failed (',
  );
  expect(readFileSync(page, 'utf8')).toContain('Batch report: 3 of 6 converted');
  rmSync(out, { recursive: true });
});

test('--dry-run lists what would be read and where it would go, and writes nothing', async () => {
  const folder = pages();
  const out = join(folder, 'out');
  const {
    code,
    out: said,
    err,
  } = await run([folder, '--out-dir', out, '--dry-run', '--report-html', join(out, 'r.html')]);
  expect(code).toBe(4);
  expect(said.split('\n').map((line) => line.replaceAll(folder, '').split('\t').slice(0, 3))).toEqual([
    ['read', '/a.html', '/out/a.md'],
    ['read', '/b.html', '/out/b.md'],
    ['read', '/c.html', '/out/c.md'],
    ['read', '/d.html', '/out/d.md'],
    ['failed', '/e.warc.gz', expect.stringContaining('cut short')],
    ['read', '/f.html', '/out/f.md'],
    [''],
  ]);
  expect(err).toContain('5 would be converted, 0 skipped, 1 failed; nothing was written');
  expect(readdirSync(folder)).not.toContain('out');
  mkdirSync(out);
  writeFileSync(join(out, 'a.md'), '');
  expect((await run([folder, '--out-dir', out, '--dry-run', '--ignore', '[b-f]*'])).out).toMatch(/^exists\t.*--force/);
});

test('a list of names from standard input, ended by NUL or by lines', async () => {
  const folder = pages();
  const names = ['a.html', 'c.html'].map((name) => join(folder, name));
  expect(idsOf((await run(['-0', '--files-from', '-', '--to', 'jsonl', '-q'], `${names.join('\0')}\0`)).out)).toEqual([
    'a.html',
    'c.html',
  ]);
  expect(idsOf((await run(['--files-from', '-', '--to', 'jsonl', '-q'], names.join('\r\n'))).out)).toEqual([
    'a.html',
    'c.html',
  ]);
});

test.each([
  ['--min-words', 'many'],
  ['--min-confidence', '1.5'],
  ['--lang', 'en_GB'],
  ['--shard', '5/4'],
  ['--dedupe', 'fuzzy'],
])('%s %s is wrong usage, said with the flag', async (flag, value) => {
  expect(await run(['page.html', flag, value])).toMatchObject({ code: 2, err: expect.stringContaining(flag) });
});
