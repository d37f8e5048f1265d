import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { siteOf } from '../../src/batch/filters/site-of.ts';
import { SiteTexts } from '../../src/batch/filters/site-texts.ts';
import { run } from '../cli/run.ts';

const NOTICE = 'This paper is printed on the island, by the people who live there all year round.';
const CLOSING = 'Letters to the editor are read out on the first Sunday of the month, in the old boat house.';

function words(seed: number, count: number): string {
  let state = seed * 7919 + 13;
  const next = () => ((state = (Math.imul(state, 1103515245) + 12345) >>> 0) >>> 8) % 90;
  const stems = ['har', 'bo', 'rin', 'tal', 'ves', 'mo', 'kel', 'san', 'der', 'lu'];
  return Array.from({ length: count }, () => `${stems[next() % 10]}${stems[next() % 10]}`).join(' ');
}

const story = (at: number): string => `<p>${words(at, 60)}.</p><p>${words(at + 500, 70)}.</p>`;
const page = (at: number): string =>
  `<!DOCTYPE html><html lang="en"><title>Story ${at}</title><body><article><h1>Story ${at}</h1><p>${NOTICE}</p>${story(at)}<p>${CLOSING}</p></article></body></html>`;

test('text on a fifth of the pages of a site, and on three, is what it repeats', () => {
  const texts = new SiteTexts();
  for (let at = 0; at < 200; at += 1)
    texts.add('a.example', [1, 1000 + at, ...(at % 4 === 0 ? [2] : []), ...(at % 10 === 0 ? [3] : [])]);
  for (let at = 0; at < 2; at += 1) texts.add('b.example', [4, 2000 + at]);
  for (let at = 0; at < 3; at += 1) texts.add('c.example', [5, 3000 + at]);
  expect(texts.repeated()).toEqual(
    new Map([
      ['a.example', [1, 2]],
      ['c.example', [5]],
    ]),
  );
});

test('pages with the very same texts count once', () => {
  const texts = new SiteTexts();
  for (let at = 0; at < 9; at += 1) texts.add('a.example', [1, 2, 3]);
  expect(texts.repeated().size).toBe(0);
});

test('memory has a bound: of a site with many pages, and of many sites', () => {
  const one = new SiteTexts(5000);
  for (let at = 0; at < 20_000; at += 1)
    one.add('a.example', [1, ...Array.from({ length: 20 }, (_, text) => 100 + at * 20 + text)]);
  expect(one.repeated().get('a.example')).toEqual([1]);
  const many = new SiteTexts(5000);
  for (let at = 0; at < 20_000; at += 1) many.add(`${at % 5000}.example`, [1, 100 + at]);
  for (let at = 0; at < 5; at += 1) many.add('last.example', [7, 9_000_000 + at]);
  expect(many.repeated().get('last.example')).toEqual([7]);
});

test('a site is the host, or the folder or archive of a page without address', () => {
  expect(siteOf({ id: 'x.warc.gz#12', url: 'https://www.example.org:8080/a' })).toBe('example.org:8080');
  expect(siteOf({ id: 'https://example.org/a' })).toBe('example.org');
  expect(siteOf({ id: 'pages/a/b.html' })).toBe('pages/a');
  expect(siteOf({ id: 'pages/rows.jsonl#7' })).toBe('pages/rows.jsonl');
  expect(siteOf({ id: 'site.zip/a.html' })).toBe('site.zip');
});

test('--site-boilerplate cuts it, says who cut it, and gives the same whatever --jobs', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'article-convert-site-'));
  for (let at = 0; at < 8; at += 1) writeFileSync(join(folder, `${at}.html`), page(at));
  writeFileSync(join(folder, 'letter.txt'), `A letter\n\n${words(99, 60)}.\n\n${CLOSING}\n\n${words(98, 60)}.\n`);
  const plain = await run([folder, '--to', 'jsonl']);
  expect(plain.out.split(NOTICE).length - 1).toBeGreaterThan(8);
  const one = await run([folder, '--to', 'jsonl', '--site-boilerplate', '--jobs', '1']);
  const two = await run([folder, '--to', 'jsonl', '--site-boilerplate', '--jobs', '2']);
  expect(one).toMatchObject({ code: 0, out: two.out });
  expect(one.out).not.toContain(NOTICE);
  expect(one.out).not.toContain(CLOSING);
  const rows = one.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(rows).toHaveLength(9);
  for (const [at, { text }] of rows.slice(0, 8).entries()) expect(text).toContain(words(at, 60));
  expect(rows.map(({ quality }) => quality.facts.cut['site:repeated'])).toEqual([2, 2, 2, 2, 2, 2, 2, 2, 1]);
});

test('standard input comes once, so that it is refused', async () => {
  expect(await run(['--site-boilerplate', '-', '--to', 'jsonl'])).toMatchObject({
    code: 2,
    err: expect.stringContaining('reads its inputs twice'),
  });
});
