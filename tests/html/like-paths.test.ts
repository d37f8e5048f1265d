import { expect, test } from 'vitest';
import { segment } from '../../src/html/block.ts';
import { contextOf } from '../../src/html/features/context.ts';
import { likePaths } from '../../src/html/like-paths.ts';
import { parseHtml } from '../../src/tree/parse.ts';

/** Of blocks of one word each: which of them are alike, by their first. */
function alike(html: string): number[] {
  const tree = parseHtml(html);
  const { containers, room } = contextOf(tree, segment(tree));
  const paths = [...likePaths(tree, containers, room)];
  return paths.map((path) => paths.indexOf(path));
}

test('posts and rows are alike whatever their numbers and what they are about', () => {
  const post = (classes: string) => `<li class="${classes}"><h2>A</h2></li>`;
  expect(alike(`<ul>${post('post post-12 category-news')}${post('post post-907 category-art')}</ul>`)).toEqual([0, 0]);
  expect(alike(`<ul>${post('row-1 odd')}${post('row-2 even')}</ul>`)).toEqual([0, 0]);
  expect(alike(`<ul>${post('post')}${post('teaser')}</ul>`)).toEqual([0, 1]);
  expect(alike(`<ul>${post('post post-12')}<li class="post post-13"><p>A</p></li></ul>`)).toEqual([0, 1]);
});
