import { expect, test } from 'vitest';
import { convert } from '../../src/convert.ts';
import { isoDate } from '../../src/metadata/date.ts';
import { parseHtml } from '../../src/tree/parse.ts';

const WORDS = '<p>Some words of an article that is long enough to be kept, with a comma, and then a full stop.</p>';

function read(head: string, body = WORDS, url?: string) {
  const page = {
    id: 'page.html',
    body: `<!doctype html><html><head>${head}</head><body><article>${body}</article></body></html>`,
  };
  return convert(page, { fullPage: true, ...(url === undefined ? {} : { url }) }, { parseHtml }).metadata;
}

test.each([
  ['2025-03-04', '2025-03-04'],
  ['2025-3-4T10:00:00+0100', '2025-03-04T10:00:00+01:00'],
  ['20250304', '2025-03-04'],
  ['Tue, 04 Mar 2025 10:00:00 GMT', '2025-03-04T10:00:00Z'],
  ['4th of March, 2025', '2025-03-04'],
  ['March 4, 2025', '2025-03-04'],
  ['2025-02-30', undefined],
  ['04/03/2025', undefined],
  ['yesterday', undefined],
])('the date %s is %s', (written, iso) => {
  expect(isoDate(written)).toBe(iso);
});

test('JSON-LD that was escaped for HTML is read as it was meant', () => {
  const { title, authors } = read(
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Salt &amp; pepper","author":[{"name":"Ada L&#243;pez"},{"name":"By Jo Lee"}]}</script>',
  );
  expect(title).toMatchObject({ value: 'Salt & pepper', from: 'json-ld' });
  expect(authors?.value).toEqual(['Ada López', 'Jo Lee']);
});

test('every citation author is named, in order', () => {
  const { authors } = read(
    '<meta name="citation_author" content="A. One"><meta name="citation_author" content="B. Two">',
  );
  expect(authors).toEqual({ value: ['A. One', 'B. Two'], from: 'meta[citation_author]', confidence: 0.85 });
});

test('addresses are absolute, and those that are no web address are left out', () => {
  const { canonical, image } = read(
    '<link rel="shortlink canonical" href="/story"><meta property="og:image" content="javascript:alert(1)">',
    WORDS,
    'https://example.org/a?b=c',
  );
  expect(canonical?.value).toBe('https://example.org/story');
  expect(image).toBeUndefined();
});

test('keywords come from tags, or from the list in the head', () => {
  expect(read('<meta name="keywords" content="ferry, harbour,ferry; sea">').keywords?.value).toEqual([
    'ferry',
    'harbour',
    'sea',
  ]);
  expect(
    read('<meta property="article:tag" content="a, b"><meta property="article:tag" content="c">').keywords?.value,
  ).toEqual(['a, b', 'c']);
});

test('a page that names no language is read for it', () => {
  const body =
    '<p>Der Hafen ist am Abend ruhig, und die Schiffe liegen mit dem Bug zu der Stadt, die nicht schläft.</p>';
  expect(read('', body).language).toMatchObject({ value: 'de', from: 'text' });
  expect(read('<meta http-equiv="content-language" content="de-AT">', body).language?.value).toBe('de-AT');
});
