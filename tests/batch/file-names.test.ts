import { expect, test } from 'vitest';
import { FileNames } from '../../src/batch/file-names.ts';

test('a file keeps its name, a record is named by its archive and place, and no two names are alike on any disk', () => {
  const names = new FileNames();
  const ids = [
    'a/Index.html',
    'b/index.html',
    'b/index-2.html',
    'crawl.warc.gz#183201',
    'https://a.example/story?x=1#top',
    '-',
  ];
  expect(ids.map((id) => names.next(id, 'md'))).toEqual([
    'Index.md',
    'index-2.md',
    'index-2-2.md',
    'crawl.warc.gz-183201.md',
    'story.md',
    'page.md',
  ]);
});
