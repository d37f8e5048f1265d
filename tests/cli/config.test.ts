import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { makePlan } from '../../src/cli/plan.ts';

const folder = mkdtempSync(join(tmpdir(), 'article-convert-config-'));

function file(content: unknown): string {
  const path = join(folder, `${Math.abs(hash(JSON.stringify(content)))}.json`);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}
const hash = (text: string): number =>
  [...text].reduce((sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) | 0, 7);

const plan = (config: unknown, ...args: string[]) => makePlan(['--config', file(config), ...args], '0.0.0');

async function refused(config: unknown): Promise<string> {
  const error = await plan(config, 'page.html').catch((thrown: Error) => thrown);
  return error instanceof Error ? error.message : 'not refused';
}

test('what the format on the command line has no place for is meant for another run', async () => {
  const config = { 'front-matter': true, ast: true };
  expect(await plan(config, 'page.html', '--to', 'text')).toMatchObject({ to: 'text' });
  expect(await plan(config, 'page.html', '--json')).toMatchObject({ to: 'json', writing: { ast: true } });
  expect(await refused({ ...config, to: 'text' })).toContain('--front-matter');
});

test('a file sets what the command line leaves open', async () => {
  const config = {
    $schema: './config.schema.json',
    to: 'jsonl',
    'no-links': true,
    lang: ['en', 'de,fr'],
    'min-words': 50,
    ignore: '*.css',
    'full-page': false,
  };
  expect(await plan(config, 'page.html')).toMatchObject({
    inputs: ['page.html'],
    to: 'jsonl',
    options: { links: false, images: true },
    wanted: { languages: ['en', 'de', 'fr'], minWords: 50 },
    ignore: ['*.css'],
  });
});

test('a pattern keeps its commas, in a file and on the command line', async () => {
  const ignore = ['*.{css,js}', '*.png'];
  expect(await plan({ ignore }, 'page.html')).toMatchObject({ ignore });
  expect(await plan({}, ...ignore.flatMap((glob) => ['--ignore', glob]), 'page.html')).toMatchObject({ ignore });
});

test('the command line wins, also over what excludes it', async () => {
  expect(await plan({ to: 'text', lang: ['en'] }, '--to', 'html', '--lang', 'fr', 'page.html')).toMatchObject({
    to: 'html',
    wanted: { languages: ['fr'] },
  });
  expect(await plan({ json: true }, '--to', 'text', 'page.html')).toMatchObject({ to: 'text' });
  expect(await plan({ output: 'page.md' }, '--out-dir', 'out', 'page.html')).toMatchObject({ outDir: 'out' });
});

test('an unknown key is named with the nearest flag', async () => {
  expect(await refused({ 'min-word': 3 })).toMatch(/\.json: 'min-word' is no option .* nearest is 'min-words'/);
  expect(await refused({ dedup: 'near' })).toContain("nearest is 'dedupe'");
  expect(await refused({ links: false })).toContain("nearest is 'no-links'");
  expect(await refused({ config: 'other.json' })).toContain("'config' is no option that a file can set");
});

test('a wrong value, broken JSON and a missing file are said with the file', async () => {
  expect(await refused({ to: 'pdf' })).toMatch(/'to' is one of markdown, .*, not "pdf"/);
  expect(await refused({ force: 'yes' })).toContain(`'force' is true or false, not "yes"`);
  expect(await refused({ lang: [1] })).toContain("'lang' is a list of texts");
  expect(await refused({ report: {} })).toContain("'report' is a text or a number");
  expect(await refused('{"to": ')).toContain('is no JSON');
  expect(await refused('[]')).toContain('holds no JSON object');
  const missing = makePlan(['--config', join(folder, 'missing.json')], '0.0.0');
  await expect(missing).rejects.toThrow(/missing\.json cannot be read \(ENOENT\)/);
});

test('values of a file are checked as those of the command line are', async () => {
  expect(await refused({ 'min-confidence': 2 })).toContain('--min-confidence takes a number from 0 to 1');
  expect(await refused({ shard: '3/2' })).toContain('--shard takes K/N');
});

test('the schema takes what the command takes', () => {
  const check = new Ajv2020().compile(JSON.parse(readFileSync('schema/config.schema.json', 'utf8')));
  expect(check({ to: 'jsonl', 'no-links': true, lang: ['en'], 'min-words': 50 })).toBe(true);
  for (const wrong of [{ to: 'pdf' }, { links: true }, { force: 'yes' }, { config: 'x' }])
    expect(check(wrong)).toBe(false);
});
