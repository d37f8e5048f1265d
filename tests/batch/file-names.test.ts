import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FileNames } from '../../src/batch/file-names.ts';
import { expandPattern, faultOfPattern, TREE } from '../../src/batch/name-pattern.ts';
import { foldPath } from '../../src/batch/safe-path.ts';

const nameAll = (places: readonly string[], pattern = TREE) => {
  const names = new FileNames();
  return places.map((place) => names.claim(expandPattern(pattern, { id: place }, place, 'md')));
};

test('a page keeps its name and its tree, a record is named by its archive and place', () => {
  const places = [
    'a/Index.html',
    'b/index.html',
    'site.zip/deep/er/page.htm',
    'crawl.warc.gz#183201',
    'rows.jsonl#17',
    'https://a.example/story?x=1#top',
    '-',
    '../../etc/passwd',
  ];
  expect(nameAll(places)).toEqual([
    'a/Index.md',
    'b/index.md',
    'site.zip/deep/er/page.md',
    'crawl.warc.gz-183201.md',
    'rows.jsonl-17.md',
    'story.md',
    'page.md',
    'etc/passwd.md',
  ]);
});

test('no two names are alike on a disk that knows no case, and none is both a file and a folder', () => {
  expect(
    nameAll(['Index.html', 'index.html', 'index-2.html', 'INDEX.html', 'a.md', 'a.md.d/x.md', 'A.MD/b.html']),
  ).toEqual(['Index.md', 'index-2.md', 'index-2-2.md', 'INDEX-3.md', 'a.md', 'a.md.d/x.md', 'A.MD-b.md']);
});

test('names that Windows does not take are changed', () => {
  expect(
    nameAll(['CON.html', 'x/nul.tar.gz', 'a?b*c.html', 'dots./end. /p.html', 'com1/lpt¹.txt', 'a\u202eb.html']),
  ).toEqual(['_CON.md', 'x/_nul.tar.md', 'a-b-c.md', 'dots/end/p.md', '_com1/_lpt¹.md', 'a-b.md']);
});

test('a pattern names by host, slug and a digest of the id', () => {
  const page = { id: 'crawl.warc.gz#1', url: 'https://www.Example.org/2024/Die%20Stra%C3%9Fe_im-Winter.html' };
  const expand = (of: typeof page & { title?: string }) =>
    expandPattern('{host}/{slug}-{hash8}.{ext}', of, of.id, 'json');
  expect(expand(page)).toBe('www.example.org/die-straße-im-winter-65e4f612.json');
  expect(expand({ ...page, url: 'https://a.example/', title: 'مقال عن القمة' })).toMatch(/^a\.example\/مقال-عن-القمة-/);
});

test('a pattern with an unknown field, or one that leads out of the folder, is refused', () => {
  expect(faultOfPattern('{hots}/{slug}')).toContain('{hots}');
  expect(faultOfPattern('../{slug}')).toContain('..');
  expect(faultOfPattern('{ext}')).toContain('{slug}');
  expect(faultOfPattern(TREE)).toBeUndefined();
});

/** Parts that are likely to meet: dots, devices, letters that fold, long and broken ones. */
const PART = fc.oneof(
  fc.constantFrom(
    'a',
    'A',
    'ａ',
    'a.md',
    'A-2.md',
    'con',
    'NUL.',
    '..',
    '. ',
    'ß',
    'SS',
    'é',
    'e\u0301',
    '\ud800',
    'x'.repeat(300),
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.string({ unit: fc.constantFrom('語', '😀', '/', '\\', ' '), maxLength: 90 }),
);
const PLACE = fc.array(PART, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('/'));

test('whatever the inputs are called: each name is another, stays in the folder and fits every disk', () => {
  fc.assert(
    fc.property(
      fc.array(PLACE, { maxLength: 30 }),
      fc.constantFrom(TREE, '{slug}.{ext}', '{host}/{name}'),
      (places, pattern) => {
        const names = nameAll(places, pattern);
        const folded = names.map(foldPath);
        expect(new Set(folded).size).toBe(places.length);
        const folders = new Set(
          folded.flatMap((name) => [...name.matchAll(/\//g)].map(({ index }) => name.slice(0, index))),
        );
        for (const name of folded) expect(folders.has(name)).toBe(false);
        for (const name of names) {
          expect(name.length).toBeLessThanOrEqual(200);
          for (const part of name.split('/')) {
            expect(Buffer.byteLength(part)).toBeLessThanOrEqual(230);
            expect(part).toMatch(/^[^\0-\x1f<>:"|?*\\]*[^\0-\x1f<>:"|?*\\. ]$/);
            expect(part).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d) *(?:\.|$)/i);
            expect(part.isWellFormed()).toBe(true);
          }
        }
      },
    ),
  );
});

test('a run that goes on with the names of another gives the same', () => {
  fc.assert(
    fc.property(fc.array(PLACE, { maxLength: 20 }), fc.nat(20), (places, at) => {
      const whole = nameAll(places);
      const names = new FileNames();
      for (const name of whole.slice(0, at)) names.take(name);
      const rest = places.slice(at).map((place) => names.claim(expandPattern(TREE, { id: place }, place, 'md')));
      expect(rest).toEqual(whole.slice(at));
    }),
  );
});
